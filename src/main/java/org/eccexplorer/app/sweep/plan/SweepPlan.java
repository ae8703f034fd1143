package org.eccexplorer.app.sweep.plan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eccexplorer.measure.energy.InputMacs;
import org.eccexplorer.spiking.InputCoding;

/**
 * What a sweep is to run: every model on all its images, with all settings and seeds.
 *
 * @param text as it was written, so that others can read the same
 * @param folder that its paths start from
 * @param places the models with their images
 * @param settings all different
 * @param at timesteps of a run that get a row; empty: the powers of two. The last one always does
 */
public record SweepPlan(
        String text,
        Path folder,
        List<Place> places,
        List<NamedSetting> settings,
        List<Long> seeds,
        List<Integer> at,
        InputMacs inputMacs) {

    /** A model and some images. */
    public record Place(Subject subject, Slice slice) {}

    public SweepPlan {
        places = List.copyOf(places);
        settings = List.copyOf(settings);
        seeds = List.copyOf(seeds);
        at = List.copyOf(at);
    }

    /** How many runs it asks for. */
    public int tasks() {
        return Math.multiplyExact(Math.multiplyExact(places.size(), settings.size()), seeds.size());
    }

    /** The run of a number, from 0: all of one model and its images are side by side. */
    public SweepTask task(int index) {
        int setting = index / seeds.size();
        return new SweepTask(
                index,
                setting / settings.size(),
                settings.get(setting % settings.size()),
                seeds.get(index % seeds.size()));
    }

    /** The model and the images of a run. */
    public Place place(SweepTask task) {
        return places.get(task.place());
    }

    /** The timesteps of a run to T that get a row. */
    public List<Integer> at(int timesteps) {
        Set<Integer> rows = new TreeSet<>();
        if (at.isEmpty()) {
            for (int t = 1; t < timesteps; t *= 2) {
                rows.add(t);
            }
        }
        at.stream().filter(t -> t < timesteps).forEach(rows::add);
        rows.add(timesteps);
        return List.copyOf(rows);
    }

    /** The values of the settings that have more than one, by their names, in order. */
    public Map<String, List<String>> varied() {
        Map<String, Set<String>> values = new LinkedHashMap<>();
        for (NamedSetting setting : settings) {
            setting.values()
                    .forEach((name, value) ->
                            values.computeIfAbsent(name, any -> new LinkedHashSet<>()).add(value));
        }
        Map<String, List<String>> varied = new LinkedHashMap<>();
        values.forEach((name, all) -> {
            boolean missing = settings.stream().anyMatch(one -> !one.values().containsKey(name));
            if (all.size() > 1 || missing) {
                varied.put(name, new ArrayList<>(all));
            }
        });
        return varied;
    }

    /** Whether a seed changes any result: it is that of the random spikes of a Poisson input. */
    public boolean usesSeeds() {
        return settings.stream()
                .anyMatch(one ->
                        one.settings(seeds.getFirst()).conversion().input() == InputCoding.POISSON);
    }
}
