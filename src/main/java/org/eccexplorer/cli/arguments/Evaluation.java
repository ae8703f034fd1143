package org.eccexplorer.cli.arguments;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.run.ClosedFormAccuracy;
import org.eccexplorer.app.run.ClosedFormJob;
import org.eccexplorer.app.run.ImageJob;
import org.eccexplorer.app.run.MemoryEstimate;
import org.eccexplorer.app.run.Prepared;
import org.eccexplorer.app.run.ReadingBasis;
import org.eccexplorer.app.run.SharedWork;
import org.eccexplorer.app.run.Unfinished;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.dataset.LabelledImages;
import org.eccexplorer.measure.CnnStage;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.measure.Schedule;
import org.eccexplorer.measure.votes.Reading;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Texts;

/** The ways to evaluate a converted network, each with its line of progress. */
public record Evaluation(
        Prepared prepared,
        LabelledImages images,
        SharedWork shared,
        OutputArguments output,
        PrintWriter err,
        Cancellation cancellation) {
    /** After Ctrl-C this long is spent on figures beside those that are complete. */
    private static final Duration AFTERWARDS = Duration.ofMillis(1500);

    /**
     * How classes are read: what that leaves open is decided on calibration images.
     *
     * @throws CancellationException if it was stopped before the last of these
     */
    public Reading reading(LabelledImages calibration) throws ProblemException {
        ProgressLine progress = output.progress(err, Texts.text("cli.arguments.calibrationImages"));
        int count = ReadingBasis.images(calibration).count();
        Reading reading =
                ReadingBasis.decided(
                        prepared, calibration, done -> progress.update(done, count), cancellation);
        progress.end();
        return reading;
    }

    /**
     * The simulation, or what is complete of it.
     *
     * @param reading how its classes are read
     * @param at timesteps that are asked for
     * @throws CancellationException if it was stopped before its first image
     */
    public RunSnapshot simulated(Reading reading, List<Integer> at) throws ProblemException {
        ImageJob job = ImageJob.of(prepared, images, at, shared.passes());
        ProgressLine progress = output.progress(err, Texts.text("cli.arguments.simulation"));
        RunSnapshot result = done(job, progress);
        return some(result).read(reading);
    }

    /**
     * The closed form by itself, or what is complete of it.
     *
     * @throws CancellationException if it was stopped before its first image
     */
    public RunSnapshot byClosedForm(List<Integer> at) {
        ClosedFormJob job = new ClosedFormJob(prepared, images, at);
        ProgressLine progress = output.progress(err, Texts.text("cli.arguments.closedForm"));
        return some(done(job, progress));
    }

    /** All images, or those before a failure, which is thrown when what they say is written. */
    private RunSnapshot done(ImageJob job, ProgressLine progress) {
        try {
            progress.update(0, images.count());
            return job.run(tally -> progress.update(tally.images(), images.count()), cancellation);
        } catch (Unfinished e) {
            cancellation.fail(e.reason(prepared.network().name()));
            return e.done();
        } finally {
            progress.end();
        }
    }

    private static RunSnapshot some(RunSnapshot result) {
        if (result.images() == 0) {
            throw new CancellationException("no image is complete");
        }
        return result;
    }

    /** The images of a result, of which a partial one has only the first. */
    private LabelledImages of(RunSnapshot result) {
        return images.limit(result.images());
    }

    /** What may stop figures on the images of a result that was stopped itself, or not. */
    private Cancellation afterwards() {
        return cancellation.isRequested() ? Cancellation.after(AFTERWARDS) : cancellation;
    }

    /** How the CNN's own accuracy changed with each rewrite, on the images of a result. */
    public List<CnnStage> stages(Experiment experiment, RunSnapshot result) {
        return beside(
                () -> shared.stages(prepared, experiment, of(result), result, afterwards()),
                List.of());
    }

    /** Figures beside those that are complete, which are written in any case. */
    private <T> T beside(Supplier<T> figures, T none) {
        try {
            return figures.get();
        } catch (OutOfMemoryError e) {
            cancellation.fail(MemoryEstimate.exhausted(prepared.network().name(), e));
            return none;
        }
    }

    /**
     * The closed form's accuracy by T on the images of a simulation; none if it is stopped before
     * the last image. In the line of progress an image counts once for every T.
     */
    public Map<Integer, Double> closedFormAccuracy(List<Integer> at, RunSnapshot simulated) {
        if (prepared.settings().schedule() == Schedule.SYNCHRONOUS) {
            return Map.of(); // it is what was run
        }
        LabelledImages same = of(simulated);
        ProgressLine progress = output.progress(err, Texts.text("cli.arguments.closedForm"));
        int all = same.count() * at.size();
        Map<Integer, Double> accuracy =
                beside(
                        () ->
                                ClosedFormAccuracy.at(
                                        prepared,
                                        same,
                                        at,
                                        done -> progress.update(done, all),
                                        afterwards()),
                        Map.of());
        progress.end();
        return accuracy;
    }
}
