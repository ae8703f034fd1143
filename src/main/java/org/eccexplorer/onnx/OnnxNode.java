package org.eccexplorer.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.eccexplorer.channelsfirst.Unreadable;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * One operation of an ONNX graph (NodeProto).
 *
 * @param attributes by name: Long, Float, String, long[], float[] or OnnxTensor
 */
record OnnxNode(
        String operation,
        List<String> inputs,
        List<String> outputs,
        Map<String, Object> attributes) {

    static OnnxNode read(WireReader in, OnnxFiles files) throws ProblemException {
        List<String> inputs = new ArrayList<>();
        List<String> outputs = new ArrayList<>();
        Map<String, Object> attributes = new HashMap<>();
        String operation = "";
        String domain = "";
        while (in.next()) {
            switch (in.field()) {
                case 1 -> inputs.add(in.text());
                case 2 -> outputs.add(in.text());
                case 4 -> operation = in.text();
                case 5 -> attribute(in.message(), attributes, files);
                case 7 -> domain = in.text();
                default -> {}
            }
        }
        if (outputs.isEmpty()) {
            throw in.damaged(Texts.text("onnx.operationWithoutResult"));
        }
        boolean standard = domain.isEmpty() || domain.equals("ai.onnx");
        return new OnnxNode(
                standard ? operation : domain + "." + operation, inputs, outputs, attributes);
    }

    private static void attribute(WireReader in, Map<String, Object> attributes, OnnxFiles files)
            throws ProblemException {
        String name = "";
        Object value = "";
        LongStream.Builder integers = LongStream.builder();
        boolean list = false;
        while (in.next()) {
            switch (in.field()) {
                case 1 -> name = in.text();
                case 2 -> value = in.real();
                case 3 -> value = in.integer();
                case 4 -> value = in.text();
                case 5 -> value = TensorReader.read(in.message(), files);
                case 7 -> value = reals(in.reals(), value);
                case 8 -> {
                    list = true;
                    LongStream.of(in.integers()).forEach(integers::add);
                }
                default -> {}
            }
        }
        attributes.put(name, list ? integers.build().toArray() : value);
    }

    /** A list that comes in parts. */
    private static float[] reals(float[] part, Object before) {
        float[] known = before instanceof float[] list ? list : new float[0];
        float[] all = Arrays.copyOf(known, known.length + part.length);
        System.arraycopy(part, 0, all, known.length, part.length);
        return all;
    }

    String input(int index) {
        return index < inputs.size() ? inputs.get(index) : "";
    }

    long integer(String name, long otherwise) {
        return attributes.get(name) instanceof Long value ? value : otherwise;
    }

    double real(String name, double otherwise) {
        return attributes.get(name) instanceof Float value ? value : otherwise;
    }

    String text(String name) {
        return attributes.get(name) instanceof String value ? value : "";
    }

    @Nullable OnnxTensor tensor(String name) {
        return attributes.get(name) instanceof OnnxTensor value ? value : null;
    }

    /** A list of whole numbers; where it is missing, {@code count} times the same. */
    int[] integers(String name, int count, int otherwise) throws Unreadable {
        int[] values = new int[count];
        Arrays.fill(values, otherwise);
        if (attributes.get(name) instanceof long[] given) {
            if (given.length != count) {
                throw new Unreadable(
                        Texts.text(
                                "onnx.attributeLength",
                                name,
                                Numbers.count(given.length),
                                Numbers.count(count)));
            }
            for (int i = 0; i < count; i++) {
                values[i] = Math.clamp(given[i], Integer.MIN_VALUE, Integer.MAX_VALUE);
            }
        }
        return values;
    }
}
