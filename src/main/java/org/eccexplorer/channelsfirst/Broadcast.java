package org.eccexplorer.channelsfirst;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.eccexplorer.text.Texts;

/** Constants repeated along dimensions in which they have one value, as NumPy does. */
final class Broadcast {
    private Broadcast() {}

    /**
     * One constant for each value of a tensor.
     *
     * @param dims of the tensor without the batch, for which the constant may have one image
     * @return row-major
     */
    static float[] to(int[] dims, TrainedTensor constant) throws Unreadable {
        int[] given = constant.shape();
        int more = given.length - dims.length;
        boolean fits = more < 1 || (more == 1 && given[0] == 1);
        int[] strides = new int[dims.length];
        int stride = 1;
        for (int d = dims.length - 1; d >= 0 && fits; d--) {
            int length = d + more < 0 ? 1 : given[d + more];
            fits = length == 1 || length == dims[d];
            strides[d] = length == 1 ? 0 : stride;
            stride *= length;
        }
        if (!fits) {
            throw new Unreadable(Texts.text("channelsfirst.constantShape", Arrays.toString(given)));
        }
        float[] all = new float[IntStream.of(dims).reduce(1, Math::multiplyExact)];
        for (int i = 0; i < all.length; i++) {
            int rest = i;
            int at = 0;
            for (int d = dims.length - 1; d >= 0; d--) {
                at += rest % dims[d] * strides[d];
                rest /= dims[d];
            }
            all[i] = constant.values()[at];
        }
        return all;
    }
}
