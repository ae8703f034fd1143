package org.eccexplorer.lesson;

import java.util.List;

/**
 * What a learner can move.
 *
 * @param name of the input that it sets
 * @param label beside it
 * @param stops the values it can have, ascending or as written
 * @param names of the values, where words say more than numbers; else none
 * @param decimals of the value beside it; −1 for as many as it needs
 */
public record Control(
        String name, String label, List<Double> stops, List<String> names, int decimals) {

    /** More could not be told apart with a slider. */
    static final int MOST_STOPS = 1001;

    public Control {
        stops = List.copyOf(stops);
        names = List.copyOf(names);
    }

    /** The place of the stop that is nearest to a value. */
    public int nearest(double value) {
        int nearest = 0;
        for (int i = 1; i < stops.size(); i++) {
            if (Math.abs(stops.get(i) - value) < Math.abs(stops.get(nearest) - value)) {
                nearest = i;
            }
        }
        return nearest;
    }
}
