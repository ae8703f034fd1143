package org.eccexplorer.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.eccexplorer.app.Cancellation;
import org.eccexplorer.app.ClosedFormAccuracy;
import org.eccexplorer.app.Combinations;
import org.eccexplorer.app.Experiment;
import org.eccexplorer.app.Prepared;
import org.eccexplorer.app.RunJob;
import org.eccexplorer.app.Settings;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.export.Csv;
import org.eccexplorer.export.RunFiles;
import org.eccexplorer.export.RunJson;
import org.eccexplorer.measure.EnergyModel;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs combinations of CN, TRE and CMB on the same images and puts them side by side. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Runs all eight combinations of CN, TRE and CMB on the same images.")
final class CompareCommand implements Callable<Integer> {
    private static final String RESULT = "compare.json";

    @Spec private @Nullable CommandSpec spec;
    @Mixin private SourceArguments source = new SourceArguments();
    @Mixin private ConversionArguments conversion = new ConversionArguments();

    @Option(
            names = "--combinations",
            split = ",",
            paramLabel = "cn+tre+cmb",
            description = "Only these, such as cn+tre,cn,none (default: all eight).")
    private List<String> combinations = new ArrayList<>();

    @Option(names = "--out", paramLabel = "DIR", description = "Where table and JSON go.")
    private @Nullable Path out;

    @Option(names = "--force", description = "Replace results that are there already.")
    private boolean force;

    @Option(names = "--quiet", description = "No progress.")
    private boolean quiet;

    /** One row of the table. */
    private record Row(
            ConversionOptions options, RunSnapshot run, Map<Integer, Double> closedForm) {}

    @Override
    public Integer call() throws ProblemException {
        Settings settings = source.settings(conversion.options());
        List<ConversionOptions> chosen =
                combinations.isEmpty()
                        ? Combinations.all(settings.conversion())
                        : Combinations.named(settings.conversion(), combinations);
        if (out != null) {
            RunFiles.prepare(out, RESULT, force);
        }
        Cancellation cancellation = new Cancellation();
        List<Row> rows = new ArrayList<>();
        try (Interruption _ = new Interruption(cancellation)) {
            Experiment experiment = source.open();
            for (ConversionOptions options : chosen) {
                if (cancellation.isRequested()) {
                    break;
                }
                Row row = run(experiment, settings.with(options), cancellation);
                if (row.run().images() > 0) {
                    rows.add(row);
                }
            }
            print(rows, settings.timesteps());
            if (out != null) {
                write(out, rows, settings.timesteps());
            }
        }
        return cancellation.isRequested() ? 130 : 0;
    }

    private Row run(Experiment experiment, Settings settings, Cancellation cancellation)
            throws ProblemException {
        PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
        Prepared prepared =
                Prepared.of(experiment.model(), experiment.calibration(), settings, cancellation);
        ProgressLine progress = new ProgressLine(err, quiet);
        RunSnapshot run =
                new RunJob(prepared, experiment.test())
                        .run(
                                tally -> progress.update(tally.images(), experiment.test().count()),
                                cancellation);
        progress.end();
        Map<Integer, Double> closedForm =
                ClosedFormAccuracy.at(
                        prepared, experiment.test(), columns(settings.timesteps()), cancellation);
        return new Row(settings.conversion(), run, closedForm);
    }

    private static List<Integer> columns(int timesteps) {
        return List.of(8, 16, 32, 64, 128, 256, timesteps).stream()
                .filter(t -> t <= timesteps)
                .distinct()
                .toList();
    }

    private void print(List<Row> rows, int timesteps) {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        if (rows.isEmpty()) {
            return;
        }
        out.printf(
                "%n%,d images, CNN accuracy %.2f %%; accuracy of the SNN in %% at T%n%n",
                rows.getFirst().run().images(), 100 * rows.getFirst().run().cnnAccuracy());
        out.printf("%-16s", "techniques");
        columns(timesteps).forEach(t -> out.printf(" %7d", t));
        out.printf(" %12s %12s%n", "spikes/image", "energy ratio");
        for (Row row : rows) {
            out.printf("%-16s", row.options().techniques());
            columns(timesteps).forEach(t -> out.printf(" %7.2f", 100 * row.run().accuracy(t)));
            out.printf(" %,12.0f %12.2f%n", row.run().spikesPerImage(), energyRatio(row.run()));
            if (!row.closedForm().isEmpty()) {
                out.printf("%-16s", "  closed form");
                row.closedForm().values().forEach(a -> out.printf(" %7.2f", 100 * a));
                out.println();
            }
        }
    }

    private static double energyRatio(RunSnapshot run) {
        EnergyModel model = EnergyModel.HOROWITZ_45NM;
        return run.cost().snnMicrojoules(model, run.timesteps()) / run.cost().cnnMicrojoules(model);
    }

    private static void write(Path folder, List<Row> rows, int timesteps) throws ProblemException {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("schema", RunJson.SCHEMA);
        json.put("timesteps", timesteps);
        ArrayNode runs = json.putArray("runs");
        List<List<Object>> table = new ArrayList<>();
        for (Row row : rows) {
            ObjectNode run = runs.addObject();
            run.put("techniques", row.options().techniques());
            run.put("currentNormalisation", row.options().currentNormalisation());
            run.put("residualElimination", row.options().residualElimination());
            run.put("batchNormConsistency", row.options().batchNormConsistency());
            run.put("images", row.run().images());
            run.put("partial", !row.run().isComplete());
            run.put("cnnAccuracy", row.run().cnnAccuracy());
            ArrayNode accuracy = run.putArray("accuracy");
            List<Object> cells = new ArrayList<>(List.of(row.options().techniques()));
            for (int t = 1; t <= timesteps; t++) {
                accuracy.add(row.run().accuracy(t));
            }
            columns(timesteps).forEach(t -> cells.add(row.run().accuracy(t)));
            ObjectNode closedForm = run.putObject("closedForm");
            row.closedForm().forEach((t, share) -> closedForm.put(String.valueOf(t), share));
            run.put("spikesPerImage", row.run().spikesPerImage());
            run.put("synOps", row.run().cost().synOps());
            run.put("energyRatio", energyRatio(row.run()));
            cells.add(row.run().spikesPerImage());
            cells.add(energyRatio(row.run()));
            table.add(cells);
        }
        List<String> header = new ArrayList<>(List.of("techniques"));
        columns(timesteps).forEach(t -> header.add("T" + t));
        header.add("spikesPerImage");
        header.add("energyRatio");
        Csv.write(folder.resolve("compare.csv"), header, table);
        RunJson.write(folder.resolve(RESULT), json);
    }
}
