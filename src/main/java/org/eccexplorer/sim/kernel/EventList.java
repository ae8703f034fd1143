package org.eccexplorer.sim.kernel;

import java.util.Arrays;
import java.util.Objects;
import org.eccexplorer.spiking.Firing;
import org.jspecify.annotations.Nullable;

/**
 * The spikes of a block as lists of channels, one list per timestep and cell of pixels. Made once
 * per block and source, read by every target pixel in whose receptive field the cell lies.
 */
public final class EventList {
    private static final int AT_ONCE = 4;
    private static final int[] NOWHERE = {};

    private final CellTable table;
    private final int cells;
    private final int channels;

    /** Ands a bit's place in a word to its channel, where a word may hold several pixels. */
    private final int channelOf;

    /** Where the words of each cell begin in {@link #firsts} and {@link #counts}. */
    private final int[] firstWord;

    /** The first neuron of every word that a step is read by, and how many neurons it has. */
    private final int[] firsts;

    private final int[] counts;

    /** What is added to a bit's place in a word to give its spike. */
    private final int[] bases;

    /** Where the list of cell k at step t begins: {@code start[t·cells + k]}. */
    public final int[] start;

    /** Bits behind the place of a spike that say which value it has. */
    final int planes;

    /** The values of spikes by those bits. */
    final float[] values;

    /**
     * The spikes of the lists, one after the other: of cell k and channel c as k·channels + c;
     * where they have other values than 1, that times 2^{@link #planes} plus the code of the value.
     */
    int[] spike = NOWHERE;

    /** Whether spikes are listed, and not only counted. */
    private final boolean listed;

    private @Nullable SpikeBlock spikes;

    /** Lists for everything that reads these cells, of spikes of the value 1. */
    public EventList(CellTable table, int steps) {
        this(table, Firing.PLAIN, steps);
    }

    /** Lists for everything that reads these cells. */
    public EventList(CellTable table, Firing firing, int steps) {
        this(table, firing, steps, true);
    }

    /**
     * The same, or only their numbers.
     *
     * @param listed whether any reader goes through the lists
     */
    EventList(CellTable table, Firing firing, int steps, boolean listed) {
        this.table = table;
        this.listed = listed;
        planes = firing.planes();
        values = new float[1 << planes];
        for (int code = 0; code < values.length; code++) {
            values[code] = firing.value(code);
        }
        cells = table.cells();
        channels = table.shape().channels();
        channelOf = channels < 64 && Integer.bitCount(channels) == 1 ? channels - 1 : -1;
        start = new int[cells * steps + 1];
        int[] first = new int[table.pixel.length * ((channels + 63) / 64)];
        int[] count = new int[first.length];
        int[] base = new int[first.length];
        firstWord = new int[cells + 1];
        int words = 0;
        for (int k = 0; k < cells; k++) {
            int p = table.firstPixel[k];
            while (p < table.firstPixel[k + 1]) {
                int pixels = pixelsAtOnce(p, table.firstPixel[k + 1]);
                for (int c = 0; c < pixels * channels; c += 64) {
                    first[words] = table.pixel[p] * channels + c;
                    count[words] = Math.min(64, pixels * channels - c);
                    base[words++] = k * channels + c;
                }
                p += pixels;
            }
            firstWord[k + 1] = words;
        }
        firsts = Arrays.copyOf(first, words);
        counts = Arrays.copyOf(count, words);
        bases = Arrays.copyOf(base, words);
    }

    boolean serves(CellTable other) {
        return table.hasCellsOf(other);
    }

    /** Reads the spikes of the first steps of a block. */
    public void read(SpikeBlock block, int steps) {
        read(block, steps, new SpikeRoom());
    }

    /** The same, into an array that has been of use before, if it has none yet. */
    void read(SpikeBlock block, int steps, SpikeRoom room) {
        spikes = block;
        if (listed) {
            makeRoom(block, steps, room);
        }
        int size = 0;
        for (int t = 0; t < steps; t++) {
            if (listed) {
                size = planes == 0 ? readStep(block, t, size, spike) : readValues(block, t, size);
            } else {
                size = countStep(block, t, size);
            }
        }
        start[steps * cells] = size;
    }

    private void makeRoom(SpikeBlock block, int steps, SpikeRoom room) {
        int needed = Math.max(AT_ONCE, Lanes.COUNT);
        for (int t = 0; t < steps; t++) {
            needed += block.count(t);
        }
        if (spike.length < needed) {
            release(room);
            spike = room.take(needed);
        }
    }

    private int countStep(SpikeBlock block, int step, int from) {
        int size = from;
        for (int k = 0; k < cells; k++) {
            start[step * cells + k] = size;
            for (int w = firstWord[k]; w < firstWord[k + 1]; w++) {
                size += Long.bitCount(block.bits(step, firsts[w], counts[w]));
            }
        }
        return size;
    }

    /** Gives its array to others: until it reads again there is nothing to be had from it. */
    void release(SpikeRoom room) {
        if (spike.length > 0) {
            room.give(spike);
            spike = NOWHERE;
        }
    }

