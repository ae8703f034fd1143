package org.eccexplorer.channelsfirst;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.eccexplorer.network.Border;
import org.eccexplorer.network.Layer;
import org.eccexplorer.tensor.Shape;
import org.eccexplorer.text.Texts;

/**
 * Operations that move values of tensors, as PyTorch and ONNX count dimensions: 0 is the batch,
 * negative ones count from the end.
 */
public final class Arrangements {
    private final ChannelsFirst network;

    public Arrangements(ChannelsFirst network) {
        this.network = network;
    }

    /** A dimension of a value, counted without the batch. */
    private static int axis(Arrangement x, long dimension) throws Unreadable {
        return axis(x.dims().length, dimension);
    }

    private static int axis(int dims, long dimension) throws Unreadable {
        long axis = dimension < 0 ? dimension + dims : dimension - 1;
        if (axis < 0 || axis >= dims) {
            throw new Unreadable(Texts.text("channelsfirst.noSuchDimension", dimension));
        }
        return (int) axis;
    }

    /**
     * Other dimensions.
     *
     * @param sizes with that of the batch; 0 keeps a size, −1 stands for what remains
     */
    public Value reshaped(String name, String kind, Value x, long[] sizes) throws Unreadable {
        Arrangement given = x.arrangement();
        long[] wanted = Arrays.copyOfRange(sizes, Math.min(1, sizes.length), sizes.length);
        for (int d = 0; d < wanted.length; d++) {
            if (wanted[d] == 0 && d < given.dims().length) {
                wanted[d] = given.dims()[d];
            }
        }
        return network.arranged(name, kind, given.reshaped(wanted));
    }

    /** Dimensions from one to another, made one. */
    public Value flattened(String name, Value x, long from, long to) throws Unreadable {
        Arrangement given = x.arrangement();
        int first = axis(given, from);
        int last = axis(given, to);
        long[] dims = new long[given.dims().length - Math.max(0, last - first)];
        for (int d = 0; d < dims.length; d++) {
            dims[d] = d == first ? -1 : given.dims()[d < first ? d : d + last - first];
        }
        return network.arranged(name, "flatten", given.reshaped(dims));
    }

    /** Dimensions in another order, the batch first. */
    public Value permuted(String name, Value x, long[] order) throws Unreadable {
        Arrangement given = x.arrangement();
        if (order.length != given.dims().length + 1 || order[0] != 0) {
            throw new Unreadable(Texts.text("channelsfirst.movesImages"));
        }
        int[] own = new int[order.length - 1];
        for (int d = 0; d < own.length; d++) {
            own[d] = axis(given, order[d + 1]);
        }
        return permuted(name, given.permuted(own));
    }

    /** Images in another order are moved where an operation needs them so. */
    private Value permuted(String name, Arrangement moved) throws Unreadable {
        return moved.dims().length == 3 ? moved : network.arranged(name, "permute", moved);
    }

    /** Two dimensions exchanged. */
    public Value transposed(String name, Value x, long one, long other) throws Unreadable {
        Arrangement given = x.arrangement();
        int[] order = IntStream.range(0, given.dims().length).toArray();
        order[axis(given, one)] = axis(given, other);
        order[axis(given, other)] = axis(given, one);
        return permuted(name, given.permuted(order));
    }

    /** Every {@code step}-th index of a dimension; negative ones count from the end. */
    public Value sliced(String name, Value x, long dimension, long from, long to, long step)
            throws Unreadable {
        Arrangement given = x.arrangement();
        if (dimension == 0 && from == 0 && to >= Integer.MAX_VALUE && step == 1) {
            return x; // all images
        }
        int axis = axis(given, dimension);
        int length = given.dims()[axis];
        int first = Math.clamp(from < 0 ? from + length : from, 0, length);
        int end = Math.clamp(to < 0 ? to + length : to, 0, length);
        if (step < 1 || first >= end) {
            throw new Unreadable(Texts.text("channelsfirst.takesNothing"));
        }
        int every = (int) Math.min(step, length);
        int[] indices = IntStream.range(first, end).filter(i -> (i - first) % every == 0).toArray();
        return network.arranged(name, "slice", given.taken(axis, indices));
    }

