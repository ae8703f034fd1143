package org.eccexplorer.convert;

import java.util.ArrayList;
import java.util.List;

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
        List<Projection> quantised = new ArrayList<>();
        for (Projection p : projections) {
            quantised.add(
                    new Projection(
                            p.source(),
                            p.from(),
                            p.to(),
                            p.offset(),
                            p.width(),
                            p.groups(),
                            p.table(),
                            quantised(p.weights(), options)));
        }
        return quantised;
    }

    static float[] quantised(float[] weights, ConversionOptions options) {
        double largest = 0;
        for (float w : weights) {
            largest = Math.max(largest, Math.abs(w));
        }
        if (largest == 0) {
            return weights;
        }
        double levels = 1L << (options.weightBits() - 1);
        float[] quantised = new float[weights.length];
        for (int i = 0; i < weights.length; i++) {
            double level = weights[i] / largest * levels;
            double whole =
                    switch (options.rounding()) {
                        case TRUNCATE -> level < 0 ? Math.ceil(level) : Math.floor(level);
                        case NEAREST -> Math.rint(level);
                    };
            quantised[i] = (float) (whole / levels * largest);
        }
        return quantised;
    }
}
