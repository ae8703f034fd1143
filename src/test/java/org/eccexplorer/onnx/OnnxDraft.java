package org.eccexplorer.onnx;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A small ONNX model that a test puts together: what enters is x, what leaves is its last result.
 */
final class OnnxDraft {
    private final ByteArrayOutputStream graph = new ByteArrayOutputStream();
    private final Set<String> operations = new TreeSet<>();
    private String output = "";
    private String given = "";
    private long opset = 17;

    /** With images or vectors as input; sizes below 1 stay open. */
    static OnnxDraft of(long... shape) {
        return new OnnxDraft().input("x", shape);
    }

    /** What writes the fields of a message. */
    private interface Fields {
        void write(CodedOutputStream out) throws IOException;
    }

    private static ByteString message(Fields fields) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            CodedOutputStream out = CodedOutputStream.newInstance(bytes);
            fields.write(out);
            out.flush();
            return ByteString.copyFrom(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(int field, ByteString part) {
        graph.writeBytes(message(out -> out.writeBytes(field, part)).toByteArray());
    }

    private static ByteString valueInfo(String name, long... shape) {
        ByteString dimensions =
                message(out -> {
                    for (long size : shape) {
                        out.writeBytes(
                                1,
                                size < 1
                                        ? message(open -> open.writeString(2, "n"))
                                        : message(fixed -> fixed.writeInt64(1, size)));
                    }
                });
        ByteString tensor =
                message(out -> {
                    out.writeInt32(1, 1);
                    out.writeBytes(2, dimensions);
                });
        return message(out -> {
            out.writeString(1, name);
            out.writeBytes(2, message(type -> type.writeBytes(1, tensor)));
        });
    }

    OnnxDraft input(String name, long... shape) {
        add(11, valueInfo(name, shape));
        return this;
    }

    OnnxDraft opset(long version) {
        opset = version;
        return this;
    }

    /** Another result than the last as output. */
    OnnxDraft output(String name) {
        given = name;
        return this;
    }

    private static ByteString tensor(String name, int type, byte[] raw, long... shape) {
        return message(out -> {
            for (long size : shape) {
                out.writeInt64(1, size);
            }
            out.writeInt32(2, type);
            out.writeString(8, name);
            out.writeByteArray(9, raw);
        });
    }

    /** A constant of float32, its values ⅛, ²⁄₈, ³⁄₈ …. */
    OnnxDraft weight(String name, long... shape) {
        int size = 1;
        for (long length : shape) {
            size *= (int) length;
        }
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (i + 1) / 8f;
        }
        return floats(name, values, shape);
    }

    OnnxDraft floats(String name, float[] values, long... shape) {
        ByteBuffer raw = littleEndian(values.length * Float.BYTES);
        raw.asFloatBuffer().put(values);
        add(5, tensor(name, 1, raw.array(), shape));
        return this;
    }

    OnnxDraft number(String name, float value) {
        return floats(name, new float[] {value});
    }

    OnnxDraft integers(String name, long... values) {
        ByteBuffer raw = littleEndian(values.length * Long.BYTES);
        raw.asLongBuffer().put(values);
        add(5, tensor(name, 7, raw.array(), values.length));
        return this;
    }

    OnnxDraft flag(String name, boolean value) {
        add(5, tensor(name, 9, new byte[] {(byte) (value ? 1 : 0)}));
        return this;
    }

    /** A constant of another type, by its number in ONNX. */
    OnnxDraft ofType(String name, int type) {
        add(5, tensor(name, type, new byte[8], 1));
        return this;
    }

    private static ByteBuffer littleEndian(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * An operation.
     *
     * @param names of inputs, then an arrow, then of results: "x w -> y"; a hyphen for none
     * @param attributes names and values by turns
     */
    OnnxDraft node(String operation, String names, Object... attributes) {
        operations.add(operation);
        String[] sides = names.split(" -> ");
        List<String> results = List.of(sides[1].split(" "));
        output = results.getLast();
        add(
                1,
                message(out -> {
                    for (String input : sides[0].split(" ")) {
                        out.writeString(1, input.equals("-") ? "" : input);
                    }
                    for (String result : results) {
                        out.writeString(2, result);
                    }
                    out.writeString(4, operation);
                    for (int i = 0; i < attributes.length; i += 2) {
                        out.writeBytes(5, attribute((String) attributes[i], attributes[i + 1]));
                    }
                }));
        return this;
    }

    private static ByteString attribute(String name, Object value) {
        return message(out -> {
            out.writeString(1, name);
            switch (value) {
                case Float real -> out.writeFloat(2, real);
                case Integer whole -> out.writeInt64(3, whole);
                case String text -> out.writeString(4, text);
                case long[] list -> {
                    for (long entry : list) {
                        out.writeInt64(8, entry);
                    }
                }
                default -> throw new IllegalArgumentException(value.toString());
            }
        });
    }

    static long[] list(long... values) {
        return values;
    }

    /** The names of its operations. */
    Set<String> operations() {
        return operations;
    }

    Path write(Path file) throws IOException {
        add(12, valueInfo(given.isEmpty() ? output : given));
        ByteString version = message(out -> out.writeInt64(2, opset));
        return Files.write(
                file,
                message(
                                out -> {
                                    out.writeInt64(1, 8);
                                    out.writeString(2, "a test");
                                    out.writeByteArray(7, graph.toByteArray());
                                    out.writeBytes(8, version);
                                })
                        .toByteArray());
    }
}
