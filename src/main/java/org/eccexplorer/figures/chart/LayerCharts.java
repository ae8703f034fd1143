package org.eccexplorer.figures.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.figures.words.Layers;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.measure.layer.LayerMeasures;
import org.eccexplorer.network.Layer;
import org.eccexplorer.network.Node;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.Tint;
import org.eccexplorer.spiking.Projection;
import org.eccexplorer.spiking.Role;
import org.eccexplorer.spiking.SpikingLayer;
import org.eccexplorer.spiking.SpikingNetwork;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/** How the weights and activations of one layer are spread, before and after the conversion. */
public final class LayerCharts {
    private static final int BINS = 64;

    private LayerCharts() {}

    /**
     * The weights as trained.
     *
     * @param origins layers of the CNN that became the spiking layer
     */
    public static Chart trained(List<Node> origins) {
        List<String> names = new ArrayList<>();
        List<float[]> parts = new ArrayList<>();
        for (Node node : origins) {
            float[] weights =
                    switch (node.layer()) {
                        case Layer.Convolution convolution -> convolution.kernel();
                        case Layer.Dense dense -> dense.weights();
                        default -> new float[0];
                    };
            if (weights.length > 0) {
                names.add(node.name());
                parts.add(weights);
            }
        }
        return histogram(
                Texts.text("figures.trained.title"),
                names.isEmpty()
                        ? Texts.text("figures.trained.none")
                        : Texts.text("figures.trained.of", String.join(", ", names)),
                Texts.text("figures.trained.axis"),
                Texts.text("figures.weights.count"),
                Tint.Fixed.CNN,
                joined(parts));
    }

    private static float[] joined(List<float[]> parts) {
        float[] all = new float[parts.stream().mapToInt(part -> part.length).sum()];
        int at = 0;
        for (float[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }

    /**
     * The weights of the synapses, in units of V_thr.
     *
     * @param run its name
     * @param tint of the run
     */
    public static Chart converted(SpikingLayer layer, String run, Tint tint) {
        float[] weights = joined(layer.projections().stream().map(Projection::weights).toList());
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= layer.threshold();
        }
        return histogram(
                Texts.text("figures.synaptic.title"),
                Texts.text("figures.ofRun", run, Texts.text("figures.synaptic.how")),
                Texts.text("figures.synaptic.axis"),
                Texts.text("figures.weights.count"),
                tint,
                weights);
    }

    /** The CNN's activations of a sample of neurons. */
    public static Chart activations(RunState run, int layer) {
        Chart.Histogram chart =
                histogram(
                        Texts.text(
                                Layers.isOutputs(run, layer)
                                        ? "figures.activations.outputs"
                                        : "figures.activations.title"),
                        Extents.of(run).notes(Texts.text("figures.activations.sample")),
                        Texts.text("figures.activations.axis"),
                        Texts.text("figures.neurons.count"),
                        Tint.Fixed.CNN,
                        points(run, layer, true));
        return of(chart, run, layer);
    }

    /**
     * The same with the λ at which they are cut, where a layer has one: that of the run, or the one
     * that is set by hand for the next.
     *
     * @param next settings of the next run
     */
    public static Chart activations(RunState run, int layer, ConversionOptions next) {
        Chart chart = activations(run, layer);
        OptionalDouble own = lambda(run, layer);
        float[] points = points(run, layer, true);
        if (own.isEmpty() || points.length == 0) {
            return chart;
        }
        String name = run.network().orElseThrow().layers().get(layer).name();
        Optional<Double> byHand = next.lambdaOf().of(name);
        double lambda = byHand.orElse(own.getAsDouble());
        double at = lambda / own.getAsDouble();
        double cut = 0;
        double positive = 0;
        for (float point : points) {
            cut += point > at ? 1 : 0;
            positive += point > 0 ? 1 : 0;
        }
        Chart.Histogram plain = (Chart.Histogram) chart;
        Chart.Histogram wide =
                histogram(
                        plain.title(),
                        Extents.of(run).notes(Texts.text("figures.activations.drag")),
                        plain.xLabel(),
                        plain.yLabel(),
                        plain.tint(),
                        points,
                        Math.max(1, at));
        String said =
                Texts.text(
                        byHand.isPresent()
                                ? "figures.activations.nextLambda"
                                : "figures.activations.lambda",
                        Numbers.significant(lambda, 3),
                        Numbers.percent(cut / Math.max(1, positive), 1));
        return of(wide.cutAt(new Chart.Histogram.Limit(at, said)), run, layer);
    }

    /** λ of a layer, if it has one that can be set by hand. */
    public static OptionalDouble lambda(RunState run, int layer) {
        Optional<SpikingLayer> own =
                run.network()
                        .map(SpikingNetwork::layers)
                        .filter(layers -> layer < layers.size())
                        .map(layers -> layers.get(layer))
                        .filter(found -> found.fires() && found.role() != Role.MAXIMUM_GATE)
                        .filter(found -> Arrays.stream(found.lambda()).distinct().count() == 1);
        return own.isPresent() && run.settings().conversion().currentNormalisation()
                ? OptionalDouble.of(own.get().lambda()[0])
                : OptionalDouble.empty();
    }

    /**
     * What the firing rates of the same neurons stand for; of outputs that never fire, currents.
     */
    public static Chart rates(RunState run, int layer) {
        boolean outputs = Layers.isOutputs(run, layer);
        Chart.Histogram chart =
                histogram(
                        Texts.text(outputs ? "figures.firing.outputs" : "figures.firing.title"),
                        Extents.of(run).notes(Texts.text("figures.firing.sample")),
                        Texts.text(outputs ? "figures.firing.outputsAxis" : "figures.firing.axis"),
                        Texts.text("figures.neurons.count"),
                        Tint.run(run.style()),
                        points(run, layer, false));
        return of(chart, run, layer);
    }

    private static Chart of(Chart.Histogram chart, RunState run, int layer) {
        List<LayerMeasures> layers = Layers.of(run);
        return layer < layers.size()
                ? chart.from(Sources.ofLayer(run, layers.get(layer).name()))
                : chart;
    }

    private static float[] points(RunState run, int layer, boolean activations) {
        return run.snapshot()
                .map(RunSnapshot::layers)
                .filter(layers -> layer < layers.size())
                .map(layers -> layers.get(layer).agreement())
                .map(points -> activations ? points.activations() : points.rates())
                .orElse(new float[0]);
    }

    private static Chart.Histogram histogram(
            String title,
            String subtitle,
            String xLabel,
            String yLabel,
            Tint tint,
            float[] values) {
        return histogram(title, subtitle, xLabel, yLabel, tint, values, 0);
    }

    /**
     * Of values.
     *
     * @param reached a value that lies within its range
     */
    private static Chart.Histogram histogram(
            String title,
            String subtitle,
            String xLabel,
            String yLabel,
            Tint tint,
            float[] values,
            double reached) {
        if (values.length == 0) {
            return new Chart.Histogram(title, subtitle, xLabel, yLabel, 0, 1, tint, new long[0]);
        }
        float low = 0;
        double high = reached;
        for (float value : values) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        double width = Math.max(1e-9, high - low) / BINS;
        long[] counts = new long[BINS];
        for (float value : values) {
            counts[Math.min(BINS - 1, (int) ((value - low) / width))]++;
        }
        return new Chart.Histogram(
                title, subtitle, xLabel, yLabel, low, low + width * BINS, tint, counts);
    }
}
