package org.eccexplorer.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.figures.SmallRuns;
import org.eccexplorer.measure.RunSnapshot;
import org.junit.jupiter.api.Test;

/** One accuracy of the CNN for all runs on the same images, however many of them a run has done. */
class CnnReferencesTest {
    private static final int IMAGES = 60;

    private static RunState stoppedAfter(Experiment experiment, int id, int images)
            throws Exception {
        Settings settings = Settings.standard().withTimesteps(2).withThreads(1);
        return SmallRuns.of(experiment).stoppedAfter(id, images, settings);
    }

    @Test
    void aRunThatIsBeingConvertedIsHeldAgainstTheCnnOfTheRunsBefore() throws Exception {
        Experiment experiment = Experiment.sample("digits", 12);
        RunState whole = stoppedAfter(experiment, 0, 12);
        Settings settings = whole.settings().with(ConversionOptions.RESIDUAL_ELIMINATION, false);
        RunState next = RunState.waiting(1, 1, "", settings);
        RunState fewer = RunState.waiting(2, 2, "", settings.withImages(5));
        try (CnnReferences references = new CnnReferences(experiment, () -> {})) {
            assertThat(references.of(next)).isEmpty();
            CnnReference reference = references.of(whole).orElseThrow();
            assertThat(references.of(next)).contains(reference);
            assertThat(references.of(fewer)).isEmpty();
        }
    }

    @Test
    void runsOfFewerImagesAreHeldAgainstTheCnnOnThese() throws Exception {
        Experiment experiment = Experiment.sample("digits", 12);
        RunState five = stoppedAfter(experiment.limited(5), 0, 5).ofImages(5);
        try (CnnReferences references = new CnnReferences(experiment, () -> {})) {
            CnnReference reference = references.of(five).orElseThrow();
            assertThat(reference.images()).isEqualTo(5);
            assertThat(reference.isWhole()).isTrue();
            RunState whole = stoppedAfter(experiment, 1, 12);
            assertThat(references.of(whole).orElseThrow().images()).isEqualTo(12);
            assertThat(references.of(five)).contains(reference);
        }
    }

    @Test
    void theClosedFormIsEvaluatedFromTDownwards() {
        assertThat(ClosedFormCurve.timesteps(1)).containsExactly(1);
        assertThat(ClosedFormCurve.timesteps(8)).containsExactly(8, 4, 2, 1);
        assertThat(ClosedFormCurve.timesteps(20)).containsExactly(20, 16, 8, 4, 2, 1);
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
