package org.eccexplorer.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.eccexplorer.app.open.LoadedModel;
import org.eccexplorer.app.run.Prepared;
import org.eccexplorer.cli.arguments.ConversionArguments;
import org.eccexplorer.cli.arguments.ModelArgument;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.convert.LayerNote;
import org.eccexplorer.export.Inspection;
import org.eccexplorer.measure.energy.Macs;
import org.eccexplorer.network.Layer;
import org.eccexplorer.network.Network;
import org.eccexplorer.network.Node;
import org.eccexplorer.network.SlidingWindow;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
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

/** Prints what a model is made of and what a conversion would do with it. */
@Command(name = "inspect", mixinStandardHelpOptions = true, sortOptions = false)
final class InspectCommand implements Callable<Integer> {
    @Spec private @Nullable CommandSpec spec;

    @Mixin private ModelArgument model = new ModelArgument();

    @Mixin private ConversionArguments conversion = new ConversionArguments();

    @Option(names = "--json", descriptionKey = "option.inspectJson")
    private boolean json;

    @Override
    public Integer call() throws ProblemException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        LoadedModel loaded = model.open();
        Inspection inspection = inspection(loaded);
        if (json) {
            out.println(Shown.json(inspection.json()));
        } else {
            print(out, loaded);
            plan(out, inspection);
        }
        return 0;
    }

    private Inspection inspection(LoadedModel loaded) throws ProblemException {
        ConversionOptions options = Prepared.settled(loaded, conversion.options());
        List<LayerNote> notes = List.of();
        List<Problem> problems = List.of();
        try {
            notes = Prepared.notes(loaded, options);
        } catch (ProblemException refusal) {
            problems = refusal.problems();
        }
        return new Inspection(loaded.id(), loaded.model(), options, notes, problems);
    }

    private static void print(PrintWriter out, LoadedModel loaded) {
        Network network = loaded.network();
        out.println(Shown.line(loaded.model().format()));
        out.println(Texts.text("cli.inspect.sha256", loaded.model().sha256()));
        out.println();
        TextTable.of(
                        Column.words(Texts.text("cli.layer")),
                        Column.words(Texts.text("cli.inspect.kind")),
                        Column.words(Texts.text("cli.inspect.shape")),
                        Column.numbers(Texts.text("cli.inspect.parameters")))
                .print(out, network.nodes().stream().map(InspectCommand::row).toList());
        out.println();
        out.println(
                Texts.text(
                        "cli.inspect.sums",
                        Texts.counted("cli.parameters", network.parameters()),
                        Numbers.count(Macs.of(network))));
        loaded.model()
                .warnings()
                .forEach(warning -> out.println(Texts.text("cli.warning", Shown.line(warning))));
    }

    private static List<String> row(Node node) {
        long parameters = Network.parameters(node.layer());
        return List.of(
                node.name(),
                kind(node.layer()),
                node.shape().toString(),
                parameters == 0 ? "" : Numbers.count(parameters));
    }

    private static void plan(PrintWriter out, Inspection inspection) {
        boolean possible = inspection.problems().isEmpty();
        out.println();
        out.println(Texts.text(possible ? "cli.inspect.conversion" : "cli.inspect.refused"));
        if (!inspection.notes().isEmpty()) {
            TextTable.of(
                            Column.words(Texts.text("cli.layer")),
                            Column.words(Texts.text("cli.inspect.action")),
                            Column.words(Texts.text("cli.inspect.explanation")))
                    .print(out, inspection.notes().stream().map(InspectCommand::row).toList());
        }
        inspection.problems().forEach(problem -> out.println(problem.message()));
    }

    private static List<String> row(LayerNote note) {
        return List.of(note.layer(), Texts.name(note.action()), note.explanation());
    }

    private static String kind(Layer layer) {
        return switch (layer) {
            case Layer.Input _ -> Texts.text("cli.inspect.input");
            case Layer.Convolution c ->
                    Texts.text(
                            c.groups() == 1
                                    ? "cli.inspect.convolution"
                                    : "cli.inspect.groupedConvolution",
                            size(c.window()));
            case Layer.Dense _ -> Texts.text("cli.inspect.dense");
            case Layer.BatchNormalization b ->
                    Texts.text("cli.inspect.batchNormalisation", Numbers.compact(b.epsilon()));
            case Layer.Relu r ->
                    Float.isInfinite(r.ceiling())
                            ? Texts.text("cli.inspect.relu")
                            : Texts.text("cli.inspect.cappedRelu", Numbers.upTo(r.ceiling(), 4));
            case Layer.Activation other -> other.kind();
            case Layer.Softmax softmax ->
                    Texts.text(
                            softmax.logarithm()
                                    ? "cli.inspect.logarithmicSoftmax"
                                    : "cli.inspect.softmax");
            case Layer.Pooling p ->
                    Texts.text(
                            p.kind() == Layer.Pooling.Kind.AVERAGE
                                    ? "cli.inspect.averagePooling"
                                    : "cli.inspect.maximumPooling",
                            size(p.window()));
            case Layer.ChannelAffine _ -> Texts.text("cli.inspect.rescaling");
            case Layer.Rearrangement r -> r.kind();
            case Layer.Resampling r -> r.kind();
            case Layer.Sum s ->
                    Texts.text("cli.inspect.sum", Numbers.count(s.coefficients().length));
            case Layer.Concatenation _ -> Texts.text("cli.inspect.concatenation");
            case Layer.Identity i -> i.kind();
        };
    }

    private static String size(SlidingWindow window) {
        return window.height() + "×" + window.width();
    }
}
