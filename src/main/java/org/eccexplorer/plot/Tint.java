package org.eccexplorer.plot;

import java.util.List;
import java.util.Optional;

/**
 * What the look of a mark stands for: the {@link ChartTheme} knows the colour; dashes and markers
 * tell the same marks apart without it.
 */
public sealed interface Tint {
    /** Runs, classes and layers that can be told apart, by colour as well as by dash and marker. */
    int COUNT = 12;

    /** How its lines are broken. */
    Dash dash();

    /** What stands on a few points of its lines. */
    Optional<Marker> marker();

    /**
     * The look of a run, or of a class or a layer where a chart has a line for each.
     *
     * @param number from 0; colours repeat after {@link Tint#COUNT}, dashes with markers after 40
     */
    record Run(int number) implements Tint {
        private static final List<Dash> DASHES =
                List.of(Dash.SOLID, Dash.DASHED, Dash.DOTTED, Dash.DASH_DOT, Dash.LONG);

        public Run {
            if (number < 0) {
                throw new IllegalArgumentException("run " + number);
            }
        }

        @Override
        public Dash dash() {
            return DASHES.get(number % DASHES.size());
        }

        @Override
        public Optional<Marker> marker() {
            return Optional.of(Marker.of(number));
        }
    }

    /**
     * One of several shades of grey, for lines in an order.
     *
     * @param index from 0, the darkest, to {@code count} − 1, the palest
     */
    record Shade(int index, int count) implements Tint {
        public Shade {
            if (index < 0 || index >= count) {
                throw new IllegalArgumentException("shade " + index + " of " + count);
            }
        }

        /** 0, the darkest, to 1, the palest. */
        double share() {
            return (double) index / Math.max(1, count - 1);
        }

        @Override
        public Dash dash() {
            return index < Marker.COUNT ? Dash.SOLID : Dash.DASHED;
        }

        @Override
        public Optional<Marker> marker() {
            return Optional.of(Marker.of(index));
        }
    }

    /**
     * One of several steps of one colour, for dots in an order.
     *
     * @param index from 0, the palest, to {@code count} − 1, the strongest
     */
    record Step(int index, int count) implements Tint {
        public Step {
            if (index < 0 || index >= count) {
                throw new IllegalArgumentException("step " + index + " of " + count);
            }
        }

        /** 0, the palest, to 1, the strongest. */
        double share() {
            return (double) index / Math.max(1, count - 1);
        }

        @Override
        public Dash dash() {
            return Dash.SOLID;
        }

        @Override
        public Optional<Marker> marker() {
            return Optional.empty();
        }
    }

    /** A colour that always means the same. */
    enum Fixed implements Tint {
        /** What is looked at; also marks that belong to no run. */
        ACCENT,
        /** Right answers, and the neuron that wins. */
        RIGHT,
        /** Of the CNN before its conversion. */
        CNN,
        /** What stays behind. */
        FAINT;

        @Override
        public Dash dash() {
            return Dash.SOLID;
        }

        @Override
        public Optional<Marker> marker() {
            return Optional.empty();
        }
    }

    /** The look of a run. */
    static Tint run(int number) {
        return new Run(number);
    }

    /** Shade number {@code index} of {@code count}, from dark to pale. */
    static Tint shade(int index, int count) {
        return new Shade(index, count);
    }
}
