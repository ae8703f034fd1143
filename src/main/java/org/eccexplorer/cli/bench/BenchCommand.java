package org.eccexplorer.cli.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.eccexplorer.app.bench.RandomVgg16;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.run.Prepared;
import org.eccexplorer.app.run.RunJob;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.cli.arguments.ConversionArguments;
import org.eccexplorer.cli.arguments.SourceArguments;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.export.NetworkFiles;
import org.eccexplorer.export.RunJson;
import org.eccexplorer.files.ResultFolder;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.sim.KernelChoice;
import org.eccexplorer.tensor.DenseBackends;
import org.eccexplorer.ui.offscreen.ExplorerBench;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures the simulation on this machine, event-driven and dense in one run. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Measures images/s and synaptic operations/s, and the ratio to the dense backend.")
public final class BenchCommand implements Callable<Integer> {
    /** Mean rate of the VGG-16 of Wu, Yi, Huang 2022. */
    private static final double PAPER_RATE = 0.047;

    private static final int PAPER_IMAGES = 16;

    private static final String EXPORTED = "bench.json";

    /** Of the quantised weights that are measured beside float32. */
    private static final int BITS = 8;

    private static final String LEVELS = "event-driven, int16";

    private static final int ROUNDS = 6;

    @Spec private @Nullable CommandSpec spec;
    @Mixin private SourceArguments source = new SourceArguments();
    @Mixin private ConversionArguments conversion = new ConversionArguments();

    @Option(names = "--ui", description = "Measures the window while it simulates instead.")
    private boolean window;

    @Option(
            names = "--vgg16",
            description =
                    "Measures a VGG-16 of random weights (313 million MACs) at mean rate 0.047"
                            + " instead of a model.")
    private boolean vgg16;

    @Option(
            names = "--sweep",
            paramLabel = "CHART.svg",
            description =
                    "Measures how time and memory grow with T, images, rate, width and cores"
                            + " instead, and draws it.")
    private @Nullable Path sweep;

    @Option(
            names = "--export",
            paramLabel = "DIR",
            description =
                    "Also writes the network, its images and the best time (bench.json), for"
                            + " comparison with other programs.")
    private @Nullable Path export;

    private record Timing(double seconds, RunSnapshot run) {
        double imagesPerSecond() {
            return run.images() / seconds;
        }

        double synOpsPerSecond() {
            return run.cost().synOps() * run.images() / seconds;
        }
    }

    /**
     * One way to simulate, with the times it took. They take turns, so that a machine that is
     * slower for a while is so for all.
     */
    private record Contender(Prepared prepared, List<Timing> timings) {
        static Contender of(Experiment experiment, Settings settings, KernelChoice choice)
                throws ProblemException {
            return new Contender(
                    Prepared.of(
                            experiment.model(),
                            experiment.calibration(),
                            settings.withKernels(choice),
                            new Cancellation()),
                    new ArrayList<>());
        }

        void run(Experiment experiment) throws ProblemException {
            long start = System.nanoTime();
            RunSnapshot run =
                    new RunJob(prepared, experiment.test()).run(tally -> {}, new Cancellation());
            timings.add(new Timing((System.nanoTime() - start) * 1e-9, run));
        }

        /** The best, without the first, which warms up. */
        Timing best() {
            return timings.stream()
                    .skip(1)
                    .min(Comparator.comparingDouble(Timing::seconds))
                    .orElseThrow();
        }

        /** How many times as fast as another: the median over the rounds, of which both had one. */
        double timesAsFastAs(Contender other) {
            double[] ratios =
                    IntStream.range(1, timings.size())
                            .mapToDouble(
                                    i -> other.timings.get(i).seconds() / timings.get(i).seconds())
                            .sorted()
                            .toArray();
            int middle = ratios.length / 2;
            return ratios.length % 2 == 1
                    ? ratios[middle]
                    : (ratios[middle - 1] + ratios[middle]) / 2;
        }
    }

    @Override
    public Integer call() throws ProblemException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        Settings settings = source.settings(conversion.options());
        if (sweep != null) {
            SweepBench.print(out, settings, sweep);
            return 0;
        }
        if (export != null) {
            ResultFolder.claim(export, EXPORTED, true).close();
        }
        if (window) {
            ExplorerBench.start();
        }
        Experiment experiment =
                vgg16
                        ? RandomVgg16.at(
                                PAPER_RATE, source.limit(PAPER_IMAGES), RandomVgg16.WIDTH, settings)
                        : source.open(new Cancellation());
        if (window) {
            WindowBench.print(out, experiment, settings.threads());
            return 0;
        }
        out.printf(
                "%s · %d images · T = %d · %d threads · %s · Java %s%n%n",
                experiment.model().file().getFileName(),
                experiment.test().count(),
                settings.timesteps(),
                settings.threads(),
                DenseBackends.chosen().name(),
                Runtime.version());
        Map<String, Contender> contenders = new LinkedHashMap<>();
        for (KernelChoice choice : KernelChoice.values()) {
            contenders.put(name(choice), Contender.of(experiment, settings, choice));
        }
        if (settings.conversion().weightBits() == 0) {
            Settings eight = settings.with(ConversionOptions.WEIGHT_BITS, (long) BITS);
            contenders.put(LEVELS, Contender.of(experiment, eight, KernelChoice.SPARSE));
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (Contender contender : contenders.values()) {
                contender.run(experiment);
            }
        }
        out.println("kernels             images/s   G synaptic operations/s   mean rate");
        contenders.forEach((name, contender) -> print(out, name, contender.best()));
        Contender events = contender(contenders, name(KernelChoice.SPARSE));
        if (contenders.containsKey(LEVELS)) {
            out.printf(
                    "%nweights of %d bits in int16 are %.2f times as fast as float32%n",
                    BITS, contender(contenders, LEVELS).timesAsFastAs(events));
        }
        out.printf(
                "%nevent-driven is %.1f times the dense backend%n",
                events.timesAsFastAs(contender(contenders, name(KernelChoice.DENSE))));
        Contender byRate = contender(contenders, name(KernelChoice.BY_RATE));
        if (export != null) {
            export(export, experiment, byRate);
        }
        closedForm(out, experiment, byRate.prepared());
        DenseBench.print(out);
        return 0;
    }

    private static void print(PrintWriter out, String kernels, Timing timing) {
        out.printf(
                "%-19s %8.1f   %23.2f   %9.4f%n",
                kernels,
                timing.imagesPerSecond(),
                timing.synOpsPerSecond() * 1e-9,
                timing.run().meanRate());
    }

    private static void export(Path folder, Experiment experiment, Contender contender)
            throws ProblemException {
        NetworkFiles.write(folder, contender.prepared().network(), experiment.test());
        Timing best = contender.best();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("images", best.run().images());
        json.put("timesteps", best.run().timesteps());
        json.put("threads", contender.prepared().settings().threads());
        json.put("seconds", best.seconds());
        ArrayNode spikes = json.putArray("spikesPerImage");
        best.run().layers().forEach(layer -> spikes.add(layer.spikesPerImage()));
        RunJson.write(folder.resolve(EXPORTED), json);
    }

    static String name(KernelChoice choice) {
        return switch (choice) {
            case BY_RATE -> "by rate";
            case SPARSE -> "event-driven";
            case DENSE -> "dense";
        };
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
            RunJob.closedForm(prepared, experiment.test(), timesteps, done -> {}, never);
            best = Math.min(best, (System.nanoTime() - start) * 1e-9);
        }
        out.printf("closed form at one T: %.3f s for %d images%n", best, experiment.test().count());
    }
}
