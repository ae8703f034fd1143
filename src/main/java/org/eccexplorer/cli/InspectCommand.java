package org.eccexplorer.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.eccexplorer.app.open.LoadedModel;
import org.eccexplorer.cli.arguments.ConversionArguments;
import org.eccexplorer.cli.arguments.ModelArgument;
import org.eccexplorer.convert.Conversion;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.convert.LayerNote;
import org.eccexplorer.export.Inspection;
import org.eccexplorer.measure.Macs;
import org.eccexplorer.network.Layer;
import org.eccexplorer.network.Network;
import org.eccexplorer.network.Node;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints what a model is made of and what a conversion would do with it. */
@Command(
        name = "inspect",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Prints layers, shapes, parameters, and what conversion would do or ask.")
final class InspectCommand implements Callable<Integer> {
    @Spec private @Nullable CommandSpec spec;

    @Mixin private ModelArgument model = new ModelArgument();

    @Mixin private ConversionArguments conversion = new ConversionArguments();

    @Option(
            names = "--json",
            description = "Prints JSON for other programs (docs/inspect-json.md).")
    private boolean json;

    @Override
    public Integer call() throws ProblemException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        LoadedModel loaded = model.open();
        Inspection inspection = inspection(loaded);
        if (json) {
            out.println(inspection.json());
        } else {
            print(out, loaded);
            plan(out, inspection);
        }
        return 0;
    }

    private Inspection inspection(LoadedModel loaded) throws ProblemException {
        ConversionOptions options = conversion.options();
        List<LayerNote> notes = List.of();
        List<Problem> problems = List.of();
        try {
            notes = Conversion.of(loaded.network(), options).notes();
        } catch (ProblemException refusal) {
            problems = refusal.problems();
        }
        return new Inspection(loaded.id(), loaded.model(), options, notes, problems);
    }

    private static void print(PrintWriter out, LoadedModel loaded) {
        Network network = loaded.network();
        out.printf("%s%nSHA-256 %s%n%n", loaded.model().format(), loaded.model().sha256());
        out.println(
                "layer                            kind                  shape          parameters");
        for (Node node : network.nodes()) {
            out.printf(
                    "%-32s %-20s  %-12s %12s%n",
                    node.name(), kind(node.layer()), node.shape(), parameters(node.layer()));
        }
        out.printf(
                "%n%,d parameters, %,d MACs per image%n", network.parameters(), Macs.of(network));
        loaded.model().warnings().forEach(warning -> out.println("warning: " + warning));
    }

    private static void plan(PrintWriter out, Inspection inspection) {
        boolean possible = inspection.problems().isEmpty();
        out.println(possible ? "\nConversion" : "\nConversion asks or refuses");
        for (LayerNote note : inspection.notes()) {
            out.printf(
                    "%-32s %-10s %s%n",
                    note.layer(),
                    note.action().name().toLowerCase(Locale.ROOT),
                    note.explanation());
        }
        inspection.problems().forEach(problem -> out.println(problem.message()));
    }

    private static String parameters(Layer layer) {
        long parameters = Network.parameters(layer);
        return parameters == 0 ? "" : "%,d".formatted(parameters);
    }

    private static String kind(Layer layer) {
        return switch (layer) {
            case Layer.Input _ -> "input";
            case Layer.Convolution c ->
                    "%s %d×%d"
                            .formatted(
                                    c.groups() == 1 ? "convolution" : "grouped conv.",
                                    c.window().height(),
                                    c.window().width());
            case Layer.Dense _ -> "dense";
            case Layer.BatchNormalization b -> "batch norm. ε " + b.epsilon();
            case Layer.Relu r ->
                    Float.isInfinite(r.ceiling()) ? "ReLU" : "ReLU up to " + r.ceiling();
            case Layer.Softmax _ -> "softmax";
            case Layer.Pooling p ->
                    "%s pooling %d×%d"
                            .formatted(
                                    p.kind() == Layer.Pooling.Kind.AVERAGE ? "average" : "maximum",
                                    p.window().height(),
                                    p.window().width());
            case Layer.ChannelAffine _ -> "rescaling";
            case Layer.Rearrangement r -> r.kind();
            case Layer.Resampling r -> r.kind();
            case Layer.Sum s -> "sum of " + s.coefficients().length;
            case Layer.Concatenation _ -> "concatenation";
            case Layer.Identity i -> i.kind();
        };
    }
}
