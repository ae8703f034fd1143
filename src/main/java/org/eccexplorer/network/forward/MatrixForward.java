package org.eccexplorer.network.forward;

import java.util.Arrays;
import java.util.List;
import org.eccexplorer.network.Layer;
import org.eccexplorer.network.SlidingWindow;
import org.eccexplorer.tensor.DenseBackend;
import org.eccexplorer.tensor.Shape;
import org.eccexplorer.tensor.SpareArrays;

/**
 * Convolutions and dense layers as a matrix product: the receptive fields of some output pixels are
 * laid out as rows (im2col), a tile at a time so that they stay in cache.
 */
final class MatrixForward implements LayerForward {
    /** Values of a tile: 512 KiB. */
    private static final int TILE = 1 << 17;

    /** At least so many rows, for which the weights are read once; whole blocks of a product. */
    private static final int ROWS = 64;

    private final SlidingWindow window;
    private final Shape from;
    private final Shape to;
    private final float[] bias;
    private final DenseBackend.RightFactor weights;

    MatrixForward(Layer.Convolution layer, Shape from, Shape to, DenseBackend backend) {
        window = layer.window();
        this.from = from;
        this.to = to;
        bias = layer.bias();
        int depth = window.taps() * from.channels();
        weights = backend.prepare(layer.kernel(), depth, to.channels());
    }

    MatrixForward(Layer.Dense layer, Shape from, Shape to, DenseBackend backend) {
        window = SlidingWindow.valid(1, 1, 1, 1);
        this.from = from;
        this.to = to;
        bias = layer.bias();
        weights = backend.prepare(layer.weights(), layer.inputs(), layer.outputs());
    }

    @Override
    public void run(List<float[]> inputs, int count, float[] out, SpareArrays spare) {
        float[] in = inputs.getFirst();
        int channels = to.channels();
        int rows = count * to.pixels();
        for (int row = 0; row < rows; row++) {
            System.arraycopy(bias, 0, out, row * channels, channels);
        }
        if (isPixelwise()) {
            weights.multiplyAdd(rows, in, 0, out, 0);
            return;
        }
        int depth = weights.rows();
        int most = Math.max(ROWS, TILE / depth / 8 * 8);
        float[] tile = spare.take(Math.min(most, rows) * depth);
        for (int first = 0; first < rows; first += most) {
            int size = Math.min(most, rows - first);
            for (int row = 0; row < size; row++) {
                unfold(in, first + row, tile, row * depth);
            }
            weights.multiplyAdd(size, tile, 0, out, first * channels);
        }
        spare.give(tile);
    }

    private boolean isPixelwise() {
        return window.taps() == 1
                && window.strideX() == 1
                && window.strideY() == 1
                && from.pixels() == to.pixels();
    }

    /** Copies the receptive field of one output pixel; what lies in the padding is zero. */
    private void unfold(float[] in, int row, float[] tile, int target) {
        int image = row / to.pixels() * from.size();
        int y = row % to.pixels() / to.width();
        int x = row % to.width();
        int channels = from.channels();
        int at = target;
        for (int ky = 0; ky < window.height(); ky++) {
            int inputRow = window.inputRow(y, ky);
            for (int kx = 0; kx < window.width(); kx++) {
                int column = window.inputColumn(x, kx);
                boolean inside =
                        inputRow >= 0
                                && inputRow < from.height()
                                && column >= 0
                                && column < from.width();
                if (inside) {
                    int source = image + (inputRow * from.width() + column) * channels;
                    System.arraycopy(in, source, tile, at, channels);
                } else {
                    Arrays.fill(tile, at, at + channels, 0);
                }
                at += channels;
            }
        }
    }
}
