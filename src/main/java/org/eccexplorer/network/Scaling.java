package org.eccexplorer.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eccexplorer.tensor.Shape;
import org.eccexplorer.text.Texts;

/**
 * Images scaled by fixed weights: each output row is a weighted sum of input rows, and so is each
 * column.
 */
public final class Scaling {
    private Scaling() {}

    /** Where output positions lie among the input's, along one side of the image. */
    public enum Grid {
        /** Pixels are squares, and the corners of both images meet: (i + ½)·in/out − ½. */
        HALF_PIXEL,
        /** The centres of the corner pixels meet: i·(in − 1)/(out − 1). */
        ALIGNED_CORNERS,
        /** The top left pixels meet: i·in/out. */
        ASYMMETRIC
    }

    /**
     * Bilinear interpolation; beyond the outermost centres the border is repeated.
     *
     * @param stepY input rows per output row, usually in/out; likewise {@code stepX}
     */
    public static Layer.Resampling bilinear(
            Shape from, int rows, int columns, Grid grid, double stepY, double stepX) {
        return both(
                Texts.text("network.layer.bilinearScaling"),
                from,
                linear(from.height(), rows, grid, stepY),
                linear(from.width(), columns, grid, stepX));
    }

    /** Bilinear interpolation to a size, by the ratio of the sizes. */
    public static Layer.Resampling bilinear(Shape from, int rows, int columns, Grid grid) {
        return bilinear(
                from,
                rows,
                columns,
                grid,
                (double) from.height() / rows,
                (double) from.width() / columns);
    }

    /**
     * The average over as many windows as there are output pixels, which cover the image and may
     * overlap: from ⌊i·in/out⌋ to ⌈(i + 1)·in/out⌉.
     */
    public static Layer.Resampling averages(Shape from, int rows, int columns) {
        return both(
                Texts.text("network.layer.adaptiveAveragePooling"),
                from,
                windows(from.height(), rows),
                windows(from.width(), columns));
    }

    /** What one output position reads along one side, and with which weights. */
    private record Reads(int first, double[] weights) {}

    private static List<Reads> linear(int in, int out, Grid grid, double step) {
        List<Reads> all = new ArrayList<>();
        for (int i = 0; i < out; i++) {
            double at =
                    switch (grid) {
                        case HALF_PIXEL -> (i + 0.5) * step - 0.5;
                        case ALIGNED_CORNERS -> out == 1 ? 0 : (double) i * (in - 1) / (out - 1);
                        case ASYMMETRIC -> i * step;
                    };
            double inside = Math.clamp(at, 0, in - 1);
            int first = (int) inside;
            double second = inside - first;
            all.add(
                    second == 0
                            ? new Reads(first, new double[] {1})
                            : new Reads(first, new double[] {1 - second, second}));
        }
        return all;
    }

    private static List<Reads> windows(int in, int out) {
        List<Reads> all = new ArrayList<>();
        for (int i = 0; i < out; i++) {
            int first = (int) ((long) i * in / out);
            int end = (int) Math.ceilDiv((i + 1L) * in, (long) out);
            double[] weights = new double[end - first];
            Arrays.fill(weights, 1.0 / weights.length);
            all.add(new Reads(first, weights));
        }
        return all;
    }

    private static Layer.Resampling both(
            String kind, Shape from, List<Reads> rows, List<Reads> columns) {
        Shape to = new Shape(rows.size(), columns.size(), from.channels());
        int[] start = new int[to.pixels() + 1];
        int entries = 0;
        for (Reads row : rows) {
            for (Reads column : columns) {
                entries = Math.addExact(entries, row.weights.length * column.weights.length);
            }
        }
        int[] source = new int[entries];
        float[] weight = new float[entries];
        int pixel = 0;
        int at = 0;
        for (Reads row : rows) {
            for (Reads column : columns) {
                for (int y = 0; y < row.weights.length; y++) {
                    for (int x = 0; x < column.weights.length; x++) {
                        source[at] = (row.first + y) * from.width() + column.first + x;
                        weight[at++] = (float) (row.weights[y] * column.weights[x]);
                    }
                }
                start[++pixel] = at;
            }
        }
        return new Layer.Resampling(kind, from, to, start, source, weight);
    }
}
