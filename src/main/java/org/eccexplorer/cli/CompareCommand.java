package org.eccexplorer.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.eccexplorer.app.live.ClosedFormCurve;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.app.live.RunStyles;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.run.Combinations;
import org.eccexplorer.app.run.MemoryEstimate;
import org.eccexplorer.app.run.Prepared;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.app.run.SharedWork;
import org.eccexplorer.app.session.RunCommandLine;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.cli.arguments.AccountingArguments;
import org.eccexplorer.cli.arguments.ChartArguments;
import org.eccexplorer.cli.arguments.ClosedFormArguments;
import org.eccexplorer.cli.arguments.ConversionArguments;
import org.eccexplorer.cli.arguments.DenseArguments;
import org.eccexplorer.cli.arguments.Evaluation;
import org.eccexplorer.cli.arguments.Interruption;
import org.eccexplorer.cli.arguments.OutputArguments;
import org.eccexplorer.cli.arguments.ReadingArguments;
import org.eccexplorer.cli.arguments.ReportArguments;
import org.eccexplorer.cli.arguments.SourceArguments;
import org.eccexplorer.cli.arguments.TableArguments;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.export.Comparison;
import org.eccexplorer.figures.words.EnergyWords;
import org.eccexplorer.figures.words.ReadingWords;
import org.eccexplorer.figures.words.RunWords;
import org.eccexplorer.files.ResultFolder;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.measure.Schedule;
import org.eccexplorer.measure.energy.Accounting;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.report.run.Reports;
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

/** Runs combinations of CN, TRE and CMB on the same images and puts them side by side. */
@Command(name = "compare", mixinStandardHelpOptions = true, sortOptions = false)
final class CompareCommand implements Callable<Integer> {
    private final Set<String> warned = new HashSet<>();
    private final List<RunState> drawn = new ArrayList<>();
    private final SharedWork shared = SharedWork.ofSeveral();

    @Spec private @Nullable CommandSpec spec;
    @Mixin private SourceArguments source = new SourceArguments();
    @Mixin private ConversionArguments conversion = new ConversionArguments();
    @Mixin private ClosedFormArguments closedForm = new ClosedFormArguments();
    @Mixin private ReadingArguments reading = new ReadingArguments();
    @Mixin private DenseArguments dense = new DenseArguments();
    @Mixin private OutputArguments output = new OutputArguments();
    @Mixin private ChartArguments charts = new ChartArguments();
    @Mixin private TableArguments tables = new TableArguments();
    @Mixin private ReportArguments reports = new ReportArguments();
    @Mixin private AccountingArguments energy = new AccountingArguments();

    @Option(
            names = "--combinations",
            split = ",",
            paramLabel = "cn+tre+cmb",
            descriptionKey = "option.combinations")
    private List<String> combinations = new ArrayList<>();

    @Override
    public Integer call() throws ProblemException {
        Settings settings =
                reading.apply(
                        source.settings(conversion.options()).withClosedForm(closedForm.variant()));
        List<ConversionOptions> chosen =
                combinations.isEmpty()
                        ? Combinations.all(settings.conversion())
                        : Combinations.named(settings.conversion(), combinations);
        charts.check(output);
        reports.check();
        tables.check(output);
        Accounting accounting = energy.accounting();
        return Interruption.during(
                err(),
                cancellation -> {
                    try (ResultFolder _ = output.claim(Comparison.RESULT)) {
                        run(settings, chosen, accounting, cancellation);
                    }
                });
    }

