package org.eccexplorer.onnx;

import java.util.Arrays;
import org.eccexplorer.channelsfirst.TrainedTensor;
import org.eccexplorer.channelsfirst.Unreadable;
import org.eccexplorer.channelsfirst.Value;
import org.eccexplorer.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * QuantizeLinear and DequantizeLinear: of weights they are computed exactly, scale·(q − zero); of
 * activations they are left out, so that these stay floats.
 */
final class OnnxQuantisation {
    private OnnxQuantisation() {}

    /**
     * How the numbers of a tensor are quantised.
     *
     * @param length of the axis along which the scale changes
     * @param inner number of values that share a place along the axis
     * @param block values along the axis that share a scale; 0 if all that share a place do
     */
    private record Scheme(float[] scale, long @Nullable [] zero, int length, int inner, int block) {

        static Scheme of(OnnxCall call, int[] dims) throws Unreadable {
            TrainedTensor scales = call.weight(1);
            float[] scale = scales.values();
            long[] zero = call.values().integers(call.node().input(2));
            int rank = dims.length;
            long given = call.node().integer("axis", 1);
            long axis = given < 0 ? given + rank : given;
            boolean each = scale.length > 1;
            long block = call.node().integer("block_size", 0);
            if ((each && (axis < 0 || axis >= rank || !fits(dims, (int) axis, scales, block)))
                    || (zero != null && zero.length != scale.length)
                    || block < 0
                    || (zero == null && !call.node().input(2).isEmpty())) {
                throw new Unreadable(Texts.text("onnx.quantisedOtherwise"));
            }
            int inner = 1;
            for (int d = (int) axis + 1; d < rank && each; d++) {
                inner *= dims[d];
            }
            int length = each ? dims[(int) axis] : 1;
            return new Scheme(scale, zero, length, inner, each ? (int) block : 0);
        }

        /** A scale for each place along the axis, or for each block of places. */
        private static boolean fits(int[] dims, int axis, TrainedTensor scales, long block) {
            if (block == 0) {
                return dims[axis] == scales.values().length;
            }
            int[] blocks = dims.clone();
            blocks[axis] = (int) ((dims[axis] + block - 1) / block);
            return block <= dims[axis] && Arrays.equals(blocks, scales.shape());
        }

        private int place(int i) {
            if (block == 0) {
                return i / inner % scale.length;
            }
            int outer = i / inner / length;
            int blocks = (length + block - 1) / block;
            return (outer * blocks + i / inner % length / block) * inner + i % inner;
        }

        float scale(int i) {
            return scale[place(i)];
        }

        long zero(int i) {
            return zero == null ? 0 : zero[place(i)];
        }
    }

    static void dequantised(OnnxCall call) throws Unreadable {
        int[] dims = call.values().dims(call.node().input(0));
        long[] given = call.wholeNumbers(0);
        Scheme scheme = Scheme.of(call, dims);
        float[] values = new float[given.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (given[i] - scheme.zero(i)) * scheme.scale(i);
        }
        call.keep(new TrainedTensor(values, dims));
    }

    static void quantised(OnnxCall call) throws Unreadable {
        TrainedTensor given = call.weight(0);
        Scheme scheme = Scheme.of(call, given.shape());
        WholeType type = type(call);
        long[] numbers = new long[given.values().length];
        for (int i = 0; i < numbers.length; i++) {
            double number = Math.rint(given.values()[i] / scheme.scale(i)) + scheme.zero(i);
            numbers[i] = (long) Math.clamp(number, (double) type.least(), (double) type.most());
        }
        call.keep(numbers, given.shape());
    }

    private static WholeType type(OnnxCall call) {
        WholeType type = call.values().type(call.node().input(2));
        return type == null ? WholeType.UINT8 : type;
    }

    /** Activations: where rounding begins at zero, it also cuts off what is below, as ReLU does. */
    static Value rounded(OnnxCall call) throws Unreadable {
        call.values().noteRounding();
        Value x = call.value(0);
        long[] zero = call.values().integers(call.node().input(2));
        long least = type(call).least();
        boolean cuts =
                least == 0
                        ? zero == null || Arrays.stream(zero).allMatch(z -> z == least)
                        : zero != null && Arrays.stream(zero).allMatch(z -> z == least);
        return cuts && !call.network().isInput(x)
                ? call.network().relu(call.name(), x, Double.POSITIVE_INFINITY)
                : call.network().identity(call.name(), x, "rounding");
    }

    static Value unrounded(OnnxCall call) throws Unreadable {
        return call.network().identity(call.name(), call.value(0), "rounding");
    }
}
