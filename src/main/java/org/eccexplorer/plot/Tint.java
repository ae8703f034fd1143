package org.eccexplorer.plot;

/** What the colour of a mark stands for; the {@link ChartTheme} knows the colour. */
public sealed interface Tint {

    /**
     * The colour of a run, or of a class or a layer where a chart has a line for each.
     *
     * @param number from 0; colours repeat after the last
     */
    record Run(int number) implements Tint {
        public Run {
            if (number < 0) {
                throw new IllegalArgumentException("run " + number);
            }
        }
    }

    /**
     * One of several shades of a single colour, for lines in an order.
     *
     * @param share 0, the darkest, to 1, the palest
     */
    record Shade(double share) implements Tint {
        public Shade {
            if (!(share >= 0 && share <= 1)) {
                throw new IllegalArgumentException("shade " + share);
            }
        }
    }

    /** A colour that always means the same. */
    enum Fixed implements Tint {
        /** What is looked at; also marks that belong to no run. */
        ACCENT,
        /** Right answers, and the neuron that wins. */
        RIGHT,
        /** Of the CNN before its conversion. */
        CNN
    }

    /** The colour of a run. */
    static Tint run(int number) {
        return new Run(number);
    }

    /** Shade number {@code index} of {@code count}, from dark to pale. */
    static Tint shade(int index, int count) {
        return new Shade((double) index / Math.max(1, count - 1));
    }
}
