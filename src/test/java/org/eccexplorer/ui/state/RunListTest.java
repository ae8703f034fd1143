package org.eccexplorer.ui.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.app.session.RunCommandLine;
import org.eccexplorer.app.session.SessionState;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.sim.KernelChoice;
import org.eccexplorer.spiking.InputCoding;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What has run is shown, not run again; what has no image leaves nothing; names are apart. */
class RunListTest {
    private ExplorerViewModel model;

    @BeforeEach
    void open() throws ProblemException {
        model = SampleModel.of(8, 16);
    }

    @AfterEach
    void close() {
        model.close();
    }

    private RunList runs() {
        return model.runs();
    }

    private RunState focus() {
        return runs().focusProperty().get().orElseThrow();
    }

    private void set(Settings settings) throws InterruptedException {
        model.settings().set(settings);
        finish();
    }

    private void finish() throws InterruptedException {
        for (int i = 0; i < 1000 && runs().isRunning(); i++) {
            TimeUnit.MILLISECONDS.sleep(20);
            model.pulse();
        }
        assertThat(runs().isRunning()).isFalse();
    }

    private List<String> names() {
        return runs().all().reversed().stream().map(RunState::name).toList();
    }

    @Test
    void aSettingThatHasRunIsShown() throws InterruptedException {
        Settings ecc = model.settings().get();
        runs().start();
        finish();
        RunState first = focus();
        set(ecc.with(ConversionOptions.RESIDUAL_ELIMINATION, false));
        assertThat(focus().name()).isEqualTo("CN + CMB");
        model.history().undo();
        assertThat(runs().isRunning()).isFalse();
        assertThat(focus()).isSameAs(first);
        model.history().redo();
        assertThat(runs().isRunning()).isFalse();
        assertThat(focus().name()).isEqualTo("CN + CMB");
        // Nothing of this changes a result: θ without TRE, the seed without Poisson input.
        Settings same = model.settings().get().with(ConversionOptions.THETA, 0.2).withSeed(7);
        model.settings().set(same.withThreads(1).withKernels(KernelChoice.SPARSE));
        assertThat(runs().isRunning()).isFalse();
        assertThat(names()).containsExactly("ECC (all three)", "CN + CMB");
    }

    /** Who changes a setting and presses Run at once wants the run that the change has begun. */
    @Test
    void runPressedAfterAChangeLeavesTheRunOnce() throws InterruptedException {
        assertThat(runs().takeJustBegun()).isEmpty();
        model.settings().set(model.settings().get().withTimesteps(8));
        assertThat(runs().takeJustBegun()).contains(focus());
        assertThat(runs().takeJustBegun()).as("pressed again it stops").isEmpty();
        finish();
        runs().again(focus());
        assertThat(runs().takeJustBegun()).as("asked for").isEmpty();
        finish();
        model.settings().set(model.settings().get().withTimesteps(16));
        finish();
        assertThat(runs().takeJustBegun()).as("has images").isEmpty();
    }

    @Test
    void allEightAreTheMissingSix() throws InterruptedException {
        runs().start();
        finish();
        RunState first = focus();
        set(model.settings().get().with(ConversionOptions.BATCH_NORM_CONSISTENCY, false));
        runs().startAllCombinations();
        finish();
        assertThat(runs().all()).hasSize(8).contains(first);
        assertThat(names()).doesNotHaveDuplicates();
        runs().startAllCombinations();
        assertThat(runs().isRunning()).isFalse();
        assertThat(focus().name()).isEqualTo("CN + TRE");
    }

