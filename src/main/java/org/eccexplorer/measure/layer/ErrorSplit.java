package org.eccexplorer.measure.layer;

import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;

/**
 * Where the difference between CNN activation a and firing rate r comes from. For each neuron a − r
 * is the sum of four parts, in units where the rate is 1 at the layer's scale:
 *
 * <ul>
 *   <li>clipping: a − min(a, 1), what a rate of at most 1 cannot carry;
 *   <li>quantisation: min(a, 1) − Q(min(a, 1)) with Q(y) = ⌊y·T + θ⌋/T, what whole spikes cannot;
 *   <li>inherited: Q(min(a, 1)) − C with C = clip(⌊S_T/V_thr + θ⌋, 0, T)/T, what the current that
 *       really came differs by;
 *   <li>unevenness: C − r, what the order of the spikes changed, or a leak or a reset to zero lost.
 * </ul>
 *
 * <p>Neurons that carry values of both signs clip at −1 too, and their C at −T.
 *
 * <p>Spikes of several sizes make counts that are multiples of 1/2^(n−1): Q and C round to these.
 *
 * <p>A closed form with counts up to T + ext clips at 1 + ext/T in place of 1; without whole counts
 * nothing is quantised, Q(y) = y. Outputs that never fire have no clip and no whole counts: what
 * they lack is inherited.
 *
 * <p>What is given here is all in units of λ, whatever the scale is (without CN it is 1), so that
 * runs can be compared: every part times scale/λ.
 *
 * @param neurons number of neurons times images
 * @param total a − r
 */
public record ErrorSplit(
        long neurons,
        Part clipping,
        Part quantisation,
        Part inherited,
        Part unevenness,
        Part total) {

    /**
     * One part.
     *
     * @param mean over all neurons and images
     * @param meanAbsolute mean of the absolute value
     * @param share of neurons where it is not zero
     */
    public record Part(double mean, double meanAbsolute, double share) {}

    static ErrorSplit of(long neurons, Map<Cause, Part> parts, Part total) {
        return new ErrorSplit(
                neurons,
                part(parts, Cause.CLIPPING),
                part(parts, Cause.QUANTISATION),
                part(parts, Cause.INHERITED),
                part(parts, Cause.UNEVENNESS),
                total);
    }

    private static Part part(Map<Cause, Part> parts, Cause cause) {
        return Objects.requireNonNull(parts.get(cause));
    }

    /** The part that a cause has in it. */
    public Part part(Cause cause) {
        return switch (cause) {
            case CLIPPING -> clipping;
            case QUANTISATION -> quantisation;
            case INHERITED -> inherited;
            case UNEVENNESS -> unevenness;
        };
    }

    /** The cause whose part is the largest, by its mean absolute value. */
    public Cause dominant() {
        return Collections.max(
                EnumSet.allOf(Cause.class),
                Comparator.comparingDouble(cause -> part(cause).meanAbsolute()));
    }
}
