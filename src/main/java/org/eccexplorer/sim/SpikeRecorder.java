package org.eccexplorer.sim;

import org.eccexplorer.sim.kernel.SpikeBlock;

/** Is shown every layer's spikes as they happen, for rasters and the neuron inspector. */
@FunctionalInterface
public interface SpikeRecorder {
    /** Keeps nothing. */
    SpikeRecorder NONE = (layer, first, steps, spikes) -> {};

    /**
     * A block of timesteps of one layer, reused afterwards, so copy what you keep.
     *
     * @param layer index of the spiking layer, −1 for Poisson input
     * @param firstStep of the block, from 0
     * @param spikes of the first {@code steps} steps
     */
    void block(int layer, int firstStep, int steps, SpikeBlock spikes);
}
