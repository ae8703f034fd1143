package org.eccexplorer.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.eccexplorer.app.live.ClosedFormCurve;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.app.session.PageId;
import org.eccexplorer.ui.fx.Answers;
import org.eccexplorer.ui.state.ExplorerViewModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Notices of runs that end; their states are put into the list of runs as they would come. */
class RunNoticesTest {
    private final Answers answers = new Answers();
    private ExplorerViewModel model;
    private RunNotices notices;
    private boolean seen;

    @BeforeEach
    void open() throws Exception {
        model = new ExplorerViewModel(Experiment.sample("digits", 1));
        notices = new RunNotices(model, answers, () -> seen);
    }

    @AfterEach
    void close() {
        model.close();
    }

    private static RunState run(int id, RunState.Phase phase, double seconds) {
        return new RunState(
                id,
                0,
                "",
                Settings.standard(),
                phase,
                ClosedFormCurve.none(),
                Optional.empty(),
                Optional.empty(),
                seconds);
    }

    private void show(RunState... runs) {
        model.runs().all().setAll(List.of(runs));
        notices.refresh();
    }

    @Test
    void aLongRunThatEndsUnseenIsToldOfAndShown() {
        show(run(3, RunState.Phase.SIMULATING, 9));
        assertThat(answers.told).isEmpty();
        show(run(3, RunState.Phase.COMPLETE, 12));
        assertThat(answers.told)
                .singleElement()
                .asString()
                .startsWith("ECC (all three) has finished");
        model.currentPage().show(PageId.DATA);
        answers.toldAction.run();
        assertThat(model.currentPage().idProperty().get()).isEqualTo(PageId.LIVE);
        assertThat(model.runs().focusProperty().get().orElseThrow().id()).isEqualTo(3);
        notices.refresh();
        assertThat(answers.told).hasSize(1);
    }

    @Test
    void whatIsSeenShortOrStoppedIsNotToldOf() {
        show(run(0, RunState.Phase.SIMULATING, 1));
        show(run(0, RunState.Phase.COMPLETE, 1));
        show(run(1, RunState.Phase.SIMULATING, 1));
        show(run(1, RunState.Phase.STOPPED, 60));
        seen = true;
        show(run(2, RunState.Phase.SIMULATING, 1));
        show(run(2, RunState.Phase.COMPLETE, 60));
        assertThat(answers.told).isEmpty();
    }

    @Test
    void runsThatWaitedTogetherAreToldOfOnce() {
        show(run(1, RunState.Phase.CONVERTING, 0), run(0, RunState.Phase.SIMULATING, 2));
        show(run(1, RunState.Phase.SIMULATING, 0), run(0, RunState.Phase.COMPLETE, 4));
        assertThat(answers.told).isEmpty();
        show(run(1, RunState.Phase.COMPLETE, 4), run(0, RunState.Phase.COMPLETE, 4));
        assertThat(answers.told).singleElement().asString().startsWith("2 runs have finished");
    }
}
