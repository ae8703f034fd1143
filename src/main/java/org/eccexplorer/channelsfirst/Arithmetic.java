package org.eccexplorer.channelsfirst;

import java.util.Arrays;
import org.eccexplorer.text.Texts;

/**
 * x + c, x − c, c − x, c·x and x/c with a constant c: one number, one for each channel, or one for
 * each value as a mean image has.
 */
public enum Arithmetic {
    ADD,
    SUBTRACT,
    SUBTRACT_FROM,
    MULTIPLY,
    DIVIDE;

    private static final float[] ONE = {1};
    private static final float[] ZERO = {0};

    public Value addTo(ChannelsFirst network, String name, Value x, TrainedTensor constant)
            throws Unreadable {
        int[] dims = x.arrangement().dims();
        boolean number = constant.values().length == 1;
        boolean node = x instanceof Value.Node || x.arrangement().isNode();
        if (!number && (!node || !isPerChannel(constant, dims.length))) {
            return withEach(network, name, x.arrangement(), Broadcast.to(dims, constant));
        }
        return addTo(network, name, x, constant.values());
    }

    /** With a constant for each value: for each channel of the node, if it is the same over it. */
    private Value withEach(ChannelsFirst network, String name, Arrangement x, float[] each)
            throws Unreadable {
        Value.Node node = x.node();
        if (x.isWhole()) {
            int channels = node.shape().channels();
            float[] ofNode = new float[each.length];
            for (int i = 0; i < each.length; i++) {
                ofNode[x.source()[i]] = each[i];
            }
            boolean same = true;
            for (int i = 0; i < each.length && same; i++) {
                same = ofNode[i] == ofNode[i % channels];
            }
            if (same) {
                float[] ofChannels = Arrays.copyOf(ofNode, channels);
                return x.with(addTo(network, name, node, ofChannels).arrangement().node());
            }
        }
        Value values = network.arranged(name + "/values", "reshape", x.reshaped(-1));
        Arrangement made = addTo(network, name, values, each).arrangement();
        long[] sizes = Arrays.stream(x.dims()).asLongStream().toArray();
        return network.arranged(name + "/image", "reshape", made.reshaped(sizes));
    }

    private Value addTo(ChannelsFirst network, String name, Value x, float[] c) throws Unreadable {
        return switch (this) {
            case ADD -> network.affine(name, x, ONE, c);
            case SUBTRACT -> network.affine(name, x, ONE, negative(c));
            case SUBTRACT_FROM -> network.affine(name, x, new float[] {-1}, c);
            case MULTIPLY -> network.affine(name, x, c, ZERO);
            case DIVIDE -> network.affine(name, x, inverse(c), ZERO);
        };
    }

    /**
     * (C, 1, 1) of images, (C) of vectors, each perhaps with a batch of 1 before; or one number.
     */
    static float[] perChannel(TrainedTensor constant, int dimensions) throws Unreadable {
        if (!isPerChannel(constant, dimensions)) {
            throw new Unreadable(
                    Texts.text("channelsfirst.constantShape", Arrays.toString(constant.shape())));
        }
        return constant.values();
    }

    private static boolean isPerChannel(TrainedTensor constant, int dimensions) {
        int channels = constant.shape().length - dimensions;
        for (int d = 0; d < constant.shape().length; d++) {
            if (d != channels && constant.size(d) != 1 && constant.values().length != 1) {
                return false;
            }
        }
        return true;
    }

    private static float[] negative(float[] values) {
        float[] negative = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            negative[i] = -values[i];
        }
        return negative;
    }

    private static float[] inverse(float[] values) {
        float[] inverse = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            inverse[i] = (float) (1.0 / values[i]);
        }
        return inverse;
    }
}
