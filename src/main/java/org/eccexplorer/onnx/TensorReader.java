package org.eccexplorer.onnx;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.LongStream;
import org.eccexplorer.channelsfirst.TrainedTensor;
import org.eccexplorer.container.ModelFaults;
import org.eccexplorer.container.SafeText;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;
import org.jspecify.annotations.Nullable;

/** Reads one tensor (TensorProto). */
final class TensorReader {
    private static final int FLOAT = 1;
    private static final int FLOAT16 = 10;
    private static final int DOUBLE = 11;
    private static final int BFLOAT16 = 16;
    private static final int EXTERNAL = 1;
    private static final int MAX_VALUES = 1 << 28;

    private final WireReader in;
    private final OnnxFiles files;
    private final LongStream.Builder dimensions = LongStream.builder();
    private final LongStream.Builder integers = LongStream.builder();
    private final Map<String, String> external = new HashMap<>();
    private String name = "";
    private long type;
    private long location;
    private @Nullable ByteBuffer raw;
    private @Nullable ByteBuffer floats;
    private @Nullable ByteBuffer doubles;

    private TensorReader(WireReader in, OnnxFiles files) {
        this.in = in;
        this.files = files;
    }

    static OnnxTensor read(WireReader in, OnnxFiles files) throws ProblemException {
        TensorReader reader = new TensorReader(in, files);
        reader.readFields();
        return reader.tensor();
    }

    private void readFields() throws ProblemException {
        while (in.next()) {
            switch (in.field()) {
                case 1 -> LongStream.of(in.integers()).forEach(dimensions::add);
                case 2 -> type = in.integer();
                case 4 -> floats = in.bytes();
                case 5, 7 -> LongStream.of(in.integers()).forEach(integers::add);
                case 8 -> name = in.text();
                case 9 -> raw = in.bytes();
                case 10 -> doubles = in.bytes();
                case 11 -> LongStream.of(in.integers()).forEach(integers::add);
                case 13 -> readEntry(in.message());
                case 14 -> location = in.integer();
                default -> {}
            }
        }
        if (location == EXTERNAL) {
            raw = files.external(name, external);
        }
    }

    private void readEntry(WireReader entry) throws ProblemException {
        String key = "";
        String value = "";
        while (entry.next()) {
            switch (entry.field()) {
                case 1 -> key = entry.text();
                case 2 -> value = entry.text();
                default -> {}
            }
        }
        external.put(key, value);
    }

    private OnnxTensor tensor() throws ProblemException {
        int[] shape = shape();
        int size = 1;
        for (int d : shape) {
            size *= d;
        }
        WholeType whole = WholeType.of(type);
        if (whole != null) {
            TrainedTensor none = new TrainedTensor(new float[0], shape);
            return new OnnxTensor(name, none, integers(size, whole), whole);
        }
        if (type == FLOAT || type == DOUBLE) {
            return new OnnxTensor(name, new TrainedTensor(floats(size), shape), new long[0]);
        }
        if (type == FLOAT16 || type == BFLOAT16) {
            return new OnnxTensor(name, new TrainedTensor(halves(size), shape), new long[0]);
        }
        throw ModelFaults.unsupported(
                files.where() + ", " + SafeText.text(name),
                Texts.text("channelsfirst.notFloat32"),
                Texts.text("channelsfirst.typeNumber", type),
                Texts.text("channelsfirst.exportAsFloat32"));
    }

    private int[] shape() throws ProblemException {
        long[] given = dimensions.build().toArray();
        int[] shape = new int[given.length];
        long size = 1;
        for (int d = 0; d < shape.length; d++) {
            size *= given[d];
            if (given[d] < 0 || given[d] > MAX_VALUES || size > MAX_VALUES) {
                throw in.damaged(
                        Texts.text(
                                "onnx.tensorShape",
                                SafeText.text(name),
                                SafeText.text(Arrays.toString(given))));
            }
            shape[d] = (int) given[d];
        }
        return shape;
    }

    private float[] floats(int size) throws ProblemException {
        boolean wide = type == DOUBLE;
        ByteBuffer stored = raw != null ? raw : wide ? doubles : floats;
        int bytes = stored == null ? 0 : stored.remaining();
        if (stored == null || bytes != (long) size * (wide ? Double.BYTES : Float.BYTES)) {
            throw in.damaged(
                    Texts.text(
                            "onnx.tensorBytes",
                            SafeText.text(name),
                            Numbers.count(bytes),
                            Numbers.count(size)));
        }
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] =
                    wide
                            ? (float) stored.getDouble(i * Double.BYTES)
                            : stored.getFloat(i * Float.BYTES);
        }
        return values;
    }

    /** Floats of 16 bits, widened, which is exact; without raw bytes they lie in whole numbers. */
    private float[] halves(int size) throws ProblemException {
        ByteBuffer stored = raw;
        long[] given = integers.build().toArray();
        long bytes = stored == null ? 2L * given.length : stored.remaining();
        if (bytes != 2L * size) {
            throw in.damaged(
                    Texts.text(
                            "onnx.tensorBytes",
                            SafeText.text(name),
                            Numbers.count(bytes),
                            Numbers.count(size)));
        }
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            short bits = stored == null ? (short) given[i] : stored.getShort(2 * i);
            values[i] =
                    type == FLOAT16 ? Float.float16ToFloat(bits) : Float.intBitsToFloat(bits << 16);
        }
        return values;
    }

    private long[] integers(int size, WholeType whole) throws ProblemException {
        long[] given = integers.build().toArray();
        ByteBuffer stored = raw;
        if (stored == null && given.length == size && whole.bytes(size) >= size) {
            return given;
        }
        long bytes = whole.bytes(size);
        if (stored == null && bytes < size && given.length == bytes) {
            stored = ByteBuffer.allocate(given.length);
            for (int i = 0; i < given.length; i++) {
                stored.put(i, (byte) given[i]);
            }
        }
        if (stored == null || stored.remaining() != bytes) {
            throw in.damaged(
                    Texts.text(
                            "onnx.tensorIntegers",
                            SafeText.text(name),
                            Numbers.count(size),
                            Numbers.count(stored == null ? given.length : stored.remaining())));
        }
        long[] values = new long[size];
        for (int i = 0; i < size; i++) {
            values[i] = whole.read(stored, i);
        }
        return values;
    }
}
