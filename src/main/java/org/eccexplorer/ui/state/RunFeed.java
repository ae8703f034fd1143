package org.eccexplorer.ui.state;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;

/** What the threads of runs have published, until the FX thread takes it over. */
final class RunFeed {
    private final Map<Integer, RunState> latest = new ConcurrentHashMap<>();
    private final UnaryOperator<RunState> reading;
    private final AtomicReference<List<Problem>> failure = new AtomicReference<>(List.of());

    /**
     * Nothing is published yet.
     *
     * @param reading reads the classes of a run, on the thread that publishes it
     */
    RunFeed(UnaryOperator<RunState> reading) {
        this.reading = reading;
    }

    /** From any thread: how a run stands now. */
    void publish(RunState run) {
        latest.put(run.id(), reading.apply(run));
    }

    /** A run is read in another way from now on. */
    void readAgain(RunState run) {
        latest.computeIfPresent(run.id(), (id, published) -> reading.apply(published));
    }

    /** From any thread: what ended a run. */
    void fail(Exception cause) {
        failure.set(ProblemException.of("the run", cause));
    }

    /** How a run stood last, its name as it is in the list. */
    RunState latest(RunState listed) {
        return Optional.ofNullable(latest.get(listed.id()))
                .map(run -> run.named(listed.label()).distinguished(listed.distinction()))
                .orElse(listed);
    }

    void forget(RunState run) {
        latest.remove(run.id());
    }

    /** What ended a run since the last call; empty if nothing did. */
    List<Problem> takeFailure() {
        return failure.getAndSet(List.of());
    }
}
