package org.eccexplorer.plot;

import java.util.List;
import java.util.Optional;
import org.eccexplorer.text.Texts;

/** What a chart shows, as a value. An empty chart says so in its middle. */
public sealed interface Chart {

    String title();

    /** Units and what the marks mean. */
    String subtitle();

    /** What the vertical axis counts, with its unit; empty where it has none. */
    default String yLabel() {
        return "";
    }

    /**
     * The run that values come from.
     *
     * @param run its name
     * @param images of which its values are
     * @param timesteps its T
     */
    record Source(String run, int images, int timesteps) {}

    /**
     * A horizontal axis.
     *
     * @param label what it counts, with its unit
     * @param low value at the left
     * @param high value at the right
     */
    record Axis(String label, double low, double high, Kind kind) {
        /** What the values are and how they are spaced. */
        public enum Kind {
            TIMESTEPS,
            LOG_TIMESTEPS,
            LINEAR,
            /** Logarithmic, and point i of a series is what timestep i + 1 has cost. */
            COST
        }

        /** Timesteps up to T. */
        public static Axis timesteps(double last) {
            return new Axis(Texts.text("plot.timestep"), 0, last, Kind.TIMESTEPS);
        }

        /** Timesteps from 1 to T, each doubling as wide as the one before. */
        public static Axis logTimesteps(double last) {
            return new Axis(Texts.text("plot.timestepLog"), 1, last, Kind.LOG_TIMESTEPS);
        }

        /** From zero. */
        public static Axis linear(String label, double high) {
            return new Axis(label, 0, high, Kind.LINEAR);
        }

        /** What timesteps cost; both ends are above zero. */
        public static Axis cost(String label, double low, double high) {
            return new Axis(label, low, high, Kind.COST);
        }

        public boolean isTime() {
            return kind == Kind.TIMESTEPS || kind == Kind.LOG_TIMESTEPS;
        }

        public boolean isLogarithmic() {
            return kind == Kind.LOG_TIMESTEPS || kind == Kind.COST;
        }

        /** The first whole timestep it shows. */
        public int firstStep() {
            return (int) Math.max(1, Math.ceil(low));
        }

        /** The last whole timestep it shows. */
        public int lastStep() {
            return (int) Math.max(firstStep(), Math.floor(high));
        }

        /** A part of it. */
        public Axis between(double lowest, double highest) {
            return new Axis(label, lowest, highest, kind);
        }

        /** All timesteps in the other spacing; other axes stay as they are. */
        public Axis respaced() {
            return switch (kind) {
                case TIMESTEPS -> logTimesteps(high);
                case LOG_TIMESTEPS -> timesteps(high);
                case LINEAR, COST -> this;
            };
        }

        /** How far along a value is: 0 at the left end, 1 at the right. */
        public double share(double value) {
            double end = Math.max(low + 1e-9, high);
            if (!isLogarithmic()) {
                return (value - low) / (end - low);
            }
            double above = kind == Kind.COST ? Math.max(value, low) : Math.max(value, low / 2);
            return Math.log(above / low) / Math.log(end / low);
        }

        /** The value so far along. */
        public double value(double share) {
            double end = Math.max(low + 1e-9, high);
            return isLogarithmic() ? low * Math.pow(end / low, share) : low + share * (end - low);
        }
    }

    /**
     * A vertical axis.
     *
     * @param label what is measured, with its unit
     * @param percent whether values are shares from 0 to 1, shown in per cent
     * @param fitted whether it shows only the values that occur, and not all from 0
     */
    record Values(String label, boolean percent, boolean fitted) {
        /** From 0 to 100 %. */
        public static Values shares(String label) {
            return new Values(label, true, false);
        }

        /** From 0, and below where there are such values. */
        public static Values fromZero(String label) {
            return new Values(label, false, false);
        }

        /** As far as there are values. */
        public Values seen() {
            return new Values(label, percent, true);
        }
    }

    /** A chart over an axis of which a part can be looked at. */
    sealed interface Timed extends Chart permits Lines, Raster {
        /** The horizontal axis. */
        Axis x();

        /** A timestep that is marked; NaN for none. */
        double marker();

        /**
         * The same over another axis.
         *
         * @param part whether that is a part of its own
         */
        Chart over(Axis axis, boolean part);
    }

