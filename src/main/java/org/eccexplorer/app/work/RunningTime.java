package org.eccexplorer.app.work;

import java.util.function.LongSupplier;

/**
 * Time in which the program runs. That in which it is stopped (Ctrl-Z, SIGSTOP, a debugger, a
 * suspended virtual machine) does not count, so that images per second and time left stay true
 * afterwards. The clock on the wall, which may be set back, has no part in it.
 */
public final class RunningTime {
    private static final long SECOND = 1_000_000_000L;

    /** Between two looks. */
    private static final long EVERY = SECOND;

    /** A look that is later than this was not kept waiting by other programs: it was stopped. */
    private static final long MOST = 5 * SECOND;

    private final LongSupplier clock;
    private long last;
    private long stopped;

    /**
     * @param clock in nanoseconds, which goes on while the program is stopped
     */
    RunningTime(LongSupplier clock) {
        this.clock = clock;
        last = clock.getAsLong();
    }

    /** Nanoseconds, of which differences count. */
    public static long nanos() {
        return Program.TIME.now();
    }

    /** Seconds since such a time. */
    public static double secondsSince(long nanos) {
        return (nanos() - nanos) * 1e-9;
    }

    synchronized long now() {
        long now = clock.getAsLong();
        if (now - last > MOST) {
            stopped += now - last - EVERY;
        }
        last = now;
        return now - stopped;
    }

    /** That of the program, looked at all the time once anybody asks. */
    private static final class Program {
        private static final RunningTime TIME = new RunningTime(System::nanoTime);

        static {
            Thread.ofPlatform().daemon().name("time").start(Program::look);
        }

        private static void look() {
            try {
                while (true) {
                    Thread.sleep(EVERY / 1_000_000);
                    TIME.now();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
