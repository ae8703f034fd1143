package org.eccexplorer.sim;

/** Is shown every layer's spikes as they happen, for rasters and the neuron inspector. */
@FunctionalInterface
public interface SpikeRecorder {
    /** Keeps nothing. */
    SpikeRecorder NONE = (layer, first, steps, words, stride) -> {};

    /**
     * A block of timesteps of one layer; the words are reused afterwards, so copy what you keep.
     *
     * @param layer index of the spiking layer, −1 for Poisson input
     * @param firstStep of the block, from 0
     * @param words neuron i at step t of the block is bit {@code i % 64} of word {@code t·stride +
     *     i/64}
     */
    void block(int layer, int firstStep, int steps, long[] words, int stride);
}
