package org.eccexplorer.app.find.result;

import java.util.List;
import java.util.Optional;
import org.eccexplorer.app.find.trial.Point;

/**
 * How a search stands, never changed: what is shown of it while it goes on.
 *
 * @param dots every setting that was tried, at some T
 * @param counts how much was tried so far
 * @param done share of the work that is done, 0 to 1, as far as it can be told
 * @param seconds since the search began
 * @param found as far as anything was found
 */
public record SearchView(
        Phase phase,
        List<Dot> dots,
        Found.Counts counts,
        double done,
        double seconds,
        Optional<Found> found) {

    /** What a search is at. */
    public enum Phase {
        PREPARING,
        RACING,
        CHECKING,
        ENDED
    }

    /**
     * A setting at one T.
     *
     * @param racing whether it was not given up
     */
    public record Dot(Point point, boolean racing) {}

    public SearchView {
        dots = List.copyOf(dots);
    }

    /** How long it may still take; NaN before it can be told. */
    public double secondsLeft() {
        return done > 0 ? seconds * (1 - done) / done : Double.NaN;
    }
}
