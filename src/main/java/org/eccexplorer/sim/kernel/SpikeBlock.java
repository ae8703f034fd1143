package org.eccexplorer.sim.kernel;

import java.util.Arrays;
import org.eccexplorer.tensor.Shape;

/**
 * The spikes of one layer during a block of timesteps, one bit each: neuron i at step t of the
 * block is bit {@code i % 64} of word {@code t·stride + i / 64}.
 */
public final class SpikeBlock {
    public final Shape shape;
    public final int stride;
    public final long[] words;

    /** Without any spikes. */
    public SpikeBlock(Shape shape, int steps) {
        this.shape = shape;
        this.stride = (shape.size() + 63) / 64;
        this.words = new long[stride * steps];
    }

    public void clear() {
        Arrays.fill(words, 0);
    }

    /** Whether a neuron fired at a step of the block. */
    public boolean get(int step, int neuron) {
        return (words[step * stride + (neuron >> 6)] >>> neuron & 1) != 0;
    }

    /** Lets a neuron fire at a step of the block. */
    public void set(int step, int neuron) {
        words[step * stride + (neuron >> 6)] |= 1L << neuron;
    }

    /**
     * Sets the spikes of neurons in a row.
     *
     * @param spikes the first neuron's at bit 0
     * @param count number of neurons, at most 64; no other word is touched than theirs
     */
    public void or(int step, int neuron, long spikes, int count) {
        int word = step * stride + (neuron >> 6);
        int shift = neuron & 63;
        words[word] |= spikes << shift;
        if (shift + count > 64) {
            words[word + 1] |= spikes >>> (64 - shift);
        }
    }

    /** The number of spikes at a step of the block. */
    public int count(int step) {
        int count = 0;
        for (int i = step * stride; i < (step + 1) * stride; i++) {
            count += Long.bitCount(words[i]);
        }
        return count;
    }

    /** Up to 64 neurons in a row from {@code neuron} on, the first at bit 0. */
    long bits(int step, int neuron, int count) {
        int word = step * stride + (neuron >> 6);
        int shift = neuron & 63;
        long bits = words[word] >>> shift;
        if (shift != 0 && shift + count > 64) {
            bits |= words[word + 1] << (64 - shift);
        }
        return count == 64 ? bits : bits & (1L << count) - 1;
    }
}
