package org.eccexplorer.network.forward;

import java.util.Arrays;
import org.eccexplorer.network.Layer;

/** Layers that treat every value, or every pixel, by itself. */
final class Elementwise {
    private Elementwise() {}

    /** Coefficients in double, applied in float, as close to Keras as float32 gets. */
    static LayerForward batchNormalization(Layer.BatchNormalization layer) {
        float[] scale = new float[layer.channels()];
        float[] offset = new float[layer.channels()];
        for (int c = 0; c < scale.length; c++) {
            double factor = layer.gamma()[c] / Math.sqrt(layer.variance()[c] + layer.epsilon());
            scale[c] = (float) factor;
            offset[c] = (float) (layer.beta()[c] - layer.mean()[c] * factor);
        }
        return affine(new Layer.ChannelAffine(scale, offset));
    }

    static LayerForward affine(Layer.ChannelAffine layer) {
        float[] scale = layer.scale();
        float[] offset = layer.offset();
        return (inputs, count, out, spare) -> {
            float[] in = inputs.getFirst();
            for (int i = 0; i < out.length; i += scale.length) {
                for (int c = 0; c < scale.length; c++) {
                    out[i + c] = in[i + c] * scale[c] + offset[c];
                }
            }
        };
    }

    static LayerForward relu(Layer.Relu layer) {
        float ceiling = layer.ceiling();
        return (inputs, count, out, spare) -> {
            float[] in = inputs.getFirst();
            for (int i = 0; i < out.length; i++) {
                out[i] = Math.min(Math.max(in[i], 0), ceiling);
            }
        };
    }

    static LayerForward softmax(int channels, boolean logarithm) {
        return (inputs, count, out, spare) -> {
            float[] in = inputs.getFirst();
            for (int i = 0; i < out.length; i += channels) {
                double largest = Double.NEGATIVE_INFINITY;
                for (int c = 0; c < channels; c++) {
                    largest = Math.max(largest, in[i + c]);
                }
                double sum = 0;
                for (int c = 0; c < channels; c++) {
                    sum += Math.exp(in[i + c] - largest);
                }
                for (int c = 0; c < channels; c++) {
                    double x = in[i + c] - largest;
                    out[i + c] = (float) (logarithm ? x - Math.log(sum) : Math.exp(x) / sum);
                }
            }
        };
    }

    static LayerForward rearrangement(Layer.Rearrangement layer) {
        int from = layer.from().size();
        int to = layer.to().size();
        int[] source = layer.source();
        return (inputs, count, out, spare) -> {
            float[] in = inputs.getFirst();
            for (int image = 0; image < count; image++) {
                for (int i = 0; i < to; i++) {
                    out[image * to + i] = source[i] < 0 ? 0 : in[image * from + source[i]];
                }
            }
        };
    }

    static LayerForward resampling(Layer.Resampling layer) {
        int channels = layer.to().channels();
        int pixels = layer.to().pixels();
        return (inputs, count, out, spare) -> {
            float[] in = inputs.getFirst();
            Arrays.fill(out, 0);
            for (int p = 0; p < count * pixels; p++) {
                int image = p / pixels * layer.from().size();
                for (int e = layer.start()[p % pixels]; e < layer.start()[p % pixels + 1]; e++) {
                    int source = image + layer.source()[e] * channels;
                    for (int c = 0; c < channels; c++) {
                        out[p * channels + c] += layer.weight()[e] * in[source + c];
                    }
                }
            }
        };
    }

    static LayerForward sum(Layer.Sum layer) {
        float[] coefficients = layer.coefficients();
        return (inputs, count, out, spare) -> {
            if (inputs.size() == 2) {
                sum(inputs.get(0), coefficients[0], inputs.get(1), coefficients[1], out);
                return;
            }
            scaled(inputs.getFirst(), coefficients[0], out);
            for (int n = 1; n < inputs.size(); n++) {
                float[] in = inputs.get(n);
                for (int i = 0; i < out.length; i++) {
                    out[i] += coefficients[n] * in[i];
                }
            }
        };
    }

    /** Added to 0, which makes 0 of −0. */
    private static void scaled(float[] in, float coefficient, float[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = 0 + coefficient * in[i];
        }
    }

    private static void sum(float[] a, float first, float[] b, float second, float[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = 0 + first * a[i] + second * b[i];
        }
    }
}
