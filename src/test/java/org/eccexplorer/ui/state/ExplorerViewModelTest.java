package org.eccexplorer.ui.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.problem.ProblemException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExplorerViewModelTest {
    private ExplorerViewModel model;

    @BeforeEach
    void open() throws ProblemException {
        model = ExplorerViewModel.sample(24);
        model.settings().set(model.settings().get().withTimesteps(32));
    }

    @AfterEach
    void close() {
        model.close();
    }

    private void finish() throws InterruptedException {
        for (int i = 0; i < 600 && model.isRunning(); i++) {
            TimeUnit.MILLISECONDS.sleep(20);
            model.pulse();
        }
        assertThat(model.isRunning()).isFalse();
    }

    @Test
    void aRunEndsWithItsMeasures() throws InterruptedException {
        model.run();
        assertThat(model.isRunning()).isTrue();
        finish();
        RunState run = model.focusProperty().get().orElseThrow();
        assertThat(run.phase()).isEqualTo(RunState.Phase.COMPLETE);
        assertThat(run.name()).isEqualTo("ECC (all three)");
        assertThat(run.closedForm()).containsKeys(1, 2, 4, 8, 16, 32);
        assertThat(run.snapshot().orElseThrow().images()).isEqualTo(24);
        assertThat(model.problemProperty().get()).isEmpty();
    }

    @Test
    void switchesNameTheRun() throws InterruptedException {
        model.settings()
                .change(o -> {
                    o.residualElimination = false;
                    o.batchNormConsistency = false;
                });
        model.run();
        finish();
        assertThat(model.runs().getFirst().name()).isEqualTo("CN");
    }

    @Test
    void aStoppedRunStaysAndIsMarked() throws InterruptedException {
        model.settings().set(model.settings().get().withTimesteps(4096));
        model.run();
        for (int i = 0; i < 3000 && model.runs().getFirst().snapshot().isEmpty(); i++) {
            TimeUnit.MILLISECONDS.sleep(10);
            model.pulse();
        }
        model.stop();
        finish();
        RunState run = model.runs().getFirst();
        assertThat(run.phase()).isEqualTo(RunState.Phase.STOPPED);
        assertThat(run.snapshot().orElseThrow().images()).isBetween(1, 23);
    }

    @Test
    void aNewRunStopsTheOneBeforeIt() throws InterruptedException {
        model.settings().set(model.settings().get().withTimesteps(4096));
        model.run();
        model.settings().set(model.settings().get().withTimesteps(16));
        model.run();
        finish();
        assertThat(model.runs()).hasSize(2);
        assertThat(model.runs().get(1).phase()).isEqualTo(RunState.Phase.STOPPED);
        assertThat(model.runs().getFirst().phase()).isEqualTo(RunState.Phase.COMPLETE);
    }

    @Test
    void allEightCombinationsRunAndCanBeDeleted() throws InterruptedException {
        model.settings().set(model.settings().get().withTimesteps(8));
        model.runAllCombinations();
        finish();
        assertThat(model.runs()).hasSize(8).extracting(RunState::name).doesNotHaveDuplicates();
        assertThat(model.shown()).hasSize(8);
        model.hidden().add(model.runs().get(3).id());
        assertThat(model.shown()).hasSize(7);
        model.delete(model.runs().getFirst());
        assertThat(model.runs()).hasSize(7);
        assertThat(model.focusProperty().get()).isPresent();
    }

    @Test
    void runsAreDuplicatedRenamedDeletedAndAllOfItIsUndone() throws InterruptedException {
        model.settings().set(model.settings().get().withTimesteps(8));
        model.run();
        finish();
        RunState first = model.runs().getFirst();
        model.duplicate(first);
        RunState copy = model.runs().getFirst();
        assertThat(copy.name()).isEqualTo("ECC (all three) (copy)");
        assertThat(copy.id()).isNotEqualTo(first.id());
        assertThat(copy.snapshot()).isEqualTo(first.snapshot());
        model.rename(copy, "mine");
        model.delete(first);
        assertThat(model.runs()).extracting(RunState::name).containsExactly("mine");
        model.history().undo();
        assertThat(model.runs())
                .extracting(RunState::name)
                .containsExactly("mine", "ECC (all three)");
        model.history().undo();
        assertThat(model.runs().getFirst().name()).isEqualTo("ECC (all three) (copy)");
        model.history().undo();
        assertThat(model.runs()).containsExactly(first);
        model.history().undo();
        assertThat(model.settings().get().timesteps()).isEqualTo(32);
        for (int i = 0; i < 4; i++) {
            model.history().redo();
        }
        assertThat(model.runs()).extracting(RunState::name).containsExactly("mine");
        assertThat(model.settings().get().timesteps()).isEqualTo(8);
        assertThat(model.history().redoableProperty().get()).isFalse();
        model.pulse();
        assertThat(model.runs()).hasSize(1);
    }

    @Test
    void theNameSaysWhatIsNotAsUsual() throws InterruptedException {
        model.settings()
                .set(
                        model.settings()
                                .get()
                                .withTimesteps(4)
                                .with(o -> {
                                    o.theta = 0.3;
                                    o.weightBits = 8;
                                    o.batchNormConsistency = false;
                                }));
        model.run();
        finish();
        assertThat(model.runs().getFirst().name()).isEqualTo("CN + TRE · θ 0.3 · 8 bits");
    }
}
