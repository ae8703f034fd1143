package org.eccexplorer.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.problem.ProblemException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which runs are simulated, and which take over the result of another. */
class LiveRunsTest {
    private static final Settings SETTINGS = Settings.standard().withTimesteps(8).withThreads(1);

    private final BlockingQueue<RunState> published = new LinkedBlockingQueue<>();
    private LiveRuns live;

    @BeforeEach
    void open() throws ProblemException {
        live = new LiveRuns(Experiment.sample("digits", 12), 0, published::add, failure -> {});
    }

    @AfterEach
    void close() {
        live.close();
    }

    private List<RunState> states(Function<LiveRuns, RunState> begin) throws InterruptedException {
        begin.apply(live);
        List<RunState> states = new ArrayList<>();
        do {
            states.add(published.take());
        } while (states.getLast().isActive());
        assertThat(states.getLast().phase()).isEqualTo(RunState.Phase.COMPLETE);
        return states;
    }

    private static boolean isSimulated(List<RunState> states) {
        return states.stream().anyMatch(run -> run.phase() == RunState.Phase.SIMULATING);
    }

    @Test
    void aRunOfTheSameNetworkIsNotSimulated() throws InterruptedException {
        List<RunState> first = states(runs -> runs.queue(SETTINGS, 0));
        assertThat(isSimulated(first)).isTrue();
        List<RunState> same = states(runs -> runs.queue(SETTINGS.withSeed(7), 1));
        assertThat(isSimulated(same)).isFalse();
        assertThat(same.getLast().snapshot()).isEqualTo(first.getLast().snapshot());
        assertThat(same.getLast().seconds()).isEqualTo(first.getLast().seconds());
    }

    /** How long a run takes depends on them. */
    @Test
    void onOtherThreadsARunIsSimulated() throws InterruptedException {
        states(runs -> runs.queue(SETTINGS, 0));
        assertThat(isSimulated(states(runs -> runs.queue(SETTINGS.withThreads(2), 1)))).isTrue();
    }

    @Test
    void whatRunsAgainIsSimulated() throws InterruptedException {
        RunState run = states(runs -> runs.queue(SETTINGS, 0)).getLast();
        List<RunState> again = states(runs -> runs.again(run, run.settings()));
        assertThat(again.getLast().id()).isEqualTo(run.id());
        assertThat(isSimulated(again)).isTrue();
    }
}
