package org.eccexplorer.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.run.LambdaStudy;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.cli.arguments.ConversionArguments;
import org.eccexplorer.cli.arguments.DenseArguments;
import org.eccexplorer.cli.arguments.SourceArguments;
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
import picocli.CommandLine.Spec;

/** Prints how far λ depends on the calibration images. */
@Command(name = "calibrate", mixinStandardHelpOptions = true, sortOptions = false)
final class CalibrateCommand implements Callable<Integer> {
    @Spec private @Nullable CommandSpec spec;

    @Mixin private SourceArguments source = new SourceArguments();

    @Mixin private ConversionArguments conversion = new ConversionArguments();

    @Mixin private DenseArguments dense = new DenseArguments();

    @Override
    public Integer call() throws ProblemException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        DenseBackend backend = dense.load();
        Experiment experiment = source.open(new Cancellation()).with(backend);
        experiment
                .warnings()
                .forEach(warning -> out.println(Texts.text("cli.warning", Shown.line(warning))));
        LambdaStudy study =
                LambdaStudy.of(
                        experiment, source.settings(conversion.options()), new Cancellation());
        int images = experiment.calibration().count();
        out.println(
                Texts.text(
                        "cli.calibrate.heading",
                        Texts.counted("cli.images", images),
                        experiment.calibrationSource()));
        out.println();
        List<Column> columns =
                new ArrayList<>(
                        List.of(
                                Column.words(Texts.text("cli.layer")),
                                Column.numbers(Texts.text("cli.calibrate.lambda")),
                                Column.numbers(Texts.text("cli.calibrate.setBy")),
                                Column.numbers(Texts.text("cli.calibrate.without")),
                                Column.numbers(Texts.text("cli.calibrate.quarter")),
                                Column.numbers(Texts.text("cli.calibrate.half")),
                                Column.numbers(Numbers.percent(0.9999, 2)),
                                Column.numbers(Numbers.percent(0.999, 1))));
        boolean chosen = !study.chosen().isEmpty();
        if (chosen) {
            columns.add(Column.numbers(Texts.text("cli.calibrate.asSet")));
        }
        TextTable.of(columns.toArray(Column[]::new))
                .print(
                        out,
                        study.layers().stream().map(layer -> row(layer, images, chosen)).toList());
        if (chosen) {
            out.println();
            out.println(Texts.text("cli.calibrate.chosen", study.chosen()));
        }
        return 0;
    }

    private static List<String> row(LambdaStudy.Layer layer, int images, boolean chosen) {
        List<String> row =
                new ArrayList<>(
                        List.of(
                                layer.name(),
                                written(layer.lambda()),
                                Numbers.count(layer.decisive()),
                                written(layer.withoutDecisive()),
                                written(layer.after(Math.max(1, images / 4))),
                                written(layer.after(Math.max(1, images / 2))),
                                written(layer.percentile9999()),
                                written(layer.percentile999())));
        if (chosen) {
            row.add(written(layer.chosen()));
        }
        return row;
    }

    private static String written(double lambda) {
        return Numbers.significant(lambda, 4);
    }
}
