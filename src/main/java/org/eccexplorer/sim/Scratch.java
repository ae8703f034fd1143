package org.eccexplorer.sim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Working memory of one thread, kept between calls so that nothing is allocated while running. */
final class Scratch {
    private final List<RowLists> lists = new ArrayList<>();
    private float[] matrix = new float[0];
    private float[] currents = new float[0];
    private float[] sums = new float[0];
    private float[] image = new float[0];

    /** The lists of a layer's synapses, by their number. */
    RowLists lists(int synapses) {
        while (lists.size() <= synapses) {
            lists.add(new RowLists());
        }
        return lists.get(synapses);
    }

    /** Room for the currents of a tile, whose vectors lie within cache lines. */
    Tile tile(int pixel, int column, int width, int steps) {
        int stride = GatherKernel.padded(width) + GatherKernel.LANES;
        currents = roomFor((1 + steps) * stride, currents);
        int base = CacheLines.FIRST_FLOAT + stride;
        return new Tile(pixel, column, width, steps, false, currents, base, stride);
    }

    /** A second tile like another, of zeros. */
    Tile sums(Tile tile) {
        int size = (1 + tile.steps()) * tile.stride();
        sums = roomFor(size, sums);
        Arrays.fill(sums, tile.steady(), tile.steady() + size, 0);
        return new Tile(
                tile.pixel(),
                tile.column(),
                tile.width(),
                tile.steps(),
                true,
                sums,
                tile.base(),
                tile.stride());
    }

    /** Kernels may write two vectors past the end. */
    private static float[] roomFor(int size, float[] present) {
        int needed = size + 2 * GatherKernel.LANES;
        return present.length < needed + CacheLines.FIRST_FLOAT
                ? CacheLines.floats(needed)
                : present;
    }

    /** An image divided by the value that enters as rate 1. */
    float[] image(float[] pixels, int offset, int size, double inputScale) {
        if (image.length < size) {
            image = new float[size];
        }
        for (int i = 0; i < size; i++) {
            image[i] = (float) (pixels[offset + i] / inputScale);
        }
        return image;
    }

    /** A zeroed matrix. */
    float[] matrix(int size) {
        if (matrix.length < size) {
            matrix = new float[size];
        } else {
            Arrays.fill(matrix, 0, size, 0);
        }
        return matrix;
    }
}
