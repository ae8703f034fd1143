package org.eccexplorer.cli.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.eccexplorer.app.bench.Machine;
import org.eccexplorer.app.bench.RandomVgg16;
import org.eccexplorer.app.bench.Speed;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.run.ClosedFormAccuracy;
import org.eccexplorer.app.run.Prepared;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.cli.arguments.ConversionArguments;
import org.eccexplorer.cli.arguments.SourceArguments;
import org.eccexplorer.cli.arguments.TimeArgument;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.export.NetworkFiles;
import org.eccexplorer.export.RunJson;
import org.eccexplorer.files.ResultFolder;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.sim.KernelChoice;
import org.eccexplorer.tensor.DenseBackends;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Shown;
import org.eccexplorer.text.TextTable;
import org.eccexplorer.text.TextTable.Column;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.fx.Background;
import org.eccexplorer.ui.offscreen.Headless;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures the simulation on this machine, event-driven and dense in one run. */
@Command(name = "bench", mixinStandardHelpOptions = true, sortOptions = false)
public final class BenchCommand implements Callable<Integer> {
    /** Mean rate of the VGG-16 of Wu, Yi, Huang 2022. */
    private static final double PAPER_RATE = 0.047;

    private static final int PAPER_IMAGES = 16;

    private static final String EXPORTED = "bench.json";

    /** Of the quantised weights that are measured beside float32. */
    private static final int BITS = 8;

    private static final String LEVELS = Texts.text("cli.bench.levels");

    private static final int ROUNDS = 6;

    @Spec private @Nullable CommandSpec spec;
    @Mixin private SourceArguments source = new SourceArguments();
    @Mixin private ConversionArguments conversion = new ConversionArguments();

    @Option(names = "--ui", descriptionKey = "option.ui")
    private boolean window;

    @Option(names = "--vgg16", descriptionKey = "option.vgg16")
    private boolean vgg16;

    @Option(names = "--soak", paramLabel = "TIME", descriptionKey = "option.soak")
    private @Nullable String soak;

    @Option(names = "--sweep", paramLabel = "CHART.svg", descriptionKey = "option.sweep")
    private @Nullable Path sweep;

    @Option(names = "--json", descriptionKey = "option.benchJson")
    private boolean json;

    @Option(names = "--against", paramLabel = "DIR", descriptionKey = "option.benchAgainst")
    private @Nullable Path against;

    @Option(names = "--export", paramLabel = "DIR", descriptionKey = "option.export")
    private @Nullable Path export;

