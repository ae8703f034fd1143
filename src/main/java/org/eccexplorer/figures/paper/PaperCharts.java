package org.eccexplorer.figures.paper;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.eccexplorer.app.live.CnnReference;
import org.eccexplorer.app.live.PaperRuns;
import org.eccexplorer.app.live.PaperRuns.Counted;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.figures.chart.Extents;
import org.eccexplorer.figures.chart.Sources;
import org.eccexplorer.figures.words.CnnWords;
import org.eccexplorer.figures.words.Layers;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.measure.SpikeCounts;
import org.eccexplorer.measure.layer.LayerMeasures;
import org.eccexplorer.plot.Axis;
import org.eccexplorer.plot.Band;
import org.eccexplorer.plot.Bar;
import org.eccexplorer.plot.BarGroup;
import org.eccexplorer.plot.Categories;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.Reference;
import org.eccexplorer.plot.Series;
import org.eccexplorer.plot.SourceRun;
import org.eccexplorer.plot.Tint;
import org.eccexplorer.plot.ValueAxis;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/**
 * The figures of Wu, Yi and Huang (2022), on any network: (a) accuracy and operations per layer
 * against T, (b) weights of few bits, (c) neurons by spike count, (d) the largest counts.
 */
public final class PaperCharts {
    private static final double MILLION = 1e6;
    private static final double POINTS = 100;

    private PaperCharts() {}

    /**
     * All of them by the names of their files.
     *
     * @param whole the run with weights as trained
     */
    public static Map<String, Chart> of(RunState whole, List<RunState> bits, List<Counted> counts) {
        Map<String, Chart> charts = new LinkedHashMap<>();
        charts.put("paper-accuracy", accuracy(whole));
        charts.put("paper-operations", operations(whole));
        charts.put("paper-bits", bits(whole, bits));
        charts.put("paper-bits-error", increments(whole, bits));
        charts.put("paper-counts", counts(counts));
        charts.put("paper-largest-counts", largest(counts));
        return charts;
    }

    /** (a) Accuracy against T. */
    public static Chart accuracy(RunState run) {
        return lines(
                Texts.text("figures.paper.accuracy"),
                Extents.of(run).notes(Texts.text("figures.accuracy.bandOnly")),
                List.of(run),
                true);
    }

    /** (b) Accuracy against T with weights as trained and of few bits. */
    public static Chart bits(RunState whole, List<RunState> bits) {
        List<RunState> all = new ArrayList<>(List.of(whole));
        all.addAll(bits);
        return lines(
                Texts.text("figures.paper.bits"),
                Texts.text(
                        "figures.ofRun",
                        whole.name(),
                        Extents.of(all).notes(Texts.text("figures.paper.bitsMarks"))),
                all,
                false);
    }

    private static Chart lines(String title, String notes, List<RunState> runs, boolean banded) {
        List<Series> series = new ArrayList<>();
        for (RunState run : runs) {
            RunSnapshot measured = run.snapshot().orElseThrow();
            int[] steps = steps(run);
            double[] y = Arrays.stream(steps).mapToDouble(measured::accuracy).toArray();
            Band band =
                    new Band(
                            Arrays.stream(steps)
                                    .mapToDouble(t -> measured.interval(t).low())
                                    .toArray(),
                            Arrays.stream(steps)
                                    .mapToDouble(t -> measured.interval(t).high())
                                    .toArray(),
                            banded);
            String name = banded ? run.name() : bits(run);
            series.add(
                    Series.banded(name, Tint.run(run.style()), doubles(steps), y, band)
                            .from(Sources.of(run)));
        }
        RunState first = runs.getFirst();
        List<Reference> references =
                CnnReference.soFar(first)
                        .map(cnn -> CnnWords.reference(cnn, Sources.cnn(cnn)))
                        .stream()
                        .toList();
        ValueAxis shares = ValueAxis.shares(Texts.text("figures.accuracy.axis"));
        return new Chart.Lines(
                title, notes, axis(first), shares.seen(), series, references, Double.NaN);
    }

    /** The bits of its weights, by which a run is told from the others of a figure. */
    private static String bits(RunState run) {
        long bits = run.settings().conversion().get(ConversionOptions.WEIGHT_BITS);
        return bits == 0
                ? Texts.text("figures.paper.asTrained")
                : ConversionOptions.WEIGHT_BITS.named(bits);
    }

    /** (b) How much accuracy weights of few bits cost against weights as trained. */
    public static Chart increments(RunState whole, List<RunState> bits) {
        RunSnapshot usual = whole.snapshot().orElseThrow();
        int[] steps = steps(whole);
        List<Series> series = new ArrayList<>();
        for (RunState run : bits) {
            RunSnapshot fewer = run.snapshot().orElseThrow();
            double[] y =
                    Arrays.stream(steps).mapToDouble(t -> increment(usual, fewer, t)).toArray();
            series.add(
                    Series.line(bits(run), Tint.run(run.style()), doubles(steps), y)
                            .from(Sources.of(run)));
        }
        return new Chart.Lines(
                Texts.text("figures.paper.increments"),
                Texts.text(
                        "figures.ofRun",
                        whole.name(),
                        Extents.of(bits).notes(Texts.text("figures.paper.incrementsMarks"))),
                axis(whole),
                ValueAxis.fromZero(Texts.text("figures.paper.incrementsAxis")),
                series,
                List.of(),
                Double.NaN);
    }

