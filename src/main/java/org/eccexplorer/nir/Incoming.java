package org.eccexplorer.nir;

import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.spiking.SpikingLayer;
import org.eccexplorer.tensor.Shape;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/**
 * The weights from one source to a layer, ready to be written.
 *
 * @param from the node that they read
 * @param seen what that node gives
 * @param kernel over the pixels of {@code seen}
 * @param factor by which weights are multiplied
 */
record Incoming(
        String from,
        Synapses synapses,
        Shape seen,
        Kernel kernel,
        SpikingLayer layer,
        double factor) {
    private static final long MOST_WEIGHTS = 1L << 28;

    /** The same behind another node that passes everything on. */
    Incoming through(String node) {
        return new Incoming(node, synapses, seen, kernel, layer, factor);
    }

    private float weight(int place, int input, int output) {
        int tap = place < 0 ? -1 : kernel.tap()[place];
        float weight = tap < 0 ? 0 : synapses.weight(tap, input, output);
        return factor == 1 ? weight : (float) (weight * factor);
    }

    /** A convolution; groups are written out, since readers take them for fewer inputs. */
    NirNode convolution(float[] bias) throws ProblemException {
        SquareKernel square =
                SquareKernel.of(kernel, seen, layer.shape())
                        .orElseThrow(() -> NirFaults.geometry(layer.name()));
        int size = square.size();
        int inputs = seen.channels();
        int outputs = layer.shape().channels();
        float[] weight = room((long) outputs * inputs * size * size);
        int at = 0;
        for (int o = 0; o < outputs; o++) {
            for (int i = 0; i < inputs; i++) {
                for (int k = 0; k < size * size; k++) {
                    weight[at++] = weight(square.place(kernel, k / size, k % size), i, o);
                }
            }
        }
        return new NirNode.Convolution(
                "Conv2d",
                new int[] {seen.height(), seen.width()},
                new int[] {outputs, inputs, size, size},
                weight,
                new NirNode.Slide(square.stride(), square.padding(), square.dilation()),
                bias);
    }

    /** An affine map on all values of what is seen, channel by channel. */
    NirNode affine(float[] bias) throws ProblemException {
        int outputs = layer.shape().channels();
        float[] weight = room((long) outputs * seen.size());
        for (int k = 0; k < kernel.tap().length; k++) {
            int row = kernel.top() + k / kernel.columns();
            int column = kernel.left() + k % kernel.columns();
            boolean inside =
                    row >= 0 && column >= 0 && row < seen.height() && column < seen.width();
            if (!inside) {
                continue;
            }
            int pixel = row * seen.width() + column;
            for (int o = 0; o < outputs; o++) {
                for (int i = 0; i < seen.channels(); i++) {
                    weight[o * seen.size() + i * seen.pixels() + pixel] = weight(k, i, o);
                }
            }
        }
        return new NirNode.Affine(outputs, seen.size(), weight, bias);
    }

    private float[] room(long weights) throws ProblemException {
        if (weights > MOST_WEIGHTS) {
            throw new ProblemException(
                    Problem.Kind.LIMIT,
                    Texts.text("nir.layer", layer.name()),
                    Texts.text("nir.notWritten"),
                    Texts.text("nir.write.tooMany", Numbers.count(weights)),
                    Texts.text("nir.write.tooMany.remedy"));
        }
        return new float[(int) weights];
    }
}
