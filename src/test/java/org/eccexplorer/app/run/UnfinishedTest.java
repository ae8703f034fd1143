package org.eccexplorer.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.measure.RunTally;
import org.eccexplorer.measure.layer.CountRule;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A run that fails after some images: these are not lost, and the reason keeps its kind. */
class UnfinishedTest {
    private static Experiment digits;
    private static Prepared prepared;

    @BeforeAll
    static void open() throws ProblemException {
        digits = Experiment.sample("digits", 40);
        prepared =
                Prepared.of(
                        digits.model(),
                        digits.calibration(),
                        Settings.standard().withTimesteps(4).withThreads(2),
                        new Cancellation());
    }

    private static Consumer<RunTally> failing(int images, Error failure) {
        return tally -> {
            if (tally.images() >= images) {
                throw failure;
            }
        };
    }

    @Test
    void whatWasDoneIsEqualToTheSameImagesOfAWholeRun() throws ProblemException {
        RunSnapshot whole =
                new RunJob(prepared, digits.test()).run(tally -> {}, new Cancellation());
        Unfinished unfinished =
                catchThrowableOfType(
                        Unfinished.class,
                        () ->
                                new RunJob(prepared, digits.test())
                                        .run(
                                                failing(7, new OutOfMemoryError("no heap")),
                                                new Cancellation()));
        RunSnapshot done = unfinished.done();
        assertThat(done.images()).isEqualTo(7);
        assertThat(done.total()).isEqualTo(40);
        assertThat(done.cnnAnswers()).isEqualTo(Arrays.copyOf(whole.cnnAnswers(), 7));
        assertThat(done.outputs()).isEqualTo(Arrays.copyOf(whole.outputs(), done.outputs().length));
    }

    @Test
    void memoryThatRanOutIsALimitAndABugStaysOne() throws ProblemException {
        Unfinished memory =
                catchThrowableOfType(
                        Unfinished.class,
                        () ->
                                new ClosedFormJob(prepared, digits.test(), List.of(4))
                                        .run(
                                                failing(1, new OutOfMemoryError("no heap")),
                                                new Cancellation()));
        assertThat(memory.done().images()).isPositive();
        assertThat(memory.reason("digits"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e ->
                                assertThat(e.problems().getFirst().kind())
                                        .isEqualTo(Problem.Kind.LIMIT));
        RunSnapshot some = memory.done();
        assertThat(new Unfinished(some, new IllegalStateException("a bug")).reason("digits"))
                .isInstanceOf(Unfinished.class);
    }

    @Test
    void withoutAnImageThereIsOnlyTheFailure() {
        OutOfMemoryError failure = new OutOfMemoryError("no heap");
        RunTally none =
                new RunTally(
                        prepared.network(),
                        4,
                        40,
                        digits.test().labels(),
                        1,
                        CountRule.simulated(prepared.network().dynamics(), 4));
        Runnable work =
                () -> {
                    throw failure;
                };
        assertThatThrownBy(() -> ImageJob.complete(none, work)).isSameAs(failure);
    }
}
