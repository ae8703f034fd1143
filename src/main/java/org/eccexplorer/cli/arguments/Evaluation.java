package org.eccexplorer.cli.arguments;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import org.eccexplorer.app.run.ClosedFormAccuracy;
import org.eccexplorer.app.run.ClosedFormJob;
import org.eccexplorer.app.run.Prepared;
import org.eccexplorer.app.run.RunJob;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.dataset.LabelledImages;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Texts;

/** The ways to evaluate a converted network, each with its line of progress. */
public record Evaluation(
        Prepared prepared,
        LabelledImages images,
        OutputArguments output,
        PrintWriter err,
        Cancellation cancellation) {

    public RunSnapshot simulated() throws ProblemException {
        RunJob job = new RunJob(prepared, images);
        ProgressLine progress = output.progress(err, Texts.text("cli.arguments.simulation"));
        RunSnapshot result =
                job.run(tally -> progress.update(tally.images(), images.count()), cancellation);
        progress.end();
        return result;
    }

    public RunSnapshot byClosedForm(List<Integer> at) {
        ClosedFormJob job = new ClosedFormJob(prepared, images, at);
        ProgressLine progress = output.progress(err, Texts.text("cli.arguments.closedForm"));
        RunSnapshot result =
                job.run(tally -> progress.update(tally.images(), images.count()), cancellation);
        progress.end();
        return result;
    }

    /** The closed form's accuracy by T; an image counts once for every T. */
    public Map<Integer, Double> closedFormAccuracy(List<Integer> at) {
        ProgressLine progress = output.progress(err, Texts.text("cli.arguments.closedForm"));
        int all = images.count() * at.size();
        Map<Integer, Double> accuracy =
                ClosedFormAccuracy.at(
                        prepared, images, at, done -> progress.update(done, all), cancellation);
        progress.end();
        return accuracy;
    }
}
