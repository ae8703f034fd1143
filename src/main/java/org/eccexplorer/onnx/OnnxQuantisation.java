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
     * @param inner number of values that share a place along the axis
     */
    private record Scheme(float[] scale, long @Nullable [] zero, int inner) {

        static Scheme of(OnnxCall call, int[] dims) throws Unreadable {
            float[] scale = call.weight(1).values();
            long[] zero = call.values().integers(call.node().input(2));
            int rank = dims.length;
            long given = call.node().integer("axis", 1);
            long axis = given < 0 ? given + rank : given;
            boolean each = scale.length > 1;
            if ((each && (axis < 0 || axis >= rank || dims[(int) axis] != scale.length))
                    || (zero != null && zero.length != scale.length)
                    || call.node().integer("block_size", 0) != 0
                    || (zero == null && !call.node().input(2).isEmpty())) {
                throw new Unreadable(Texts.text("onnx.quantisedOtherwise"));
            }
            int inner = 1;
            for (int d = (int) axis + 1; d < rank && each; d++) {
                inner *= dims[d];
            }
            return new Scheme(scale, zero, inner);
        }

        float scale(int i) {
            return scale[i / inner % scale.length];
        }

        long zero(int i) {
            return zero == null ? 0 : zero[i / inner % zero.length];
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
