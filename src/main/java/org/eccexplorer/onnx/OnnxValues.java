package org.eccexplorer.onnx;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eccexplorer.channelsfirst.TrainedTensor;
import org.eccexplorer.channelsfirst.Unreadable;
import org.eccexplorer.channelsfirst.Value;
import org.eccexplorer.container.SafeText;
import org.eccexplorer.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * What the names in a graph stand for so far: values of the network, constants, and whole numbers
 * that are computed while reading.
 */
final class OnnxValues {
    /** Stands for the open number of images in a computed shape. */
    static final long BATCH = Long.MIN_VALUE;

    private final Map<String, OnnxTensor> constants;
    private final Map<String, long[]> integers = new HashMap<>();
    private final Map<String, int[]> shapes = new HashMap<>();
    private final Map<String, Value> values = new HashMap<>();

    private boolean rounds;

    OnnxValues(Map<String, OnnxTensor> constants) {
        this.constants = new HashMap<>(constants);
        constants.forEach(this::keepIntegers);
    }

    private void keepIntegers(String name, OnnxTensor tensor) {
        if (tensor.isIntegers()) {
            keep(name, tensor.integers(), tensor.floats().shape());
        }
    }

    /** The names that stand for anything. */
    Set<String> given() {
        Set<String> names = new HashSet<>(constants.keySet());
        names.addAll(values.keySet());
        return names;
    }

    void put(String name, Value value) {
        values.put(name, value);
    }

    /** Names the results of an operation, as many as it makes and the graph has names for. */
    void put(List<String> names, List<Value> results) {
        for (int i = 0; i < Math.min(names.size(), results.size()); i++) {
            put(names.get(i), results.get(i));
        }
    }

    void keep(String name, long[] computed, int[] dims) {
        integers.put(name, computed);
        shapes.put(name, dims);
    }

    /** The shape of whole numbers of this name. */
    int[] dims(String name) {
        return shapes.getOrDefault(name, new int[0]);
    }

    void keep(String name, OnnxTensor constant) {
        constants.put(name, constant);
        keepIntegers(name, constant);
    }

    /** Another name for a constant. */
    void alias(String name, String constant) throws Unreadable {
        OnnxTensor tensor = constants.get(constant);
        if (tensor == null) {
            throw notMade(constant);
        }
        keep(name, tensor);
    }

    boolean isValue(String name) {
        return values.containsKey(name);
    }

    Value value(String name) throws Unreadable {
        Value value = values.get(name);
        if (value == null) {
            throw notMade(name);
        }
        return value;
    }

    private static Unreadable notMade(String name) {
        return new Unreadable(Texts.text("channelsfirst.notMade", SafeText.text(name)));
    }

    /** The trained tensor of this name, null if it is none. */
    @Nullable TrainedTensor weight(String name) {
        OnnxTensor tensor = constants.get(name);
        return tensor == null || tensor.isIntegers() ? null : tensor.floats();
    }

    /** The whole numbers of this name, null if it stands for none. */
    long @Nullable [] integers(String name) {
        return integers.get(name);
    }

    /** The type of a constant of whole numbers that a file holds; null of others. */
    @Nullable WholeType type(String name) {
        OnnxTensor tensor = constants.get(name);
        return tensor == null ? null : tensor.type();
    }

    /** Notes that the model rounds activations, which are kept as floats. */
    void noteRounding() {
        rounds = true;
    }

    boolean isRounding() {
        return rounds;
    }

    /** Whether a constant is one number without dimensions. */
    boolean isScalar(String name) {
        OnnxTensor tensor = constants.get(name);
        return tensor != null && tensor.floats().shape().length == 0;
    }
}
