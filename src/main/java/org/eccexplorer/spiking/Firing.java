package org.eccexplorer.spiking;

/**
 * Which spikes a neuron sends. A spike of value s takes s·V_thr from the membrane and brings s
 * times its weight to the neurons that it reaches; the net count N is the sum of all values sent so
 * far.
 *
 * <p>Signed spikes, with s = 1 where V ≥ V_thr, else s = −1 where V &lt; 0 and, without debt, N ≥
 * 1: a neuron that has fired for a current that came early takes the spike back when the current
 * turns out to be smaller. (Y. Wang et al., "Signed Neuron with Memory", IJCAI 2022, fire at V ≤
 * −V_thr; the rule with 0 gives N = ⌊(V(0) + S_t)/V_thr⌋ whenever one spike per timestep is
 * enough.) The membrane is not clamped, so charge is conserved: S_t = V(t) − V(0) + N·V_thr.
 *
 * @param signs when it sends spikes below zero
 */
public record Firing(Signs signs) {
    /** At most one spike of 1 per timestep. */
    public static final Firing PLAIN = new Firing(Signs.POSITIVE);

    /** Spikes of 1 and −1, the net count never below zero. */
    public static final Firing SIGNED = new Firing(Signs.NO_DEBT);

    /** Whether all spikes have the value 1. */
    public boolean isPlain() {
        return signs == Signs.POSITIVE;
    }

    /** Whether net counts may be below zero. */
    public boolean goesBelowZero() {
        return signs == Signs.BOTH;
    }

    /** Bits that tell the values of spikes apart. */
    public int planes() {
        return isPlain() ? 0 : 1;
    }

    /** The value of a spike with these bits, 0 to 2^planes − 1. */
    public float value(int code) {
        return (code & 1) == 0 ? 1 : -1;
    }

    /** The bits of a spike of a value other than 0. */
    public int code(float value) {
        return value < 0 ? 1 : 0;
    }

    /**
     * The value of the spike that a neuron sends, 0 for none.
     *
     * @param v its potential after the current of the timestep was added
     * @param threshold V_thr
     * @param count N, the values that it has sent before
     */
    public float spike(float v, float threshold, float count) {
        if (v >= threshold) {
            return 1;
        }
        return switch (signs) {
            case POSITIVE -> 0;
            case NO_DEBT -> v < 0 && count > 0 ? -1 : 0;
            case BOTH -> v < 0 ? -1 : 0;
        };
    }

    /**
     * The value of the spike that a gate sends.
     *
     * @param wanted the net count that it follows
     * @param count N, the values that it has sent before
     */
    public float follow(float wanted, float count) {
        return wanted > count ? 1 : wanted < count && !isPlain() ? -1 : 0;
    }
}