    @Test
    void aRunThatRunsAgainKeepsItsNameAndPlace() throws InterruptedException {
        runs().start();
        finish();
        runs().edits().rename(focus(), "mine");
        RunState before = focus();
        set(model.settings().get().with(ConversionOptions.CURRENT_NORMALISATION, false));
        runs().again(before);
        assertThat(runs().isRunning()).isTrue();
        assertThat(focus().id()).isEqualTo(before.id());
        assertThat(focus().snapshot()).isEmpty();
        finish();
        RunState after = runs().all().getLast();
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.style()).isEqualTo(before.style());
        assertThat(after.name()).isEqualTo("mine");
        assertThat(after.closedForm()).isEqualTo(before.closedForm());
        assertThat(after.snapshot().orElseThrow().right())
                .isEqualTo(before.snapshot().orElseThrow().right());
        assertThat(runs().all()).hasSize(2);
    }

    @Test
    void aRunThatIsStoppedWhileItRunsAgainIsAsItWas() throws InterruptedException {
        runs().start();
        finish();
        RunState before = focus();
        runs().again(before);
        assertThat(runs().results()).containsExactly(before);
        runs().stop();
        assertThat(runs().all()).containsExactly(before);
        assertThat(focus()).isEqualTo(before);
    }

    @Test
    void aStoppedRunRunsAgainInItsPlace() throws InterruptedException {
        Settings longer = model.settings().get().withTimesteps(4096);
        model.settings().set(longer);
        for (int i = 0; i < 3000 && focus().images() == 0; i++) {
            TimeUnit.MILLISECONDS.sleep(5);
            model.pulse();
        }
        runs().stop();
        RunState partial = focus();
        assertThat(partial.phase()).isEqualTo(RunState.Phase.STOPPED);
        assertThat(runs().known()).isEmpty();
        runs().start();
        finish();
        assertThat(runs().all()).hasSize(1);
        assertThat(focus().id()).isEqualTo(partial.id());
        assertThat(focus().style()).isEqualTo(partial.style());
        assertThat(focus().images()).isEqualTo(8);
    }

    @Test
    void thirtyClicksOnASwitchLeaveOneRun() throws InterruptedException {
        Settings ecc = model.settings().get();
        for (int click = 0; click < 30; click++) {
            model.settings().set(ecc.with(ConversionOptions.RESIDUAL_ELIMINATION, click % 2 == 1));
            model.pulse();
        }
        finish();
        assertThat(names()).containsExactly("ECC (all three)");
        assertThat(focus().phase()).isEqualTo(RunState.Phase.COMPLETE);
        assertThat(focus().style()).isZero();
    }

    @Test
    void runsWithoutImagesAreNeitherKeptNorSaved() {
        runs().startAllCombinations();
        SessionState saved = model.state();
        runs().stop();
        assertThat(runs().all()).isEmpty();
        assertThat(runs().focusProperty().get()).isEmpty();
        assertThat(saved.runs()).isEmpty();
    }

    @Test
    void anOpenedSessionKnowsWhatHasRun() throws InterruptedException {
        runs().start();
        finish();
        try (ExplorerViewModel opened = new ExplorerViewModel(model.state())) {
            opened.runs().start();
            assertThat(opened.runs().isRunning()).isFalse();
            assertThat(opened.runs().all()).hasSize(1);
        }
    }

    @Test
    void namesSayTWhereThereAreSeveral() throws InterruptedException {
        runs().start();
        finish();
        assertThat(names()).containsExactly("ECC (all three)");
        RunState longer = focus();
        set(model.settings().get().withTimesteps(4));
        assertThat(names()).containsExactly("ECC (all three) · T 16", "ECC (all three) · T 4");
        runs().edits().delete(longer);
        assertThat(names()).containsExactly("ECC (all three)");
        model.history().undo();
        assertThat(names()).containsExactly("ECC (all three) · T 16", "ECC (all three) · T 4");
    }

    @Test
    void namesSayTheSeedWhereOnlyItDiffers() throws InterruptedException {
        Settings poisson =
                model.settings().get().with(ConversionOptions.INPUT, InputCoding.POISSON);
        set(poisson);
        String own = focus().name();
        set(poisson.withSeed(2));
        assertThat(names()).containsExactly(own + " · seed 1", own + " · seed 2");
    }

    @Test
    void noTwoRunsBearOneName() throws InterruptedException {
        runs().start();
        finish();
        RunState first = focus();
        runs().edits().duplicate(first);
        runs().edits().duplicate(first);
        assertThat(names())
                .containsExactly(
                        "ECC (all three)", "ECC (all three) (copy)", "ECC (all three) (copy) (2)");
        runs().edits().rename(focus(), "CN + CMB");
        runs().edits().rename(runs().all().get(1), "CN + CMB");
        assertThat(names()).containsExactly("ECC (all three)", "CN + CMB (2)", "CN + CMB");
        set(model.settings().get().with(ConversionOptions.RESIDUAL_ELIMINATION, false));
        assertThat(names())
                .containsExactly("ECC (all three)", "CN + CMB (2)", "CN + CMB", "CN + CMB (3)");
    }

    @Test
    void otherCalibrationImagesKeepAllRuns() throws InterruptedException {
        String tested = model.experiment().dataSource() + "@0:4";
        runs().start();
        finish();
        RunState first = focus();
        assertThat(model.isCalibratedOnTest(first)).isFalse();
        model.calibrateOn(tested);
        finish();
        assertThat(runs().all()).contains(first);
        assertThat(focus().settings().calibration()).isEqualTo(tested);
        assertThat(model.isCalibratedOnTest(focus())).isTrue();
        assertThat(names())
                .containsExactly(
                        "ECC (all three)",
                        "ECC (all three) · λ from test-images-idx3-ubyte.gz@0:4");
        assertThat(focus().network().orElseThrow().layers().getFirst().lambda())
                .isNotEqualTo(first.network().orElseThrow().layers().getFirst().lambda());
        model.calibrateOn(model.experiment().calibrationSource());
        assertThat(runs().isRunning()).isFalse();
        assertThat(focus()).isSameAs(first);
        assertThat(model.history().undoNameProperty().get()).isEqualTo("calibration images");
        model.history().undo();
        assertThat(runs().isRunning()).isFalse();
        assertThat(focus().settings().calibration()).isEqualTo(tested);
    }

    @Test
    void oneOfManyRunsIsShownOnceItHasImages() throws InterruptedException {
        runs().start();
        finish();
        RunState first = focus();
        runs().startAllCombinations();
        assertThat(focus()).isEqualTo(first);
        assertThat(runs().all().getFirst().phase()).isEqualTo(RunState.Phase.WAITING);
        for (int i = 0; i < 1000 && runs().isRunning(); i++) {
            TimeUnit.MILLISECONDS.sleep(5);
            model.pulse();
            assertThat(focus().images()).isPositive();
        }
        assertThat(focus().id()).isEqualTo(runs().all().getFirst().id());
    }

    @Test
    void whoLooksAtARunThatHasEndedGoesOnLookingAtIt() throws InterruptedException {
        runs().start();
        finish();
        RunState first = focus();
        runs().startAllCombinations();
        runs().focus(first);
        finish();
        assertThat(runs().all()).hasSize(8);
        assertThat(focus().id()).isEqualTo(first.id());
    }

    @Test
    void anotherNumberOfImagesKeepsAllRuns() throws Exception {
        runs().start();
        finish();
        RunState eight = focus();
        model.useImages(4);
        finish();
        RunState four = focus();
        assertThat(four.snapshot().orElseThrow().total()).isEqualTo(4);
        assertThat(names()).containsExactly("ECC (all three) · n 8", "ECC (all three) · n 4");
        assertThat(four.snapshot().orElseThrow().cnnAnswers())
                .isEqualTo(Arrays.copyOf(eight.snapshot().orElseThrow().cnnAnswers(), 4));
        assertThat(model.cnn(four).orElseThrow().images()).isEqualTo(4);
        assertThat(model.history().undoNameProperty().get()).isEqualTo("number of images");
        model.history().undo();
        assertThat(runs().isRunning()).isFalse();
        assertThat(focus()).isEqualTo(runs().all().getLast());
    }

    @Test
    void moreImagesThanThereWereKeepAllRunsToo() throws Exception {
        runs().start();
        finish();
        model.useImages(4);
        finish();
        model.useMoreImages(model.experiment().withImages(10));
        finish();
        assertThat(model.images()).isEqualTo(10);
        assertThat(focus().images()).isEqualTo(10);
        assertThat(names())
                .containsExactly(
                        "ECC (all three) · n 8", "ECC (all three) · n 4", "ECC (all three) · n 10");
        model.useImages(8);
        assertThat(runs().isRunning()).isFalse();
        assertThat(focus().images()).isEqualTo(8);
        assertThat(RunCommandLine.arguments(model.experiment(), focus().settings()))
                .containsSequence("--limit", "8");
    }
}
