package org.eccexplorer.channelsfirst;

import java.util.Arrays;
import org.eccexplorer.network.Layer;
import org.eccexplorer.tensor.Shape;
import org.eccexplorer.text.Texts;

/**
 * A tensor whose values are those of a node in another order or a part of them: what reshaping,
 * permuting, splitting and their kin make. Dimensions are those of one image, without the batch.
 *
 * @param node whose values these are
 * @param dims of the tensor, outermost first
 * @param source for each value, in row-major order, its index among the node's
 */
public record Arrangement(Value.Node node, int[] dims, int[] source) implements Value {

    /** All values of a node as PyTorch sees them: (C), (C, L) or (C, H, W). */
    static Arrangement of(Value.Node node) {
        Shape shape = node.shape();
        int[] source = new int[shape.size()];
        for (int c = 0; c < shape.channels(); c++) {
            for (int p = 0; p < shape.pixels(); p++) {
                source[c * shape.pixels() + p] = p * shape.channels() + c;
            }
        }
        int[] dims =
                switch (node.dimensions()) {
                    case 1 -> new int[] {shape.channels()};
                    case 2 -> new int[] {shape.channels(), shape.width()};
                    default -> new int[] {shape.channels(), shape.height(), shape.width()};
                };
        return new Arrangement(node, dims, source);
    }

    @Override
    public Arrangement arrangement() {
        return this;
    }

    /** The dimensions in words, with N for the batch. */
    String text() {
        String text = Arrays.toString(dims);
        return "(N, " + text.substring(1, text.length() - 1) + ")";
    }

    /** Whether a node of a network can hold it: as a vector or an image. */
    boolean fitsNode() {
        return dims.length == 1 || dims.length == 3;
    }

    /** Whether it is a sequence, which a node holds where an operation needs it. */
    boolean isSequence() {
        return dims.length == 2;
    }

    /** Whether it has every value of its node exactly once. */
    boolean isWhole() {
        if (source.length != node.shape().size()) {
            return false;
        }
        boolean[] seen = new boolean[source.length];
        for (int s : source) {
            if (seen[s]) {
                return false;
            }
            seen[s] = true;
        }
        return true;
    }

    /** Whether it is its node as PyTorch sees it, so that no layer is needed to make it. */
    boolean isNode() {
        Arrangement plain = of(node);
        return Arrays.equals(dims, plain.dims) && Arrays.equals(source, plain.source);
    }

    /** Another node's values in the places of this one's. */
    Arrangement with(Value.Node other) {
        return new Arrangement(other, dims, source);
    }

    /** The shape of a node that holds it. */
    Shape shape() {
        return switch (dims.length) {
            case 1 -> Shape.vector(dims[0]);
            case 2 -> new Shape(1, dims[1], dims[0]);
            default -> new Shape(dims[1], dims[2], dims[0]);
        };
    }

    /** The layer that makes it of the node's values. */
    Layer.Rearrangement layer(String kind) {
        Shape to = shape();
        int[] ordered = new int[source.length];
        for (int c = 0; c < to.channels(); c++) {
            for (int p = 0; p < to.pixels(); p++) {
                ordered[p * to.channels() + c] = source[c * to.pixels() + p];
            }
        }
        return new Layer.Rearrangement(kind, node.shape(), to, ordered);
    }

    /**
     * The same values with other dimensions.
     *
     * @param wanted one of them may be −1, for what remains
     */
    Arrangement reshaped(long... wanted) throws Unreadable {
        long known = 1;
        int open = -1;
        for (int d = 0; d < wanted.length; d++) {
            if (wanted[d] == -1 && open < 0) {
                open = d;
            } else if (wanted[d] < 1 || wanted[d] > source.length) {
                throw notReshaped(wanted);
            } else {
                known *= wanted[d];
            }
            if (known > source.length) {
                throw notReshaped(wanted);
            }
        }
        int[] result = new int[wanted.length];
        for (int d = 0; d < result.length; d++) {
            result[d] = (int) (d == open ? source.length / known : wanted[d]);
        }
        if (open < 0 ? known != source.length : source.length % known != 0) {
            throw notReshaped(wanted);
        }
        return new Arrangement(node, result, source);
    }

    private Unreadable notReshaped(long[] wanted) {
        return new Unreadable(
                Texts.text("channelsfirst.reshapes", text(), Arrays.toString(wanted)));
    }

    /** Dimensions in another order: the first of the result is {@code order[0]} of this. */
    Arrangement permuted(int... order) throws Unreadable {
        int[] sorted = order.clone();
        Arrays.sort(sorted);
        for (int d = 0; d < sorted.length; d++) {
            if (sorted.length != dims.length || sorted[d] != d) {
                throw new Unreadable(Texts.text("channelsfirst.movesImages"));
            }
        }
        int[] result = new int[dims.length];
        for (int d = 0; d < result.length; d++) {
            result[d] = dims[order[d]];
        }
        int[] strides = new int[dims.length];
        int stride = 1;
        for (int d = dims.length - 1; d >= 0; d--) {
            strides[d] = stride;
            stride *= dims[d];
        }
        int[] moved = new int[source.length];
        int[] index = new int[dims.length];
        for (int i = 0; i < moved.length; i++) {
            int at = 0;
            for (int d = 0; d < dims.length; d++) {
                at += index[d] * strides[order[d]];
            }
            moved[i] = source[at];
            for (int d = dims.length - 1; d >= 0 && ++index[d] == result[d]; d--) {
                index[d] = 0;
            }
        }
        return new Arrangement(node, result, moved);
    }

    /** Some indices of a dimension, in the order given. */
    Arrangement taken(int axis, int... indices) throws Unreadable {
        if (indices.length == 0) {
            throw new Unreadable(Texts.text("channelsfirst.takesNoIndex", dims[axis]));
        }
        for (int index : indices) {
            if (index < 0 || index >= dims[axis]) {
                throw new Unreadable(Texts.text("channelsfirst.takesIndex", index, dims[axis]));
            }
        }
        int inner = 1;
        for (int d = axis + 1; d < dims.length; d++) {
            inner *= dims[d];
        }
        int outer = source.length / inner / dims[axis];
        int[] part = new int[outer * indices.length * inner];
        for (int o = 0; o < outer; o++) {
            for (int k = 0; k < indices.length; k++) {
                System.arraycopy(
                        source,
                        (o * dims[axis] + indices[k]) * inner,
                        part,
                        (o * indices.length + k) * inner,
                        inner);
            }
        }
        int[] result = dims.clone();
        result[axis] = indices.length;
        return new Arrangement(node, result, part);
    }

    /** Without a dimension of length 1. */
    Arrangement squeezed(int axis) throws Unreadable {
        if (dims[axis] != 1) {
            throw new Unreadable(Texts.text("channelsfirst.squeezesMore", dims[axis]));
        }
        int[] result = new int[dims.length - 1];
        System.arraycopy(dims, 0, result, 0, axis);
        System.arraycopy(dims, axis + 1, result, axis, result.length - axis);
        return new Arrangement(node, result, source);
    }

    /** With a dimension of length 1 more, which becomes {@code axis}. */
    Arrangement unsqueezed(int axis) {
        int[] result = new int[dims.length + 1];
        System.arraycopy(dims, 0, result, 0, axis);
        result[axis] = 1;
        System.arraycopy(dims, axis, result, axis + 1, dims.length - axis);
        return new Arrangement(node, result, source);
    }
}