    private void run(
            Settings settings,
            List<ConversionOptions> chosen,
            Accounting accounting,
            Cancellation cancellation)
            throws ProblemException {
        DenseBackend backend = dense.load();
        Experiment experiment = source.open(cancellation).with(backend);
        experiment.warnings().forEach(this::warn);
        Comparison comparison =
                new Comparison(
                        experiment.source(settings.calibration()),
                        experiment.test().labels().length > 0,
                        settings.timesteps(),
                        settings.seed(),
                        settings.closedForm(),
                        accounting,
                        settings.reading(),
                        settings.schedule(),
                        rows(experiment, settings, chosen, accounting, cancellation));
        output.show(
                out(),
                folder -> {
                    charts.write(folder, drawn, accounting);
                    tables.write(
                            folder,
                            Comparison.NAME,
                            drawn,
                            accounting,
                            experiment.model().source().title());
                    comparison.write(folder);
                },
                comparison::json,
                () -> print(comparison, chosen.size()));
        charts.writePages(drawn, accounting, experiment, output, out(), cancellation);
        reports.write(() -> Reports.of(comparison), output, out());
    }

    /** As many as were run; the last may be partial. */
    private List<Comparison.Row> rows(
            Experiment experiment,
            Settings settings,
            List<ConversionOptions> chosen,
            Accounting accounting,
            Cancellation cancellation)
            throws ProblemException {
        List<Comparison.Row> rows = new ArrayList<>();
        for (ConversionOptions options : chosen) {
            try {
                rows.add(run(experiment, settings.with(options), accounting, cancellation));
            } catch (CancellationException stopped) {
                break;
            }
        }
        if (rows.isEmpty()) {
            throw new CancellationException("no image is complete");
        }
        return rows;
    }

    private Comparison.Row run(
            Experiment experiment,
            Settings settings,
            Accounting accounting,
            Cancellation cancellation)
            throws ProblemException {
        MemoryEstimate.checkTimesteps(
                experiment.model().network(), settings, experiment.test().count());
        Prepared prepared =
                output.prepared(experiment, settings, shared.calibrations(), err(), cancellation);
        prepared.report().warnings().forEach(this::warn);
        Evaluation evaluation =
                new Evaluation(prepared, experiment.test(), shared, output, err(), cancellation);
        SharedWork.Done done = done(evaluation, experiment, settings);
        Comparison.Row row =
                new Comparison.Row(
                        settings.conversion(),
                        done.result(),
                        prepared.report(),
                        RunCommandLine.of(experiment, settings, accounting.inputMacs()),
                        evaluation.stages(experiment, done.result()),
                        done.closedForm());
        if (charts.areWanted() || tables.areWanted()) {
            drawn.add(drawn(row, prepared));
        }
        return row;
    }

    /** The result of a combination, which may be that of another one with the same network. */
    private SharedWork.Done done(Evaluation evaluation, Experiment experiment, Settings settings)
            throws ProblemException {
        Prepared prepared = evaluation.prepared();
        Optional<SharedWork.Done> known = shared.result(prepared, experiment.test());
        if (known.isPresent()) {
            return known.get();
        }
        List<Integer> at = Comparison.columns(settings.timesteps());
        RunSnapshot result = evaluation.simulated(evaluation.reading(experiment.calibration()), at);
        SharedWork.Done done =
                new SharedWork.Done(
                        result, evaluation.closedFormAccuracy(at, result), Optional.empty());
        shared.keep(prepared, experiment.test(), done);
        return done;
    }

    /**
     * A run as charts and tables take it; they need the network of the first only, which may be
     * large.
     */
    private RunState drawn(Comparison.Row row, Prepared prepared) {
        return new RunState(
                drawn.size(),
                RunStyles.free(drawn),
                "",
                prepared.settings(),
                RunState.Phase.COMPLETE,
                new ClosedFormCurve(row.run().images(), row.closedForm()),
                drawn.isEmpty() ? Optional.of(prepared) : Optional.empty(),
                Optional.of(row.run()),
                0);
    }

    /** All combinations are calibrated on the same images: each warning once. */
    private void warn(String warning) {
        if (warned.add(warning)) {
            err().println(Texts.text("cli.warned", Shown.line(warning)));
        }
    }

