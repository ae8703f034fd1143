package org.eccexplorer.network;

import java.util.List;
import org.eccexplorer.tensor.Shape;
import org.eccexplorer.text.Texts;

/**
 * One operation of a trained CNN. Arrays are wrapped, not copied (weights are large): whoever makes
 * a layer gives them away and nobody changes them afterwards.
 */
public sealed interface Layer {

    /** The shape this layer gives for these inputs; throws if it cannot take them. */
    Shape outputShape(List<Shape> inputs);

    /** The image that enters the network. */
    record Input(Shape shape) implements Layer {
        @Override
        public Shape outputShape(List<Shape> inputs) {
            Shapes.expect(inputs, 0, Texts.text("network.layer.input"));
            return shape;
        }
    }

    /**
     * A two-dimensional convolution (cross-correlation, as every CNN library means it), also
     * grouped and depthwise.
     *
     * @param groups divides both channel counts; a depthwise convolution has one group per input
     *     channel
     * @param kernel [height][width][inputChannels/groups][outputChannels]
     * @param bias one per output channel
     */
    record Convolution(
            SlidingWindow window,
            int groups,
            int inputChannels,
            int outputChannels,
            float[] kernel,
            float[] bias)
            implements Layer {
        public Convolution {
            if (groups < 1 || inputChannels % groups != 0 || outputChannels % groups != 0) {
                throw new IllegalArgumentException("groups do not divide the channels");
            }
            Shapes.length(
                    kernel,
                    (long) window.taps() * (inputChannels / groups) * outputChannels,
                    "kernel");
            Shapes.length(bias, outputChannels, "bias");
        }

        @Override
        public Shape outputShape(List<Shape> inputs) {
            return Shapes.slide(
                    window,
                    Shapes.one(inputs, inputChannels, Texts.text("network.layer.convolution")),
                    outputChannels);
        }
    }

    /**
     * A fully connected layer; on an input with pixels it acts on each pixel's channels.
     *
     * @param weights [inputs][outputs]
     * @param bias one per output
     */
    record Dense(int inputs, int outputs, float[] weights, float[] bias) implements Layer {
        public Dense {
            Shapes.length(weights, (long) inputs * outputs, "weights");
            Shapes.length(bias, outputs, "bias");
        }

        @Override
        public Shape outputShape(List<Shape> in) {
            Shape shape = Shapes.one(in, inputs, Texts.text("network.layer.dense"));
            return new Shape(shape.height(), shape.width(), outputs);
        }
    }

    /**
     * y = γ·(x − μ)/√(σ² + ε) + β, per channel.
     *
     * @param gamma γ, ones where the layer has no scale
     * @param beta β, zeros where the layer has no centre
     * @param epsilon ε as trained
     */
    record BatchNormalization(
            float[] gamma, float[] beta, float[] mean, float[] variance, double epsilon)
            implements Layer {
        public BatchNormalization {
            Shapes.length(beta, gamma.length, "beta");
            Shapes.length(mean, gamma.length, "mean");
            Shapes.length(variance, gamma.length, "variance");
        }

        public int channels() {
            return gamma.length;
        }

        @Override
        public Shape outputShape(List<Shape> inputs) {
            return Shapes.one(inputs, gamma.length, Texts.text("network.layer.batchNormalisation"));
        }
    }

    /**
     * min(max(x, 0), ceiling).
     *
     * @param ceiling positive; infinite for the plain ReLU, 6 for ReLU6
     */
    record Relu(float ceiling) implements Layer {
        public Relu {
            if (!(ceiling > 0)) {
                throw new IllegalArgumentException("ceiling " + ceiling);
            }
        }

        @Override
        public Shape outputShape(List<Shape> inputs) {
            return Shapes.one(inputs, 0, Texts.text("network.layer.reLU"));
        }
    }

    /**
     * An activation function other than ReLU, value by value. It is evaluated as trained, but no
     * rate of a neuron follows it.
     *
     * @param kind the word a user knows it by, such as "SiLU"
     * @param parameters of the curve; of {@link Curve#LEAKY} slopes, repeated over the values
     */
    record Activation(String kind, Curve curve, float[] parameters) implements Layer {
        /** One without parameters. */
        public Activation(String kind, Curve curve) {
            this(kind, curve, new float[0]);
        }

        @Override
        public Shape outputShape(List<Shape> inputs) {
            Shape in = Shapes.one(inputs, 0, kind);
            if (curve == Curve.LEAKY && in.size() % parameters.length != 0) {
                throw new IllegalArgumentException(kind + " of " + in);
            }
            return in;
        }
    }

