package org.eccexplorer.app.find.query;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.option.Option;

/**
 * Something that may vary in a search.
 *
 * @param key its name on the command line
 * @param name in a few words, with the range of its values
 * @param tooltip what it does, in a sentence
 * @param options which it sets
 * @param kind how it is gone along
 * @param levels its values, of which the first is as without it
 */
public record Axis(
        String key,
        String name,
        String tooltip,
        Set<Option<?>> options,
        Kind kind,
        List<Level> levels) {

    /** How an axis is gone along. */
    public enum Kind {
        /**
         * Its coarse values are tried with all others of this kind; each value is a neighbour of
         * the ones beside it.
         */
        LEADING,
        /** Its values are tried on settings that did well without. */
        REFINING,
        /** The same, on a few only: a value takes as long as a race of many images. */
        COSTLY
    }

    /**
     * One value of an axis.
     *
     * @param coarse whether it is among those that are tried first
     */
    public record Level(UnaryOperator<Candidate> setting, boolean coarse) {
        Candidate apply(Candidate candidate) {
            return setting.apply(candidate);
        }

        /** A value of options of the conversion. */
        static Level ofConversion(UnaryOperator<ConversionOptions> options, boolean coarse) {
            return new Level(one -> one.with(options.apply(one.conversion())), coarse);
        }
    }

    public Axis {
        options = Set.copyOf(options);
        levels = List.copyOf(levels);
    }

    /** The values of an option of the conversion. */
    static <T> Axis of(
            String key, String name, String tooltip, Option<T> option, Kind kind, List<T> values) {
        return new Axis(
                key,
                name,
                tooltip,
                Set.of(option),
                kind,
                values.stream()
                        .map(value ->
                                Level.ofConversion(options -> options.with(option, value), true))
                        .toList());
    }

    /** The number of the value that a setting has; −1 if it is none of these. */
    int levelOf(Candidate setting) {
        for (int l = 0; l < levels.size(); l++) {
            if (levels.get(l).apply(setting).effective().equals(setting.effective())) {
                return l;
            }
        }
        return -1;
    }
}
