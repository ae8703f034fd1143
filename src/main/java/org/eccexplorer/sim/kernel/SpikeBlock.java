package org.eccexplorer.sim.kernel;

import java.util.Arrays;
import org.eccexplorer.spiking.Firing;
import org.eccexplorer.tensor.Shape;

/**
 * The spikes of one layer during a block of timesteps, one bit each: neuron i at step t of the
 * block is bit {@code i % 64} of word {@code t·stride + i / 64}. Where spikes have other values
 * than 1, further bits at the same places say which: the {@link Firing#value code} of a spike has
 * its lowest bit in the first plane.
 */
public final class SpikeBlock {
    /** Words in a cache line. */
    private static final int LINE = 64 / Long.BYTES;

    public final Shape shape;
    public final Firing firing;
    public final int stride;
    public final long[] words;
    public final long[][] planes;

    /** Without any spikes, for spikes of the value 1. */
    public SpikeBlock(Shape shape, int steps) {
        this(shape, Firing.PLAIN, steps);
    }

    /** Without any spikes. */
    public SpikeBlock(Shape shape, Firing firing, int steps) {
        this.shape = shape;
        this.firing = firing;
        this.stride = stride((shape.size() + 63) / 64);
        this.words = new long[stride * steps];
        this.planes = new long[firing.planes()][words.length];
    }

    /**
     * Words from one step to the next. The same neurons are read and written at one step after the
     * other: an odd number of cache lines apart they do not displace each other.
     */
    private static int stride(int words) {
        return words < LINE ? words : LINE * ((words + LINE - 1) / LINE | 1);
    }

    public void clear() {
        Arrays.fill(words, 0);
        for (long[] plane : planes) {
            Arrays.fill(plane, 0);
        }
    }

    /** The value of what a neuron sent at a step of the block; 0 if it did not fire. */
    public float value(int step, int neuron) {
        if (!get(step, neuron)) {
            return 0;
        }
        int code = 0;
        for (int p = 0; p < planes.length; p++) {
            long word = planes[p][step * stride + (neuron >> 6)];
            code |= (int) (word >>> neuron & 1) << p;
        }
        return firing.value(code);
    }

    /**
     * Adds to sums the values that neurons in a row sent at a step of the block.
     *
     * @param at where the sum of the first neuron is
     */
    public void addTo(int step, int neuron, int count, float[] sums, int at) {
        for (int i = 0; i < count; i += 64) {
            long bits = bits(step, neuron + i, Math.min(64, count - i));
            for (; bits != 0; bits &= bits - 1) {
                int place = i + Long.numberOfTrailingZeros(bits);
                sums[at + place] += planes.length == 0 ? 1 : value(step, neuron + place);
            }
        }
    }

    /** Lets a neuron send a spike of a value at a step of the block; none if it is 0. */
    public void send(int step, int neuron, float value) {
        if (value != 0) {
            set(step, neuron);
            int code = firing.code(value);
            for (int p = 0; p < planes.length; p++) {
                planes[p][step * stride + (neuron >> 6)] |= (code >> p & 1L) << neuron;
            }
        }
    }

    /** The spikes of the first steps by themselves. */
    public SpikeBlock copy(int steps) {
        SpikeBlock copy = new SpikeBlock(shape, firing, steps);
        copy.take(this, copy.words.length);
        return copy;
    }

    /** Takes over the spikes of a block of the same neurons that is not longer. */
    public void put(SpikeBlock other) {
        clear();
        take(other, other.words.length);
    }

    private void take(SpikeBlock other, int length) {
        System.arraycopy(other.words, 0, words, 0, length);
        for (int p = 0; p < planes.length; p++) {
            System.arraycopy(other.planes[p], 0, planes[p], 0, length);
        }
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
        or(words, step, neuron, spikes, count);
    }

    /** Sets the bits of a plane, those of neurons in a row, as {@link #or(int, int, long, int)}. */
    public void or(long[] words, int step, int neuron, long spikes, int count) {
        int word = step * stride + (neuron >> 6);
        int shift = neuron & 63;
        words[word] |= spikes << shift;
        if (shift + count > 64) {
            words[word + 1] |= spikes >>> (64 - shift);
        }
    }

    /**
     * Gives some neurons in a row new bits of a plane.
     *
     * @param chosen which neurons, the first one's at bit 0, at most as many as a word has bits
     * @param bits theirs, 0 at all others
     */
    public void put(long[] plane, int step, int neuron, long chosen, long bits) {
        int word = step * stride + (neuron >> 6);
        int shift = neuron & 63;
        plane[word] = (plane[word] & ~(chosen << shift)) | (bits << shift);
        if (shift != 0 && chosen >>> (64 - shift) != 0) {
            long above = chosen >>> (64 - shift);
            plane[word + 1] = (plane[word + 1] & ~above) | (bits >>> (64 - shift));
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
        return bits(words, step, neuron, count);
    }

    /** Bits of a plane, as {@link #bits(int, int, int)}. */
    long bits(long[] words, int step, int neuron, int count) {
        int word = step * stride + (neuron >> 6);
        int shift = neuron & 63;
        long bits = words[word] >>> shift;
        if (shift != 0 && shift + count > 64) {
            bits |= words[word + 1] << (64 - shift);
        }
        return count == 64 ? bits : bits & (1L << count) - 1;
    }
}
