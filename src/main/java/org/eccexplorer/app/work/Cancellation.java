package org.eccexplorer.app.work;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A request to stop, seen by all threads of a job within a timestep's work. */
public final class Cancellation {
    private final @Nullable Cancellation larger;
    private final long end;
    private final boolean ends;
    private volatile boolean requested;
    private volatile @Nullable Exception failure;

    /** Not requested yet. */
    public Cancellation() {
        this(null, 0, false);
    }

    private Cancellation(@Nullable Cancellation larger, long end, boolean ends) {
        this.larger = larger;
        this.end = end;
        this.ends = ends;
    }

    /** One that is requested after some time, unless what it is for has ended by then. */
    public static Cancellation after(Duration time) {
        Cancellation later = new Cancellation();
        CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS)
                .execute(later::cancel);
        return later;
    }

    /**
     * One of a part of the work: it is requested with this one, by itself, or when its time is up.
     *
     * @param time empty: as much as it takes
     */
    public Cancellation part(Optional<Duration> time) {
        long until = System.nanoTime() + time.map(Duration::toNanos).orElse(0L);
        return new Cancellation(this, until, time.isPresent());
    }

    public void cancel() {
        requested = true;
    }

    /** Requests it because something failed: what is done is kept, and this is thrown at last. */
    public synchronized void fail(Exception reason) {
        failure = failure == null ? reason : failure;
        requested = true;
    }

    /** What failed, if that is why it was requested. */
    public Optional<Exception> failure() {
        return Optional.ofNullable(failure);
    }

    public boolean isRequested() {
        return requested
                || (larger != null && larger.isRequested())
                || (ends && System.nanoTime() - end >= 0);
    }
}
