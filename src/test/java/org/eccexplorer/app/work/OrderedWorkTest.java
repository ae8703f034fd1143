package org.eccexplorer.app.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Failures on worker threads: as what they were, at once, and nothing before them is lost. */
class OrderedWorkTest {
    private static final int IMAGES = 1000;

    private static Throwable failure(int kind) {
        return switch (kind) {
            case 0 -> new OutOfMemoryError("Java heap space");
            case 1 -> new IllegalStateException("a bug");
            default -> new StackOverflowError();
        };
    }

    private static void fail(Throwable failure) {
        switch (failure) {
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            default -> throw new AssertionError(failure);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void aFailureKeepsItsTypeAndStopsTheOthers(int kind) {
        Throwable failure = failure(kind);
        for (int threads : new int[] {1, 2, 5}) {
            AtomicInteger worked = new AtomicInteger();
            List<Integer> done = new ArrayList<>();
            assertThatThrownBy(() ->
                            OrderedWork.run(
                                    IMAGES,
                                    4,
                                    threads,
                                    () -> 0,
                                    (own, first, count) -> {
                                        if (first == 0) {
                                            fail(failure);
                                        }
                                        worked.addAndGet(count);
                                        LockSupport.parkNanos(1_000_000);
                                        return count;
                                    },
                                    done::add,
                                    new Cancellation()))
                    .isSameAs(failure);
            assertThat(worked).hasValueLessThan(IMAGES / 2);
            assertThat(done).isEmpty();
        }
    }

    /** Those that are in the middle of an image hear of it and do not work to its end. */
    @ParameterizedTest
    @ValueSource(ints = {2, 5})
    void whatGoesOnIsToldToStop(int threads) {
        long start = System.nanoTime();
        assertThatThrownBy(() ->
                        OrderedWork.<Integer, Integer>run(
                                IMAGES,
                                4,
                                threads,
                                () -> 0,
                                (own, first, count, done, stop) -> {
                                    if (first == 0) {
                                        throw new OutOfMemoryError("Java heap space");
                                    }
                                    while (!stop.isRequested()) {
                                        LockSupport.parkNanos(1_000_000);
                                    }
                                },
                                part -> {},
                                new Cancellation()))
                .isInstanceOf(OutOfMemoryError.class);
        assertThat(System.nanoTime() - start).isLessThan(20_000_000_000L);
    }

    /** All images before the one that failed are handed over, also those of its own batch. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void nothingBeforeAFailureIsLost(int threads) {
        int wrong = 203;
        List<Integer> taken = new ArrayList<>();
        AtomicInteger before = new AtomicInteger();
        assertThatThrownBy(() ->
                        OrderedWork.<Integer, Integer>run(
                                IMAGES,
                                4,
                                threads,
                                () -> 0,
                                (own, first, count, done, stop) -> {
                                    for (int i = first; i < first + count; i++) {
                                        if (i == wrong) {
                                            while (before.get() < wrong) {
                                                LockSupport.parkNanos(100_000);
                                            }
                                            throw new OutOfMemoryError("Java heap space");
                                        }
                                        done.put(i, 1, i);
                                        before.addAndGet(i < wrong ? 1 : 0);
                                    }
                                },
                                taken::add,
                                new Cancellation()))
                .isInstanceOf(OutOfMemoryError.class);
        assertThat(taken).isEqualTo(IntStream.range(0, wrong).boxed().toList());
    }

    /** The rows of one image too. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void aCrewKeepsTheTypeToo(int kind) {
        Throwable failure = failure(kind);
        AtomicInteger worked = new AtomicInteger();
        try (ThreadCrew crew = new ThreadCrew(3)) {
            assertThatThrownBy(() ->
                            crew.run(
                                    IMAGES,
                                    (worker, index) -> {
                                        if (index == 7) {
                                            fail(failure);
                                        }
                                        worked.incrementAndGet();
                                        LockSupport.parkNanos(1_000_000);
                                    }))
                    .isSameAs(failure);
        }
        assertThat(worked).hasValueLessThan(IMAGES / 2);
    }
}
