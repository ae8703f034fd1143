package org.eccexplorer.keras.layer;

import java.util.ArrayList;
import java.util.List;
import org.eccexplorer.network.TrainedValues;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/**
 * A weight that a layer must have.
 *
 * @param name as files of Keras 2 call it, such as "kernel"
 * @param index its place among the layer's variables in a Keras 3 archive
 * @param rule what its values may be
 */
public record WeightSpec(String name, int index, TrainedValues.Rule rule, List<Integer> shape) {
    /** No layer that anyone trained has more: 2²⁸ values, 1 GiB. */
    private static final long MAX_VALUES = 1L << 28;

    public WeightSpec {
        shape = List.copyOf(shape);
    }

    /** A weight of any values. */
    static WeightSpec of(String name, int index, int... shape) throws InputRefusal {
        return of(name, index, TrainedValues.Rule.FINITE, shape);
    }

    /** The variances that a layer normalises by. */
    static WeightSpec variance(String name, int index, int... shape) throws InputRefusal {
        return of(name, index, TrainedValues.Rule.VARIANCE, shape);
    }

    private static WeightSpec of(String name, int index, TrainedValues.Rule rule, int... shape)
            throws InputRefusal {
        List<Integer> lengths = new ArrayList<>();
        long values = 1;
        for (int length : shape) {
            lengths.add(length);
            values = Math.multiplyExact(values, length);
        }
        if (values > MAX_VALUES) {
            throw new InputRefusal(
                    Texts.text(
                            "keras.layer.weightTooLarge",
                            name,
                            Numbers.count(values),
                            Numbers.count(MAX_VALUES)));
        }
        return new WeightSpec(name, index, rule, lengths);
    }

    /** As float32. */
    long bytes() {
        return shape.stream().mapToLong(Integer::longValue).reduce(4, (a, b) -> a * b);
    }
}