    /**
     * Lines over timesteps or another quantity.
     *
     * @param references dashed lines, such as the CNN's accuracy
     * @param marker a timestep that is marked; NaN for none
     */
    record Lines(
            String title,
            String subtitle,
            Axis x,
            Values y,
            List<Series> series,
            List<Reference> references,
            double marker)
            implements Timed {
        @Override
        public String yLabel() {
            return y.label();
        }

        @Override
        public Chart over(Axis axis, boolean part) {
            return new Lines(
                    title, subtitle, axis, part ? y.seen() : y, series, references, marker);
        }
    }

    /**
     * One line, or a dot.
     *
     * @param x ascending
     * @param y as many values; NaN where there is none
     * @param band around the line
     * @param source the run that it is of
     */
    record Series(
            String name,
            Tint tint,
            Mark mark,
            double[] x,
            double[] y,
            Optional<Band> band,
            Optional<Source> source) {
        public Series {
            if (x.length != y.length || (mark == Mark.DOT && x.length != 1)) {
                throw new IllegalArgumentException(x.length + " x, " + y.length + " y, " + mark);
            }
        }

        /** How a series is drawn; a line of a single point is drawn as a dot. */
        public enum Mark {
            LINE,
            DASHED,
            DOT
        }

        /** The same, of a run. */
        public Series from(Source run) {
            return new Series(name, tint, mark, x, y, band, Optional.of(run));
        }

        private static Series plain(String name, Tint tint, Mark mark, double[] x, double[] y) {
            return new Series(name, tint, mark, x, y, Optional.empty(), Optional.empty());
        }

        /** A line. */
        public static Series line(String name, Tint tint, double[] x, double[] y) {
            return plain(name, tint, Mark.LINE, x, y);
        }

        /** A line that is not measured but computed. */
        public static Series dashed(String name, Tint tint, double[] x, double[] y) {
            return plain(name, tint, Mark.DASHED, x, y);
        }

        /** A point of interest. */
        public static Series dot(String name, Tint tint, double x, double y) {
            return plain(name, tint, Mark.DOT, new double[] {x}, new double[] {y});
        }

        /** A line with its uncertainty. */
        public static Series banded(String name, Tint tint, double[] x, double[] y, Band band) {
            return new Series(name, tint, Mark.LINE, x, y, Optional.of(band), Optional.empty());
        }
    }

    /** The lower and the upper edge of a band, a value for each point of its line. */
    record Band(double[] low, double[] high) {}

    /**
     * A dashed line with its name.
     *
     * @param value of the vertical axis, or of the horizontal one for a vertical line
     */
    record Reference(String name, double value, boolean vertical) {
        /** A horizontal line. */
        public Reference(String name, double value) {
            this(name, value, false);
        }
    }

    /**
     * A box per category: whiskers at 5 and 95 %, quartiles, median, mean.
     *
     * @param selected the selected category; −1 for none
     * @param front the boxes that stay where there is no room for all; of the others only the mean
     *     is left
     */
    record Boxes(
            String title,
            String subtitle,
            String yLabel,
            List<String> categories,
            int selected,
            Tint front,
            List<Box> boxes)
            implements Categorised {}

    /**
     * The figures of one box.
     *
     * @param name of what it is measured of, such as a run
     */
    record Box(
            String name,
            int category,
            Tint tint,
            double low,
            double quartile1,
            double median,
            double quartile3,
            double high,
            double mean,
            Optional<Source> source) {

        /** The same, of a run. */
        public Box from(Source run) {
            return new Box(
                    name,
                    category,
                    tint,
                    low,
                    quartile1,
                    median,
                    quartile3,
                    high,
                    mean,
                    Optional.of(run));
        }

        /** Of no run. */
        public Box(
                String name,
                int category,
                Tint tint,
                double low,
                double quartile1,
                double median,
                double quartile3,
                double high,
                double mean) {
            this(
                    name,
                    category,
                    tint,
                    low,
                    quartile1,
                    median,
                    quartile3,
                    high,
                    mean,
                    Optional.empty());
        }
    }

    /**
     * A distribution per category, with a threshold across all.
     *
     * @param selected the selected category; −1 for none
     * @param low value at the bottom
     * @param high value at the top
     */
    record Violins(
            String title,
            String subtitle,
            String yLabel,
            List<String> categories,
            int selected,
            double low,
            double high,
            double threshold,
            String thresholdName,
            List<Violin> violins)
            implements Categorised {}

    /**
     * One distribution.
     *
     * @param counts from the lowest bin to the highest
     * @param beyond share above the threshold, marked where it is not zero
     */
    record Violin(int category, Tint tint, long[] counts, double beyond, Optional<Source> source) {

