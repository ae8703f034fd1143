package org.eccexplorer.app.live;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eccexplorer.measure.RunSnapshot;

/**
 * What the closed form answers beside a simulation.
 *
 * @param images from the first on, which it was evaluated on: fewer than the simulation has only
 *     until it was evaluated on all
 * @param accuracy by T, 0 to 1; empty without labels
 */
public record ClosedFormCurve(int images, Map<Integer, Double> accuracy) {

    /** Images that it is evaluated on before any is simulated. */
    public static final int PREVIEW = 200;

    public ClosedFormCurve {
        accuracy = Map.copyOf(accuracy);
    }

    /** Of no image yet. */
    public static ClosedFormCurve none() {
        return new ClosedFormCurve(0, Map.of());
    }

    /**
     * The numbers of timesteps that it is evaluated for: T, then the powers of two below it, the
     * largest first, so that a line through those that are known leaves none out.
     */
    public static List<Integer> timesteps(int last) {
        List<Integer> all = new ArrayList<>(List.of(last));
        for (int t = Integer.highestOneBit(last); t >= 1; t /= 2) {
            if (t < last) {
                all.add(t);
            }
        }
        return all;
    }

    /** That of a run which is the closed form itself. */
    static ClosedFormCurve of(RunSnapshot run) {
        Map<Integer, Double> accuracy = new HashMap<>();
        for (int t = 1; t <= run.timesteps(); t++) {
            if (run.isKnown(t)) {
                accuracy.put(t, run.accuracy(t));
            }
        }
        return new ClosedFormCurve(run.images(), accuracy);
    }

    /** Accuracy for this T, if it is known. */
    public Optional<Double> at(int timesteps) {
        return Optional.ofNullable(accuracy.get(timesteps));
    }

    /** With another point; points of another number of images go. */
    ClosedFormCurve with(int of, int timesteps, double share) {
        Map<Integer, Double> more = new HashMap<>(of == images ? accuracy : Map.of());
        more.put(timesteps, share);
        return new ClosedFormCurve(of, more);
    }
}
