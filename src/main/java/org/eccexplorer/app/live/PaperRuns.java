package org.eccexplorer.app.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.run.CalibrationCache;
import org.eccexplorer.app.run.CountJob;
import org.eccexplorer.app.run.Prepared;
import org.eccexplorer.app.run.RunJob;
import org.eccexplorer.app.run.RunName;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.measure.SpikeCounts;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/**
 * The runs that the figures of Wu, Yi and Huang (2022) are made of, on any network: accuracy and
 * operations against T, weights of few bits, and spike counts for different θ.
 */
public final class PaperRuns {
    /** Bits of the weights that are compared with weights as trained. */
    public static final List<Integer> BITS = List.of(10, 9, 8, 7);

    /** θ of the spike counts: rounded down, to the nearest, and up for the most part. */
    public static final List<Double> THETAS = List.of(0.0, 0.5, 2 / 3.0);

    /** Points along T. */
    private static final int STEPS = 16;

    /** Spike counts are taken at this share of T: at 64 of 256. */
    private static final int COUNTED = 4;

    private final Experiment experiment;
    private final Settings settings;
    private final CalibrationCache ranges = new CalibrationCache();
    private final Progress progress;
    private final Cancellation cancellation;

    /** Is told what is being done to how many of the images. */
    @FunctionalInterface
    public interface Progress {
        void update(String what, int done, int total);
    }

    /**
     * Spike counts with what they are of.
     *
     * @param name such as "θ = 0.5"
     */
    public record Counted(String name, SpikeCounts counts) {}

    /**
     * Nothing runs yet.
     *
     * @param experiment with the images to test and to calibrate on
     * @param settings whose T is the last; its bits and its θ are replaced where these vary
     */
    public PaperRuns(
            Experiment experiment,
            Settings settings,
            Progress progress,
            Cancellation cancellation) {
        this.experiment = experiment;
        this.settings = settings.with(ConversionOptions.WEIGHT_BITS, 0L);
        this.progress = progress;
        this.cancellation = cancellation;
    }

    /** The timesteps that are shown: 16, 32 … 256 of 256. */
    public static int[] steps(int last) {
        return IntStream.rangeClosed(1, STEPS)
                .map(step -> (int) Math.round((double) step * last / STEPS))
                .filter(t -> t > 0)
                .distinct()
                .toArray();
    }

    /**
     * The run with weights as trained.
     *
     * @throws CancellationException if it was stopped
     */
    public RunState whole() throws ProblemException {
        return run(0, settings);
    }

    /**
     * A run that has ended in place of {@link #whole}, if it has the same results.
     *
     * @param settings as they would be given
     */
    public static Optional<RunState> known(List<RunState> all, Settings settings) {
        Settings wanted = settings.with(ConversionOptions.WEIGHT_BITS, 0L).decisive();
        return all.stream()
                .filter(run -> run.phase() == RunState.Phase.COMPLETE)
                .filter(run -> run.settings().decisive().equals(wanted))
                .filter(run -> run.snapshot().filter(RunSnapshot::knowsEachTimestep).isPresent())
                .findFirst()
                .map(run -> drawn(0, run.settings(), run.prepared(), run.snapshot()));
    }

    private static RunState drawn(
            int id, Settings of, Optional<Prepared> prepared, Optional<RunSnapshot> result) {
        return new RunState(
                id,
                id,
                "",
                of,
                RunState.Phase.COMPLETE,
                ClosedFormCurve.none(),
                prepared,
                result,
                0);
    }

    /** The runs with weights of fewer and fewer bits. */
    public List<RunState> bits() throws ProblemException {
        List<RunState> runs = new ArrayList<>();
        for (int bits : BITS) {
            Settings fewer = settings.with(ConversionOptions.WEIGHT_BITS, (long) bits);
            runs.add(run(runs.size() + 1, fewer));
        }
        return runs;
    }

    /** Spike counts for different θ, and of the CNN without rounding. */
    public List<Counted> counts() throws ProblemException {
        List<Counted> counts = new ArrayList<>();
        for (double theta : THETAS) {
            String name = Texts.text("app.live.theta", Numbers.compact(theta));
            Prepared prepared = prepared(counted(theta));
            counts.add(
                    new Counted(
                            name,
                            CountJob.simulated(
                                    prepared,
                                    experiment.test(),
                                    done -> told(name, done),
                                    cancellation)));
            requireGoing();
        }
        String name = Texts.text("app.live.notRounded");
        Prepared prepared = prepared(counted(ConversionOptions.THETA.standard()));
        counts.add(
                new Counted(
                        name,
                        CountJob.ofCnn(
                                prepared,
                                experiment.test(),
                                done -> told(name, done),
                                cancellation)));
        requireGoing();
        return counts;
    }

    private Settings counted(double theta) {
        return settings.withTimesteps(Math.max(1, settings.timesteps() / COUNTED))
                .with(ConversionOptions.RESIDUAL_ELIMINATION, true)
                .with(ConversionOptions.THETA, theta);
    }

    private RunState run(int id, Settings of) throws ProblemException {
        Prepared prepared = prepared(of);
        String name = RunName.of(of);
        RunSnapshot result =
                new RunJob(prepared, experiment.test())
                        .run(tally -> told(name, tally.images()), cancellation);
        requireGoing();
        return drawn(id, of, Optional.of(prepared), Optional.of(result));
    }

    private Prepared prepared(Settings of) throws ProblemException {
        return Prepared.of(experiment.model(), experiment.calibration(), of, ranges, cancellation);
    }

    private void told(String what, int done) {
        progress.update(what, done, experiment.test().count());
    }

    private void requireGoing() {
        if (cancellation.isRequested()) {
            throw new CancellationException("the figures of the paper were stopped");
        }
    }
}
