package org.eccexplorer.cli;

import java.io.PrintWriter;
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
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints how far λ depends on the calibration images. */
@Command(
        name = "calibrate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Prints λ of each layer: which calibration image set it, what fewer images or a"
                        + " percentile would give.")
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
        experiment.warnings().forEach(warning -> out.println("warning: " + warning));
        LambdaStudy study =
                LambdaStudy.of(
                        experiment, source.settings(conversion.options()), new Cancellation());
        int images = experiment.calibration().count();
        out.printf("λ on %,d images of %s%n%n", images, experiment.calibrationSource());
        out.printf(
                "%-26s %9s %8s %11s %9s %9s %9s %9s%n",
                "layer", "λ", "image", "without it", "n/4", "n/2", "99.99 %", "99.9 %");
        for (LambdaStudy.Layer layer : study.layers()) {
            out.printf(
                    "%-26s %9.4g %8d %11.4g %9.4g %9.4g %9.4g %9.4g%n",
                    layer.name(),
                    layer.lambda(),
                    layer.decisive(),
                    layer.withoutDecisive(),
                    layer.after(Math.max(1, images / 4)),
                    layer.after(Math.max(1, images / 2)),
                    layer.percentile9999(),
                    layer.percentile999());
        }
        return 0;
    }
}
