package org.eccexplorer.torch;

import static org.eccexplorer.torch.ExportedReader.one;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Every operation that is read, by its name in {@code torch.ops.aten}. What is not in this list is
 * refused by name.
 */
final class ExportedOperations {
    private static final Map<String, ExportedReader> READERS = new TreeMap<>();

    static {
        add(one(ExportedLayers::convolution), "conv2d.default", "conv2d.padding");
        add(one(ExportedLayers::convolution), "conv1d.default", "conv1d.padding");
        add(one(ExportedLayers::dense), "linear.default");
        add(one(ExportedLayers::normalization), "batch_norm.default");
        add(one(ExportedActivations::relu), "relu.default", "relu_.default");
        add(one(ExportedActivations::relu6), "relu6.default", "relu6_.default");
        add(one(ExportedActivations::threshold), "threshold.default");
        add(one(ExportedActivations::hardTanh), "hardtanh.default", "hardtanh_.default");
        add(one(ExportedActivations::clamp), "clamp.default", "clamp_.default");
        add(one(ExportedActivations::clamp), "clamp_min.default");
        add(one(ExportedActivations::softmax), "softmax.int");
        add(one(ExportedActivations::logarithmicSoftmax), "log_softmax.int");
        add(one(ExportedActivations::leaky), "leaky_relu.default", "leaky_relu_.default");
        add(one(ExportedActivations::parametric), "prelu.default");
        add(one(ExportedActivations::randomised), "rrelu.default", "rrelu_.default");
        add(one(ExportedActivations::elu), "elu.default", "elu_.default");
        add(one(ExportedActivations::celu), "celu.default", "celu_.default");
        add(one(ExportedActivations::gelu), "gelu.default");
        add(one(ExportedActivations::hardSigmoid), "hardsigmoid.default", "hardsigmoid_.default");
        add(one(ExportedActivations::softPlus), "softplus.default");
        add(one(ExportedActivations::named), "abs.default");
        add(one(ExportedActivations::power), "pow.Tensor_Scalar");
        for (String name : ExportedActivations.NAMES) {
            add(one(ExportedActivations::named), name + ".default", name + "_.default");
        }

        add(one(ExportedWindows::average), "avg_pool2d.default", "avg_pool1d.default");
        add(one(ExportedWindows::adaptiveAverage), "adaptive_avg_pool2d.default");
        add(one(ExportedWindows::adaptiveAverage), "adaptive_avg_pool1d.default");
        add(one(ExportedWindows::mean), "mean.dim");
        add(one(ExportedWindows::maximum), "max_pool2d.default", "max_pool1d.default");
        add(one(ExportedWindows::adaptiveMaximum), "adaptive_max_pool2d.default");
        add(one(ExportedWindows::adaptiveMaximum), "adaptive_max_pool1d.default");
        add(one(ExportedWindows::largest), "amax.default");
        add(one(ExportedWindows::padding), "pad.default", "constant_pad_nd.default");
        add(one(ExportedWindows::nearest), "upsample_nearest2d.vec");
        add(one(ExportedWindows::bilinear), "upsample_bilinear2d.vec");

        add(one(ExportedMoves::permuted), "permute.default");
        add(one(ExportedMoves::transposed), "transpose.int");
        add(one(ExportedMoves::sliced), "slice.Tensor");
        add(one(ExportedMoves::narrowed), "narrow.default");
        add(ExportedMoves::chunks, "chunk.default");
        add(ExportedMoves::splitEvery, "split.Tensor");
        add(ExportedMoves::split, "split_with_sizes.default");
        add(one(ExportedMoves::channelShuffle), "channel_shuffle.default");
        add(one(ExportedMoves::pixelShuffle), "pixel_shuffle.default");
        add(one(ExportedMoves::pixelUnshuffle), "pixel_unshuffle.default");
        add(one(ExportedMoves::unflattened), "unflatten.int");
        add(one(ExportedMoves::squeezed), "squeeze.dim", "squeeze.dims");
        add(one(ExportedMoves::selected), "select.int");
        add(one(ExportedMoves::unsqueezed), "unsqueeze.default");
        add(one(ExportedMoves::flattened), "flatten.using_ints");
        add(one(ExportedMoves::viewed), "view.default");
        add(one(ExportedMoves::reshaped), "reshape.default");
        add(one(ExportedMoves::concatenated), "cat.default");

        add(one(ExportedArithmetic::sum), "add.Tensor", "add_.Tensor");
        add(one(ExportedArithmetic::difference), "sub.Tensor");
        add(one(ExportedArithmetic::reversedDifference), "rsub.Scalar");
        add(one(ExportedArithmetic::product), "mul.Tensor", "mul_.Tensor");
        add(one(ExportedArithmetic::quotient), "div.Tensor", "div_.Tensor");

        add(one(ExportedLayers::dropout), "dropout.default", "dropout_.default");
        add(one(ExportedLayers::dropout), "feature_dropout.default", "alpha_dropout.default");
        add(one(ExportedLayers::dropout), "feature_alpha_dropout.default");
        add(one(ExportedLayers::same), "contiguous.default", "clone.default");
        add(one(ExportedLayers::same), "alias.default", "detach.default");
        add(one(ExportedLayers::cast), "to.dtype");
        // What has to be so already: the type of a tensor.
        add(call -> List.of(), "_assert_tensor_metadata.default");
        // Sizes that view and reshape ask for.
        add(ExportedSizes::ofTensor, "sym_size.int");
        add(ExportedSizes.joined((a, b) -> a + b), "_operator.add");
        add(ExportedSizes.joined((a, b) -> a * b), "_operator.mul");
        add(ExportedSizes.joined(ExportedSizes::quotient), "_operator.floordiv");
    }

    private ExportedOperations() {}

    private static void add(ExportedReader reader, String... names) {
        for (String name : names) {
            READERS.put(name, reader);
        }
    }

    /** How an operation of this name is read; null if it is not. */
    static @Nullable ExportedReader reader(String operation) {
        return READERS.get(operation);
    }

    /** The names of all operations that are read. */
    static Set<String> names() {
        return Set.copyOf(READERS.keySet());
    }
}