    /** Some indices of a dimension. */
    public Value taken(String name, Value x, long dimension, long... indices) throws Unreadable {
        Arrangement given = x.arrangement();
        int axis = axis(given, dimension);
        int[] own = new int[indices.length];
        for (int i = 0; i < own.length; i++) {
            own[i] = index(given, axis, indices[i]);
        }
        return network.arranged(name, "slice", given.taken(axis, own));
    }

    /** One index of a dimension, which is dropped. */
    public Value selected(String name, Value x, long dimension, long index) throws Unreadable {
        Arrangement given = x.arrangement();
        int axis = axis(given, dimension);
        Arrangement one = given.taken(axis, index(given, axis, index));
        return network.arranged(name, "slice", one.squeezed(axis));
    }

    private static int index(Arrangement x, int axis, long index) {
        return Math.clamp(index < 0 ? index + x.dims()[axis] : index, -1, Integer.MAX_VALUE);
    }

    /** Parts of a dimension, of these sizes. */
    public List<Value> split(String name, Value x, long dimension, long[] sizes) throws Unreadable {
        Arrangement given = x.arrangement();
        int axis = axis(given, dimension);
        if (Arrays.stream(sizes).anyMatch(size -> size < 1)
                || Arrays.stream(sizes).sum() != given.dims()[axis]) {
            throw new Unreadable(
                    Texts.text(
                            "channelsfirst.partsDoNotAddUp",
                            Arrays.toString(sizes),
                            given.dims()[axis]));
        }
        List<Value> parts = new ArrayList<>();
        int first = 0;
        for (int p = 0; p < sizes.length; p++) {
            int[] indices = IntStream.range(first, first + (int) sizes[p]).toArray();
            parts.add(network.arranged(name + "/" + p, "split", given.taken(axis, indices)));
            first += indices.length;
        }
        return parts;
    }

    /** Parts of a dimension, all of one size but perhaps the last. */
    public List<Value> splitEvery(String name, Value x, long dimension, long size)
            throws Unreadable {
        Arrangement given = x.arrangement();
        int length = given.dims()[axis(given, dimension)];
        if (size < 1) {
            throw new Unreadable(Texts.text("channelsfirst.partSize", size));
        }
        long[] sizes = new long[(int) Math.ceilDiv((long) length, size)];
        Arrays.fill(sizes, size);
        sizes[sizes.length - 1] = length - size * (sizes.length - 1);
        return split(name, x, dimension, sizes);
    }

    /** A number of parts of a dimension, all of one size but perhaps the last. */
    public List<Value> chunks(String name, Value x, long dimension, long count) throws Unreadable {
        Arrangement given = x.arrangement();
        int length = given.dims()[axis(given, dimension)];
        if (count < 1) {
            throw new Unreadable(Texts.text("channelsfirst.partCount", count));
        }
        return splitEvery(name, x, dimension, Math.ceilDiv((long) length, count));
    }

    /** Without some dimensions of length 1. */
    public Value squeezed(String name, Value x, long[] dimensions) throws Unreadable {
        Arrangement left = x.arrangement();
        int rank = left.dims().length;
        int[] axes = new int[dimensions.length];
        for (int i = 0; i < axes.length; i++) {
            axes[i] = axis(rank, dimensions[i]);
        }
        Arrays.sort(axes);
        for (int i = axes.length - 1; i >= 0; i--) {
            left = left.squeezed(axes[i]);
        }
        return network.arranged(name, "squeeze", left);
    }

    /** With dimensions of length 1 at these places of the result. */
    public Value unsqueezed(String name, Value x, long[] dimensions) throws Unreadable {
        Arrangement more = x.arrangement();
        int rank = more.dims().length + dimensions.length;
        int[] axes = new int[dimensions.length];
        for (int i = 0; i < axes.length; i++) {
            axes[i] = axis(rank, dimensions[i]);
        }
        Arrays.sort(axes);
        for (int axis : axes) {
            more = more.unsqueezed(axis);
        }
        return network.arranged(name, "unsqueeze", more);
    }

    /** Channels in groups, read crosswise (ShuffleNet). */
    public Value channelShuffle(String name, Value x, long groups) throws Unreadable {
        int[] dims = image(x);
        Arrangement shuffled =
                x.arrangement()
                        .reshaped(groups, -1, dims[1], dims[2])
                        .permuted(1, 0, 2, 3)
                        .reshaped(dims[0], dims[1], dims[2]);
        return network.arranged(name, "channel shuffle", shuffled);
    }

