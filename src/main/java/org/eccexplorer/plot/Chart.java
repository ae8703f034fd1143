package org.eccexplorer.plot;

import java.util.List;

/** What a chart shows, as a value. An empty chart says so in its middle. */
public sealed interface Chart {

    String title();

    /** Units and what the marks mean. */
    String subtitle();

    /** The data as a table: header and rows, for reading aloud, copying and export. */
    ChartTable table();

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
            LINEAR,
            /** Logarithmic, and point i of a series is what timestep i + 1 has cost. */
            COST
        }

        /** Timesteps up to T. */
        public static Axis timesteps(double last) {
            return new Axis("timestep", 0, last, Kind.TIMESTEPS);
        }

        /** From zero. */
        public static Axis linear(String label, double high) {
            return new Axis(label, 0, high, Kind.LINEAR);
        }

        /** What timesteps cost; both ends are above zero. */
        public static Axis cost(String label, double low, double high) {
            return new Axis(label, low, high, Kind.COST);
        }
    }

    /**
     * Lines over timesteps or another quantity.
     *
     * @param percent whether values are shares to be shown in per cent, from 0 to 1
     * @param references dashed lines, such as the CNN's accuracy
     * @param marker a timestep that is marked; NaN for none
     */
    record Lines(
            String title,
            String subtitle,
            Axis x,
            boolean percent,
            List<Series> series,
            List<Reference> references,
            double marker)
            implements Chart {
        @Override
        public ChartTable table() {
            return ChartTables.of(this);
        }
    }

    /**
     * One line; a series of a single point is a dot.
     *
     * @param colour its number in {@link ChartTheme#series}, or −1 − n for shade n of the first
     * @param low lower edge of a band; empty for none
     * @param high upper edge of the band
     */
    record Series(
            String name,
            int colour,
            boolean dashed,
            double[] x,
            double[] y,
            double[] low,
            double[] high) {}

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
     * @param selected the category that is looked at; −1 for none
     * @param front colour of the boxes that stay where there is no room for all; of the others only
     *     the mean is left
     */
    record Boxes(
            String title,
            String subtitle,
            List<String> categories,
            int selected,
            int front,
            List<Box> boxes)
            implements Categorised {
        @Override
        public ChartTable table() {
            return ChartTables.of(this);
        }
    }

    /**
     * The figures of one box.
     *
     * @param name of what it is measured of, such as a run
     */
    record Box(
            String name,
            int category,
            int colour,
            double low,
            double quartile1,
            double median,
            double quartile3,
            double high,
            double mean) {}

    /**
     * A distribution per category, with a threshold across all.
     *
     * @param selected the category that is looked at; −1 for none
     * @param low value at the bottom
     * @param high value at the top
     */
    record Violins(
            String title,
            String subtitle,
            List<String> categories,
            int selected,
            double low,
            double high,
            double threshold,
            String thresholdName,
            List<Violin> violins)
            implements Categorised {
        @Override
        public ChartTable table() {
            return ChartTables.of(this);
        }
    }

    /**
     * One distribution.
     *
     * @param counts from the lowest bin to the highest
     * @param beyond share above the threshold, marked where it is not zero
     */
    record Violin(int category, int colour, long[] counts, double beyond) {}

    /**
     * Stacked bars: per category one bar per group.
     *
     * @param selected the category that is looked at; −1 for none
     * @param percent whether values are shares to be shown in per cent
     * @param parts names of the parts, from the bottom
     */
    record Stacks(
            String title,
            String subtitle,
            List<String> categories,
            int selected,
            boolean percent,
            List<String> parts,
            List<Stack> stacks)
            implements Categorised {
        @Override
        public ChartTable table() {
            return ChartTables.of(this);
        }
    }

    /**
     * One bar.
     *
     * @param name of its group, such as a run
     */
    record Stack(String name, int category, int group, int groups, double[] values) {}

    /** A chart over categories, such as layers or classes. */
    sealed interface Categorised extends Chart permits Boxes, Violins, Stacks, Profiles {
        /** Their names, from left to right. */
        List<String> categories();
    }

    /**
     * Figures that are at most {@code top}, one per category, joined by a line per run; the axis
     * shows only the values that occur.
     *
     * @param selected the category that is looked at; −1 for none
     */
    record Profiles(
            String title,
            String subtitle,
            List<String> categories,
            int selected,
            double top,
            List<Profile> profiles)
            implements Categorised {
        @Override
        public ChartTable table() {
            return ChartTables.of(this);
        }
    }

    /**
     * One line over categories.
     *
     * @param values per category, NaN where there is none
     */
    record Profile(String name, int colour, double[] values) {}

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
            int colour,
            float[] x,
            float[] y,
            String note)
            implements Chart {
        @Override
        public ChartTable table() {
            return ChartTables.of(this);
        }
    }

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
            int timesteps,
            List<String> rows,
            List<int[]> spikes,
            int strong,
            double marker)
            implements Chart {
        @Override
        public ChartTable table() {
            return ChartTables.of(this);
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
            implements Chart {
        @Override
        public ChartTable table() {
            return ChartTables.of(this);
        }
    }

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
            double low,
            double high,
            int colour,
            long[] counts)
            implements Chart {
        @Override
        public ChartTable table() {
            return ChartTables.of(this);
        }
    }
}
