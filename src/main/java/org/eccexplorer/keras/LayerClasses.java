package org.eccexplorer.keras;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eccexplorer.network.Layer;
import org.jspecify.annotations.Nullable;

/** Every class of layer that is read. What is not in this list is refused by name. */
final class LayerClasses {
    private static final Map<String, LayerReader> READERS = new HashMap<>();

    static {
        add(Weighted.convolution(false), "Conv2D", "Convolution2D");
        add(Weighted.convolution(true), "Conv1D", "Convolution1D");
        add(Weighted::depthwise, "DepthwiseConv2D");
        add(Weighted::separable, "SeparableConv2D", "SeparableConvolution2D");
        add(Weighted::dense, "Dense");
        add(
                Weighted::batchNormalization,
                "BatchNormalization",
                "BatchNormalizationV1",
                "BatchNormalizationV2",
                "SyncBatchNormalization");
        add(Activations::activation, "Activation");
        add(Activations::relu, "ReLU");
        add(Activations::softmax, "Softmax");
        add(Poolings.windowed(Layer.Pooling.Kind.AVERAGE, false), "AveragePooling2D", "AvgPool2D");
        add(Poolings.windowed(Layer.Pooling.Kind.AVERAGE, true), "AveragePooling1D", "AvgPool1D");
        add(Poolings.windowed(Layer.Pooling.Kind.MAXIMUM, false), "MaxPooling2D", "MaxPool2D");
        add(Poolings.windowed(Layer.Pooling.Kind.MAXIMUM, true), "MaxPooling1D", "MaxPool1D");
        add(
                Poolings.global(Layer.Pooling.Kind.AVERAGE),
                "GlobalAveragePooling2D",
                "GlobalAvgPool2D",
                "GlobalAveragePooling1D");
        add(
                Poolings.global(Layer.Pooling.Kind.MAXIMUM),
                "GlobalMaxPooling2D",
                "GlobalMaxPool2D",
                "GlobalMaxPooling1D");
        add(Rearrangements::flatten, "Flatten");
        add(Rearrangements::reshape, "Reshape");
        add(Rearrangements::permute, "Permute");
        add(Rearrangements::padding, "ZeroPadding2D");
        add(Rearrangements::cropping, "Cropping2D");
        add(Rearrangements::upSampling, "UpSampling2D");
        add(Merges.sum(1), "Add");
        add(Merges.sum(-1), "Subtract");
        add(Merges::average, "Average");
        add(Merges::concatenation, "Concatenate");
        add(Preprocessing::rescaling, "Rescaling");
        add(Preprocessing::normalization, "Normalization");
        for (String name :
                List.of(
                        "Dropout",
                        "SpatialDropout1D",
                        "SpatialDropout2D",
                        "GaussianNoise",
                        "GaussianDropout",
                        "AlphaDropout",
                        "ActivityRegularization",
                        "RandomFlip",
                        "RandomRotation",
                        "RandomTranslation",
                        "RandomZoom",
                        "RandomContrast",
                        "RandomBrightness")) {
            READERS.put(name, LayerClasses::idle);
        }
    }

    private LayerClasses() {}

    private static void add(LayerReader reader, String... names) {
        for (String name : names) {
            READERS.put(name, reader);
        }
    }

    /** Active in training only; its settings do not matter here. */
    private static List<Stage> idle(LayerConfig config, List<Value> inputs, boolean planes)
            throws LayerConfig.Refusal {
        config.ignoreAll();
        return List.of(
                Stage.plain(
                        new Layer.Identity("a layer of training"),
                        Inputs.one(inputs),
                        inputs.getFirst().rank()));
    }

    static @Nullable LayerReader reader(KerasLayer layer) {
        return layer.isOperator() ? Operators.reader(layer) : READERS.get(layer.className());
    }

    /** Why a class is refused and what to use in its place. */
    static String remedy(String className) {
        return switch (className) {
            case "Lambda", "TFOpLambda", "SlicingOpLambda" ->
                    "Replace it by a layer of Keras; code in a model is never run";
            case "LeakyReLU", "PReLU", "ELU" -> "Train with ReLU in its place";
            case "LSTM", "GRU", "SimpleRNN" -> "Only feed-forward CNNs are converted";
            default -> "Replace it by layers that the documentation lists, and train again";
        };
    }
}
