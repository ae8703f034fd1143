package org.eccexplorer.keras.layer;

import java.util.ArrayList;
import java.util.List;
import org.eccexplorer.keras.config.LayerConfig;
import org.eccexplorer.keras.config.Refusal;

/** A layer's kernel and the bias that it may have. */
final class Biases {
    private Biases() {}

    /** The kernel and, if the settings say so, the bias behind it. */
    static List<WeightSpec> with(LayerConfig config, WeightSpec kernel, int outputs)
            throws Refusal {
        List<WeightSpec> weights = new ArrayList<>(List.of(kernel));
        if (config.flag("use_bias", true)) {
            weights.add(WeightSpec.of("bias", kernel.index() + 1, outputs));
        }
        return weights;
    }

    /** The bias as read, or zeros. */
    static float[] of(List<float[]> weights, int outputs) {
        return weights.size() > 1 ? weights.get(1) : new float[outputs];
    }
}
