package org.eccexplorer.cli.arguments;

import java.io.PrintWriter;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eccexplorer.app.run.MemoryEstimate;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Texts;

/**
 * Ctrl-C: the job is cancelled, what is complete is written, and only then the program ends (with
 * 130, as the JVM does after a SIGINT). What the job claims, such as a folder of results, it claims
 * within the work, so that whoever sees the claim can also stop the job.
 */
public final class Interruption implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 10;

    /** The exit code after it. */
    private static final int CANCELLED = 130;

    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread hook;

    /** What may be interrupted; keeps what is complete, or throws if nothing is. */
    public interface Work {
        void run(Cancellation cancellation) throws ProblemException;
    }

    /** Works until the end or until Ctrl-C, and gives the exit code. */
    public static int during(PrintWriter err, Work work) throws ProblemException {
        Cancellation cancellation = new Cancellation();
        try (Interruption _ = new Interruption(cancellation)) {
            try {
                work.run(cancellation);
            } catch (CancellationException stopped) {
                err.println(Texts.text("cli.arguments.stopped"));
            } catch (OutOfMemoryError e) {
                throw MemoryEstimate.exhausted(Texts.text("cli.arguments.theRun"), e);
            }
            throwFailure(cancellation);
        }
        return cancellation.isRequested() ? CANCELLED : 0;
    }

    /** What failed after some images, whose results are written by now. */
    private static void throwFailure(Cancellation cancellation) throws ProblemException {
        switch (cancellation.failure().orElse(null)) {
            case ProblemException e -> throw e;
            case RuntimeException e -> throw e;
            case null, default -> {}
        }
    }

    private Interruption(Cancellation cancellation) {
        hook =
                new Thread(
                        () -> {
                            cancellation.cancel();
                            await();
                        },
                        "interruption");
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // Ctrl-C came first: the work is cancelled before it begins.
            cancellation.cancel();
        }
    }

    private void await() {
        try {
            if (!finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** To be called when everything is written. */
    @Override
    public void close() {
        finished.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // The hook is what called us to stop; it ends by itself now.
            return;
        }
    }
}