    private int readStep(SpikeBlock block, int step, int from, int[] spike) {
        int size = from;
        for (int k = 0; k < cells; k++) {
            start[step * cells + k] = size;
            for (int w = firstWord[k]; w < firstWord[k + 1]; w++) {
                long bits = block.bits(step, firsts[w], counts[w]);
                size =
                        ChosenLanes.isOfUse(Long.bitCount(bits))
                                ? ChosenLanes.list(bits, channelOf, bases[w], size, spike)
                                : readWord(bits, channelOf, bases[w], size, spike);
            }
        }
        return size;
    }

    private int readValues(SpikeBlock block, int step, int from) {
        int size = from;
        long[] codes = new long[planes];
        for (int k = 0; k < cells; k++) {
            start[step * cells + k] = size;
            for (int w = firstWord[k]; w < firstWord[k + 1]; w++) {
                long bits = block.bits(step, firsts[w], counts[w]);
                if (planes == 1) {
                    long signs = block.bits(block.planes[0], step, firsts[w], counts[w]);
                    size =
                            ChosenLanes.isOfUse(Long.bitCount(bits))
                                    ? ChosenLanes.listSigned(
                                            bits, signs, channelOf, bases[w], size, spike)
                                    : readSigned(bits, signs, channelOf, bases[w], size, spike);
                    continue;
                }
                for (int p = 0; p < planes && bits != 0; p++) {
                    codes[p] = block.bits(block.planes[p], step, firsts[w], counts[w]);
                }
                for (; bits != 0; bits &= bits - 1) {
                    int at = Long.numberOfTrailingZeros(bits);
                    int code = 0;
                    for (int p = 0; p < planes; p++) {
                        code |= (int) (codes[p] >>> at & 1) << p;
                    }
                    spike[size++] = ((bases[w] + (at & channelOf)) << planes) | code;
                }
            }
        }
        return size;
    }

    /** Channels of each pixel. */
    int channels() {
        return channels;
    }

    /** Whether all spikes have the value 1. */
    boolean isPlain() {
        return planes == 0;
    }

    /** The value of a spike of the lists. */
    float value(int spike) {
        return values[spike & values.length - 1];
    }

    /** The spikes that were read last, as bits. */
    SpikeBlock spikes() {
        return Objects.requireNonNull(spikes);
    }

    /** Where the spikes of a run begin at a timestep. */
    int begin(CellTable reader, int run, int step) {
        return start[step * cells + reader.cell[run]];
    }

    /** Where the spikes of a run end at a timestep. */
    int end(CellTable reader, int run, int step) {
        return start[step * cells + reader.endCell[run]];
    }

    /**
     * Raises operations, [step], by the synaptic operations of a projection: spikes times synapses.
     *
     * @param fan synapses of a spike on each pixel that reads its cell
     */
    public void count(CellTable reader, int fan, int steps, long[] operations) {
        for (int t = 0; t < steps; t++) {
            long read = 0;
            for (int k = 0; k < cells; k++) {
                int list = t * cells + k;
                read += (long) reader.readers[k] * (start[list + 1] - start[list]);
            }
            operations[t] += read * fan;
        }
    }

    /**
     * Spikes per step, cell and channel in the first steps of the block: the mean firing rate, or
     * as many times it as a cell has pixels. It is the share of the weights that are added.
     */
    public double density(int steps) {
        return (double) start[steps * cells] / ((double) steps * cells * channels);
    }

    /**
     * How many pixels of a cell, from {@code first} on, can be read as one: they follow each other
     * and fill at most a word, and the place of a bit says which channel it is.
     */
    private int pixelsAtOnce(int first, int end) {
        int count = 1;
        if (channelOf >= 0) {
            while (first + count < end
                    && (count + 1) * channels <= 64
                    && table.pixel[first + count] == table.pixel[first] + count) {
                count++;
            }
        }
        return count;
    }

    /**
     * Lists four spikes at a time, whether or not there are so many: what is written past the end
     * is overwritten by the next word, and a branch less is worth more.
     */
    private static int readSigned(
            long word, long signs, int channelOf, int base, int from, int[] spike) {
        long bits = word;
        int at = from;
        do {
            for (int i = 0; i < AT_ONCE; i++) {
                int place = Long.numberOfTrailingZeros(bits);
                int sign = (int) (signs >>> place) & 1;
                spike[at + i] = ((base + (place & channelOf)) << 1) | sign;
                bits &= bits - 1;
            }
            at += AT_ONCE;
        } while (bits != 0);
        return from + Long.bitCount(word);
    }

    /** Like {@link #readSigned}, of spikes without a sign. */
    private static int readWord(long word, int channelOf, int base, int from, int[] spike) {
        long bits = word;
        int at = from;
        do {
            for (int i = 0; i < AT_ONCE; i++) {
                spike[at + i] = base + (Long.numberOfTrailingZeros(bits) & channelOf);
                bits &= bits - 1;
            }
            at += AT_ONCE;
        } while (bits != 0);
        return from + Long.bitCount(word);
    }
}