    /** Channels to pixels (sub-pixel convolution): (C·f², H, W) → (C, H·f, W·f). */
    public Value pixelShuffle(String name, Value x, long factor) throws Unreadable {
        int[] dims = image(x);
        Arrangement shuffled =
                x.arrangement()
                        .reshaped(-1, factor, factor, dims[1], dims[2])
                        .permuted(0, 3, 1, 4, 2)
                        .reshaped(-1, dims[1] * factor, dims[2] * factor);
        return network.arranged(name, "pixel shuffle", shuffled);
    }

    /** Pixels to channels: (C, H·f, W·f) → (C·f², H, W). */
    public Value pixelUnshuffle(String name, Value x, long factor) throws Unreadable {
        int[] dims = image(x);
        if (factor < 1 || dims[1] % factor != 0 || dims[2] % factor != 0) {
            throw new Unreadable(Texts.text("channelsfirst.blocksDoNotFit", factor));
        }
        long rows = dims[1] / factor;
        long columns = dims[2] / factor;
        Arrangement shuffled =
                x.arrangement()
                        .reshaped(dims[0], rows, factor, columns, factor)
                        .permuted(0, 2, 4, 1, 3)
                        .reshaped(-1, rows, columns);
        return network.arranged(name, "pixel shuffle", shuffled);
    }

    private int[] image(Value x) throws Unreadable {
        int[] dims = x.arrangement().dims();
        if (dims.length != 3) {
            throw new Unreadable(Texts.text("channelsfirst.inputNoImage"));
        }
        return dims;
    }

    /** Tensors one after the other along a dimension. */
    public Value concatenated(String name, long dimension, List<Value> tensors) throws Unreadable {
        if (tensors.isEmpty()) {
            throw new Unreadable(Texts.text("channelsfirst.joinsNothing"));
        }
        Arrangement first = tensors.getFirst().arrangement();
        int axis = axis(first, dimension);
        int rank = first.dims().length;
        Value[] images = new Value[tensors.size()];
        int total = 0;
        for (int t = 0; t < images.length; t++) {
            Arrangement tensor = tensors.get(t).arrangement();
            if (tensor.dims().length != rank) {
                throw new Unreadable(Texts.text("channelsfirst.joinsOtherRanks"));
            }
            total += tensor.dims()[axis];
            images[t] =
                    tensor.fitsNode()
                            ? tensors.get(t)
                            : network.arranged(
                                    name + "/" + t,
                                    "reshape",
                                    tensor.reshaped(around(tensor, axis)));
        }
        if (axis == 0) {
            Value joined = network.concatenation(name, images);
            return first.fitsNode() ? joined : restored(name, joined, first, axis, total);
        }
        boolean rows = rank != 3 || axis == 1;
        Value joined = stacked(name, images, rows);
        return rank == 3 ? joined : restored(name, joined, first, axis, total);
    }

    /** A tensor as an image whose channels, or whose rows, are one of its dimensions. */
    private static long[] around(Arrangement tensor, int axis) {
        long before = 1;
        for (int d = 0; d < axis; d++) {
            before *= tensor.dims()[d];
        }
        return axis == 0
                ? new long[] {tensor.dims()[0], -1, 1}
                : new long[] {before, tensor.dims()[axis], -1};
    }

    private Value restored(String name, Value joined, Arrangement like, int axis, int total)
            throws Unreadable {
        long[] dims = Arrays.stream(like.dims()).asLongStream().toArray();
        dims[axis] = total;
        return network.arranged(name, "reshape", joined.arrangement().reshaped(dims));
    }

    /** Images below or beside each other: each among zeros where the others lie, then added. */
    private Value stacked(String name, Value[] images, boolean rows) throws Unreadable {
        int total = 0;
        for (Value image : images) {
            Shape shape = network.shape(image);
            total += rows ? shape.height() : shape.width();
        }
        Value[] padded = new Value[images.length];
        int first = 0;
        for (int i = 0; i < images.length; i++) {
            Shape shape = network.shape(images[i]);
            int length = rows ? shape.height() : shape.width();
            int after = total - first - length;
            Border around = rows ? new Border(first, 0, after, 0) : new Border(0, first, 0, after);
            padded[i] = new Windows(network).padded(name + "/" + i, images[i], around);
            first += length;
        }
        float[] ones = new float[images.length];
        Arrays.fill(ones, 1);
        return network.add(name, new Layer.Sum(ones), padded);
    }
}
