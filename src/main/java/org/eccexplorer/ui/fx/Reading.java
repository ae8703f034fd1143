package org.eccexplorer.ui.fx;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Something that is read off the FX thread while something else is done there. */
public final class Reading<T> {
    private final CompletableFuture<T> result;

    private Reading(CompletableFuture<T> result) {
        this.result = result;
    }

    /** Begins to read. */
    public static <T> Reading<T> of(Callable<T> work) {
        return new Reading<>(Background.start(work));
    }

    /** Something that is known. */
    public static <T> Reading<T> done(T known) {
        return new Reading<>(CompletableFuture.completedFuture(known));
    }

    /** Whether it has ended, well or not. */
    public boolean isDone() {
        return result.isDone();
    }

    /** What was read, if that has ended well. */
    public Optional<T> now() {
        return isDone() && !result.isCompletedExceptionally()
                ? Optional.of(result.join())
                : Optional.empty();
    }

    /**
     * Waits for what is read.
     *
     * @throws CompletionException if it cannot be read
     */
    public T get() {
        return result.join();
    }
}
