package org.eccexplorer.app.work;

import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/**
 * Reading of files that others wrote, on a thread of its own that can be left behind: a hostile
 * file may send a library in circles, and no thread can be made to end from outside.
 */
public final class WatchedReading {
    /** So much nesting as data can make the libraries recurse through. */
    private static final long STACK_BYTES = 4 << 20;

    private static final long PAUSE_MILLISECONDS = 50;

    private WatchedReading() {}

    /**
     * Reads to the end, or until it is cancelled.
     *
     * @param where the file, for messages
     * @throws CancellationException at once when it is cancelled; the reading goes on unheard
     * @throws ProblemException if it cannot be read, or takes more memory than there is
     */
    public static <T> T read(String where, Cancellation cancellation, Callable<T> reading)
            throws ProblemException {
        FutureTask<T> task = new FutureTask<>(reading);
        Thread.ofPlatform().daemon().name("reading").stackSize(STACK_BYTES).unstarted(task).start();
        while (true) {
            try {
                return task.get(PAUSE_MILLISECONDS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException goesOn) {
                if (cancellation.isRequested()) {
                    task.cancel(true);
                    throw new CancellationException(where);
                }
            } catch (InterruptedException e) {
                task.cancel(true);
                Thread.currentThread().interrupt();
                throw new CancellationException(where);
            } catch (ExecutionException e) {
                throw failure(where, Objects.requireNonNull(e.getCause()));
            }
        }
    }

    private static ProblemException failure(String where, Throwable cause) {
        return switch (cause) {
            case ProblemException known -> known;
            case OutOfMemoryError _ ->
                    new ProblemException(
                            Problem.Kind.LIMIT,
                            where,
                            Texts.text("app.work.tooLarge"),
                            Texts.text(
                                    "app.work.memory",
                                    Numbers.count(Runtime.getRuntime().maxMemory() >> 20)),
                            Texts.text("app.work.giveMemory"));
            case StackOverflowError _ ->
                    new ProblemException(
                            Problem.Kind.CORRUPT,
                            where,
                            Texts.text("app.work.damaged"),
                            Texts.text("app.work.nested"),
                            Texts.text("app.work.getAgain"));
            case RuntimeException bug -> throw bug;
            case Error fault -> throw fault;
            default -> throw new IllegalStateException(cause);
        };
    }
}