    /**
     * eˣ/Σeˣ over the channels; only as the last layer.
     *
     * @param logarithm whether it gives the logarithms of these probabilities
     */
    record Softmax(boolean logarithm) implements Layer {
        @Override
        public Shape outputShape(List<Shape> inputs) {
            return Shapes.one(inputs, 0, Texts.text("network.layer.softmax"));
        }
    }

    /** Average or maximum over a window, padding never counted. */
    record Pooling(Kind kind, SlidingWindow window) implements Layer {
        /** What is taken of the values under the window. */
        public enum Kind {
            AVERAGE,
            MAXIMUM
        }

        @Override
        public Shape outputShape(List<Shape> inputs) {
            Shape in = Shapes.one(inputs, 0, Texts.text("network.layer.pooling"));
            return Shapes.slide(window, in, in.channels());
        }
    }

    /** y = scale·x + offset, per channel: Rescaling and Normalization. */
    record ChannelAffine(float[] scale, float[] offset) implements Layer {
        public ChannelAffine {
            Shapes.length(offset, scale.length, "offset");
        }

        @Override
        public Shape outputShape(List<Shape> inputs) {
            return Shapes.one(inputs, scale.length, Texts.text("network.layer.rescaling"));
        }
    }

    /**
     * Moves values without changing them: flatten, reshape, permute, zero padding, cropping,
     * nearest up-sampling.
     *
     * @param kind the word a user knows it by, such as "flatten"
     * @param source for each output value the index of its input value, or −1 for zero
     */
    record Rearrangement(String kind, Shape from, Shape to, int[] source) implements Layer {
        public Rearrangement {
            if (source.length != to.size()) {
                throw new IllegalArgumentException("one source for each output value");
            }
            for (int s : source) {
                if (s < -1 || s >= from.size()) {
                    throw new IllegalArgumentException("source " + s + " outside " + from);
                }
            }
        }

        @Override
        public Shape outputShape(List<Shape> inputs) {
            Shape in = Shapes.one(inputs, 0, kind);
            if (!in.equals(from)) {
                throw new IllegalArgumentException(kind + " of " + from + " was given " + in);
            }
            return to;
        }
    }

    /**
     * Each output pixel a weighted sum of input pixels, with the same fixed weights for every
     * channel: bilinear scaling, averages over windows of unequal size.
     *
     * @param kind the word a user knows it by, such as "bilinear scaling"
     * @param start one more value than output pixels, ascending from 0: the entries of pixel p are
     *     {@code start[p]} to {@code start[p+1] − 1}
     * @param source for each entry the input pixel it reads
     * @param weight for each entry its weight
     */
    record Resampling(String kind, Shape from, Shape to, int[] start, int[] source, float[] weight)
            implements Layer {
        public Resampling {
            if (start.length != to.pixels() + 1
                    || start[start.length - 1] != source.length
                    || source.length != weight.length
                    || from.channels() != to.channels()) {
                throw new IllegalArgumentException("not a resampling of " + from);
            }
        }

        @Override
        public Shape outputShape(List<Shape> inputs) {
            Shape in = Shapes.one(inputs, 0, kind);
            if (!in.equals(from)) {
                throw new IllegalArgumentException(kind + " of " + from + " was given " + in);
            }
            return to;
        }
    }

    /**
     * Σᵢ coefficientᵢ·xᵢ over several inputs of one shape: Add (all ones), Subtract (1, −1) and
     * Average (1/n).
     */
    record Sum(float[] coefficients) implements Layer {
        @Override
        public Shape outputShape(List<Shape> inputs) {
            Shapes.expect(inputs, coefficients.length, Texts.text("network.layer.sum"));
            if (inputs.stream().distinct().count() != 1) {
                throw new IllegalArgumentException("sum of different shapes " + inputs);
            }
            return inputs.getFirst();
        }
    }

    /** The channels of several inputs, one after the other, pixel by pixel. */
    record Concatenation() implements Layer {
        @Override
        public Shape outputShape(List<Shape> inputs) {
            Shape first = inputs.getFirst();
            int channels = 0;
            for (Shape shape : inputs) {
                if (shape.height() != first.height() || shape.width() != first.width()) {
                    throw new IllegalArgumentException("concatenation of " + inputs);
                }
                channels += shape.channels();
            }
            return new Shape(first.height(), first.width(), channels);
        }
    }

    /**
     * A layer that does nothing at inference.
     *
     * @param kind what it is in training, such as "dropout"
     */
    record Identity(String kind) implements Layer {
        @Override
        public Shape outputShape(List<Shape> inputs) {
            return Shapes.one(inputs, 0, kind);
        }
    }
}
