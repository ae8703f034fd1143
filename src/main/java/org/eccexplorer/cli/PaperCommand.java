package org.eccexplorer.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.eccexplorer.app.live.PaperRuns;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.cli.arguments.ChartArguments;
import org.eccexplorer.cli.arguments.ConversionArguments;
import org.eccexplorer.cli.arguments.DenseArguments;
import org.eccexplorer.cli.arguments.Interruption;
import org.eccexplorer.cli.arguments.ProgressLine;
import org.eccexplorer.cli.arguments.SourceArguments;
import org.eccexplorer.figures.chart.WrittenCharts;
import org.eccexplorer.figures.paper.PaperCharts;
import org.eccexplorer.figures.paper.PaperTable;
import org.eccexplorer.files.ResultFolder;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.tensor.DenseBackend;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Shown;
import org.eccexplorer.text.TextTable;
import org.eccexplorer.text.TextTable.Column;
import org.eccexplorer.text.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Draws the figures of the paper on any network. */
@Command(name = "paper", mixinStandardHelpOptions = true, sortOptions = false)
final class PaperCommand implements Callable<Integer> {
    private static final double MILLION = 1e6;

    @Spec private @Nullable CommandSpec spec;
    @Mixin private SourceArguments source = new SourceArguments();
    @Mixin private ConversionArguments conversion = new ConversionArguments();
    @Mixin private DenseArguments dense = new DenseArguments();
    @Mixin private ChartArguments charts = new ChartArguments();

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            descriptionKey = "option.paperOut")
    private @Nullable Path out;

    @Option(names = "--force", descriptionKey = "option.force")
    private boolean force;

    @Option(names = "--quiet", descriptionKey = "option.quiet")
    private boolean quiet;

    @Override
    public Integer call() throws ProblemException {
        Settings settings = source.settings(conversion.options());
        charts.checkFigures();
        Path folder = Objects.requireNonNull(out);
        return Interruption.during(
                err(),
                cancellation -> {
                    try (ResultFolder claimed =
                            ResultFolder.claim(folder, PaperTable.FILE, force)) {
                        draw(claimed, folder, settings, cancellation);
                    }
                });
    }

    private void draw(
            ResultFolder claimed, Path folder, Settings settings, Cancellation cancellation)
            throws ProblemException {
        DenseBackend backend = dense.load();
        Experiment experiment = source.open(cancellation).with(backend);
        experiment.warnings().forEach(this::warn);
        Line line = new Line();
        PaperRuns runs = new PaperRuns(experiment, settings, line::update, cancellation);
        RunState whole = runs.whole();
        List<RunState> bits = runs.bits();
        List<PaperRuns.Counted> counts = runs.counts();
        line.end();
        claimed.begin();
        WrittenCharts.write(folder, PaperCharts.of(whole, bits, counts), charts.figures());
        PaperTable.write(folder, whole, bits);
        if (!quiet) {
            print(whole, bits);
            out().println(Texts.text("cli.arguments.results", folder.toAbsolutePath()));
        }
    }

    /** A line of progress for each run after the other. */
    private final class Line {
        private String name = "";
        private @Nullable ProgressLine progress;

        void update(String what, int done, int total) {
            ProgressLine now = progress;
            if (now == null || !what.equals(name)) {
                end();
                now = new ProgressLine(err(), quiet, what);
                progress = now;
                name = what;
            }
            now.update(done, total);
        }

        void end() {
            if (progress != null) {
                progress.end();
            }
        }
    }

    private void print(RunState whole, List<RunState> bits) {
        RunSnapshot measured = whole.snapshot().orElseThrow();
        out().println(
                        Texts.text(
                                "cli.paper.heading",
                                whole.name(),
                                Texts.counted("cli.images", measured.images()),
                                Numbers.percent(measured.cnnAccuracy(), 1)));
        List<Column> columns = new ArrayList<>();
        columns.add(Column.numbers(Texts.text("cli.paper.timesteps")));
        columns.add(Column.numbers(Texts.text("cli.paper.asTrained")));
        PaperRuns.BITS.forEach(
                few -> columns.add(Column.numbers(Texts.text("cli.paper.bits", few))));
        columns.add(Column.numbers(Texts.text("cli.paper.operations")));
        double[] operations = measured.synOpsUntil();
        List<List<String>> rows = new ArrayList<>();
        for (int t : PaperRuns.steps(measured.timesteps())) {
            List<String> row = new ArrayList<>();
            row.add(Numbers.count(t));
            row.add(Numbers.fixed(100 * measured.accuracy(t), 1));
            bits.forEach(run ->
                    row.add(Numbers.fixed(100 * run.snapshot().orElseThrow().accuracy(t), 1)));
            row.add(Numbers.significant(operations[t - 1] / MILLION, 4));
            rows.add(row);
        }
        TextTable.of(columns.toArray(Column[]::new)).print(out(), rows);
    }

    private void warn(String warning) {
        err().println(Texts.text("cli.warned", Shown.line(warning)));
    }

    private PrintWriter out() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }

    private PrintWriter err() {
        return Objects.requireNonNull(spec).commandLine().getErr();
    }
}
