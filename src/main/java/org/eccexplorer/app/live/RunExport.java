package org.eccexplorer.app.live;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.run.CnnAccuracy;
import org.eccexplorer.app.run.Prepared;
import org.eccexplorer.app.run.RunReports;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.export.Outcome;
import org.eccexplorer.export.RunFiles;
import org.eccexplorer.export.RunReport;
import org.eccexplorer.export.RunTimes;
import org.eccexplorer.files.ResultFolder;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.measure.energy.InputMacs;
import org.eccexplorer.problem.ProblemException;

/** Writes a run of the session as the command line would. */
public final class RunExport {
    private RunExport() {}

    /**
     * Writes run.json, accuracy.csv, layers.csv, outputs.npz and measures.npz.
     *
     * @param parent gets a folder for the run, named after it
     * @param command what repeats it
     * @param inputMacs how often the MACs of a constant input current are counted
     * @return that folder
     */
    public static Path write(
            Path parent, Experiment experiment, RunState run, String command, InputMacs inputMacs)
            throws ProblemException {
        Path folder = parent.resolve(folderName(run));
        try (ResultFolder claimed = ResultFolder.claim(folder, RunFiles.RUN, true)) {
            RunReport report = report(experiment, run, command, inputMacs);
            claimed.begin();
            RunFiles.write(folder, report);
        }
        return folder;
    }

    /**
     * All that is written of a run that has images.
     *
     * @param command what repeats it
     * @param inputMacs how often the MACs of a constant input current are counted
     */
    public static RunReport report(
            Experiment experiment, RunState run, String command, InputMacs inputMacs) {
        Prepared prepared = run.prepared().orElseThrow();
        RunSnapshot result = run.snapshot().orElseThrow();
        RunTimes times =
                new RunTimes(
                        prepared.calibrationSeconds(),
                        OptionalDouble.empty(),
                        OptionalDouble.of(run.seconds()));
        return RunReports.of(
                experiment,
                prepared,
                run.settings(),
                CnnAccuracy.stages(
                        prepared,
                        experiment,
                        experiment.test().limit(result.images()),
                        result,
                        new Cancellation()),
                command,
                inputMacs,
                Outcome.simulated(result, closedForm(run, result), times));
    }

    /** The closed form, if it is of the images that were simulated. */
    private static Map<Integer, Double> closedForm(RunState run, RunSnapshot result) {
        ClosedFormCurve curve = run.closedForm();
        return curve.images() == result.images() ? curve.accuracy() : Map.of();
    }

    private static String folderName(RunState run) {
        String name =
                run.name()
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}]+", "-")
                        .replaceAll("^-|-$", "");
        return String.format(Locale.ROOT, "%02d-%s", run.id() + 1, name);
    }
}
