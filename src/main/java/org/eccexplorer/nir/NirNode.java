package org.eccexplorer.nir;

import org.jspecify.annotations.Nullable;

/**
 * A node of a NIR graph. Shapes and arrays are those of the format, channels first and without a
 * batch: (C, H, W), (C, L) or (N). Weights are in row-major order.
 */
public sealed interface NirNode {
    /** Its class in the format. */
    String type();

    /** Where images enter. */
    record Input(int[] shape) implements NirNode {
        @Override
        public String type() {
            return "Input";
        }
    }

    /** What is read. */
    record Output(int[] shape) implements NirNode {
        @Override
        public String type() {
            return "Output";
        }
    }

    /** The border of a graph within a graph: passes on what it is given. */
    record Border() implements NirNode {
        @Override
        public String type() {
            return "NIRGraph";
        }
    }

    /**
     * y = W·x + b.
     *
     * @param type Affine, or Linear whose bias is 0
     * @param weight [outputs][inputs]
     */
    record Affine(String type, int outputs, int inputs, float[] weight, float[] bias)
            implements NirNode {
        /** With a bias. */
        public Affine(int outputs, int inputs, float[] weight, float[] bias) {
            this("Affine", outputs, inputs, weight, bias);
        }
    }

    /**
     * y = s ∘ x.
     *
     * @param shape of x
     */
    record Scale(int[] shape, float[] scale) implements NirNode {
        @Override
        public String type() {
            return "Scale";
        }
    }

    /**
     * A convolution in two dimensions, or in one: then of height 1.
     *
     * @param type Conv2d or Conv1d
     * @param inputShape rows and columns of its input; empty if unknown
     * @param weight [outputs][inputs / groups][rows][columns]
     */
    record Convolution(
            String type, int[] inputShape, int[] kernel, float[] weight, Slide slide, float[] bias)
            implements NirNode {
        /** Channels that it gives. */
        public int outputs() {
            return kernel[0];
        }

        /** Channels that it reads. */
        public int inputs() {
            return kernel[1] * slide.groups();
        }
    }

    /**
     * How a kernel slides, rows before columns.
     *
     * @param padding of both sides each; null for "same", as many rows and columns as before
     */
    record Slide(int[] stride, int @Nullable [] padding, int[] dilation, int groups) {
        /** Without groups. */
        public Slide(int[] stride, int[] padding, int[] dilation) {
            this(stride, padding, dilation, 1);
        }
    }

    /**
     * A pooling in two dimensions.
     *
     * @param sums whether it adds up; else it averages, zeros of the padding too
     */
    record Pooling(boolean sums, int[] kernel, int[] stride, int[] padding) implements NirNode {
        @Override
        public String type() {
            return sums ? "SumPool2d" : "AvgPool2d";
        }
    }

    /**
     * Makes one dimension of several.
     *
     * @param inputType shape of its input; empty if unknown
     * @param first dimension that is joined, 0 for the channels
     * @param last dimension that is joined, −1 for the last
     */
    record Flatten(int[] inputType, int first, int last) implements NirNode {
        @Override
        public String type() {
            return "Flatten";
        }
    }

    /**
     * Integrate-and-fire neurons: dv/dt = r·I, a spike where v &gt; v_threshold, then v = v_reset.
     *
     * @param shape of the neurons; empty where one value stands for all
     */
    record IntegrateAndFire(int[] shape, float[] r, float[] threshold, float[] reset)
            implements NirNode {
        @Override
        public String type() {
            return "IF";
        }
    }

    /** Integrators: dv/dt = r·I. */
    record Integrator(int[] shape, float[] r) implements NirNode {
        @Override
        public String type() {
            return "I";
        }
    }
}
