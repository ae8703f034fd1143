package org.eccexplorer.app.work;

/** A request to stop, seen by all threads of a job within a timestep's work. */
public final class Cancellation {
    private volatile boolean requested;

    public void cancel() {
        requested = true;
    }

    public boolean isRequested() {
        return requested;
    }
}
