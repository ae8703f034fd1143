package org.eccexplorer.ui.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eccexplorer.app.live.ClosedFormCurve;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.app.live.RunStyles;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.problem.ProblemException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExplorerViewModelTest {
    private ExplorerViewModel model;

    @BeforeEach
    void open() throws ProblemException {
        model = SampleModel.of(24, 32);
    }

    @AfterEach
    void close() {
        model.close();
    }

    private void finish() throws InterruptedException {
        for (int i = 0; i < 600 && model.runs().isRunning(); i++) {
            TimeUnit.MILLISECONDS.sleep(20);
            model.pulse();
        }
        assertThat(model.runs().isRunning()).isFalse();
    }

    @Test
    void aRunEndsWithItsMeasures() throws InterruptedException {
        model.runs().start();
        assertThat(model.runs().isRunning()).isTrue();
        finish();
        RunState run = model.runs().focusProperty().get().orElseThrow();
        assertThat(run.phase()).isEqualTo(RunState.Phase.COMPLETE);
        assertThat(run.name()).isEqualTo("ECC (all three)");
        assertThat(run.closedForm().accuracy()).containsOnlyKeys(1, 2, 4, 8, 16, 32);
        assertThat(run.closedForm().images()).isEqualTo(24);
        assertThat(run.snapshot().orElseThrow().images()).isEqualTo(24);
        assertThat(model.runs().problemsProperty().get()).isEmpty();
    }

    @Test
    void switchesNameTheRun() throws InterruptedException {
        model.settings()
                .set(
                        model.settings()
                                .get()
                                .with(ConversionOptions.RESIDUAL_ELIMINATION, false)
                                .with(ConversionOptions.BATCH_NORM_CONSISTENCY, false));
        finish();
        assertThat(model.runs().all().getFirst().name()).isEqualTo("CN");
    }

    @Test
    void aChangedSettingStartsARunAndSoDoesItsUndoing() throws InterruptedException {
        SampleModel.change(model.settings(), ConversionOptions.THETA, 0.3);
        assertThat(model.runs().runningProperty().get()).isTrue();
        assertThat(model.history().undoNameProperty().get()).isEqualTo("θ = 0.3");
        finish();
        model.history().undo();
        assertThat(model.history().redoNameProperty().get()).isEqualTo("θ = 0.3");
        assertThat(model.runs().all())
                .extracting(run -> run.settings().conversion().theta())
                .containsExactly(0.5, 0.3);
    }

    /** Until the newest run has its first image. */
    private void awaitAnImage() throws InterruptedException {
        for (int i = 0; i < 3000 && model.runs().all().getFirst().snapshot().isEmpty(); i++) {
            TimeUnit.MILLISECONDS.sleep(10);
            model.pulse();
        }
    }

    @Test
    void aStoppedRunStaysAndIsMarked() throws InterruptedException {
        model.settings().set(model.settings().get().withTimesteps(4096));
        awaitAnImage();
        model.runs().stop();
        assertThat(model.runs().isRunning()).isFalse();
        RunState run = model.runs().all().getFirst();
        assertThat(run.phase()).isEqualTo(RunState.Phase.STOPPED);
        assertThat(run.snapshot().orElseThrow().images()).isBetween(1, 23);
    }

    @Test
    void aNewRunStopsTheOneBeforeIt() throws InterruptedException {
        model.settings().set(model.settings().get().withTimesteps(4096));
        awaitAnImage();
        model.settings().set(model.settings().get().withTimesteps(16));
        finish();
        assertThat(model.runs().all()).hasSize(2);
        assertThat(model.runs().all().get(1).phase()).isEqualTo(RunState.Phase.STOPPED);
        assertThat(model.runs().all().getFirst().phase()).isEqualTo(RunState.Phase.COMPLETE);
    }

    @Test
    void allEightCombinationsRunAndCanBeDeleted() throws InterruptedException {
        model.runs().startAllCombinations();
        finish();
        assertThat(model.runs().all())
                .hasSize(8)
                .extracting(RunState::name)
                .doesNotHaveDuplicates();
        assertThat(model.runs().shown()).hasSize(8);
        model.runs().undrawn().add(model.runs().all().get(3).id());
        assertThat(model.runs().shown()).hasSize(7);
        model.runs().edits().delete(model.runs().all().getFirst());
        assertThat(model.runs().all()).hasSize(7);
        assertThat(model.runs().focusProperty().get()).isPresent();
    }

    @Test
    void runsAreDuplicatedRenamedDeletedAndAllOfItIsUndone() throws InterruptedException {
        model.runs().start();
        finish();
        RunState first = model.runs().all().getFirst();
        model.runs().edits().duplicate(first);
        assertThat(model.history().undoNameProperty().get())
                .isEqualTo("Duplicate “ECC (all three)”");
        RunState copy = model.runs().all().getFirst();
        assertThat(copy.name()).isEqualTo("ECC (all three) (copy)");
        assertThat(copy.id()).isNotEqualTo(first.id());
        assertThat(copy.snapshot()).isEqualTo(first.snapshot());
        model.runs().edits().rename(copy, "mine");
        model.runs().edits().delete(first);
        assertThat(model.runs().all()).extracting(RunState::name).containsExactly("mine");
        model.history().undo();
        assertThat(model.runs().all())
                .extracting(RunState::name)
                .containsExactly("mine", "ECC (all three)");
        model.history().undo();
        assertThat(model.runs().all().getFirst().name()).isEqualTo("ECC (all three) (copy)");
        model.history().undo();
        assertThat(model.runs().all()).containsExactly(first);
        assertThat(model.history().undoableProperty().get()).isFalse();
        for (int i = 0; i < 3; i++) {
            model.history().redo();
        }
        assertThat(model.runs().all()).extracting(RunState::name).containsExactly("mine");
        assertThat(model.history().redoableProperty().get()).isFalse();
        model.pulse();
        assertThat(model.runs().all()).hasSize(1);
    }

    @Test
    void theNameSaysWhatIsNotAsUsual() throws InterruptedException {
        model.settings()
                .set(
                        model.settings()
                                .get()
                                .withTimesteps(4)
                                .with(ConversionOptions.THETA, 0.3)
                                .with(ConversionOptions.WEIGHT_BITS, 8L)
                                .with(ConversionOptions.BATCH_NORM_CONSISTENCY, false));
        finish();
        assertThat(model.runs().all().getFirst().name()).isEqualTo("CN + TRE · θ 0.3 · 8 bits");
    }

    private List<Integer> styles() {
        return model.runs().all().stream().map(RunState::style).toList();
    }

    @Test
    void noTwoRunsLookAlike() throws InterruptedException {
        model.runs().startAllCombinations();
        finish();
        assertThat(styles()).containsExactly(7, 6, 5, 4, 3, 2, 1, 0);
        RunState third = model.runs().all().get(5);
        RunState fourth = model.runs().all().get(4);
        model.runs().edits().delete(third);
        model.runs().edits().delete(fourth);
        model.history().undo();
        assertThat(styles()).containsExactly(7, 6, 5, 4, 3, 1, 0);
        model.runs().edits().duplicate(fourth);
        assertThat(styles()).containsExactly(2, 7, 6, 5, 4, 3, 1, 0);
    }

    @Test
    void anUndoneDeletionTakesAnotherStyleWhereItsOwnIsTaken() {
        RunState first = of(0, 0);
        RunState second = of(1, 1);
        assertThat(first.among(List.of(second))).isEqualTo(first);
        assertThat(first.among(List.of(second, of(2, 0))).style()).isEqualTo(2);
    }

    @Test
    void stylesOfMoreThanTwelveRunsBeginAgain() {
        List<RunState> runs = new ArrayList<>();
        for (int id = 0; id < 14; id++) {
            runs.add(of(id, RunStyles.free(runs)));
        }
        assertThat(runs)
                .extracting(RunState::style)
                .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 0, 1);
    }

    private static RunState of(int id, int style) {
        return new RunState(
                id,
                style,
                "",
                Settings.standard(),
                RunState.Phase.COMPLETE,
                ClosedFormCurve.none(),
                Optional.empty(),
                Optional.empty(),
                0);
    }
}
