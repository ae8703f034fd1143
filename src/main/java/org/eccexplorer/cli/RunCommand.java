package org.eccexplorer.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.eccexplorer.app.live.ClosedFormCurve;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.run.MemoryEstimate;
import org.eccexplorer.app.run.Pace;
import org.eccexplorer.app.run.Prepared;
import org.eccexplorer.app.run.RunReports;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.app.run.SharedWork;
import org.eccexplorer.app.session.RunCommandLine;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.app.work.RunningTime;
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
import org.eccexplorer.dataset.LabelledImages;
import org.eccexplorer.export.Outcome;
import org.eccexplorer.export.RunFiles;
import org.eccexplorer.export.RunJson;
import org.eccexplorer.export.RunReport;
import org.eccexplorer.export.RunTimes;
import org.eccexplorer.files.ResultFolder;
import org.eccexplorer.measure.CnnStage;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.measure.energy.Accounting;
import org.eccexplorer.measure.votes.Reading;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.report.run.Reports;
import org.eccexplorer.tensor.DenseBackend;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Shown;
import org.eccexplorer.text.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Converts a model, runs it on images, prints a table and writes the results. */
@Command(name = "run", mixinStandardHelpOptions = true, sortOptions = false)
final class RunCommand implements Callable<Integer> {

    @Spec private @Nullable CommandSpec spec;
    @Mixin private SourceArguments source = new SourceArguments();
    @Mixin private ConversionArguments conversion = new ConversionArguments();
    @Mixin private ClosedFormArguments closedForm = new ClosedFormArguments();
    @Mixin private ReadingArguments reading = new ReadingArguments();
    @Mixin private DenseArguments dense = new DenseArguments();
    @Mixin private OutputArguments output = new OutputArguments();
    @Mixin private ChartArguments charts = new ChartArguments();
    @Mixin private ReportArguments reports = new ReportArguments();
    @Mixin private AccountingArguments energy = new AccountingArguments();

    @Option(
            names = "--mode",
            defaultValue = "simulate",
            paramLabel = "simulate|closed-form",
            descriptionKey = "option.mode")
    private String mode = "simulate";

    @Option(names = "--at", split = ",", paramLabel = "T", descriptionKey = "option.at")
    private List<Integer> at = new ArrayList<>();

    @Override
    public Integer call() throws ProblemException {
        Settings settings =
                reading.apply(
                        source.settings(conversion.options()).withClosedForm(closedForm.variant()));
        List<Integer> reported = reported(settings.timesteps());
        Outcome.Mode chosen = mode();
        if (chosen == Outcome.Mode.CLOSED_FORM) {
            ReadingArguments.requireNone(settings);
            ReadingArguments.requireFree(settings);
        }
        charts.check(output);
        reports.check();
        Accounting accounting = energy.accounting();
        return Interruption.during(
                err(),
                cancellation -> {
                    try (ResultFolder _ = output.claim(RunFiles.RUN)) {
                        run(chosen, settings, reported, accounting, cancellation);
                    }
                });
    }

    private void run(
            Outcome.Mode chosen,
            Settings settings,
            List<Integer> reported,
            Accounting accounting,
            Cancellation cancellation)
            throws ProblemException {
        DenseBackend backend = dense.load();
        Experiment experiment = source.open(cancellation).with(backend);
        experiment.warnings().forEach(this::warn);
        if (chosen == Outcome.Mode.SIMULATE) {
            MemoryEstimate.checkTimesteps(
                    experiment.model().network(), settings, experiment.test().count());
        }
        Prepared prepared = output.prepared(experiment, settings, err(), cancellation);
        prepared.report().warnings().forEach(this::warn);
        RunReport report =
                evaluated(chosen, prepared, experiment, reported, accounting, cancellation);
        RunState drawn = drawn(report, prepared);
        show(report, drawn, reported, accounting);
        charts.writePages(List.of(drawn), accounting, experiment, output, out(), cancellation);
        reports.write(() -> Reports.of(List.of(report), List.of("")), output, out());
    }

    private void warn(String warning) {
        err().println(Texts.text("cli.warned", Shown.line(warning)));
    }

    private Outcome.Mode mode() throws ProblemException {
        for (Outcome.Mode known : Outcome.Mode.values()) {
            if (known.text().equals(mode)) {
                return known;
            }
        }
        throw ConversionArguments.usage(
                "--mode", ConversionArguments.itIs(mode), Texts.text("cli.run.writeMode"));
    }

