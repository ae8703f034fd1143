package org.eccexplorer.app.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.junit.jupiter.api.Test;

/** Reading that ends, whatever a file does to whoever reads it. */
class WatchedReadingTest {

    private static Problem problem(Callable<Object> reading) {
        try {
            WatchedReading.read("x.h5", new Cancellation(), reading);
        } catch (ProblemException e) {
            return e.problems().getFirst();
        }
        throw new AssertionError("it was read");
    }

    @Test
    void whatWasReadIsGivenBack() throws Exception {
        assertThat(WatchedReading.read("x.h5", new Cancellation(), () -> 42)).isEqualTo(42);
    }

    /** A reader that goes round in circles and hears nothing is left behind at once. */
    @Test
    void whatSpinsIsCancelled() throws Exception {
        AtomicBoolean enough = new AtomicBoolean();
        CountDownLatch spinning = new CountDownLatch(1);
        Cancellation cancellation = new Cancellation();
        Thread user =
                Thread.ofPlatform()
                        .start(() -> {
                            try {
                                spinning.await();
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                            cancellation.cancel();
                        });
        try {
            long start = System.nanoTime();
            assertThatThrownBy(() ->
                            WatchedReading.read(
                                    "x.h5",
                                    cancellation,
                                    () -> {
                                        spinning.countDown();
                                        while (!enough.get()) {
                                            Thread.onSpinWait();
                                        }
                                        return 1;
                                    }))
                    .isInstanceOf(CancellationException.class);
            assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(1));
        } finally {
            enough.set(true);
            user.join();
        }
    }

    @Test
    void aProblemStaysWhatItIs() {
        Problem known = new Problem(Problem.Kind.CORRUPT, "x.h5", "what", "why", "remedy");
        assertThat(
                        problem(() -> {
                            throw new ProblemException(known);
                        }))
                .isEqualTo(known);
    }

    @Test
    void endlessDepthIsAProblemOfTheFile() {
        Problem problem = problem(() -> deeper(0));
        assertThat(problem.kind()).isEqualTo(Problem.Kind.CORRUPT);
        assertThat(problem.where()).isEqualTo("x.h5");
    }

    private static Object deeper(long depth) {
        return depth < 0 ? "" : List.of(deeper(depth + 1));
    }

    @Test
    void absurdMemoryIsAProblemOfTheFile() {
        Problem problem =
                problem(() -> {
                    List<long[]> all = new ArrayList<>();
                    while (true) {
                        all.add(new long[Integer.MAX_VALUE - 8]);
                    }
                });
        assertThat(problem.kind()).isEqualTo(Problem.Kind.LIMIT);
        assertThat(problem.why()).contains("MB");
    }

    /** A bug is no problem of the user's. */
    @Test
    void aBugIsNotHidden() {
        assertThatThrownBy(() ->
                        WatchedReading.read(
                                "x.h5",
                                new Cancellation(),
                                () -> {
                                    throw new IllegalStateException("a bug");
                                }))
                .isInstanceOf(IllegalStateException.class);
    }
}
