package org.eccexplorer.app.open;

import java.util.Locale;
import java.util.Optional;
import org.eccexplorer.network.Conventions.Precision;
import org.eccexplorer.network.Layer;
import org.eccexplorer.network.Node;
import org.eccexplorer.network.TrainedModel;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/**
 * The largest relative error with which an import still agrees, in the precision of the model: the
 * input is rounded, and of each layer that calculates its weights and its results; these errors add
 * up at most.
 *
 * @param layers that calculate
 */
public record Tolerance(double value, Precision precision, int layers) {
    /** More would pass what is wrong. */
    private static final double HIGHEST = 0.05;

    public static Tolerance of(TrainedModel model) {
        Precision precision = model.conventions().precision();
        int layers =
                (int)
                        model.network().nodes().stream()
                                .map(Node::layer)
                                .filter(Tolerance::rounds)
                                .count();
        double value =
                Math.clamp(
                        precision.rounding() * (2 * layers + 1), Verification.TOLERANCE, HIGHEST);
        return new Tolerance(value, precision, layers);
    }

    private static boolean rounds(Layer layer) {
        return switch (layer) {
            case Layer.Convolution _,
                    Layer.Dense _,
                    Layer.BatchNormalization _,
                    Layer.Activation _,
                    Layer.Softmax _,
                    Layer.ChannelAffine _,
                    Layer.Resampling _,
                    Layer.Sum _ ->
                    true;
            case Layer.Pooling pooling -> pooling.kind() == Layer.Pooling.Kind.AVERAGE;
            case Layer.Input _,
                    Layer.Relu _,
                    Layer.Rearrangement _,
                    Layer.Concatenation _,
                    Layer.Identity _ ->
                    false;
        };
    }

    /** Why it is more than that of float32; empty if it is not. */
    public Optional<String> reason() {
        return precision == Precision.FLOAT32
                ? Optional.empty()
                : Optional.of(
                        Texts.text(
                                "app.open.precision",
                                precision.name().toLowerCase(Locale.ROOT),
                                Numbers.significant(precision.rounding(), 2),
                                Numbers.count(layers),
                                Numbers.significant(value, 2)));
    }
}