    private RunReport evaluated(
            Outcome.Mode chosen,
            Prepared prepared,
            Experiment experiment,
            List<Integer> reported,
            Accounting accounting,
            Cancellation cancellation)
            throws ProblemException {
        Evaluation evaluation =
                new Evaluation(
                        prepared,
                        experiment.test(),
                        SharedWork.ofOne(),
                        output,
                        err(),
                        cancellation);
        Outcome outcome =
                chosen == Outcome.Mode.SIMULATE
                        ? simulated(evaluation, prepared, experiment.calibration(), reported)
                        : byClosedForm(evaluation, prepared, reported);
        List<CnnStage> stages = evaluation.stages(experiment, outcome.result());
        String command = RunCommandLine.of(experiment, prepared.settings(), accounting.inputMacs());
        return RunReports.of(
                experiment,
                prepared,
                prepared.settings(),
                stages,
                chosen == Outcome.Mode.SIMULATE ? command : byClosedForm(command, reported),
                accounting.inputMacs(),
                outcome);
    }

    private static String byClosedForm(String command, List<Integer> reported) {
        String at = reported.stream().map(String::valueOf).collect(Collectors.joining(","));
        return command + " --mode " + Outcome.Mode.CLOSED_FORM.text() + " --at " + at;
    }

    /** A simulation, with the closed form beside it. */
    private static Outcome simulated(
            Evaluation evaluation,
            Prepared prepared,
            LabelledImages calibration,
            List<Integer> reported)
            throws ProblemException {
        Reading read = evaluation.reading(calibration);
        long start = RunningTime.nanos();
        RunSnapshot result = evaluation.simulated(read, reported);
        OptionalDouble simulationSeconds = secondsSince(start);
        long middle = RunningTime.nanos();
        Map<Integer, Double> closedForm = evaluation.closedFormAccuracy(reported, result);
        RunTimes times =
                new RunTimes(
                        prepared.calibrationSeconds(), secondsSince(middle), simulationSeconds);
        return Outcome.simulated(result, closedForm, times);
    }

    private static Outcome byClosedForm(
            Evaluation evaluation, Prepared prepared, List<Integer> reported)
            throws ProblemException {
        long start = RunningTime.nanos();
        RunSnapshot result = evaluation.byClosedForm(reported);
        RunTimes times =
                new RunTimes(
                        prepared.calibrationSeconds(), secondsSince(start), OptionalDouble.empty());
        return Outcome.byClosedForm(result, reported, times);
    }

    private static OptionalDouble secondsSince(long nanoseconds) {
        return OptionalDouble.of(RunningTime.secondsSince(nanoseconds));
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
                        Texts.text("cli.run.notReached", Numbers.count(t)),
                        Texts.text("cli.run.giveTimesteps", Numbers.count(timesteps)));
            }
        }
        return at.stream().distinct().sorted().toList();
    }

    /** The run as charts take it. */
    private static RunState drawn(RunReport report, Prepared prepared) {
        return new RunState(
                0,
                0,
                "",
                prepared.settings().withTimesteps(report.outcome().result().timesteps()),
                RunState.Phase.COMPLETE,
                new ClosedFormCurve(
                        report.outcome().result().images(), report.outcome().closedForm()),
                Optional.of(prepared),
                Optional.of(report.outcome().result()),
                0);
    }

    private void show(
            RunReport report, RunState drawn, List<Integer> reported, Accounting accounting)
            throws ProblemException {
        output.show(
                out(),
                folder -> {
                    charts.write(folder, List.of(drawn), accounting);
                    RunFiles.write(folder, report);
                },
                () -> RunJson.json(report),
                () -> print(report, reported));
    }

    private void print(RunReport report, List<Integer> reported) {
        Outcome outcome = report.outcome();
        RunSnapshot result = outcome.result();
        RunTable.print(
                out(),
                result,
                outcome.closedForm(),
                reported,
                report.inputMacs(),
                report.options().firing(),
                report.reading());
        RunTable.schedule(out(), report);
        RunTable.stages(out(), report.cnnStages());
        RunTable.variant(out(), report.variant());
        RunTable.calibration(out(), report.source());
        boolean simulated = outcome.mode() == Outcome.Mode.SIMULATE;
        double seconds = outcome.times().evaluation();
        out().println(
                        Texts.text(
                                simulated ? "cli.run.simulated" : "cli.run.evaluated",
                                Numbers.fixed(seconds, 1),
                                Pace.text(result.images(), seconds)));
    }

    private PrintWriter out() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }

    private PrintWriter err() {
        return Objects.requireNonNull(spec).commandLine().getErr();
    }
}
