package org.eccexplorer.app;

/** Holds the threads that ask, until it is over. */
final class Pause {
    private boolean paused;

    synchronized void pause() {
        paused = true;
    }

    synchronized void resume() {
        paused = false;
        notifyAll();
    }

    synchronized boolean isPaused() {
        return paused;
    }

    /** Returns once it is over; how long that took, in nanoseconds. */
    synchronized long await() {
        long start = System.nanoTime();
        while (paused) {
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                paused = false;
            }
        }
        return System.nanoTime() - start;
    }
}
