package org.eccexplorer.app;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.eccexplorer.dataset.LabelledImages;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.measure.RunTally;
import org.eccexplorer.problem.ProblemException;

/**
 * Runs an experiment with one setting after the other on a background thread; a new run stops the
 * one before it. Every step is published as a {@link RunState}, on whatever thread it happens.
 */
public final class LiveRuns implements AutoCloseable {
    /** The closed form is evaluated on so many images, for an answer while one waits. */
    private static final int PREVIEW_IMAGES = 200;

    private static final long SNAPSHOT_EVERY = 80_000_000;

    private final Consumer<RunState> publish;
    private final Consumer<Exception> failed;
    private final ExecutorService executor =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("live-run").factory());
    private Cancellation current = new Cancellation();
    private int runs;

    /**
     * Ready to run.
     *
     * @param failed gets a problem, or a bug, that ended a run
     */
    public LiveRuns(Consumer<RunState> publish, Consumer<Exception> failed) {
        this.publish = publish;
        this.failed = failed;
    }

    /** Starts a run, stopping the one before it; returns its state at the start. */
    public synchronized RunState start(Experiment experiment, Settings settings) {
        current.cancel();
        return queue(experiment, settings);
    }

    /** Starts a run after those that are going on or waiting. */
    public synchronized RunState queue(Experiment experiment, Settings settings) {
        if (current.isRequested()) {
            current = new Cancellation();
        }
        Cancellation cancellation = current;
        RunState state =
                new RunState(
                        runs++,
                        settings,
                        RunState.Phase.CONVERTING,
                        Map.of(),
                        Optional.empty(),
                        Optional.empty(),
                        0);
        executor.execute(() -> run(experiment, state, cancellation));
        return state;
    }

    /** Stops all runs; what they have stays, marked as stopped. */
    public synchronized void stop() {
        current.cancel();
    }

    private void run(Experiment experiment, RunState start, Cancellation cancellation) {
        RunState state = start;
        try {
            if (cancellation.isRequested()) {
                publish.accept(state.in(RunState.Phase.STOPPED));
                return;
            }
            publish.accept(state);
            Prepared prepared =
                    Prepared.of(
                            experiment.model(),
                            experiment.calibration(),
                            state.settings(),
                            cancellation);
            if (cancellation.isRequested()) {
                publish.accept(state.in(RunState.Phase.STOPPED));
                return;
            }
            state =
                    state.converted(
                            prepared.network(), preview(prepared, experiment, cancellation));
            publish.accept(state);
            state = simulate(prepared, experiment, state, cancellation);
            publish.accept(
                    state.in(
                            cancellation.isRequested()
                                    ? RunState.Phase.STOPPED
                                    : RunState.Phase.COMPLETE));
        } catch (ProblemException | RuntimeException e) {
            publish.accept(state.in(RunState.Phase.STOPPED));
            failed.accept(e);
        }
    }

    private static Map<Integer, Double> preview(
            Prepared prepared, Experiment experiment, Cancellation cancellation) {
        Map<Integer, Double> accuracy = new LinkedHashMap<>();
        LabelledImages images = experiment.test().limit(PREVIEW_IMAGES);
        int timesteps = prepared.settings().timesteps();
        for (int t = 1; t <= timesteps && images.labels().length > 0; t = next(t, timesteps)) {
            int[] answers = RunJob.closedForm(prepared, images, t, cancellation);
            int right = 0;
            for (int i = 0; i < answers.length; i++) {
                right += answers[i] == images.labels()[i] ? 1 : 0;
            }
            accuracy.put(t, (double) right / answers.length);
        }
        return accuracy;
    }

    /** Doubling, and T itself at the end. */
    private static int next(int t, int timesteps) {
        return t < timesteps ? Math.min(2 * t, timesteps) : timesteps + 1;
    }

    private RunState simulate(
            Prepared prepared, Experiment experiment, RunState state, Cancellation cancellation)
            throws ProblemException {
        long start = System.nanoTime();
        Pace pace = new Pace(start);
        RunSnapshot result =
                new RunJob(prepared, experiment.test())
                        .run(tally -> pace.publish(tally, state), cancellation);
        return result.images() == 0 ? state : state.at(result, (System.nanoTime() - start) * 1e-9);
    }

    /** Publishes a snapshot now and then, not after every image. */
    private final class Pace {
        private final long start;
        private long last;

        Pace(long start) {
            this.start = start;
        }

        void publish(RunTally tally, RunState state) {
            long now = System.nanoTime();
            if (last == 0 || now - last >= SNAPSHOT_EVERY) {
                last = now;
                publish.accept(state.at(tally.snapshot(), (now - start) * 1e-9));
            }
        }
    }

    @Override
    public void close() {
        stop();
        executor.shutdown();
    }
}