        /** Of no run. */
        public Violin(int category, Tint tint, long[] counts, double beyond) {
            this(category, tint, counts, beyond, Optional.empty());
        }

        /** The same, of a run. */
        public Violin from(Source run) {
            return new Violin(category, tint, counts, beyond, Optional.of(run));
        }
    }

    /**
     * Bars: per category one bar per group. A bar is as high as its whole; its parts fill it in
     * proportion to their values, which may cancel and so add up to more than the whole.
     *
     * @param valueLabel what the vertical axis says, with its unit
     * @param over what the categories are
     * @param selected the selected category; −1 for none
     * @param percent whether values are shares to be shown in per cent
     * @param unit after a value in per cent, such as "% of λ"
     * @param parts names of the parts, from the bottom
     * @param wholeName what the height of a bar is
     */
    record Stacks(
            String title,
            String subtitle,
            String valueLabel,
            Over over,
            List<String> categories,
            int selected,
            boolean percent,
            String unit,
            List<String> parts,
            String wholeName,
            List<Group> groups,
            List<Stack> stacks)
            implements Categorised {}

    /**
     * What one bar of each category belongs to, such as a run.
     *
     * @param name empty where there is only one
     */
    record Group(String name, Tint tint) {}

    /** What the categories of a chart are, named by {@link Texts#name}. */
    enum Over {
        LAYERS,
        CLASSES
    }

    /**
     * One bar.
     *
     * @param group index of its group
     * @param parts a value for each part, from 0
     * @param whole its height
     */
    record Stack(int category, int group, double[] parts, double whole, Optional<Source> source) {

        /** Of no run. */
        public Stack(int category, int group, double[] parts, double whole) {
            this(category, group, parts, whole, Optional.empty());
        }

        /** The same, of a run. */
        public Stack from(Source run) {
            return new Stack(category, group, parts, whole, Optional.of(run));
        }
    }

    /** A chart over categories, such as layers or classes. */
    sealed interface Categorised extends Chart permits Boxes, Violins, Stacks, Profiles {
        /** Their names, from left to right. */
        List<String> categories();
    }

    /**
     * Figures that are at most {@code top}, one per category, joined by a line per run; the axis
     * shows only the values that occur.
     *
     * @param selected the selected category; −1 for none
     */
    record Profiles(
            String title,
            String subtitle,
            String yLabel,
            List<String> categories,
            int selected,
            double top,
            List<Profile> profiles)
            implements Categorised {}

    /**
     * One line over categories.
     *
     * @param values per category, NaN where there is none
     */
    record Profile(String name, Tint tint, double[] values, Optional<Source> source) {

        /** Of no run. */
        public Profile(String name, Tint tint, double[] values) {
            this(name, tint, values, Optional.empty());
        }

        /** The same, of a run. */
        public Profile from(Source run) {
            return new Profile(name, tint, values, Optional.of(run));
        }
    }

    /**
     * Points, with the diagonal on which both would be equal.
     *
     * @param note such as "r = 0.998"
     */
    record Scatter(
            String title,
            String subtitle,
            String xLabel,
            String yLabel,
            Tint tint,
            float[] x,
            float[] y,
            String note)
            implements Chart {}

    /**
     * Spike trains: a row per neuron, a mark per spike.
     *
     * @param rows names of the rows, from the top
     * @param spikes per row the timesteps of its spikes, ascending from 1
     * @param strong the row that is drawn in the winner's colour; −1 for none
     * @param marker a timestep that is marked; NaN for none
     */
    record Raster(
            String title,
            String subtitle,
            Axis x,
            List<String> rows,
            List<int[]> spikes,
            int strong,
            double marker)
            implements Timed {
        @Override
        public Chart over(Axis axis, boolean part) {
            return new Raster(title, subtitle, axis, rows, spikes, strong, marker);
        }
    }

    /**
     * Counts of pairs, such as a confusion matrix.
     *
     * @param names of rows and columns
     * @param counts [row][column]
     */
    record Matrix(
            String title,
            String subtitle,
            String rowLabel,
            String columnLabel,
            List<String> names,
            int[][] counts)
            implements Chart {}

    /**
     * How values are spread.
     *
     * @param low lower bound of the first bin
     * @param high upper bound of the last bin
     */
    record Histogram(
            String title,
            String subtitle,
            String xLabel,
            String yLabel,
            double low,
            double high,
            Tint tint,
            long[] counts)
            implements Chart {}
}
