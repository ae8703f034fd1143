package org.eccexplorer.app.find;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eccexplorer.convert.ConversionOptions;

/**
 * What is known of settings already, in this search or one before: nothing is simulated twice, and
 * a search that was stopped goes on where it was.
 */
final class Records {
    /**
     * A setting on some of the images.
     *
     * @param first of the images to choose on
     */
    record Entry(int first, Trial trial) {}

    /** What the closed form gave on the first images. */
    record Screened(int right, int images) {}

    /** A setting at one T, read from some timestep on. */
    record Place(ConversionOptions setting, int timesteps, int readFrom) {
        static Place of(Point point) {
            return new Place(point.setting(), point.timesteps(), point.readFrom());
        }
    }

    private final Map<Place, Checked> checked = new LinkedHashMap<>();
    private final Map<ConversionOptions, List<Entry>> trials = new LinkedHashMap<>();
    private final Map<ConversionOptions, Screened> screened = new LinkedHashMap<>();

    /** Takes over all that others know. */
    void take(Records others) {
        others.trials.forEach((setting, entries) ->
                trials.computeIfAbsent(setting, one -> new ArrayList<>()).addAll(entries));
        screened.putAll(others.screened);
        checked.putAll(others.checked);
    }

    /** A trial on these images up to this timestep at least, cut there. */
    Optional<Trial> trial(ConversionOptions setting, int first, int count, int timesteps) {
        return trials.getOrDefault(setting, List.of()).stream()
                .filter(entry ->
                        entry.first() == first
                                && entry.trial().images() == count
                                && entry.trial().timesteps() >= timesteps)
                .map(entry -> entry.trial().until(timesteps))
                .findFirst();
    }

    void add(int first, Trial trial) {
        trials.computeIfAbsent(trial.setting(), setting -> new ArrayList<>())
                .add(new Entry(first, trial));
    }

    Optional<Screened> screened(ConversionOptions setting) {
        return Optional.ofNullable(screened.get(setting));
    }

    void add(ConversionOptions setting, Screened result) {
        screened.put(setting, result);
    }

    Optional<Checked> checked(Place place) {
        return Optional.ofNullable(checked.get(place));
    }

    void add(Place place, Checked result) {
        checked.put(place, result);
    }

    Map<Place, Checked> checked() {
        return checked;
    }

    Map<ConversionOptions, List<Entry>> trials() {
        return trials;
    }

    Map<ConversionOptions, Screened> screened() {
        return screened;
    }
}
