package org.eccexplorer.app.find.race;

import java.util.ArrayList;
import java.util.List;
import org.eccexplorer.app.find.query.Candidate;
import org.eccexplorer.app.find.trial.Point;
import org.eccexplorer.app.find.trial.Starts;
import org.eccexplorer.app.find.trial.Trial;
import org.eccexplorer.app.find.trial.Truth;

/**
 * A setting in the race.
 *
 * @param trial what it gave so far
 * @param horizon the last timestep that can still be of use
 * @param standing whether it is still in the race
 * @param early what it gives where images are answered early; empty as long as nobody looked
 */
public record Contender(
        Candidate setting, Trial trial, int horizon, Standing standing, List<Point> early) {
    public Contender {
        early = List.copyOf(early);
    }

    /** Whether a setting is still in the race. */
    public enum Standing {
        RACING,
        /** The closed form, which is optimistic, loses too much. */
        RULED_OUT,
        GIVEN_UP
    }

    static Contender at(Candidate setting, int horizon) {
        return new Contender(
                setting, Trial.none(setting, horizon), horizon, Standing.RACING, List.of());
    }

    public Contender with(Trial better) {
        return new Contender(setting, better, horizon, standing, List.of());
    }

    public Contender withEarly(List<Point> points) {
        return new Contender(setting, trial, horizon, standing, points);
    }

    /** The same without what lies behind a timestep. */
    Contender until(int timestep) {
        int last = Math.min(horizon, timestep);
        return new Contender(setting, trial.until(last), last, standing, List.of());
    }

    Contender in(Standing other) {
        return new Contender(setting, trial, horizon, other, early);
    }

    public boolean races() {
        return standing == Standing.RACING;
    }

    /**
     * The setting at each timestep, read from where least is lost; early reading wins.
     *
     * @param late whether it may be read from later timesteps than the first
     */
    public List<Point> points(Truth truth, boolean late) {
        List<Point> points = new ArrayList<>();
        if (trial.images() == 0) {
            return points;
        }
        int[] starts = Starts.of(setting, late ? trial.timesteps() : 1);
        for (int t = 1; t <= trial.timesteps(); t++) {
            Point best = trial.point(0, t, truth);
            for (int s = 1; s < starts.length && starts[s] < t; s++) {
                Point other = trial.point(s, t, truth);
                best = other.loss().expected() < best.loss().expected() ? other : best;
            }
            points.add(best);
        }
        return points;
    }
}
