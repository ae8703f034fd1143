package org.eccexplorer.lesson;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A page: text and at most one control that can be moved.
 *
 * @param set what is set when it is turned to
 * @param control name of the control that is alive
 * @param charts beside the text, the first one the largest
 * @param see where the window shows the same in the network
 * @param line where it begins in its file
 */
public record LessonPage(
        String title,
        Scene scene,
        List<Part> parts,
        Map<String, Double> set,
        Optional<String> control,
        List<String> charts,
        Optional<See> see,
        int line) {
    public LessonPage {
        parts = List.copyOf(parts);
        set = Map.copyOf(set);
        charts = List.copyOf(charts);
    }

    /** Names of the questions and checks on it. */
    public List<String> tasks() {
        return parts.stream()
                .flatMap(part ->
                        switch (part) {
                            case Part.Ask ask -> Stream.of(ask.question());
                            case Part.Hold hold -> Stream.of(hold.check());
                            case Part.Prose prose -> Stream.empty();
                            case Part.Formula formula -> Stream.empty();
                        })
                .toList();
    }

    /** A place in the window. */
    public enum Place {
        LIVE,
        ERROR,
        COST,
        ANSWERS,
        LAYER,
        IMAGE,
        NEURON
    }

    /**
     * Where the window shows the same.
     *
     * @param layer spiking layer that is chosen there
     */
    public record See(Place place, int layer) {}
}
