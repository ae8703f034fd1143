package org.eccexplorer.sim.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eccexplorer.tensor.CacheLines;

/** Working memory of one thread, kept between calls so that nothing is allocated while running. */
public final class Scratch {
    private float[] matrix = new float[0];
    private float[] currents = new float[0];
    private float[] sums = new float[0];
    private short[] levels = new short[0];
    private float[] image = new float[0];

    final JoinedRuns joined = new JoinedRuns();

    /** Checksum of prefetched weights: a sink that keeps the compiler from removing the reads. */
    int fetched;

    /** Room for the currents of a panel of some pixels, whose vectors lie within cache lines. */
    public List<Tile> tiles(Patch patch, Panel panel) {
        int stride = Lanes.padded(panel.width()) + Lanes.COUNT;
        int size = (1 + patch.steps()) * stride;
        currents = roomFor((patch.end() - patch.first()) * size, currents);
        List<Tile> tiles = new ArrayList<>(patch.end() - patch.first());
        for (int p = patch.first(); p < patch.end(); p++) {
            int base = CacheLines.FIRST_FLOAT + (p - patch.first()) * size + stride;
            tiles.add(
                    new Tile(
                            p,
                            panel.column(),
                            panel.width(),
                            patch.steps(),
                            false,
                            currents,
                            base,
                            stride));
        }
        return tiles;
    }

    /** Second tiles like others, of zeros. */
    List<Tile> sums(List<Tile> tiles) {
        Tile last = tiles.getLast();
        int end = last.at(last.steps());
        sums = roomFor(end, sums);
        Arrays.fill(sums, 0, end, 0);
        List<Tile> zeros = new ArrayList<>(tiles.size());
        for (Tile tile : tiles) {
            zeros.add(
                    new Tile(
                            tile.pixel(),
                            tile.column(),
                            tile.width(),
                            tile.steps(),
                            true,
                            sums,
                            tile.base(),
                            tile.stride()));
        }
        return zeros;
    }

    /** Zeroed sums of levels, from {@link CacheLines#FIRST_SHORT} on; a vector more may be read. */
    short[] levels(int size) {
        int first = CacheLines.FIRST_SHORT;
        if (levels.length < first + size + Lanes.SHORT_COUNT) {
            levels = CacheLines.shorts(size + Lanes.SHORT_COUNT);
        }
        Arrays.fill(levels, first, first + size, (short) 0);
        return levels;
    }

    /** Kernels may write four vectors past the end. */
    private static float[] roomFor(int size, float[] present) {
        int needed = size + 4 * Lanes.COUNT;
        return present.length < needed + CacheLines.FIRST_FLOAT
                ? CacheLines.floats(needed)
                : present;
    }

    /** An image divided by the value that enters as rate 1. */
    public float[] image(float[] pixels, int offset, int size, double inputScale) {
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
