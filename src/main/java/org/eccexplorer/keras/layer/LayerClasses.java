package org.eccexplorer.keras.layer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eccexplorer.keras.config.Argument;
import org.eccexplorer.keras.config.Augmentations;
import org.eccexplorer.keras.config.KerasLayer;
import org.eccexplorer.network.Layer;
import org.eccexplorer.network.Layer.Pooling.Kind;
import org.jspecify.annotations.Nullable;

/** Every class of layer that is read. What is not in this list is refused by name. */
public final class LayerClasses {
    private static final Map<String, LayerReader> READERS = new HashMap<>();

    static {
        add(Convolutions.plain(1), "Conv1D", "Convolution1D");
        add(Convolutions.plain(2), "Conv2D", "Convolution2D");
        add(Convolutions.depthwise(1), "DepthwiseConv1D");
        add(Convolutions.depthwise(2), "DepthwiseConv2D");
        add(Convolutions.separable(1), "SeparableConv1D", "SeparableConvolution1D");
        add(Convolutions.separable(2), "SeparableConv2D", "SeparableConvolution2D");
        add(DenseLayers::dense, "Dense");
        add(BatchNormalizations::read, "BatchNormalization", "SyncBatchNormalization");
        add(BatchNormalizations::read, "BatchNormalizationV1", "BatchNormalizationV2");
        add(Activations::activation, "Activation");
        for (String name : List.of("ReLU", "LeakyReLU", "ELU", "ThresholdedReLU")) {
            add(Slopes.reader(name), name);
        }
        add(Slopes::parametric, "PReLU");
        add(Activations::softmax, "Softmax");
        add(Poolings.windowed(Kind.AVERAGE, 1), "AveragePooling1D", "AvgPool1D");
        add(Poolings.windowed(Kind.AVERAGE, 2), "AveragePooling2D", "AvgPool2D");
        add(Poolings.windowed(Kind.MAXIMUM, 1), "MaxPooling1D", "MaxPool1D");
        add(Poolings.windowed(Kind.MAXIMUM, 2), "MaxPooling2D", "MaxPool2D");
        add(Poolings.global(Kind.AVERAGE, 1), "GlobalAveragePooling1D", "GlobalAvgPool1D");
        add(Poolings.global(Kind.AVERAGE, 2), "GlobalAveragePooling2D", "GlobalAvgPool2D");
        add(Poolings.global(Kind.MAXIMUM, 1), "GlobalMaxPooling1D", "GlobalMaxPool1D");
        add(Poolings.global(Kind.MAXIMUM, 2), "GlobalMaxPooling2D", "GlobalMaxPool2D");
        add(Rearrangements::flatten, "Flatten");
        add(Rearrangements::reshape, "Reshape");
        add(Rearrangements::permute, "Permute");
        add(Borders.padding(1), "ZeroPadding1D");
        add(Borders.padding(2), "ZeroPadding2D");
        add(Borders.cropping(1), "Cropping1D");
        add(Borders.cropping(2), "Cropping2D");
        add(Borders.upSampling(1), "UpSampling1D");
        add(Borders.upSampling(2), "UpSampling2D");
        add(Merges::add, "Add");
        add(Merges::subtract, "Subtract");
        add(Merges::average, "Average");
        add(Merges::scaledSum, "CustomScaleLayer");
        add(Merges::concatenation, "Concatenate");
        add(Affine::rescaling, "Rescaling");
        add(Affine::normalization, "Normalization");
        add(idle("identity"), "Identity");
        add(idle("dropout"), "Dropout", "SpatialDropout1D", "SpatialDropout2D", "AlphaDropout");
        add(idle("noise"), "GaussianNoise", "GaussianDropout");
        add(idle("activity regularisation"), "ActivityRegularization");
        add(Borders::centerCrop, "CenterCrop");
        add(Borders::resizing, "Resizing");
        Augmentations.CLASSES.forEach(name -> add(idle("augmentation"), name));
    }

    private LayerClasses() {}

    private static void add(LayerReader reader, String... names) {
        for (String name : names) {
            READERS.put(name, reader);
        }
    }

    /** Active in training only; its settings do not matter here. */
    private static LayerReader idle(String kind) {
        return call -> {
            call.config().ignoreAll();
            return List.of(Stage.same(new Layer.Identity(kind), call.input()));
        };
    }

    /** How a layer of this class name is read; null if it is not. */
    static @Nullable public LayerReader reader(KerasLayer layer, List<Argument> arguments) {
        if (layer.isCustom()) {
            return null;
        }
        return layer.isOperator()
                ? Operators.reader(layer.operator(), arguments)
                : READERS.get(layer.className());
    }
}
