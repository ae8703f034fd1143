package org.eccexplorer.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eccexplorer.app.Cancellation;

/**
 * Ctrl-C: the job is cancelled, what is complete is written, and only then the program ends (with
 * 130, as the JVM does after a SIGINT).
 */
final class Interruption implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 10;

    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread hook;

    Interruption(Cancellation cancellation) {
        hook =
                new Thread(
                        () -> {
                            cancellation.cancel();
                            await();
                        },
                        "interruption");
        Runtime.getRuntime().addShutdownHook(hook);
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
