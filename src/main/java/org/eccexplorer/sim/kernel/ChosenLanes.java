package org.eccexplorer.sim.kernel;

import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Lists the spikes of a word a vector of neurons at a time, where the processor moves chosen lanes
 * of a vector together in one instruction. The word's bits choose them, so it takes as long for
 * many spikes as for few, and no branch depends on how many there are.
 */
final class ChosenLanes {
    private static final VectorSpecies<Integer> INTS =
            VectorSpecies.of(int.class, Lanes.FLOATS.vectorShape());

    private static final int LANES = Lanes.COUNT;
    private static final IntVector PLACES = IntVector.zero(INTS).addIndex(1);

    /** AVX-512 has the instruction, and so have vectors of 512 bits elsewhere. */
    static final boolean AVAILABLE = LANES == 16;

    /** With fewer spikes in a word it is quicker to look for each. */
    private static final int FEW = 6;

    private ChosenLanes() {}

    /** Whether it is of use for a word with so many spikes. */
    static boolean isOfUse(int spikes) {
        return AVAILABLE && spikes > FEW;
    }

    /**
     * Lists places plus {@code base}; up to a vector more is written.
     *
     * @param channelOf is anded to places
     * @return where the list ends
     */
    static int list(long word, int channelOf, int base, int from, int[] spike) {
        int at = from;
        for (int i = 0; i < Long.SIZE; i += LANES) {
            long bits = word >>> i & (1L << LANES) - 1;
            PLACES.add(i)
                    .and(channelOf)
                    .add(base)
                    .compress(VectorMask.fromLong(INTS, bits))
                    .intoArray(spike, at);
            at += Long.bitCount(bits);
        }
        return at;
    }

    /** The same with a sign as the lowest bit. */
    static int listSigned(long word, long signs, int channelOf, int base, int from, int[] spike) {
        int at = from;
        for (int i = 0; i < Long.SIZE; i += LANES) {
            long bits = word >>> i & (1L << LANES) - 1;
            PLACES.add(i)
                    .and(channelOf)
                    .add(base)
                    .lanewise(VectorOperators.LSHL, 1)
                    .add(1, VectorMask.fromLong(INTS, signs >>> i & (1L << LANES) - 1))
                    .compress(VectorMask.fromLong(INTS, bits))
                    .intoArray(spike, at);
            at += Long.bitCount(bits);
        }
        return at;
    }
}
