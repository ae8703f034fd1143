package org.eccexplorer.app.live;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.eccexplorer.app.open.Calibrations;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.open.LoadedModel;
import org.eccexplorer.app.run.CalibrationCache;
import org.eccexplorer.app.run.ImageJob;
import org.eccexplorer.app.run.MemoryEstimate;
import org.eccexplorer.app.run.Preparation;
import org.eccexplorer.app.run.Prepared;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.app.run.SharedWork;
import org.eccexplorer.app.run.Unfinished;
import org.eccexplorer.app.work.BehindWindow;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.app.work.Pause;
import org.eccexplorer.app.work.RunningTime;
import org.eccexplorer.dataset.LabelledImages;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.measure.RunTally;
import org.eccexplorer.measure.Schedule;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.tensor.DenseBackend;
import org.jspecify.annotations.Nullable;

/**
 * Runs one experiment with one setting after the other on a background thread; a new run stops the
 * one before it. Every step is published as a {@link RunState}, on whatever thread it happens,
 * until the run is stopped.
 */
public final class LiveRuns implements AutoCloseable {
    private static final long SNAPSHOT_EVERY = 80_000_000;

    private final Consumer<RunState> publish;
    private final Consumer<Exception> failed;
    private final Pause pause = new Pause();
    private final ExecutorService executor =
            Executors.newSingleThreadExecutor(BehindWindow.threads("live-run"));
    private Cancellation current = new Cancellation();
    private int runs;

    /** Used by the thread of the runs alone, with what was measured by it. */
    private LoadedModel model;

    private final Calibrations calibrations;

    /** The images that λ was measured on: their source, and how many. */
    private record Measured(String source, int images) {}

    private final Map<Measured, CalibrationCache> measured = new HashMap<>();

    /** What runs on these images have in common. */
    private @Nullable LabelledImages sharing;

    private SharedWork shared = SharedWork.ofSeveral();

    /**
     * Ready to run.
     *
     * @param calibrations of the experiment
     * @param firstId of the next run
     * @param failed gets a problem, or a bug, that ended a run
     */
    public LiveRuns(
            Experiment experiment,
            Calibrations calibrations,
            int firstId,
            Consumer<RunState> publish,
            Consumer<Exception> failed) {
        this.calibrations = calibrations;
        model = experiment.model();
        runs = firstId;
        this.publish = publish;
        this.failed = failed;
    }

    /** As {@link #LiveRuns(Experiment, Calibrations, int, Consumer, Consumer)}. */
    public LiveRuns(
            Experiment experiment,
            int firstId,
            Consumer<RunState> publish,
            Consumer<Exception> failed) {
        this(experiment, new Calibrations(experiment), firstId, publish, failed);
    }

    /** Runs that have not begun multiply the matrices of the CNN and the closed form by this. */
    public void multiplyBy(DenseBackend backend) {
        executor.execute(() -> {
            LoadedModel with = model.with(backend);
            if (!with.equals(model)) {
                model = with;
                measured.clear();
                shared = SharedWork.ofSeveral();
            }
        });
    }

    /**
     * Starts a run, stopping the one before it; returns its state at the start.
     *
     * @param style of the run
     */
    public synchronized RunState start(Settings settings, int style) {
        stop();
        return queue(settings, style);
    }

    /** Starts a run after those that are going on or waiting. */
    public synchronized RunState queue(Settings settings, int style) {
        Settings settled = Prepared.settled(model, settings);
        return queue(RunState.waiting(runs++, style, "", settled), false);
    }

    /**
     * Starts a run that has ended once more, under its name, after those that are going on or
     * waiting. It is simulated anew.
     *
     * @param settings which give the same results as its own
     */
    public synchronized RunState again(RunState run, Settings settings) {
        return queue(RunState.waiting(run.id(), run.style(), run.label(), settings), true);
    }

    private RunState queue(RunState state, boolean anew) {
        if (current.isRequested()) {
            current = new Cancellation();
        }
        Cancellation cancellation = current;
        publish.accept(state);
        executor.execute(() -> run(state, anew, cancellation));
        return state;
    }

    /** What is stopped is heard of no more. */
    private synchronized void publish(RunState state, Cancellation cancellation) {
        if (!cancellation.isRequested()) {
            publish.accept(state);
        }
    }

    /** A run with the current results of another. */
    public synchronized RunState copy(RunState run, int style) {
        return run.copied(runs++, style);
    }

    /** Stops all runs; nothing more of them is published. */
    public synchronized void stop() {
        current.cancel();
        pause.resume();
    }

    /** Holds the run after the next image, or lets it go on. */
    public void setPaused(boolean paused) {
        if (paused) {
            pause.pause();
        } else {
            pause.resume();
        }
    }

