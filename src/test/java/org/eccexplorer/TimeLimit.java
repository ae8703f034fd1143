package org.eccexplorer;

import java.lang.management.ManagementFactory;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Limits of time in seconds of the processor: a machine that is busy takes longer for the same. */
public final class TimeLimit {
    /** As many times the limit are waited for what takes nothing of the processor. */
    private static final long WAITED = 10;

    private TimeLimit() {}

    /**
     * What work gives that is done on a thread of its own.
     *
     * @throws TimeoutException if it has no end within the limit
     */
    public static <T> T within(long seconds, Callable<T> work)
            throws ExecutionException, InterruptedException, TimeoutException {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = Thread.ofPlatform().daemon().start(task);
        for (long waited = 0; waited < WAITED * seconds; waited++) {
            try {
                return task.get(1, TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                if (processor(thread) > TimeUnit.SECONDS.toNanos(seconds)) {
                    throw new TimeoutException("no end after " + seconds + " s of the processor");
                }
            }
        }
        throw new TimeoutException("no end after " + WAITED * seconds + " s");
    }

    /** The same, where no end and whatever is thrown fail a test. */
    public static <T> T assertWithin(long seconds, Callable<T> work) {
        try {
            return within(seconds, work);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    /** Nanoseconds of the processor that a thread has taken; what the compiler takes is not its. */
    private static long processor(Thread thread) {
        return ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.threadId());
    }
}
