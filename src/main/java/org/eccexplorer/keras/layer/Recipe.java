package org.eccexplorer.keras.layer;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eccexplorer.network.Layer;

/**
 * How a layer of the network is made once the whole model was found readable. Until then nothing is
 * allocated whose size a file decides.
 */
public sealed interface Recipe {

    /** Bytes that the layer will take. */
    long bytes();

    /** A layer without weights. */
    record Ready(Layer layer) implements Recipe {
        @Override
        public long bytes() {
            return 0;
        }
    }

    /** A layer made from its weights, which come in the order in which they are listed. */
    record Weighted(List<WeightSpec> weights, Function<List<float[]>, Layer> make)
            implements Recipe {
        @Override
        public long bytes() {
            return weights.stream().mapToLong(WeightSpec::bytes).sum();
        }
    }

    /** A layer that moves values, with one index for each. */
    record Moving(int values, Supplier<Layer> make) implements Recipe {
        @Override
        public long bytes() {
            return 4L * values;
        }
    }
}
