package org.eccexplorer.ui.fx;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.eccexplorer.app.work.RunningTime;

/** Work off the FX thread whose end is handled on it. */
public final class Background {
    private static final Set<Thread> SAVING = ConcurrentHashMap.newKeySet();

    private Background() {}

    /** Hands errors that nobody catches, on whatever thread, to a consumer on the FX thread. */
    public static void onUncaught(Consumer<Throwable> consumer) {
        Thread.UncaughtExceptionHandler handler =
                (thread, error) -> {
                    if (Platform.isFxApplicationThread()) {
                        consumer.accept(error);
                    } else {
                        Platform.runLater(() -> consumer.accept(error));
                    }
                };
        Thread.setDefaultUncaughtExceptionHandler(handler);
        Thread.currentThread().setUncaughtExceptionHandler(handler);
    }

    /** Does the work on a thread of its own, then calls one of the two on the FX thread. */
    public static <T> void run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        thread(() -> work(work, done, failed)).start();
    }

    /** The same for work that writes files: {@link #finishSaving} waits for it. */
    public static <T> void save(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        Thread thread =
                thread(() -> {
                    try {
                        work(work, done, failed);
                    } finally {
                        SAVING.remove(Thread.currentThread());
                    }
                });
        SAVING.add(thread);
        thread.start();
    }

    /** Starts work that somebody will wait for. */
    public static <T> CompletableFuture<T> start(Callable<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        thread(
                        () -> {
                            try {
                                result.complete(work.call());
                            } catch (Exception e) {
                                result.completeExceptionally(e);
                            }
                        })
                .start();
        return result;
    }

    /**
     * Whether something is so, asked of what may not answer: then, or where asking fails, it is
     * not.
     */
    public static boolean holds(Callable<Boolean> question, Duration most) {
        try {
            return start(question).get(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Thread thread(Runnable work) {
        return Thread.ofPlatform().daemon().name("background").unstarted(work);
    }

    private static <T> void work(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        try {
            T result = work.call();
            Platform.runLater(() -> done.accept(result));
        } catch (Exception e) {
            Platform.runLater(() -> failed.accept(e));
        } catch (LinkageError e) {
            // The program's file was changed under it: what waits for this work has to be told too.
            Platform.runLater(() -> failed.accept(new ExecutionException(e)));
            throw e;
        }
    }

    /** Waits until what is being written is written, or the time is up. */
    public static void finishSaving(Duration most) {
        long end = RunningTime.nanos() + most.toNanos();
        for (Thread thread : SAVING) {
            try {
                if (!thread.join(Duration.ofNanos(Math.max(1, end - RunningTime.nanos())))) {
                    return;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
