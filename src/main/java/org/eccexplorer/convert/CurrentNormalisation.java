package org.eccexplorer.convert;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eccexplorer.convert.linear.Current;
import org.eccexplorer.convert.linear.LinearMap;
import org.eccexplorer.spiking.Projection;
import org.eccexplorer.spiking.Role;
import org.eccexplorer.tensor.Shape;

/**
 * Current normalisation (CN): W ← κ·W'·λ_source/λ_layer, b ← κ·b'/λ_layer, V_thr ← κ (Wu et al.
 * 2022, section on current normalisation). A current of V_thr per timestep is then exactly rate 1,
 * and no neuron is asked for more on any calibration image. Off, all scales and thresholds are 1:
 * the naive conversion.
 *
 * <p>Every source keeps its own λ, also where branches meet in an Add or a Concatenate: its
 * synapses carry the factor λ_branch/λ_layer, which is exact.
 */
final class CurrentNormalisation {
    private final ConversionOptions options;
    private final List<RateLayer> layers;
    private final double inputLambda;
    private final List<double[]> lambda;

    CurrentNormalisation(
            ConversionOptions options,
            List<RateLayer> layers,
            double inputLambda,
            List<double[]> lambda) {
        this.options = options;
        this.layers = layers;
        this.inputLambda = inputLambda;
        this.lambda = lambda;
    }

    double inputScale() {
        return options.currentNormalisation() ? inputLambda : 1;
    }

    double[] scale(int layer) {
        double[] scale = lambda.get(layer).clone();
        if (!options.currentNormalisation()) {
            Arrays.fill(scale, 1);
        }
        return scale;
    }

    /**
     * V_thr: κ, or 1 without CN. A spiking average pooling keeps the plain average of its spikes as
     * current, so its threshold is λ_layer/λ_source, as in SpKeras.
     */
    double threshold(int layer) {
        if (isPlainPooling(layer)) {
            int source = layers.get(layer).terms().getFirst().source();
            return scale(layer)[0] / sourceScale(source)[0];
        }
        return options.currentNormalisation() ? options.kappa() : 1;
    }

    private boolean isPlainPooling(int layer) {
        return layers.get(layer).role() == Role.AVERAGE_POOLING
                && options.lambdaScope() == LambdaScope.LAYER;
    }

    private double[] sourceScale(int source) {
        if (source >= 0) {
            return scale(source);
        }
        return new double[] {inputScale()};
    }

    /** The synapses of a layer, normalised. */
    List<Projection> projections(int layer) {
        RateLayer rate = layers.get(layer);
        List<Projection> projections = new ArrayList<>();
        for (Current.Term term : rate.terms()) {
            projections.add(projection(layer, term));
        }
        return projections;
    }

    private Projection projection(int layer, Current.Term term) {
        LinearMap map = term.map();
        double[] target = scale(layer);
        double[] source = sourceScale(term.source());
        double threshold = threshold(layer);
        int channels = map.from().channels();
        int fan = map.fan();
        double[] own = new double[fan];
        float[] weights = new float[map.weights().count()];
        for (int row = 0; row < weights.length / fan; row++) {
            map.weights().row(row, own);
            int ci = row % channels;
            // A flattened source is read as one pixel whose channels repeat the layer's.
            double from = source[ci % source.length] * threshold;
            int first = map.offset() + map.firstTarget(ci);
            for (int o = 0; o < fan; o++) {
                weights[row * fan + o] = (float) (own[o] * from / target[first + o]);
            }
        }
        return new Projection(
                term.source(),
                map.from(),
                map.to(),
                map.offset(),
                map.width(),
                map.groups(),
                map.table(),
                weights,
                0);
    }

    /** The constant currents of a layer, normalised. */
    float[] bias(int layer) {
        RateLayer rate = layers.get(layer);
        Shape shape = rate.shape();
        double[] scale = scale(layer);
        double threshold = threshold(layer);
        float[] bias = new float[shape.size()];
        int different = rate.offset().isOfChannels(shape) ? shape.channels() : bias.length;
        for (int i = 0; i < different; i++) {
            bias[i] = (float) (rate.offset().at(i) * threshold / scale[i % shape.channels()]);
        }
        for (int first = different; first < bias.length; first += different) {
            System.arraycopy(bias, 0, bias, first, different);
        }
        return bias;
    }
}
