package org.eccexplorer.app.sweep.run;

import java.util.concurrent.CancellationException;
import org.eccexplorer.app.work.Cancellation;

/** The memory that runs side by side may take: one that needs more than is left waits. */
final class MemoryBudget {
    /** Of all memory; the rest is for models, images and conversions. */
    private static final double SHARE = 0.5;

    private static final long PAUSE_MILLISECONDS = 50;

    private final long all;
    private long held;

    MemoryBudget(long all) {
        this.all = all;
    }

    /** Of this process. */
    static MemoryBudget ofProcess() {
        return new MemoryBudget((long) (SHARE * Runtime.getRuntime().maxMemory()));
    }

    /** What a run holds until it ends. */
    final class Share implements AutoCloseable {
        private final long bytes;

        private Share(long bytes) {
            this.bytes = bytes;
        }

        @Override
        public void close() {
            give(bytes);
        }
    }

    /**
     * Waits until there is enough; a run by itself never waits, and is refused by its own estimate
     * if even so there is too little.
     *
     * @throws CancellationException if it is cancelled before
     */
    synchronized Share take(long bytes, Cancellation cancellation) {
        while (held > 0 && held + bytes > all) {
            if (cancellation.isRequested()) {
                throw new CancellationException("stopped while it waited for memory");
            }
            try {
                wait(PAUSE_MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("stopped while it waited for memory");
            }
        }
        held += bytes;
        return new Share(bytes);
    }

    private synchronized void give(long bytes) {
        held -= bytes;
        notifyAll();
    }
}