    /**
     * Makes a run.
     *
     * @param anew whether it is simulated even where its result is known
     */
    private void run(RunState start, boolean anew, Cancellation cancellation) {
        RunState state = start;
        try {
            if (cancellation.isRequested()) {
                return;
            }
            state = state.in(RunState.Phase.CONVERTING);
            publish(state, cancellation);
            Settings settings = state.settings();
            Experiment all = calibrations.on(settings.calibration());
            Experiment some = all.limited(settings.images(all.test().count()));
            LabelledImages measuredOn = some.calibration();
            MemoryEstimate.checkTimesteps(model.network(), settings, some.test().count());
            Prepared prepared =
                    Prepared.of(
                            model,
                            measuredOn,
                            settings,
                            measured.computeIfAbsent(
                                    new Measured(settings.calibration(), measuredOn.count()),
                                    on -> new CalibrationCache()),
                            new Steps(state, cancellation),
                            cancellation);
            share(all.test());
            Optional<RunState> known =
                    anew ? Optional.empty() : known(state, prepared, some.test());
            if (known.isPresent()) {
                state = known.get();
            } else {
                ClosedFormBeside beside = new ClosedFormBeside(prepared, some.test(), cancellation);
                state = state.converted(prepared, beside.curve());
                publish(state, cancellation);
                state = simulate(prepared, some.test(), beside, state, cancellation);
                keep(state, prepared, some.test());
            }
            publish(state.in(RunState.Phase.COMPLETE), cancellation);
        } catch (CancellationException stopped) {
            // Whoever stopped it knows.
        } catch (Unfinished e) {
            publish(state.with(e.done()).stopped(), cancellation);
            failed.accept(e.reason(state.name()));
        } catch (ProblemException | RuntimeException e) {
            publish(state.stopped(), cancellation);
            failed.accept(e);
        } catch (OutOfMemoryError e) {
            publish(state.stopped(), cancellation);
            failed.accept(MemoryEstimate.exhausted(state.name(), e));
        } catch (Error e) {
            publish(state.stopped(), cancellation);
            failed.accept(new IllegalStateException(e));
        }
    }

    /** What runs on other images have in common is another thing. */
    private void share(LabelledImages images) {
        if (!images.equals(sharing)) {
            sharing = images;
            shared = SharedWork.ofSeveral();
        }
    }

    /** A run with the result of one that had the same network and would take as long. */
    private Optional<RunState> known(RunState state, Prepared prepared, LabelledImages images) {
        Optional<SharedWork.Done> known = shared.result(prepared, images);
        return known.flatMap(SharedWork.Done::took)
                .filter(took -> took.threads() == prepared.settings().threads())
                .map(took -> done(state, prepared, known.get(), took.seconds()));
    }

    private static RunState done(
            RunState state, Prepared prepared, SharedWork.Done known, double seconds) {
        RunSnapshot result = known.result();
        return state.converted(prepared, new ClosedFormCurve(result.images(), known.closedForm()))
                .at(result, seconds);
    }

    private void keep(RunState state, Prepared prepared, LabelledImages images) {
        SharedWork.Took took = new SharedWork.Took(prepared.settings().threads(), state.seconds());
        state.snapshot()
                .filter(result -> state.closedForm().images() == result.images())
                .ifPresent(result ->
                        shared.keep(
                                prepared,
                                images,
                                new SharedWork.Done(
                                        result, state.closedForm().accuracy(), Optional.of(took))));
    }

    private RunState simulate(
            Prepared prepared,
            LabelledImages images,
            ClosedFormBeside beside,
            RunState state,
            Cancellation cancellation)
            throws ProblemException {
        Pace pace = new Pace(prepared, beside, state, cancellation);
        RunSnapshot result =
                ImageJob.of(prepared, images, List.of(), shared.passes())
                        .run(pace::imageDone, cancellation);
        RunState simulated = result.images() == 0 ? state : state.at(result, pace.seconds());
        if (prepared.settings().schedule() == Schedule.SYNCHRONOUS) {
            // The closed form is what was run.
            return simulated.converted(prepared, ClosedFormCurve.of(result));
        }
        try {
            beside.finish(curve -> publish(simulated.converted(prepared, curve), cancellation));
        } catch (OutOfMemoryError | IllegalStateException e) {
            throw new Unfinished(result, e);
        }
        return simulated.converted(prepared, beside.curve());
    }

    /** Tells what a conversion is at, but not of each image. */
    private final class Steps implements Preparation {
        private final RunState state;
        private final Cancellation cancellation;
        private long last = System.nanoTime();

        Steps(RunState state, Cancellation cancellation) {
            this.state = state;
            this.cancellation = cancellation;
        }

        @Override
        public synchronized void at(Step step) {
            long now = System.nanoTime();
            if (!(step instanceof Step.Measuring) || now - last >= SNAPSHOT_EVERY) {
                last = now;
                publish(state.at(step), cancellation);
            }
        }
    }

    /**
     * Publishes a snapshot now and then, not after every image, and keeps still while paused. The
     * closed form goes on after the first snapshot, which nothing should delay.
     */
    private final class Pace {
        private final Prepared prepared;
        private final ClosedFormBeside beside;
        private final RunState state;
        private final Cancellation cancellation;
        private final long start = RunningTime.nanos();
        private long waited;
        private long last;

        Pace(
                Prepared prepared,
                ClosedFormBeside beside,
                RunState state,
                Cancellation cancellation) {
            this.prepared = prepared;
            this.beside = beside;
            this.state = state;
            this.cancellation = cancellation;
        }

        double seconds() {
            return RunningTime.secondsSince(start + waited);
        }

        void imageDone(RunTally tally) {
            long now = System.nanoTime();
            if (last == 0 || now - last >= SNAPSHOT_EVERY || pause.isPaused()) {
                if (last != 0 && prepared.settings().schedule() == Schedule.FREE) {
                    beside.begin();
                }
                last = now;
                publish(
                        state.converted(prepared, beside.curve()).at(tally.snapshot(), seconds()),
                        cancellation);
            }
            waited += pause.await();
        }
    }

    @Override
    public void close() {
        stop();
        executor.shutdown();
    }
}
