package org.eccexplorer.onnx;

import java.util.ArrayList;
import java.util.List;
import org.eccexplorer.channelsfirst.Arrangements;
import org.eccexplorer.channelsfirst.ChannelsFirst;
import org.eccexplorer.channelsfirst.TrainedTensor;
import org.eccexplorer.channelsfirst.Unreadable;
import org.eccexplorer.channelsfirst.Value;
import org.eccexplorer.channelsfirst.Windows;
import org.eccexplorer.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * An operation of a graph with what it reads and where it goes.
 *
 * @param name of the layer that it becomes
 */
record OnnxCall(OnnxNode node, OnnxValues values, ChannelsFirst network, String name) {

    /** An input that the network computes. */
    Value value(int input) throws Unreadable {
        return values.value(node.input(input));
    }

    List<Value> allValues() throws Unreadable {
        List<Value> all = new ArrayList<>();
        for (String input : node.inputs()) {
            all.add(values.value(input));
        }
        return all;
    }

    /** Whether the network computes an input; otherwise it is a constant, a shape or missing. */
    boolean isValue(int input) {
        return values.isValue(node.input(input));
    }

    /** A trained input; null if it is missing or not one. */
    @Nullable TrainedTensor optional(int input) {
        return values.weight(node.input(input));
    }

    /** A trained input that may be left out; one that the graph computes is refused. */
    @Nullable TrainedTensor weightIfAny(int input) throws Unreadable {
        return node.input(input).isEmpty() ? null : weight(input);
    }

    TrainedTensor weight(int input) throws Unreadable {
        TrainedTensor tensor = optional(input);
        if (tensor == null) {
            throw new Unreadable(Texts.text("onnx.weightNotStored"));
        }
        return tensor;
    }

    /** Whole numbers that are an input or, in older operator sets, an attribute. */
    long @Nullable [] optionalIntegers(int input, String attribute) {
        long[] given = values.integers(node.input(input));
        return given == null && node.attributes().get(attribute) instanceof long[] list
                ? list
                : given;
    }

    long[] integers(int input, String attribute) throws Unreadable {
        long[] given = optionalIntegers(input, attribute);
        if (given == null) {
            throw new Unreadable(Texts.text("onnx.knownOnlyAtRunTime", attribute));
        }
        return given;
    }

    /** A number that is a constant, of whatever type; NaN if it is none. */
    double number(int input) {
        long[] whole = values.integers(node.input(input));
        TrainedTensor real = optional(input);
        return whole != null && whole.length == 1
                ? whole[0]
                : real != null && real.values().length == 1 ? real.values()[0] : Double.NaN;
    }

    boolean allAreIntegers() {
        return !node.inputs().isEmpty()
                && node.inputs().stream().allMatch(input -> values.integers(input) != null);
    }

    /** What works on rows and columns of images in the network. */
    Windows windows() {
        return new Windows(network);
    }

    /** What moves the values of tensors in the network. */
    Arrangements moves() {
        return new Arrangements(network);
    }

    /** Whole numbers that are known while reading. */
    long[] wholeNumbers(int input) throws Unreadable {
        long[] integers = values.integers(node.input(input));
        if (integers == null) {
            throw new Unreadable(Texts.text("onnx.notAShape"));
        }
        return integers;
    }

    /** Keeps whole numbers as the result. */
    void keep(long[] integers) {
        keep(integers, new int[] {integers.length});
    }

    /** Keeps whole numbers as the result, in an array of this shape. */
    void keep(long[] integers, int[] dims) {
        values.keep(node.outputs().getFirst(), integers, dims);
    }

    /** Keeps trained values as the result. */
    void keep(TrainedTensor weight) {
        String result = node.outputs().getFirst();
        values.keep(result, new OnnxTensor(result, weight, new long[0]));
    }
}
