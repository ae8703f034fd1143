package org.eccexplorer.spiking;

/**
 * Which spikes a neuron sends. A spike of value s takes s·V_thr from the membrane and brings s
 * times its weight to the neurons that it reaches; the net count N is the sum of all values sent so
 * far. The membrane is never clamped, so charge is conserved: S_t = V(t) − V(0) + N·V_thr.
 *
 * <p>With one threshold s = 1 where V ≥ V_thr. Signed spikes without debt have s = −1 where V &lt;
 * 0 and N ≥ 1: a neuron that has fired for a current that came early takes the spike back when the
 * current turns out to be smaller. (Y. Wang et al., "Signed Neuron with Memory", IJCAI 2022, take
 * back at V ≤ −V_thr; with 0, N = ⌊(V(0) + S_t)/V_thr⌋ whenever one spike per timestep is enough.)
 * Values of both signs have s = −1 where V &lt; −V_thr/2, whatever N is: at 0 a neuron on the edge
 * would send a spike and take it back again and again, twice as many spikes, and values no nearer
 * to those of the CNN.
 *
 * <p>With n thresholds V_thr/2^i, i = 0 … n − 1, the neuron sends the one largest s = 1/2^i for
 * which V ≥ ¾·s·V_thr, else −s for the largest s for which V ≤ −¾·s·V_thr and, without debt, N ≥ s
 * (the multi-threshold neuron of Z. Huang et al., "Differential Coding for Training-Free ANN-to-SNN
 * Conversion", 2025). Such a spike carries a level besides its sign: its synapse adds a weight that
 * is shifted by i bits. It is another class of neuron than the paper's.
 *
 * @param signs when it sends spikes below zero
 * @param thresholds n, from 1 to {@link #MOST_THRESHOLDS}; 1 for spikes of 1 and −1
 */
public record Firing(Signs signs, int thresholds) {
    /** So many thresholds are enough for rates as fine as 1/(128·T). */
    public static final int MOST_THRESHOLDS = 8;

    /** At most one spike of 1 per timestep. */
    public static final Firing PLAIN = new Firing(Signs.POSITIVE, 1);

    /** Spikes of 1 and −1, the net count never below zero. */
    public static final Firing SIGNED = new Firing(Signs.NO_DEBT, 1);

    public Firing {
        if (thresholds < 1 || thresholds > MOST_THRESHOLDS) {
            throw new IllegalArgumentException(thresholds + " thresholds");
        }
        if (thresholds > 1 && signs == Signs.POSITIVE) {
            throw new IllegalArgumentException("several thresholds go with spikes of both signs");
        }
    }

    /** Spikes of n sizes and both signs, the net count never below zero. */
    public static Firing multi(int thresholds) {
        return new Firing(Signs.NO_DEBT, thresholds);
    }

    /** The same with net counts that may be below zero. */
    public Firing belowZero() {
        return new Firing(Signs.BOTH, thresholds);
    }

    /** Whether all spikes have the value 1. */
    public boolean isPlain() {
        return signs == Signs.POSITIVE;
    }

    /** Whether spikes have several sizes. */
    public boolean isMulti() {
        return thresholds > 1;
    }

    /** Whether net counts may be below zero. */
    public boolean goesBelowZero() {
        return signs == Signs.BOTH;
    }

    /** Net counts are multiples of 1 over this: 2^(n − 1). */
    public int unitsPerSpike() {
        return 1 << (thresholds - 1);
    }

    /**
     * What is added to a charge before it is rounded down to a net count, in units of the finest
     * spike: θ, or ¼ where spikes of several sizes are sent from ¾ of their size on.
     *
     * @param theta charge of TRE in units of V_thr
     */
    public double offset(double theta) {
        return isMulti() ? 0.25 : theta;
    }

    /** Bits that tell the values of spikes apart: the sign, then i. */
    public int planes() {
        return isPlain() ? 0 : 1 + 32 - Integer.numberOfLeadingZeros(thresholds - 1);
    }

    /** The value of a spike with these bits, 0 to 2^planes − 1. */
    public float value(int code) {
        float size = 1f / (1 << (code >> 1));
        return (code & 1) == 0 ? size : -size;
    }

    /** The bits of a spike of a value other than 0. */
    public int code(float value) {
        int level = -Math.getExponent(value);
        return (level << 1) | (value < 0 ? 1 : 0);
    }

    /** The potential below which a spike of −1 may be sent, with one threshold. */
    public float lowest(float threshold) {
        return goesBelowZero() ? -threshold / 2 : 0;
    }

    /** The potential from which on a spike of a size may be sent, with several thresholds. */
    public float step(float threshold, float size) {
        return 0.75f * (threshold * size);
    }

    /**
     * The value of the spike that a neuron sends, 0 for none.
     *
     * @param v its potential after the current of the timestep was added
     * @param threshold V_thr
     * @param count N, the values that it has sent before
     */
    public float spike(float v, float threshold, float count) {
        if (isMulti()) {
            return ofSizes(v, threshold, count);
        }
        if (v >= threshold) {
            return 1;
        }
        return switch (signs) {
            case POSITIVE -> 0;
            case NO_DEBT -> v < lowest(threshold) && count > 0 ? -1 : 0;
            case BOTH -> v < lowest(threshold) ? -1 : 0;
        };
    }

    private float ofSizes(float v, float threshold, float count) {
        float size = 1;
        for (int i = 0; i < thresholds; i++) {
            if (v >= step(threshold, size)) {
                return size;
            }
            if (v <= -step(threshold, size) && (goesBelowZero() || count >= size)) {
                return -size;
            }
            size /= 2;
        }
        return 0;
    }

    /**
     * The value of the spike that a gate sends: the largest that does not go too far.
     *
     * @param wanted the net count that it follows
     * @param count N, the values that it has sent before
     */
    public float follow(float wanted, float count) {
        float size = 1;
        for (int i = 0; i < thresholds; i++) {
            if (wanted - count >= size) {
                return size;
            }
            if (wanted - count <= -size && !isPlain()) {
                return -size;
            }
            size /= 2;
        }
        return 0;
    }
}
