package org.eccexplorer.measure.votes;

import java.util.List;
import java.util.Objects;

/**
 * How classes are read from the outputs of a network: the class is the one with the largest output
 * gathered over the timesteps t₀ + 1 to t, O(t) − O(t₀), as T. Bu et al. 2025 (arXiv 2409.03368)
 * read it, who let the first timesteps pass because few spikes have arrived by then. An image may
 * be answered before T, as soon as the largest output leads by more than β_t.
 *
 * @param from t₀: outputs count from the timestep after it on; 0: from the first on
 * @param thresholds β_t of each timestep in units of the outputs, see {@link EarlyExit}; empty:
 *     every image is answered at T
 * @param calibrated calibration images that something of it was decided on; 0: none
 */
public record Reading(int from, List<Double> thresholds, int calibrated) {
    /** All outputs count, and every image is answered at T. */
    public static final Reading PLAIN = new Reading(0, List.of(), 0);

    /** Until t₀ has passed the class is read from so many timesteps, the last ones. */
    public static final int UNTIL_THEN = 4;

    public Reading {
        if (from < 0) {
            throw new IllegalArgumentException("read from " + from);
        }
        thresholds = List.copyOf(Objects.requireNonNullElse(thresholds, List.of()));
    }

    /** From a timestep on, every image at T. */
    public static Reading from(int from) {
        return new Reading(from, List.of(), 0);
    }

    /** The same from another timestep on. */
    public Reading withFrom(int t) {
        return t == from ? this : new Reading(t, thresholds, calibrated);
    }

    /**
     * The same with images answered early.
     *
     * @param beta β_t of each timestep
     */
    public Reading early(List<Double> beta) {
        return new Reading(from, beta, calibrated);
    }

    /** Whether some images are answered before T. */
    public boolean endsEarly() {
        return !thresholds.isEmpty();
    }

    /**
     * The timestep whose outputs are taken from those of t: t₀, or t − {@link #UNTIL_THEN} as long
     * as t₀ has not passed.
     */
    public int before(int t) {
        return t > from ? from : Math.max(0, t - UNTIL_THEN);
    }

    /** β_t; infinite where no image is answered early. */
    double threshold(int t) {
        return t <= from || t > thresholds.size()
                ? Double.POSITIVE_INFINITY
                : thresholds.get(t - 1);
    }
}
