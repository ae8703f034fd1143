package org.eccexplorer.app.lesson;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eccexplorer.app.live.ClosedFormCurve;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.app.live.RunStyles;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.run.CalibrationCache;
import org.eccexplorer.app.run.ClosedFormAccuracy;
import org.eccexplorer.app.run.ImageJob;
import org.eccexplorer.app.run.Prepared;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.app.work.RunningTime;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.convert.ThetaTiming;
import org.eccexplorer.dataset.BundledModels;
import org.eccexplorer.dataset.LabelledImages;
import org.eccexplorer.lesson.NetworkSpec;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.measure.Schedule;
import org.eccexplorer.measure.energy.Accounting;
import org.eccexplorer.network.Layer;
import org.eccexplorer.network.Node;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.spiking.SpikingLayer;
import org.eccexplorer.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The network of a lesson and its runs, each made once. {@link #compute} takes seconds and belongs
 * on another thread; all else answers at once with what is there.
 */
public final class NetworkScene {
    /** Images whose activations a histogram shows. */
    private static final int SHOWN = 20;

    private final NetworkSpec spec;
    private final Optional<Experiment> open;
    private final CalibrationCache cache = new CalibrationCache();
    private final Map<Settings, Made> runs = new LinkedHashMap<>();
    private @Nullable Experiment experiment;

    /**
     * What was made with one setting.
     *
     * @param waiting the same with layers that wait for each other, where that is asked for
     */
    private record Made(RunState run, Optional<RunState> waiting) {}

    /** A bundled network of which nothing is known yet. */
    public NetworkScene(NetworkSpec spec) {
        this(spec, Optional.empty());
    }

    /**
     * Knows nothing yet.
     *
     * @param open what the window has open; without any, the standard model stands for it
     */
    public NetworkScene(NetworkSpec spec, Optional<Experiment> open) {
        this.spec = spec;
        this.open = open;
    }

    public NetworkSpec spec() {
        return spec;
    }

    /**
     * The settings that inputs ask for: θ of 0 is TRE off, an ε is CMB off, and what is not asked
     * for is as in ECC.
     */
    public Settings settings(Names inputs) {
        ConversionOptions options = ConversionOptions.ecc();
        double theta = inputs.of("theta");
        if (theta == 0) {
            options = options.with(ConversionOptions.RESIDUAL_ELIMINATION, false);
        } else if (theta > 0) {
            options = options.with(ConversionOptions.THETA, theta);
        }
        if (inputs.of("spread") > 0) {
            options = options.with(ConversionOptions.THETA_TIMING, ThetaTiming.SPREAD);
        }
        if (inputs.of("cn") == 0) {
            options = options.with(ConversionOptions.CURRENT_NORMALISATION, false);
        }
        double percentile = inputs.of("percentile");
        if (percentile > 0) {
            options = options.with(ConversionOptions.LAMBDA_PERCENTILE, percentile);
        }
        double epsilon = inputs.of("epsilon");
        if (epsilon >= 0) {
            options =
                    options.with(ConversionOptions.BATCH_NORM_CONSISTENCY, false)
                            .with(ConversionOptions.EPSILON, epsilon);
        }
        return Settings.standard().with(options.effective()).withTimesteps(spec.steps());
    }

    /** The run with these settings, if it was made. */
    public synchronized Optional<RunState> known(Settings settings) {
        return Optional.ofNullable(runs.get(settings)).map(Made::run);
    }

    /** The same run with layers that wait for each other, where the lesson asks for it. */
    public synchronized Optional<RunState> waiting(RunState run) {
        return Optional.ofNullable(runs.get(run.settings())).flatMap(Made::waiting);
    }

    /** All runs so far, the oldest first. */
    public synchronized List<RunState> all() {
        return runs.values().stream().map(Made::run).toList();
    }

    /** The model and its images, once one run was made. */
    public synchronized Optional<Experiment> experiment() {
        return Optional.ofNullable(experiment);
    }

    /** The model and its images, which are read unless they were. */
    public synchronized Experiment opened() throws ProblemException {
        if (experiment == null) {
            experiment = read();
        }
        return experiment;
    }

    private Experiment read() throws ProblemException {
        if (!spec.isOpen()) {
            return Experiment.sample(spec.model(), spec.images());
        }
        return open.isPresent()
                ? open.get().limited(spec.images())
                : Experiment.sample(BundledModels.STANDARD, spec.images());
    }

    /** Makes a run, unless it was made. */
    public RunState compute(Settings settings, Cancellation cancellation) throws ProblemException {
        Optional<RunState> known = known(settings);
        if (known.isPresent()) {
            return known.get();
        }
        Experiment own = opened();
        RunState run = run(own, settings, cancellation);
        Optional<RunState> waiting =
                spec.waiting()
                        ? Optional.of(run(own, settings.with(Schedule.SYNCHRONOUS), cancellation))
                        : Optional.empty();
        keep(new Made(run, waiting));
        return run;
    }

    private RunState run(Experiment own, Settings settings, Cancellation cancellation)
            throws ProblemException {
        Prepared prepared =
                Prepared.of(own.model(), own.calibration(), settings, cache, cancellation);
        long start = RunningTime.nanos();
        RunSnapshot snapshot =
                ImageJob.of(prepared, own.test(), List.of()).run(tally -> {}, cancellation);
        double seconds = RunningTime.secondsSince(start);
        int number = all().size();
        boolean waits = settings.schedule() == Schedule.SYNCHRONOUS;
        return new RunState(
                2 * number + (waits ? 1 : 0),
                (number + (waits ? 1 : 0)) % RunStyles.COUNT,
                label(waits),
                settings,
                RunState.Phase.COMPLETE,
                spec.closed() ? closed(prepared, own.test(), cancellation) : ClosedFormCurve.none(),
                Optional.of(prepared),
                Optional.of(snapshot),
                seconds);
    }

    private String label(boolean waits) {
        return spec.waiting() ? Texts.text(waits ? "app.lesson.waits" : "app.lesson.free") : "";
    }

    private synchronized void keep(Made made) {
        boolean complete =
                Stream.concat(Stream.of(made.run()), made.waiting().stream())
                        .allMatch(run -> run.snapshot().orElseThrow().isComplete());
        if (complete) {
            runs.put(made.run().settings(), made);
        }
    }

    /** For T and the powers of two below it. */
    private ClosedFormCurve closed(
            Prepared prepared, LabelledImages images, Cancellation cancellation) {
        return new ClosedFormCurve(
                images.count(),
                ClosedFormAccuracy.at(
                        prepared,
                        images,
                        ClosedFormCurve.timesteps(spec.steps()),
                        done -> {},
                        cancellation));
    }

    /** A value of the run that a view asks for; NaN if it was not made yet. */
    double value(String name, SceneView view) {
        return switch (name) {
            case "images" -> images();
            case "steps" -> spec.steps();
            case "runs" -> all().size();
            case "addition" -> Accounting.STANDARD.model().synOpPicojoules();
            case "multiplication" -> Accounting.STANDARD.model().macPicojoules();
            case "reach" -> view.run().map(run -> reach(run, view.of("goal"))).orElse(Double.NaN);
            default ->
                    view.run()
                            .map(run -> value(name, run, Math.min(view.timestep(), spec.steps())))
                            .orElse(Double.NaN);
        };
    }

    /** How many are run: fewer than asked for where there are no more. */
    private int images() {
        return experiment().map(own -> own.test().count()).orElse(spec.images());
    }

    /** The first T with an accuracy; one more than were simulated if it is not reached. */
    private double reach(RunState run, double goal) {
        RunSnapshot snapshot = run.snapshot().orElseThrow();
        return IntStream.rangeClosed(1, spec.steps())
                .filter(t -> snapshot.accuracy(t) >= goal - 1e-9)
                .findFirst()
                .orElse(spec.steps() + 1);
    }

    private double value(String name, RunState run, int t) {
        RunSnapshot snapshot = run.snapshot().orElseThrow();
        return switch (name) {
            case "accuracy" -> snapshot.accuracy(t);
            case "cnn" -> snapshot.cnnAccuracy();
            case "closed_accuracy" -> run.closedForm().at(t).orElse(Double.NaN);
            case "waiting_accuracy" ->
                    waiting(run)
                            .flatMap(RunState::snapshot)
                            .filter(waits -> waits.isKnown(t))
                            .map(waits -> waits.accuracy(t))
                            .orElse(Double.NaN);
            case "maximum_accuracy" ->
                    maximum(run)
                            .flatMap(RunState::snapshot)
                            .map(by -> by.accuracy(t))
                            .orElse(Double.NaN);
            case "latency" -> Schedule.SYNCHRONOUS.latency(run.network().orElseThrow(), t);
            case "layers" -> snapshot.layers().size();
            case "net_spikes" ->
                    snapshot.layers().stream()
                            .mapToDouble(layer -> sum(layer.spikesPerStep(), t))
                            .sum();
            case "operations" -> snapshot.synOpsUntil()[t - 1];
            case "macs" -> snapshot.cost().macs();
            case "energy" -> snapshot.energyRatio(Accounting.STANDARD, t);
            case "lambda" -> lambda(run);
            case "maximum_lambda" -> maximum(run).map(this::lambda).orElse(Double.NaN);
            case "largest" -> largest(run);
            case "cut" -> snapshot.layers().get(layer(run)).clippedShare();
            case "worst_channel" -> worst(scales(run));
            default -> Double.NaN;
        };
    }

    /** The same run with λ at the maximum of each layer, if it was made. */
    public Optional<RunState> maximum(RunState run) {
        return known(run.settings().with(ConversionOptions.LAMBDA_PERCENTILE, 100.0));
    }

    private static double sum(double[] values, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += values[i];
        }
        return sum;
    }

    private int layer(RunState run) {
        return Math.min(spec.layer(), run.network().orElseThrow().layers().size() - 1);
    }

    /** λ of the layer that the lesson shows. */
    public double lambda(RunState run) {
        SpikingLayer layer = run.network().orElseThrow().layers().get(layer(run));
        return layer.scale()[0];
    }

    private double largest(RunState run) {
        double largest = 0;
        for (float value : activations(run)) {
            largest = Math.max(largest, value);
        }
        return largest;
    }

    /** Name of the layer that the lesson shows. */
    public String layerName(RunState run) {
        return run.network().orElseThrow().layers().get(layer(run)).name();
    }

    /** Activations above 0 of the layer that the lesson shows, over the first images. */
    public float[] activations(RunState run) {
        Prepared prepared = run.prepared().orElseThrow();
        LabelledImages images = experiment().orElseThrow().test();
        int count = Math.min(SHOWN, images.count());
        int node = prepared.network().layers().get(layer(run)).node();
        float[][] kept = new float[1][0];
        prepared.cnn()
                .evaluate(
                        images.batch(0, count),
                        0,
                        count,
                        (at, values) -> {
                            if (at == node) {
                                kept[0] = values.clone();
                            }
                        });
        int length = count * prepared.network().layers().get(layer(run)).neurons();
        float[] above = new float[length];
        int found = 0;
        for (int i = 0; i < length; i++) {
            if (kept[0][i] > 0) {
                above[found++] = kept[0][i];
            }
        }
        return Arrays.copyOf(above, found);
    }

    /**
     * The percentile whose λ is nearest to a place among the activations of the layer that the
     * lesson shows.
     *
     * @param percentiles that can be chosen
     */
    public double percentile(RunState run, double lambda, List<Double> percentiles) {
        float[] sorted = activations(run);
        Arrays.sort(sorted);
        return percentiles.stream()
                .min(
                        Comparator.comparingDouble(
                                percentile -> Math.abs(quantile(sorted, percentile) - lambda)))
                .orElseThrow();
    }

    private static double quantile(float[] sorted, double percentile) {
        int at = (int) Math.ceil(percentile / 100 * sorted.length) - 1;
        return sorted.length == 0 ? 0 : sorted[Math.clamp(at, 0, sorted.length - 1)];
    }

    /**
     * A channel of a batch normalisation.
     *
     * @param name of its layer, and its number
     * @param variance σ², in squared units of what is normalised
     * @param scale as folded, over the trained one
     */
    public record Channel(String name, double variance, double scale) {}

    /** Channels of all batch normalisations, the smallest variance first. */
    public List<Channel> scales(RunState run) {
        ConversionOptions options = run.settings().conversion();
        return experiment().orElseThrow().model().network().nodes().stream()
                .flatMap(node ->
                        node.layer() instanceof Layer.BatchNormalization layer
                                ? IntStream.range(0, layer.channels())
                                        .mapToObj(c -> channel(node, layer, c, options))
                                : Stream.empty())
                .sorted(Comparator.comparingDouble(Channel::variance))
                .toList();
    }

    private static Channel channel(
            Node node, Layer.BatchNormalization layer, int channel, ConversionOptions options) {
        double variance = layer.variance()[channel];
        double epsilon = options.batchNormConsistency() ? layer.epsilon() : options.epsilon();
        return new Channel(
                node.name() + " " + channel,
                variance,
                Math.sqrt((variance + layer.epsilon()) / (variance + epsilon)));
    }

    private static double worst(List<Channel> channels) {
        return channels.stream()
                .mapToDouble(Channel::scale)
                .reduce(1, (a, b) -> Math.abs(Math.log(b)) > Math.abs(Math.log(a)) ? b : a);
    }
}