    /**
     * Prints the table.
     *
     * @param chosen number of combinations that were to be run
     */
    private void print(Comparison comparison, int chosen) {
        RunSnapshot first = comparison.rows().getFirst().run();
        List<Integer> columns = Comparison.columns(comparison.timesteps());
        out().println();
        out().println(
                        Texts.text(
                                "cli.compare.heading",
                                Texts.counted("cli.images", first.images())));
        stopped(comparison.rows(), chosen).ifPresent(out()::println);
        out().println();
        List<List<String>> lines = new ArrayList<>();
        for (Comparison.Row row : comparison.rows()) {
            lines.add(simulated(comparison, row, columns));
            if (!row.closedForm().isEmpty()) {
                lines.add(closedForm(row));
            }
        }
        table(columns).print(out(), lines);
        out().println();
        out().println(
                        Texts.text(
                                "cli.compare.counted",
                                comparison.accounting().model().name(),
                                EnergyWords.counted(comparison.accounting(), first)));
        RunTable.stages(
                out(),
                comparison.rows().stream()
                        .flatMap(row -> row.cnnStages().stream())
                        .collect(Collectors.toCollection(LinkedHashSet::new)));
        comparison.rows().forEach(row -> reading(comparison, row));
        if (comparison.schedule() == Schedule.SYNCHRONOUS) {
            out().println(Texts.text("cli.compare.synchronous"));
        }
        RunTable.variant(out(), comparison.variant());
        RunTable.calibration(out(), comparison.source());
    }

    /** How classes were read, which may differ: it is decided by votes of each network. */
    private void reading(Comparison comparison, Comparison.Row row) {
        ReadingWords.sentences(row.run(), comparison.reading())
                .forEach(sentence ->
                        out().println(
                                        Texts.text(
                                                "cli.compare.reading",
                                                row.options().techniques(),
                                                sentence)));
    }

    /** How far a comparison came that was stopped; empty if it came to its end. */
    static Optional<String> stopped(List<Comparison.Row> rows, int chosen) {
        RunSnapshot last = rows.getLast().run();
        if (rows.size() == chosen && last.isComplete()) {
            return Optional.empty();
        }
        String ran =
                Texts.text(
                        "cli.compare.ran",
                        Numbers.count(rows.size()),
                        Texts.counted("cli.combinations", chosen));
        return Optional.of(
                last.isComplete()
                        ? ran
                        : ran + Texts.text("cli.compare.lastOf", RunWords.images(last)));
    }

    private static TextTable table(List<Integer> timesteps) {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.words(Texts.text("cli.compare.techniques")));
        columns.add(Column.numbers(Texts.text("cli.compare.lastTimestep")));
        columns.add(Column.numbers(Texts.text("cli.compare.images")));
        columns.add(Column.numbers(Texts.text("cli.compare.cnn")));
        timesteps.forEach(t -> columns.add(Column.numbers(Numbers.count(t))));
        columns.add(Column.numbers(Texts.text("cli.compare.spikes")));
        columns.add(Column.numbers(Texts.text("cli.compare.energy")));
        return new TextTable(columns);
    }

    private static List<String> simulated(
            Comparison comparison, Comparison.Row row, List<Integer> timesteps) {
        List<String> cells = new ArrayList<>();
        cells.add(row.options().techniques());
        extent(cells, row);
        timesteps.forEach(t -> cells.add(Numbers.fixed(100 * row.run().accuracy(t), 2)));
        cells.add(Numbers.fixed(row.run().spikesPerImage(), 0));
        cells.add(Numbers.fixed(comparison.energyRatio(row), 2));
        return cells;
    }

    private static void extent(List<String> cells, Comparison.Row row) {
        cells.add(Numbers.count(row.run().timesteps()));
        cells.add(RunWords.images(row.run()));
        cells.add(Numbers.fixed(100 * row.run().cnnAccuracy(), 2));
    }

    private static List<String> closedForm(Comparison.Row row) {
        List<String> cells = new ArrayList<>();
        cells.add(Texts.text("cli.compare.closedForm"));
        extent(cells, row);
        row.closedForm().values().forEach(share -> cells.add(Numbers.fixed(100 * share, 2)));
        return cells;
    }

    private PrintWriter out() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }

    private PrintWriter err() {
        return Objects.requireNonNull(spec).commandLine().getErr();
    }
}