    /** In points: images that are wrong now less those that were, of the same images. */
    static double increment(RunSnapshot usual, RunSnapshot fewer, int t) {
        return POINTS * (usual.right()[t - 1] - fewer.right()[t - 1]) / usual.images();
    }

    /** (a) Synaptic operations per image up to T, layer by layer. */
    public static Chart operations(RunState run) {
        List<LayerMeasures> layers = Layers.of(run);
        int[] steps = steps(run);
        List<double[]> until = layers.stream().map(PaperCharts::until).toList();
        List<Bar> bars = new ArrayList<>();
        for (int s = 0; s < steps.length; s++) {
            int t = steps[s];
            double[] parts = until.stream().mapToDouble(sums -> sums[t - 1] / MILLION).toArray();
            bars.add(new Bar(s, 0, parts, Arrays.stream(parts).sum()).from(Sources.of(run)));
        }
        return new Chart.Stacks(
                Texts.text("figures.paper.operations"),
                Extents.of(run).notes(Texts.text("figures.paper.operationsMarks")),
                Texts.text("figures.paper.operationsAxis"),
                Categories.TIMESTEPS,
                Arrays.stream(steps).mapToObj(String::valueOf).toList(),
                -1,
                false,
                "",
                Layers.names(run),
                Texts.text("figures.paper.allLayers"),
                List.of(new BarGroup("", Tint.run(run.style()))),
                bars);
    }

    /** Operations that reached a layer up to each timestep, per image. */
    static double[] until(LayerMeasures layer) {
        double[] sums = layer.operationsPerStep().clone();
        Arrays.parallelPrefix(sums, Double::sum);
        return sums;
    }

    /** (c) Neurons by spike count, without those that are silent. */
    public static Chart counts(List<Counted> counts) {
        List<Series> series = new ArrayList<>();
        for (int i = 0; i < counts.size(); i++) {
            SpikeCounts of = counts.get(i).counts();
            double[] x = IntStream.rangeClosed(1, of.timesteps()).asDoubleStream().toArray();
            double[] y =
                    IntStream.rangeClosed(1, of.timesteps()).mapToDouble(of::neurons).toArray();
            series.add(
                    Series.line(name(counts.get(i)), Tint.run(i), x, y)
                            .from(source(counts.get(i))));
        }
        SpikeCounts first = counts.getFirst().counts();
        return new Chart.Lines(
                Texts.text("figures.paper.counts"),
                Texts.text(
                        "figures.paper.countsMarks",
                        Numbers.count(first.timesteps()),
                        Numbers.count(first.images())),
                Axis.linear(
                        Texts.text("figures.paper.countsAxis", first.timesteps()),
                        first.timesteps()),
                ValueAxis.fromZero(Texts.text("figures.paper.neurons")),
                series,
                List.of(),
                Double.NaN);
    }

    /** With the share of neurons that are silent, which would hide all others. */
    private static String name(Counted counted) {
        return Texts.text(
                "figures.paper.silent",
                counted.name(),
                Numbers.percent(counted.counts().silent(), 1));
    }

    /** (d) The largest count of each layer. */
    public static Chart largest(List<Counted> counts) {
        SpikeCounts first = counts.getFirst().counts();
        List<Bar> bars = new ArrayList<>();
        for (int g = 0; g < counts.size(); g++) {
            List<SpikeCounts.Layer> layers = counts.get(g).counts().layers();
            for (int l = 0; l < layers.size(); l++) {
                double largest = layers.get(l).largest();
                bars.add(
                        new Bar(l, g, new double[] {largest}, largest).from(source(counts.get(g))));
            }
        }
        return new Chart.Stacks(
                Texts.text("figures.paper.largest"),
                Texts.text(
                        "figures.paper.largestMarks",
                        Numbers.count(first.timesteps()),
                        Numbers.count(first.images())),
                Texts.text("figures.paper.largestAxis"),
                Categories.LAYERS,
                first.layers().stream().map(layer -> Layers.shortened(layer.name())).toList(),
                -1,
                false,
                "",
                List.of(Texts.text("figures.paper.largestAxis")),
                Texts.text("figures.paper.largestAxis"),
                IntStream.range(0, counts.size())
                        .mapToObj(g -> new BarGroup(counts.get(g).name(), Tint.run(g)))
                        .toList(),
                bars);
    }

    private static SourceRun source(Counted counted) {
        return new SourceRun(
                counted.name(), counted.counts().images(), counted.counts().timesteps());
    }

    private static int[] steps(RunState run) {
        return PaperRuns.steps(run.settings().timesteps());
    }

    private static Axis axis(RunState run) {
        return Axis.timesteps(run.settings().timesteps());
    }

    private static double[] doubles(int[] values) {
        return Arrays.stream(values).asDoubleStream().toArray();
    }
}
