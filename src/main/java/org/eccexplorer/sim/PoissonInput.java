package org.eccexplorer.sim;

import java.util.SplittableRandom;
import org.eccexplorer.sim.kernel.SpikeBlock;

/**
 * The image as random spikes: at every timestep each pixel spikes with probability min(value/λ, 1),
 * independently. Each image has a generator of its own, seeded with seed·0x9E3779B97F4A7C15 +
 * index: the same image gives the same spikes, whichever thread runs it and whatever was run
 * before.
 */
final class PoissonInput {
    private final float[] rates;
    private final SplittableRandom random;

    /**
     * The generator of one image, before its first step.
     *
     * @param rates spike probability of each pixel, at most 1 in effect
     * @param image index in its data set
     */
    PoissonInput(float[] rates, long seed, int image) {
        this.rates = rates;
        random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + image);
    }

    /** Draws the next steps; the order of draws is step, then pixel. */
    void draw(SpikeBlock spikes, int steps) {
        spikes.clear();
        int size = spikes.shape.size();
        for (int t = 0; t < steps; t++) {
            for (int i = 0; i < size; i++) {
                if (random.nextDouble() < rates[i]) {
                    spikes.set(t, i);
                }
            }
        }
    }
}
