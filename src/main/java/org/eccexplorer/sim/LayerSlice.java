package org.eccexplorer.sim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eccexplorer.sim.kernel.Lanes;

/**
 * Some pixels of a layer that are done in one piece, with the sums over their neurons. The parts of
 * a layer are always the same, whichever worker does them, so that its sums always are; no two of
 * them share a word of spikes.
 */
final class LayerSlice {
    /** As many as have been of use to a crew; more would only make the pieces small. */
    private static final int MAX_PARTS = 8;

    /** Of layers whose weights are many, so many pixels at least: they are read for each part. */
    static final int PIXELS = 4;

    final int firstPixel;
    final int endPixel;

    /** Sum of V per step and lane, over a block. */
    final float[] potential;

    /** Like {@link #potential}, of |V|. */
    final float[] magnitude;

    private LayerSlice(int firstPixel, int endPixel, int block) {
        this.firstPixel = firstPixel;
        this.endPixel = endPixel;
        potential = new float[Lanes.COUNT * block];
        magnitude = new float[Lanes.COUNT * block];
    }

    /** The parts of a layer: whole words of spikes. */
    static List<LayerSlice> of(LayerPlan plan, int block) {
        int pixels = plan.layer.shape().pixels();
        int channels = plan.layer.shape().channels();
        int least = Math.min(PIXELS, plan.pixelsPerPatch());
        int unit = least;
        while ((long) unit * channels % 64 != 0) {
            unit += least;
        }
        int units = (pixels + unit - 1) / unit;
        int count = Math.min(MAX_PARTS, units);
        List<LayerSlice> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int first = (int) ((long) units * i / count) * unit;
            int end = (int) ((long) units * (i + 1) / count) * unit;
            parts.add(new LayerSlice(first, Math.min(pixels, end), block));
        }
        return parts;
    }

    /**
     * Parts that follow each other put together, as many as fit a patch, for a single worker. A
     * part of more pixels than a patch stays by itself.
     */
    static List<List<LayerSlice>> patches(List<LayerSlice> parts, int pixels) {
        List<List<LayerSlice>> patches = new ArrayList<>();
        for (LayerSlice part : parts) {
            boolean fits =
                    !patches.isEmpty()
                            && part.endPixel - patches.getLast().getFirst().firstPixel <= pixels;
            if (!fits) {
                patches.add(new ArrayList<>());
            }
            patches.getLast().add(part);
        }
        return patches;
    }

    void startBlock() {
        Arrays.fill(potential, 0);
        Arrays.fill(magnitude, 0);
    }
}
