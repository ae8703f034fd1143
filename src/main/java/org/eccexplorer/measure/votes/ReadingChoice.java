package org.eccexplorer.measure.votes;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eccexplorer.option.Range;
import org.eccexplorer.option.Real;
import org.eccexplorer.option.Whole;

/**
 * How users ask classes to be read; what it leaves open is decided on calibration images.
 *
 * @param from t₀, or {@link #AUTO}
 * @param epsilon ε of {@link EarlyExit}, or {@link #OFF}
 */
public record ReadingChoice(Long from, Double epsilon) {
    /** The t₀ that follows the CNN best on calibration images. */
    public static final Long AUTO = -1L;

    /** Every image is answered at T. */
    public static final Double OFF = -1.0;

    /** t₀. */
    public static final Whole FROM =
            new Whole("readFrom", "--read-from", 0L, 0, 100_000, Map.of(AUTO, "auto"));

    /** ε. */
    public static final Real EARLY_EXIT =
            new Real("earlyExit", "--early-exit", OFF, Range.below(0, 1), Map.of(OFF, "off"));

    /** Values of ε to choose from. */
    public static final List<Double> EPSILONS = List.of(OFF, 0.0, 0.005, 0.01, 0.02, 0.05, 0.1);

    /** All outputs count, and every image is answered at T. */
    public static final ReadingChoice PLAIN = new ReadingChoice(0L, OFF);

    public ReadingChoice {
        // Sessions of earlier versions have neither.
        from = FROM.checked(Objects.requireNonNullElse(from, FROM.standard()));
        epsilon = EARLY_EXIT.checked(Objects.requireNonNullElse(epsilon, OFF));
    }

    /** The same from another timestep on. */
    public ReadingChoice withFrom(long t) {
        return new ReadingChoice(t, epsilon);
    }

    /** The same with another ε. */
    public ReadingChoice withEpsilon(double share) {
        return new ReadingChoice(from, share);
    }

    /** Whether images may be answered before T. */
    public boolean endsEarly() {
        return !epsilon.equals(OFF);
    }

    /** Whether it leaves something to calibration images. */
    public boolean needsCalibration() {
        return from.equals(AUTO) || endsEarly();
    }

    /** The timestep whose votes a run has to keep for it, as far as it is said; else 0. */
    public int asked() {
        return (int) Math.max(0, from);
    }

    /**
     * The reading where it leaves nothing to calibration images. A t₀ that leaves no timestep of T
     * is T − 1.
     */
    public Reading decided(int timesteps) {
        if (needsCalibration()) {
            throw new IllegalStateException(this + " needs calibration images");
        }
        return Reading.from(within(timesteps));
    }

    /**
     * The reading by calibration images.
     *
     * @param calibration votes of the same network on images that are not tested on
     */
    public Reading decided(StoredVotes calibration) {
        int t0 =
                from.equals(AUTO)
                        ? DelayedReading.best(calibration)
                        : within(calibration.timesteps());
        List<Double> beta =
                endsEarly() ? EarlyExit.thresholds(calibration, t0, epsilon) : List.of();
        return new Reading(t0, beta, calibration.images().size());
    }

    private int within(int timesteps) {
        return Math.clamp(from, 0, timesteps - 1);
    }
}
