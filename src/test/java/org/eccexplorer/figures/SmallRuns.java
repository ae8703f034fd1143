package org.eccexplorer.figures;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.eccexplorer.app.live.ClosedFormCurve;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.run.ClosedFormAccuracy;
import org.eccexplorer.app.run.ClosedFormJob;
import org.eccexplorer.app.run.ImageTrace;
import org.eccexplorer.app.run.Prepared;
import org.eccexplorer.app.run.RunJob;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.problem.ProblemException;

/** Real runs of a few images of the handwritten digits, which take a fraction of a second. */
public final class SmallRuns {
    public static final int IMAGES = 12;
    public static final int TIMESTEPS = 24;

    private final Experiment experiment;

    private SmallRuns(Experiment experiment) {
        this.experiment = experiment;
    }

    public static SmallRuns digits() throws ProblemException {
        return of(Experiment.sample("digits", IMAGES));
    }

    public static SmallRuns of(Experiment experiment) {
        return new SmallRuns(experiment);
    }

    public Experiment experiment() {
        return experiment;
    }

    public static Settings settings(UnaryOperator<ConversionOptions> change) {
        return Settings.standard()
                .withTimesteps(TIMESTEPS)
                .withThreads(1)
                .with(change.apply(ConversionOptions.ecc()));
    }

    /** A complete run with the closed form at 6, 12 and 24 timesteps. */
    public RunState run(int id, UnaryOperator<ConversionOptions> change) throws ProblemException {
        return run(id, settings(change));
    }

    public RunState run(int id, Settings settings) throws ProblemException {
        Cancellation never = new Cancellation();
        Prepared prepared =
                Prepared.of(experiment.model(), experiment.calibration(), settings, never);
        Map<Integer, Double> closedForm =
                ClosedFormAccuracy.at(
                        prepared, experiment.test(), List.of(6, 12, 24), done -> {}, never);
        return new RunState(
                id,
                id,
                "run " + id,
                settings,
                RunState.Phase.COMPLETE,
                new ClosedFormCurve(IMAGES, closedForm),
                Optional.of(prepared),
                Optional.of(new RunJob(prepared, experiment.test()).run(tally -> {}, never)),
                0.1);
    }

    /** A run that was stopped after this many images. */
    public RunState stoppedAfter(int id, int images, Settings settings) throws ProblemException {
        Cancellation cancellation = new Cancellation();
        Prepared prepared =
                Prepared.of(experiment.model(), experiment.calibration(), settings, cancellation);
        int[] done = new int[1];
        RunSnapshot result =
                new RunJob(prepared, experiment.test())
                        .run(
                                tally -> {
                                    if (++done[0] == images) {
                                        cancellation.cancel();
                                    }
                                },
                                cancellation);
        return new RunState(
                id,
                id,
                "run " + id,
                settings,
                RunState.Phase.STOPPED,
                ClosedFormCurve.none(),
                Optional.of(prepared),
                Optional.of(result).filter(run -> images > 0),
                0.1);
    }

    /** The closed form in place of a simulation. */
    public RunState closedForm(int id, List<Integer> at) throws ProblemException {
        Cancellation never = new Cancellation();
        Prepared prepared =
                Prepared.of(experiment.model(), experiment.calibration(), settings(o -> o), never);
        ClosedFormJob job = new ClosedFormJob(prepared, experiment.test(), at);
        return new RunState(
                id,
                id,
                "run " + id,
                prepared.settings(),
                RunState.Phase.COMPLETE,
                ClosedFormCurve.none(),
                Optional.of(prepared),
                Optional.of(job.run(tally -> {}, never)),
                0.1);
    }

    /** A run that has not come to its first image. */
    public static RunState waiting(int id) {
        return without(id, RunState.Phase.WAITING);
    }

    /** A run that was stopped before its first image. */
    public static RunState stopped(int id) {
        return without(id, RunState.Phase.STOPPED);
    }

    private static RunState without(int id, RunState.Phase phase) {
        return new RunState(
                id,
                id,
                "run " + id,
                settings(o -> o),
                phase,
                ClosedFormCurve.none(),
                Optional.empty(),
                Optional.empty(),
                0);
    }

    /** The first image, closely. */
    public ImageTrace trace(RunState run) {
        return ImageTrace.of(
                run.prepared().orElseThrow(), experiment.test().image(0), 0, () -> false);
    }
}
