package org.eccexplorer.app.work;

/** Holds the threads that ask, until it is over. */
public final class Pause {
    private boolean paused;

    public synchronized void pause() {
        paused = true;
    }

    public synchronized void resume() {
        paused = false;
        notifyAll();
    }

    public synchronized boolean isPaused() {
        return paused;
    }

    /** Returns once it is over; how long that took, in nanoseconds of {@link RunningTime}. */
    public synchronized long await() {
        long start = RunningTime.nanos();
        while (paused) {
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                paused = false;
            }
        }
        return RunningTime.nanos() - start;
    }
}
