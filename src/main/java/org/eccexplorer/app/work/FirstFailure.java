package org.eccexplorer.app.work;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The first failure among threads that work together, to be thrown by the thread that waits for
 * them as what it was: memory that ran out is told from a bug.
 */
final class FirstFailure {
    private final AtomicReference<@Nullable Throwable> first = new AtomicReference<>();
    private final Runnable stop;

    /**
     * None yet.
     *
     * @param stop tells the others to end
     */
    FirstFailure(Runnable stop) {
        this.stop = stop;
    }

    /** Work that notes its failure; that it was cancelled is none. */
    Runnable noting(Runnable work) {
        return () -> {
            try {
                work.run();
            } catch (CancellationException stopped) {
                return;
            } catch (RuntimeException | Error e) {
                first.compareAndSet(null, e);
                stop.run();
            }
        };
    }

    /** Throws what was noted first, if anything was. */
    void rethrow() {
        switch (first.get()) {
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case null, default -> {}
        }
    }
}
