package org.eccexplorer.torch;

import java.util.Set;
import org.eccexplorer.channelsfirst.Sliding;
import org.eccexplorer.channelsfirst.TrainedTensor;
import org.eccexplorer.channelsfirst.Unreadable;
import org.eccexplorer.channelsfirst.Value;
import org.eccexplorer.container.SafeText;
import org.eccexplorer.text.Texts;

/** The operations of an exported program with weights, and those that only training needs. */
final class ExportedLayers {
    private static final int[] NONE = {0, 0};

    /** The types float16, float32, float64 and bfloat16 in exported programs. */
    private static final Set<Integer> FLOATS = Set.of(6, 7, 8, 13);

    private ExportedLayers() {}

    static Value convolution(ExportedCall call) throws Unreadable {
        TrainedTensor weight = call.weight("weight");
        Value x = call.value("input");
        long groups = call.whole("groups", 1);
        return call.network()
                .convolution(
                        call.name(),
                        x,
                        weight,
                        call.weightIfAny("bias"),
                        sliding(call, weight.kernel()),
                        groups);
    }

    /** Padding comes as numbers, or as the words "same" and "valid". */
    private static Sliding sliding(ExportedCall call, TrainedTensor kernel) throws Unreadable {
        int[] size = {kernel.size(2), kernel.size(3)};
        int[] stride = call.pair("stride", 1);
        int[] dilation = call.pair("dilation", 1);
        String named = call.argument("padding").path("as_string").asText();
        return switch (named) {
            case "" -> {
                int[] padding = call.pair("padding", 0);
                yield new Sliding(size, stride, dilation, padding, padding);
            }
            case "valid" -> new Sliding(size, stride, dilation, NONE, NONE);
            case "same" ->
                    new Sliding(size, stride, dilation, NONE, NONE)
                            .same(call.network().shape(call.value("input")), true);
            default ->
                    throw new Unreadable(Texts.text("torch.paddingUnknown", SafeText.text(named)));
        };
    }

    static Value dense(ExportedCall call) throws Unreadable {
        return call.network()
                .dense(
                        call.name(),
                        call.value("input"),
                        call.weight("weight"),
                        call.weightIfAny("bias"));
    }

    static Value normalization(ExportedCall call) throws Unreadable {
        if (call.flag("training", false)) {
            throw Unreadable.exportedInTraining();
        }
        return call.network()
                .normalization(
                        call.name(),
                        call.value("input"),
                        call.weightIfAny("weight"),
                        call.weightIfAny("bias"),
                        call.weight("running_mean"),
                        call.weight("running_var"),
                        call.number("eps", 1e-5));
    }

    static Value dropout(ExportedCall call) throws Unreadable {
        if (call.flag("train", false)) {
            throw Unreadable.exportedInTraining();
        }
        return call.network().identity(call.name(), call.value(), "dropout");
    }

    /** To another type of floats; to whole numbers it would round. */
    static Value cast(ExportedCall call) throws Unreadable {
        int type = call.argument("dtype").path("as_scalar_type").asInt();
        if (!FLOATS.contains(type)) {
            throw new Unreadable(Texts.text("onnx.castOfValues"));
        }
        return call.network().identity(call.name(), call.value("self"), "cast");
    }

    /** A copy or another view of the same values. */
    static Value same(ExportedCall call) throws Unreadable {
        return call.network().identity(call.name(), call.value(), "identity");
    }
}
