package org.eccexplorer.app.find.result;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eccexplorer.app.find.query.Candidate;
import org.eccexplorer.app.find.query.Goal;
import org.eccexplorer.app.find.trial.Point;
import org.eccexplorer.app.find.trial.Trial;
import org.eccexplorer.measure.votes.ReadingChoice;

/**
 * What is known of settings already, in this search or one before: nothing is simulated twice, and
 * a search that was stopped goes on where it was.
 */
public final class Records {
    /**
     * A setting on some of the images.
     *
     * @param first of the images to choose on
     */
    public record Entry(int first, Trial trial) {}

    /** What the closed form gave on the first images. */
    public record Screened(int right, int images) {}

    /** A setting at one T, read in some way. */
    public record Place(Candidate setting, int timesteps, ReadingChoice reading) {
        public static Place of(Point point) {
            return new Place(point.setting(), point.timesteps(), point.reading());
        }
    }

    /**
     * A setting of which is known what it gives where images are answered early.
     *
     * @param images that it was tried on
     * @param late whether the class might be read from later timesteps than the first
     */
    public record Early(Candidate setting, int images, int timesteps, Goal goal, boolean late) {}

    private final Map<Place, Checked> checked = new LinkedHashMap<>();
    private final Map<Candidate, List<Entry>> trials = new LinkedHashMap<>();
    private final Map<Candidate, Screened> screened = new LinkedHashMap<>();
    private final Map<Early, List<Point>> early = new LinkedHashMap<>();

    /** Takes over all that others know. */
    public void take(Records others) {
        others.trials.forEach((setting, entries) ->
                trials.computeIfAbsent(setting, one -> new ArrayList<>()).addAll(entries));
        screened.putAll(others.screened);
        checked.putAll(others.checked);
        early.putAll(others.early);
    }

    /** A trial on these images up to this timestep at least, cut there. */
    public Optional<Trial> trial(Candidate setting, int first, int count, int timesteps) {
        return trials.getOrDefault(setting, List.of()).stream()
                .filter(entry ->
                        entry.first() == first
                                && entry.trial().images() == count
                                && entry.trial().timesteps() >= timesteps)
                .map(entry -> entry.trial().until(timesteps))
                .findFirst();
    }

    public void add(int first, Trial trial) {
        trials.computeIfAbsent(trial.setting(), setting -> new ArrayList<>())
                .add(new Entry(first, trial));
    }

    public Optional<Screened> screened(Candidate setting) {
        return Optional.ofNullable(screened.get(setting));
    }

    public void add(Candidate setting, Screened result) {
        screened.put(setting, result);
    }

    public Optional<Checked> checked(Place place) {
        return Optional.ofNullable(checked.get(place));
    }

    public void add(Place place, Checked result) {
        checked.put(place, result);
    }

    public Optional<List<Point>> early(Early place) {
        return Optional.ofNullable(early.get(place));
    }

    public void add(Early place, List<Point> points) {
        early.put(place, List.copyOf(points));
    }

    public Map<Early, List<Point>> early() {
        return early;
    }

    public Map<Place, Checked> checked() {
        return checked;
    }

    public Map<Candidate, List<Entry>> trials() {
        return trials;
    }

    public Map<Candidate, Screened> screened() {
        return screened;
    }
}
