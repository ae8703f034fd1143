package org.eccexplorer.sim;

import java.util.Arrays;

/** Working memory of one thread, kept between calls so that nothing is allocated while running. */
final class Scratch {
    private int[] rows = new int[1 << 12];
    private int[] ends = new int[0];
    private float[] matrix = new float[0];
    private float[] currents = new float[0];
    private float[] sums = new float[0];
    private float[] image = new float[0];

    /** Room for so many rows, keeping what is there. */
    int[] rows(int size) {
        if (rows.length < size) {
            rows = Arrays.copyOf(rows, Math.max(size, 2 * rows.length));
        }
        return rows;
    }

    /** Room for so many ends of lists. */
    int[] ends(int size) {
        if (ends.length < size) {
            ends = new int[size];
        }
        return ends;
    }

    /** Room for the currents of a tile, whose vectors lie within cache lines. */
    Tile tile(int firstPixel, int pixels, int steps, int stride) {
        currents = roomFor(pixels * steps * stride, currents);
        return new Tile(firstPixel, pixels, steps, currents, CacheLines.FIRST_FLOAT, stride);
    }

    /** A second tile like another, of zeros. */
    Tile sums(Tile tile) {
        int size = tile.pixels() * tile.steps() * tile.stride();
        sums = roomFor(size, sums);
        Arrays.fill(sums, tile.base(), tile.base() + size, 0);
        return new Tile(
                tile.firstPixel(), tile.pixels(), tile.steps(), sums, tile.base(), tile.stride());
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
