package org.eccexplorer.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.eccexplorer.app.Cancellation;
import org.eccexplorer.app.ClosedFormAccuracy;
import org.eccexplorer.app.CnnAccuracy;
import org.eccexplorer.app.Experiment;
import org.eccexplorer.app.Prepared;
import org.eccexplorer.app.RunJob;
import org.eccexplorer.app.Settings;
import org.eccexplorer.export.RunFiles;
import org.eccexplorer.export.RunJson;
import org.eccexplorer.export.RunReport;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Converts a model, runs it on images, prints a table and writes the results. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Converts a model and runs it on images; without --model a bundled sample.")
final class RunCommand implements Callable<Integer> {

    @Spec private @Nullable CommandSpec spec;
    @Mixin private SourceArguments source = new SourceArguments();
    @Mixin private ConversionArguments conversion = new ConversionArguments();

    @Option(
            names = "--mode",
            defaultValue = "simulate",
            paramLabel = "simulate|closed-form",
            description = "How to evaluate (default: simulate, with the closed form beside it).")
    private String mode = "simulate";

    @Option(
            names = "--at",
            split = ",",
            paramLabel = "T",
            description = "Timesteps to report (default: powers of two up to T).")
    private List<Integer> at = new ArrayList<>();

    @Option(names = "--out", paramLabel = "DIR", description = "Where the results go.")
    private @Nullable Path out;

    @Option(names = "--force", description = "Replace results that are there already.")
    private boolean force;

    @Option(names = "--quiet", description = "No progress and no table.")
    private boolean quiet;

    @Option(names = "--json", description = "Print run.json in place of the table.")
    private boolean json;

    @Override
    public Integer call() throws ProblemException {
        Settings settings = source.settings(conversion.options());
        List<Integer> reported = reported(settings.timesteps());
        boolean simulate = simulates();
        if (out != null) {
            RunFiles.prepare(out, RunFiles.RUN, force);
        }
        Cancellation cancellation = new Cancellation();
        try (Interruption _ = new Interruption(cancellation)) {
            Experiment experiment = source.open();
            experiment.warnings().forEach(warning -> err().println("ecc: warning: " + warning));
            Map<String, Double> times = new LinkedHashMap<>();
            Prepared prepared =
                    Prepared.of(
                            experiment.model(), experiment.calibration(), settings, cancellation);
            prepared.report()
                    .warnings()
                    .forEach(warning -> err().println("ecc: warning: " + warning));
            times.put("calibration", prepared.calibrationSeconds());
            Map<Integer, Double> closedForm =
                    closedForm(prepared, experiment, reported, times, cancellation);
            if (!simulate) {
                printClosedForm(closedForm, experiment);
                return cancellation.isRequested() ? 130 : 0;
            }
            RunSnapshot result = simulate(prepared, experiment, times, cancellation);
            RunReport report =
                    new RunReport(
                            experiment.model().file().toString(),
                            experiment.model().model().format(),
                            experiment.model().model().sha256(),
                            experiment.dataSource(),
                            experiment.calibrationSource(),
                            settings.seed(),
                            prepared.network(),
                            prepared.report(),
                            result,
                            trainedAccuracy(prepared, experiment, result, cancellation),
                            closedForm,
                            times);
            show(report, reported);
            return cancellation.isRequested() ? 130 : 0;
        }
    }

    /** Measured again only where the conversion changed the CNN itself. */
    private static double trainedAccuracy(
            Prepared prepared,
            Experiment experiment,
            RunSnapshot result,
            Cancellation cancellation) {
        return prepared.report().rewritten().isEmpty() || experiment.test().labels().length == 0
                ? result.cnnAccuracy()
                : CnnAccuracy.of(
                        experiment.model().cnn(),
                        experiment.test(),
                        prepared.settings().threads(),
                        cancellation);
    }

    private boolean simulates() throws ProblemException {
        return switch (mode) {
            case "simulate" -> true;
            case "closed-form" -> false;
            default ->
                    throw ConversionArguments.usage(
                            "--mode", "\"" + mode + "\"", "write simulate or closed-form");
        };
    }

    private List<Integer> reported(int timesteps) throws ProblemException {
        if (at.isEmpty()) {
            List<Integer> powers = new ArrayList<>();
            for (int t = 4; t < timesteps; t *= 2) {
                powers.add(t);
            }
            powers.add(timesteps);
            return powers;
        }
        for (int t : at) {
            if (t < 1 || t > timesteps) {
                throw ConversionArguments.usage(
                        "--at",
                        "%d is not between 1 and T = %d".formatted(t, timesteps),
                        "change it");
            }
        }
        return at;
    }

    private Map<Integer, Double> closedForm(
            Prepared prepared,
            Experiment experiment,
            List<Integer> reported,
            Map<String, Double> times,
            Cancellation cancellation) {
        long start = System.nanoTime();
        Map<Integer, Double> accuracy =
                ClosedFormAccuracy.at(prepared, experiment.test(), reported, cancellation);
        times.put("closedForm", (System.nanoTime() - start) * 1e-9);
        return accuracy;
    }

    private RunSnapshot simulate(
            Prepared prepared,
            Experiment experiment,
            Map<String, Double> times,
            Cancellation cancellation)
            throws ProblemException {
        ProgressLine progress = new ProgressLine(err(), quiet || json);
        long start = System.nanoTime();
        RunJob job = new RunJob(prepared, experiment.test());
        RunSnapshot result =
                job.run(
                        tally -> progress.update(tally.images(), experiment.test().count()),
                        cancellation);
        progress.end();
        times.put("simulation", (System.nanoTime() - start) * 1e-9);
        return result;
    }

    private void show(RunReport report, List<Integer> reported) throws ProblemException {
        if (out != null) {
            RunFiles.write(out, report);
        }
        if (json) {
            out().println(RunJson.json(report).toPrettyString());
        } else if (!quiet && report.result().images() > 0) {
            RunTable.print(out(), report.result(), report.closedForm(), reported);
            if (!report.conversion().rewritten().isEmpty()) {
                out().printf(
                                "With %s replaced the CNN has %.2f %%; as trained it has %.2f %%%n",
                                String.join(", ", report.conversion().rewritten()),
                                100 * report.result().cnnAccuracy(),
                                100 * report.trainedCnnAccuracy());
            }
            double seconds = Objects.requireNonNull(report.times().get("simulation"));
            out().printf(
                            "Simulated in %.1f s, %.0f images/s%n",
                            seconds, report.result().images() / seconds);
        }
        if (out != null && !quiet && !json) {
            out().println("Results: " + out.toAbsolutePath());
        }
    }

    private void printClosedForm(Map<Integer, Double> accuracy, Experiment experiment) {
        if (quiet) {
            return;
        }
        out().printf("%n%,d images, closed form%n%n     T   SNN %%%n", experiment.test().count());
        accuracy.forEach((t, value) -> out().printf("%6d   %5.2f%n", t, 100 * value));
    }

    private PrintWriter out() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }

    private PrintWriter err() {
        return Objects.requireNonNull(spec).commandLine().getErr();
    }
}
