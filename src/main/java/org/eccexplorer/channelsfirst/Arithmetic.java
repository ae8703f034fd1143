package org.eccexplorer.channelsfirst;

import java.util.Arrays;
import org.eccexplorer.text.Texts;

/** x + c, x − c, c − x, c·x and x/c with a constant c: one number, or one for each channel. */
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
        float[] c = perChannel(constant, network.shape(x).isVector());
        return switch (this) {
            case ADD -> network.affine(name, x, ONE, c);
            case SUBTRACT -> network.affine(name, x, ONE, negative(c));
            case SUBTRACT_FROM -> network.affine(name, x, new float[] {-1}, c);
            case MULTIPLY -> network.affine(name, x, c, ZERO);
            case DIVIDE -> network.affine(name, x, inverse(c), ZERO);
        };
    }

    /** (C, 1, 1) of images, (C) of vectors, each perhaps with a batch of 1 before. */
    private static float[] perChannel(TrainedTensor constant, boolean vector) throws Unreadable {
        int channels = constant.shape().length - (vector ? 1 : 3);
        for (int d = 0; d < constant.shape().length; d++) {
            if (d != channels && constant.size(d) != 1 && constant.values().length != 1) {
                throw new Unreadable(
                        Texts.text(
                                "channelsfirst.constantShape", Arrays.toString(constant.shape())));
            }
        }
        return constant.values();
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
