package org.eccexplorer.app.work;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A request to stop, seen by all threads of a job within a timestep's work. */
public final class Cancellation {
    private volatile boolean requested;

    /** One that is requested after some time, unless what it is for has ended by then. */
    public static Cancellation after(Duration time) {
        Cancellation later = new Cancellation();
        CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS)
                .execute(later::cancel);
        return later;
    }

    public void cancel() {
        requested = true;
    }

    public boolean isRequested() {
        return requested;
    }
}