    @Override
    public Integer call() throws ProblemException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        Settings settings = source.settings(conversion.options());
        if (soak != null) {
            return soak(out, TimeArgument.parse("--soak", soak), settings.seed());
        }
        if (sweep != null) {
            SweepBench.print(out, settings, sweep);
            return 0;
        }
        if (json || against != null) {
            return ratios(out, open(settings), settings);
        }
        if (export != null) {
            ResultFolder.claim(export, EXPORTED, true).close();
        }
        if (window) {
            window(out, settings);
        } else {
            kernels(out, open(settings), settings);
        }
        return 0;
    }

    /** The table goes to standard error where JSON is asked for. */
    private int ratios(PrintWriter out, Experiment experiment, Settings settings)
            throws ProblemException {
        Speed.Result result = Speed.of(experiment, settings);
        ObjectNode measured = BenchJson.of(Machine.here(), experiment, settings, result);
        if (json) {
            out.println(Shown.json(measured.toPrettyString()));
        }
        PrintWriter table = json ? Objects.requireNonNull(spec).commandLine().getErr() : out;
        return against == null ? 0 : KeptSpeeds.compare(table, measured, against);
    }

    private static int soak(PrintWriter out, Duration length, long seed) throws ProblemException {
        Headless.start();
        try {
            return SoakBench.print(out, length, seed);
        } finally {
            Headless.end();
        }
    }

    private void window(PrintWriter out, Settings settings) throws ProblemException {
        CompletableFuture<Experiment> opened = Background.start(() -> open(settings));
        Headless.startUnlessDisplayed();
        try {
            WindowBench.print(out, opened, settings.threads());
        } catch (CompletionException e) {
            if (e.getCause() instanceof ProblemException problem) {
                throw problem;
            }
            throw e;
        } finally {
            Headless.end();
        }
    }

    private Experiment open(Settings settings) throws ProblemException {
        return vgg16
                ? RandomVgg16.at(
                        PAPER_RATE, source.limit(PAPER_IMAGES), RandomVgg16.WIDTH, settings)
                : source.open(new Cancellation());
    }

    private void kernels(PrintWriter out, Experiment experiment, Settings settings)
            throws ProblemException {
        out.println(
                Texts.text(
                        "cli.bench.heading",
                        experiment.model().file().getFileName(),
                        Texts.counted("cli.images", experiment.test().count()),
                        Numbers.count(settings.timesteps()),
                        Texts.counted("cli.bench.threads", settings.threads()),
                        DenseBackends.chosen().name(),
                        Runtime.version()));
        out.println();
        Map<String, Contender> contenders = contenders(experiment, settings);
        for (int round = 0; round < ROUNDS; round++) {
            for (Contender contender : contenders.values()) {
                contender.run(experiment);
            }
        }
        print(out, contenders);
        out.println();
        printRatios(out, contenders);
        Contender byRate = contender(contenders, Texts.name(KernelChoice.BY_RATE));
        if (export != null) {
            export(export, experiment, byRate);
        }
        closedForm(out, experiment, byRate.prepared());
        DenseBench.print(out);
    }

    /** Each choice of kernels, and quantised weights beside float32, by their names. */
    private static Map<String, Contender> contenders(Experiment experiment, Settings settings)
            throws ProblemException {
        Map<String, Contender> contenders = new LinkedHashMap<>();
        for (KernelChoice choice : KernelChoice.values()) {
            contenders.put(Texts.name(choice), Contender.of(experiment, settings, choice));
        }
        if (settings.conversion().weightBits() == 0) {
            Settings eight = settings.with(ConversionOptions.WEIGHT_BITS, (long) BITS);
            contenders.put(LEVELS, Contender.of(experiment, eight, KernelChoice.SPARSE));
        }
        return contenders;
    }

    private static void printRatios(PrintWriter out, Map<String, Contender> contenders) {
        Contender events = contender(contenders, Texts.name(KernelChoice.SPARSE));
        if (contenders.containsKey(LEVELS)) {
            double ratio = contender(contenders, LEVELS).timesAsFastAs(events);
            out.println(
                    Texts.text(
                            "cli.bench.levelsRatio", Numbers.count(BITS), Numbers.fixed(ratio, 2)));
        }
        double ratio = events.timesAsFastAs(contender(contenders, Texts.name(KernelChoice.DENSE)));
        out.println(Texts.text("cli.bench.ratio", Numbers.fixed(ratio, 1)));
    }

    private static void print(PrintWriter out, Map<String, Contender> contenders) {
        List<List<String>> rows = new ArrayList<>();
        contenders.forEach((kernels, contender) -> {
            Contender.Timing best = contender.best();
            rows.add(
                    List.of(
                            kernels,
                            Numbers.fixed(best.imagesPerSecond(), 1),
                            Numbers.fixed(best.synOpsPerSecond() * 1e-9, 2),
                            Numbers.fixed(best.run().meanRate(), 4)));
        });
        TextTable.of(
                        Column.words(Texts.text("cli.bench.kernels")),
                        Column.numbers(Texts.text("cli.bench.imagesPerSecond")),
                        Column.numbers(Texts.text("cli.bench.operations")),
                        Column.numbers(Texts.text("cli.bench.meanRate")))
                .print(out, rows);
    }

    private static void export(Path folder, Experiment experiment, Contender contender)
            throws ProblemException {
        NetworkFiles.write(folder, contender.prepared().network(), experiment.test());
        Contender.Timing best = contender.best();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("images", best.run().images());
        json.put("timesteps", best.run().timesteps());
        json.put("threads", contender.prepared().settings().threads());
        json.put("seconds", best.seconds());
        ArrayNode spikes = json.putArray("spikesPerImage");
        best.run().layers().forEach(layer -> spikes.add(layer.spikesPerImage()));
        RunJson.write(folder.resolve(EXPORTED), json);
    }

    private static Contender contender(Map<String, Contender> contenders, String name) {
        return Objects.requireNonNull(contenders.get(name));
    }

    private static void closedForm(PrintWriter out, Experiment experiment, Prepared prepared) {
        Cancellation never = new Cancellation();
        int timesteps = prepared.settings().timesteps();
        double best = Double.POSITIVE_INFINITY;
        for (int i = 0; i < 4; i++) {
            long start = System.nanoTime();
            ClosedFormAccuracy.at(prepared, experiment.test(), timesteps, never);
            best = Math.min(best, (System.nanoTime() - start) * 1e-9);
        }
        out.println(
                Texts.text(
                        "cli.bench.closedForm",
                        Texts.counted("cli.images", experiment.test().count()),
                        Numbers.fixed(best, 3)));
    }
}
