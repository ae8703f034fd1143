package org.eccexplorer.figures.sweep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.eccexplorer.app.sweep.results.SweepResults;
import org.eccexplorer.app.sweep.results.SweepRun;
import org.eccexplorer.text.Texts;

/**
 * The values that the runs of a sweep have under a name, few enough to be told apart: where there
 * are more numbers than that, they are put together in ranges of about as many values each.
 */
public final class SettingValues {
    /** So many are told apart. */
    static final int MOST = 12;

    private static final int RANGES = 6;

    private final String name;
    private final List<String> labels = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();

    public SettingValues(SweepResults results, String name) {
        this.name = name;
        List<String> values = sorted(results, name);
        if (values.size() <= MOST) {
            values.forEach(value -> {
                places.put(value, labels.size());
                labels.add(value.isEmpty() ? Texts.text("figures.sweep.nothing") : value);
            });
        } else if (values.stream().allMatch(SettingValues::isNumber)) {
            ranges(values);
        } else {
            others(values);
        }
    }

    /** All values, numbers by size, then words as they come. */
    static List<String> sorted(SweepResults results, String name) {
        List<String> values =
                results.runs().stream().map(run -> run.value(name)).distinct().toList();
        return values.stream().sorted(Comparator.comparingDouble(SettingValues::number)).toList();
    }

    /** A number, or a percentile such as p99.9; words come after all numbers. */
    private static double number(String value) {
        try {
            return Double.parseDouble(value.startsWith("p") ? value.substring(1) : value);
        } catch (NumberFormatException word) {
            return Double.POSITIVE_INFINITY;
        }
    }

    private static boolean isNumber(String value) {
        return Double.isFinite(number(value));
    }

    private void ranges(List<String> values) {
        TreeSet<Integer> starts = new TreeSet<>();
        for (int r = 0; r < RANGES; r++) {
            starts.add(r * values.size() / RANGES);
        }
        for (int start : starts) {
            Integer next = starts.higher(start);
            int end = next == null ? values.size() : next;
            for (int i = start; i < end; i++) {
                places.put(values.get(i), labels.size());
            }
            labels.add(Texts.text("figures.sweep.range", values.get(start), values.get(end - 1)));
        }
    }

    private void others(List<String> values) {
        for (int i = 0; i < values.size(); i++) {
            places.put(values.get(i), Math.min(i, MOST - 1));
        }
        labels.addAll(values.subList(0, MOST - 1));
        labels.add(Texts.text("figures.sweep.others", values.size() - MOST + 1));
    }

    /** What they are called, in order. */
    public List<String> labels() {
        return List.copyOf(labels);
    }

    /** Which of them a run has. */
    int of(SweepRun run) {
        return places.getOrDefault(run.value(name), 0);
    }
}
