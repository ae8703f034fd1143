package org.eccexplorer.sim.kernel;

import java.util.Arrays;
import org.eccexplorer.spiking.Projection;
import org.eccexplorer.spiking.TapTable;
import org.eccexplorer.tensor.DenseBackend;
import org.eccexplorer.tensor.Fused;
import org.eccexplorer.tensor.Rows;
import org.jspecify.annotations.Nullable;

/**
 * A projection applied to real values in place of spikes: for the constant input current and for
 * the closed form, where a layer's values are spike counts.
 */
public final class RealProjection {
    /** Rows of the left factor that are made at a time, so that it stays in cache. */
    private static final int TILE = 1 << 16;

    /** At least so many rows, for which the weights are read once; whole blocks of a product. */
    private static final int ROWS = 64;

    private final Projection projection;
    private final DenseBackend.@Nullable RightFactor weights;
    private final int depth;

    /** Whether no target pixel reads two source pixels through one tap. */
    private final boolean distinct;

    /** Whether each target pixel reads the one in its place: the values are the left factor. */
    private final boolean pixelwise;

    public RealProjection(Projection projection, DenseBackend backend) {
        this.projection = projection;
        depth = projection.table().taps() * projection.from().channels();
        distinct = projection.table().hasDistinctTaps();
        pixelwise =
                projection.table().isIdentity()
                        && projection.from().pixels() == projection.to().pixels();
        weights =
                projection.groups() == 1
                        ? backend.prepare(projection.weights(), depth, projection.width())
                        : null;
    }

    public int source() {
        return projection.source();
    }

    public int sourceSize() {
        return projection.from().size();
    }

    /**
     * Adds the currents of a batch.
     *
     * @param values count × source shape, from {@code valueOffset} on
     * @param sum count × target shape
     */
    public void addTo(float[] values, int valueOffset, int count, float[] sum, Scratch scratch) {
        if (weights == null) {
            addGrouped(values, valueOffset, count, sum);
            return;
        }
        int width = projection.width();
        int pixels = projection.to().pixels();
        int channels = projection.to().channels();
        int most = Math.max(ROWS, TILE / (depth + width) / 8 * 8);
        int rows = count * pixels;
        for (int first = 0; first < rows; first += most) {
            int tile = Math.min(most, rows - first);
            int product = pixelwise ? 0 : tile * depth;
            float[] matrix = scratch.matrix(product + tile * width);
            if (pixelwise) {
                weights.multiplyAdd(tile, values, valueOffset + first * depth, matrix, 0);
            } else {
                for (int row = 0; row < tile; row++) {
                    unfold(values, valueOffset, first + row, matrix, row * depth);
                }
                weights.multiplyAdd(tile, matrix, 0, matrix, product);
            }
            for (int row = 0; row < tile; row++) {
                int target = (first + row) * channels + projection.offset();
                Rows.add(matrix, product + row * width, sum, target, width);
            }
        }
    }

    /** The receptive field of one target pixel of one image as a row of the left factor. */
    private void unfold(float[] values, int valueOffset, int row, float[] matrix, int to) {
        TapTable table = projection.table();
        int inputs = projection.from().channels();
        int pixels = projection.to().pixels();
        int image = valueOffset + row / pixels * projection.from().size();
        int pixel = row % pixels;
        for (int e = table.start()[pixel]; e < table.start()[pixel + 1]; e++) {
            int from = image + table.source()[e] * inputs;
            int cell = to + table.tap()[e] * inputs;
            if (distinct) {
                System.arraycopy(values, from, matrix, cell, inputs);
            } else {
                Rows.add(values, from, matrix, cell, inputs);
            }
        }
    }

    private void addGrouped(float[] values, int valueOffset, int count, float[] sum) {
        TapTable table = projection.table();
        int inputs = projection.from().channels();
        int channels = projection.to().channels();
        boolean depthwise = DepthwiseKernel.fits(projection);
        for (int image = 0; image < count; image++) {
            int from = valueOffset + image * projection.from().size();
            int to = image * projection.to().size();
            for (int p = 0; p < projection.to().pixels(); p++) {
                int target = to + p * channels;
                for (int e = table.start()[p]; e < table.start()[p + 1]; e++) {
                    int source = from + table.source()[e] * inputs;
                    int row = table.tap()[e] * inputs;
                    if (depthwise) {
                        float[] weights = projection.weights();
                        int first = target + projection.offset();
                        Rows.addProducts(values, source, weights, row, sum, first, inputs);
                    } else {
                        addPixel(values, source, row, sum, target);
                    }
                }
            }
        }
    }

    /** The currents that the channels of a pixel bring those of their groups. */
    private void addPixel(float[] values, int source, int firstRow, float[] sum, int pixel) {
        int fan = projection.fan();
        for (int c = 0; c < projection.from().channels(); c++) {
            int row = (firstRow + c) * fan;
            int target = pixel + projection.firstTarget(c);
            for (int o = 0; o < fan; o++) {
                sum[target + o] =
                        Fused.multiplyAdd(
                                values[source + c], projection.weights()[row + o], sum[target + o]);
            }
        }
    }

    /** Fills {@code sum} with the bias of every image, times a factor. */
    public static void fillBias(float[] bias, float factor, int count, float[] sum) {
        if (factor == 0) {
            Arrays.fill(sum, 0, count * bias.length, 0);
            return;
        }
        for (int image = 0; image < count; image++) {
            int first = image * bias.length;
            for (int i = 0; i < bias.length; i++) {
                sum[first + i] = bias[i] * factor;
            }
        }
    }
}
