package org.eccexplorer.sim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Some pixels of a layer that are done in one piece, with the sums over their neurons. The parts of
 * a layer are always the same, whoever does them, so that its sums always are; no two of them share
 * a word of spikes.
 */
final class LayerPart {
    /** As many as have been of use to a crew; more would only make the pieces small. */
    private static final int MOST = 8;

    final int firstPixel;
    final int endPixel;

    /** Sum of V per step and lane, over a block. */
    final float[] potential;

    /** Like {@link #potential}, of V where it is positive. */
    final float[] remainder;

    /** Synaptic operations per step of the block. */
    final long[] operations;

    private LayerPart(int firstPixel, int endPixel, int block) {
        this.firstPixel = firstPixel;
        this.endPixel = endPixel;
        potential = new float[GatherKernel.LANES * block];
        remainder = new float[GatherKernel.LANES * block];
        operations = new long[block];
    }

    /** The parts of a layer: whole tiles, and whole words of spikes. */
    static List<LayerPart> of(LayerPlan plan, int block) {
        int pixels = plan.layer.shape().pixels();
        int channels = plan.layer.shape().channels();
        int unit = plan.pixelsPerTile();
        while ((long) unit * channels % 64 != 0) {
            unit += plan.pixelsPerTile();
        }
        int units = (pixels + unit - 1) / unit;
        int count = Math.min(MOST, units);
        List<LayerPart> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int first = (int) ((long) units * i / count) * unit;
            int end = (int) ((long) units * (i + 1) / count) * unit;
            parts.add(new LayerPart(first, Math.min(pixels, end), block));
        }
        return parts;
    }

    void startBlock() {
        Arrays.fill(potential, 0);
        Arrays.fill(remainder, 0);
        Arrays.fill(operations, 0);
    }
}
