package org.eccexplorer.ui.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.eccexplorer.app.live.RunState;
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
        assertThat(run.closedForm()).containsKeys(1, 2, 4, 8, 16, 32);
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
    void aChangedSettingStartsARunAndSoDoesItsUndoing() {
        SampleModel.change(model.settings(), ConversionOptions.THETA, 0.3);
        assertThat(model.runs().runningProperty().get()).isTrue();
        assertThat(model.history().undoNameProperty().get()).isEqualTo("θ = 0.3");
        model.history().undo();
        assertThat(model.history().redoNameProperty().get()).isEqualTo("θ = 0.3");
        assertThat(model.runs().all())
                .extracting(run -> run.settings().conversion().theta())
                .containsExactly(0.5, 0.3);
    }

    @Test
    void aStoppedRunStaysAndIsMarked() throws InterruptedException {
        model.settings().set(model.settings().get().withTimesteps(4096));
        for (int i = 0; i < 3000 && model.runs().all().getFirst().snapshot().isEmpty(); i++) {
            TimeUnit.MILLISECONDS.sleep(10);
            model.pulse();
        }
        model.runs().stop();
        finish();
        RunState run = model.runs().all().getFirst();
        assertThat(run.phase()).isEqualTo(RunState.Phase.STOPPED);
        assertThat(run.snapshot().orElseThrow().images()).isBetween(1, 23);
    }

    @Test
    void aNewRunStopsTheOneBeforeIt() throws InterruptedException {
        model.settings().set(model.settings().get().withTimesteps(4096));
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
        model.runs().delete(model.runs().all().getFirst());
        assertThat(model.runs().all()).hasSize(7);
        assertThat(model.runs().focusProperty().get()).isPresent();
    }

    @Test
    void runsAreDuplicatedRenamedDeletedAndAllOfItIsUndone() throws InterruptedException {
        model.runs().start();
        finish();
        RunState first = model.runs().all().getFirst();
        model.runs().duplicate(first);
        assertThat(model.history().undoNameProperty().get())
                .isEqualTo("Duplicate “ECC (all three)”");
        RunState copy = model.runs().all().getFirst();
        assertThat(copy.name()).isEqualTo("ECC (all three) (copy)");
        assertThat(copy.id()).isNotEqualTo(first.id());
        assertThat(copy.snapshot()).isEqualTo(first.snapshot());
        model.runs().rename(copy, "mine");
        model.runs().delete(first);
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
}
