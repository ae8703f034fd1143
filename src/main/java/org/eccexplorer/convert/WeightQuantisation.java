package org.eccexplorer.convert;

import java.util.List;
import org.eccexplorer.spiking.Projection;

/**
 * Weights with a few signed bits b: n = max|W|, W ← trunc(W/n·2^(b−1))/2^(b−1)·n, one n per set of
 * synapses (Wu et al. 2022, section on quantised weights). A plain skip has one weight and so stays
 * exact.
 */
final class WeightQuantisation {
    private WeightQuantisation() {}

    static List<Projection> apply(List<Projection> projections, ConversionOptions options) {
        if (options.weightBits() == 0) {
            return projections;
        }
        return projections.stream().map(p -> quantised(p, options)).toList();
    }

    private static Projection quantised(Projection p, ConversionOptions options) {
        double largest = 0;
        for (float w : p.weights()) {
            largest = Math.max(largest, Math.abs(w));
        }
        double levels = 1L << (options.weightBits() - 1);
        double quantum = largest / levels;
        float[] weights = new float[p.weights().length];
        for (int i = 0; i < weights.length && largest > 0; i++) {
            double level = p.weights()[i] / largest * levels;
            double whole =
                    switch (options.rounding()) {
                        case TRUNCATE -> level < 0 ? Math.ceil(level) : Math.floor(level);
                        case NEAREST -> Math.rint(level);
                    };
            weights[i] = (float) (whole * quantum);
        }
        return new Projection(
                p.source(),
                p.from(),
                p.to(),
                p.offset(),
                p.width(),
                p.groups(),
                p.table(),
                weights,
                quantum);
    }
}
