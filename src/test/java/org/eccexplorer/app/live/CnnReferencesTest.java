package org.eccexplorer.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.run.Prepared;
import org.eccexplorer.app.run.RunJob;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.measure.RunSnapshot;
import org.junit.jupiter.api.Test;

/** One accuracy of the CNN for all runs on the same images, however many of them a run has done. */
class CnnReferencesTest {
    private static final int IMAGES = 60;

    private static RunState stoppedAfter(Experiment experiment, int id, int images)
            throws Exception {
        Settings settings = Settings.standard().withTimesteps(2).withThreads(1);
        Cancellation cancellation = new Cancellation();
        Prepared prepared =
                Prepared.of(experiment.model(), experiment.calibration(), settings, cancellation);
        int[] done = new int[1];
        RunSnapshot result =
                new RunJob(prepared, experiment.test())
                        .run(
                                tally -> {
                                    if (++done[0] == images) {
                                        cancellation.cancel();
                                    }
                                },
                                cancellation);
        return new RunState(
                id,
                id,
                "",
                settings,
                result.isComplete() ? RunState.Phase.COMPLETE : RunState.Phase.STOPPED,
                ClosedFormCurve.none(),
                Optional.of(prepared),
                images == 0 ? Optional.empty() : Optional.of(result),
                1);
    }

    @Test
    void aPartialRunIsHeldAgainstTheCnnOnAllImages() throws Exception {
        Experiment experiment = Experiment.sample("fashion-mnist", IMAGES);
        RunState partial = stoppedAfter(experiment, 0, 5);
        RunSnapshot measured = partial.snapshot().orElseThrow();
        assertThat(measured.images()).isLessThan(IMAGES);
        RunSnapshot whole = stoppedAfter(experiment, 1, IMAGES).snapshot().orElseThrow();
        CountDownLatch known = new CountDownLatch(1);
        try (CnnReferences references = new CnnReferences(experiment, known::countDown)) {
            CnnReference first = references.of(partial).orElseThrow();
            assertThat(first.isWhole() || first.images() == measured.images()).isTrue();
            assertThat(known.await(30, TimeUnit.SECONDS)).isTrue();
            CnnReference reference = references.of(partial).orElseThrow();
            assertThat(reference).isEqualTo(new CnnReference(whole.cnnRight(), IMAGES, IMAGES));
            assertThat(reference.accuracy()).isEqualTo(whole.cnnAccuracy());
        }
    }

    @Test
    void aRunThatHasDoneAllImagesKnowsItAtOnce() throws Exception {
        Experiment experiment = Experiment.sample("digits", 12);
        RunState whole = stoppedAfter(experiment, 0, 12);
        RunState without = stoppedAfter(experiment, 1, 0);
        try (CnnReferences references =
                new CnnReferences(
                        experiment,
                        () -> {
                            throw new AssertionError("computed though known");
                        })) {
            CnnReference reference = references.of(whole).orElseThrow();
            assertThat(reference.isWhole()).isTrue();
            assertThat(reference.right()).isEqualTo(whole.snapshot().orElseThrow().cnnRight());
            assertThat(references.of(without)).contains(reference);
        }
    }

    @Test
    void untilItIsKnownItSaysOfHowManyImagesItIs() throws Exception {
        Experiment experiment = Experiment.sample("digits", 12);
        CnnReference soFar = CnnReference.soFar(stoppedAfter(experiment, 0, 3)).orElseThrow();
        assertThat(soFar.isWhole()).isFalse();
        assertThat(soFar.images()).isLessThan(12);
        assertThat(soFar.total()).isEqualTo(12);
        assertThat(CnnReference.soFar(stoppedAfter(experiment, 0, 0))).isEmpty();
    }
}
