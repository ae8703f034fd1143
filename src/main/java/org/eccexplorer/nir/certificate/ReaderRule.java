package org.eccexplorer.nir.certificate;

/**
 * How a reader simulates an IF neuron. In each timestep V ← decay·V + I; where V is above the
 * threshold a spike, and a reset.
 *
 * @param subtracts whether a spike takes the threshold from V; else V becomes 0
 * @param decay what is left of V from one timestep to the next; 1 of all that do not leak
 * @param several whether a neuron sends ⌊V/V_thr⌋ spikes in one timestep
 * @param clamps whether V is not let below −V_thr
 * @param strict whether V has to be above the threshold; else it may be equal
 * @param owes whether a neuron that is above the threshold even after a spike pays for the next one
 *     before V is compared: it then fires only above twice the threshold
 * @param delay when spikes reach the next layer
 */
public record ReaderRule(
        boolean subtracts,
        float decay,
        boolean several,
        boolean clamps,
        boolean strict,
        boolean owes,
        Delay delay) {

    /** When spikes reach the next layer. */
    public enum Delay {
        /** In the timestep in which they are sent. */
        NONE,
        /** A neuron fires before it adds its current, so each layer is a timestep late. */
        FIRES_FIRST,
        /** In the next timestep. */
        ARRIVES_NEXT
    }

    /** As this program simulates: a spike where V ≥ V_thr, which is subtracted. */
    public static final ReaderRule OWN =
            new ReaderRule(true, 1, false, false, false, false, Delay.NONE);

    /** The same where spikes take everything. */
    public ReaderRule resetting() {
        return new ReaderRule(false, decay, several, clamps, strict, owes, delay);
    }

    /** The spikes, 0 or 1, that a neuron pays for before it adds its current. */
    float owed(float v, float threshold) {
        return owes && v > threshold ? 1 : 0;
    }

    /** How many spikes a neuron sends at a potential. */
    float spikes(float v, float threshold) {
        boolean fires = strict ? v > threshold : v >= threshold;
        if (!fires) {
            return 0;
        }
        return several ? (float) Math.floor(v / threshold) : 1;
    }

    /**
     * The potential that is left.
     *
     * @param spikes that are still to be paid for; −1 if one was paid for and not sent
     */
    float after(float v, float spikes, float threshold) {
        float left = v;
        if (spikes != 0) {
            left = subtracts ? v - spikes * threshold : 0;
        }
        return clamps ? Math.max(left, -threshold) : left;
    }
}
