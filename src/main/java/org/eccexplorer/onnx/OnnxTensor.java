package org.eccexplorer.onnx;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eccexplorer.channelsfirst.TrainedTensor;
import org.eccexplorer.container.ModelFaults;
import org.eccexplorer.container.SafeText;
import org.eccexplorer.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * A constant of an ONNX graph (TensorProto): float32 weights, or whole numbers that stand for
 * shapes.
 *
 * @param integers of an int64 tensor; empty for one of floats
 */
record OnnxTensor(String name, TrainedTensor floats, long[] integers) {
    private static final int FLOAT = 1;
    private static final int INT64 = 7;
    private static final int EXTERNAL = 1;

    static OnnxTensor read(WireReader in, OnnxFiles files) throws ProblemException {
        List<Long> dimensions = new ArrayList<>();
        Map<String, String> external = new HashMap<>();
        @Nullable ByteBuffer raw = null;
        @Nullable ByteBuffer floats = null;
        List<Long> integers = new ArrayList<>();
        String name = "";
        long type = 0;
        long location = 0;
        while (in.next()) {
            switch (in.field()) {
                case 1 -> {
                    for (long d : in.integers()) {
                        dimensions.add(d);
                    }
                }
                case 2 -> type = in.integer();
                case 4 -> floats = in.bytes();
                case 7 -> {
                    for (long i : in.integers()) {
                        integers.add(i);
                    }
                }
                case 8 -> name = in.text();
                case 9 -> raw = in.bytes();
                case 13 -> entry(in.message(), external);
                case 14 -> location = in.integer();
                default -> {}
            }
        }
        if (location == EXTERNAL) {
            raw = files.external(name, external);
        }
        int[] shape = shape(in, name, dimensions);
        int size = 1;
        for (int d : shape) {
            size *= d;
        }
        if (type == INT64) {
            return new OnnxTensor(
                    name,
                    new TrainedTensor(new float[0], shape),
                    integers(in, name, raw, integers, size));
        }
        if (type != FLOAT) {
            throw ModelFaults.unsupported(
                    files.where() + ", " + SafeText.text(name),
                    "The weights are not float32",
                    "their type has the number " + type,
                    "Export the model in float32");
        }
        ByteBuffer stored = raw != null ? raw : floats;
        if (stored == null || stored.remaining() != size * Float.BYTES) {
            throw in.damaged(
                    "%s holds %,d bytes for %,d floats"
                            .formatted(
                                    SafeText.text(name),
                                    stored == null ? 0 : stored.remaining(),
                                    size));
        }
        float[] values = new float[size];
        stored.asFloatBuffer().get(values);
        return new OnnxTensor(name, new TrainedTensor(values, shape), new long[0]);
    }

    private static void entry(WireReader in, Map<String, String> entries) throws ProblemException {
        String key = "";
        String value = "";
        while (in.next()) {
            switch (in.field()) {
                case 1 -> key = in.text();
                case 2 -> value = in.text();
                default -> {}
            }
        }
        entries.put(key, value);
    }

    private static int[] shape(WireReader in, String name, List<Long> dimensions)
            throws ProblemException {
        int[] shape = new int[dimensions.size()];
        long size = 1;
        for (int d = 0; d < shape.length; d++) {
            long dimension = dimensions.get(d);
            size *= dimension;
            if (dimension < 0 || dimension > 1 << 28 || size > 1 << 28) {
                throw in.damaged(SafeText.text(name) + " has the shape " + dimensions);
            }
            shape[d] = (int) dimension;
        }
        return shape;
    }

    private static long[] integers(
            WireReader in, String name, @Nullable ByteBuffer raw, List<Long> given, int size)
            throws ProblemException {
        if (raw == null && given.size() == size) {
            return given.stream().mapToLong(Long::longValue).toArray();
        }
        if (raw == null || raw.remaining() != size * Long.BYTES) {
            throw in.damaged(SafeText.text(name) + " does not hold its numbers");
        }
        long[] values = new long[size];
        raw.asLongBuffer().get(values);
        return values;
    }

    boolean isIntegers() {
        return integers.length > 0 || floats.values().length == 0;
    }
}
