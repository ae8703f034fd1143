package org.eccexplorer.app.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RunningTimeTest {
    private static final long SECOND = 1_000_000_000L;

    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 3 * SECOND);
    private final RunningTime time = new RunningTime(clock::get);

    private void pass(double seconds) {
        clock.addAndGet((long) (seconds * SECOND));
    }

    @Test
    void countsWhatPasses() {
        long start = time.now();
        for (int look = 0; look < 20; look++) {
            pass(0.9);
            time.now();
        }
        assertThat(time.now() - start).isEqualTo(18 * SECOND);
        pass(4);
        assertThat(time.now() - start).as("kept waiting").isEqualTo(22 * SECOND);
    }

    /** Whoever looks first after it, and as often as it happens. */
    @Test
    void leavesOutWhereTheProgramWasStopped() {
        long start = time.now();
        for (int stop = 0; stop < 3; stop++) {
            pass(1);
            time.now();
            pass(3_600);
        }
        assertThat((time.now() - start) / SECOND).isBetween(3L, 6L);
        pass(1);
        assertThat((time.now() - start) / SECOND).isBetween(4L, 7L);
    }

    @Test
    void theProgramsOwnGoesOn() throws InterruptedException {
        long start = RunningTime.nanos();
        Thread.sleep(20);
        assertThat(RunningTime.secondsSince(start)).isBetween(0.02, 60.0);
    }
}
