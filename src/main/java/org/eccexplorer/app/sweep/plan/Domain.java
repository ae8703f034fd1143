package org.eccexplorer.app.sweep.plan;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eccexplorer.option.Option;
import org.eccexplorer.option.Percentile;
import org.eccexplorer.option.Real;
import org.eccexplorer.option.Whole;

/** The values that a plan has for one setting, all of them written as on the command line. */
sealed interface Domain {
    /** As many as a grid has. */
    List<String> values();

    /** The one at a share of the way, from 0 to below 1. */
    String at(double share);

    /** Some values by themselves. */
    record Listed(List<String> values) implements Domain {
        public Listed {
            values = List.copyOf(values);
        }

        @Override
        public String at(double share) {
            return values.get((int) (share * values.size()));
        }
    }

    /**
     * All numbers from one to another.
     *
     * @param count how many of them a grid has; 0 where it says none
     * @param logarithmic whether equal ratios are as likely, in place of equal differences
     */
    record Span(Written written, double from, double to, int count, boolean logarithmic)
            implements Domain {
        @Override
        public List<String> values() {
            List<String> values = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                String value = written.text(number(count == 1 ? 0 : i / (count - 1.0)));
                if (!values.contains(value)) {
                    values.add(value);
                }
            }
            return values;
        }

        @Override
        public String at(double share) {
            return written.isWhole() && !logarithmic
                    ? written.text(Math.floor(from + share * (to - from + 1)))
                    : written.text(number(share));
        }

        private double number(double share) {
            double value =
                    logarithmic ? from * Math.pow(to / from, share) : from + share * (to - from);
            return Math.clamp(value, from, to);
        }
    }

    /** How the numbers of an option are written. */
    sealed interface Written {
        /** The digits of a number that is drawn; more would only be longer to type. */
        MathContext DIGITS = new MathContext(6);

        /** A number as on the command line. */
        String text(double number);

        /** A number that was written so. */
        double number(String text);

        /** Whether there is nothing between two numbers. */
        boolean isWhole();

        /** That of an option; empty if its values are no numbers. */
        static Optional<Written> of(Option<?> option) {
            return switch (option) {
                case Whole whole -> Optional.of(new Wholes(whole));
                case Real real -> Optional.of(new Reals(real));
                case Percentile percentile -> Optional.of(new Reals(percentile));
                default -> Optional.empty();
            };
        }

        /** Whole numbers. */
        record Wholes(Whole option) implements Written {
            @Override
            public String text(double number) {
                return option.written(Math.round(number));
            }

            @Override
            public double number(String text) {
                return option.checked(option.parse(text));
            }

            @Override
            public boolean isWhole() {
                return true;
            }
        }

        /** Real numbers. */
        record Reals(Option<Double> option) implements Written {
            @Override
            public String text(double number) {
                return option.written(new BigDecimal(number).round(DIGITS).doubleValue());
            }

            @Override
            public double number(String text) {
                return option.checked(option.parse(text));
            }

            @Override
            public boolean isWhole() {
                return false;
            }
        }
    }
}
