package org.eccexplorer.plot;

import java.util.List;
import java.util.Optional;

/** What a chart shows, as a value. An empty chart says so in its middle. */
public sealed interface Chart {

    String title();

    /** Units and what the marks mean. */
    String subtitle();

    /** What the vertical axis counts, with its unit; empty where it has none. */
    default String yLabel() {
        return "";
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
            ValueAxis y,
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
            Categories over,
            List<String> categories,
            int selected,
            boolean percent,
            String unit,
            List<String> parts,
            String wholeName,
            List<BarGroup> groups,
            List<Bar> stacks)
            implements Categorised {}

    /** A chart over categories, such as layers or classes. */
    sealed interface Categorised extends Chart permits Boxes, Violins, Stacks, Profiles {
        /** Their names, from left to right. */
        List<String> categories();
    }

    /**
     * Figures that are at most {@code top}, one per category, joined by a line per run; the axis
     * shows only the values that occur.
     *
     * @param over what the categories are; over values of a setting, figures are shares in per cent
     * @param selected the selected category; −1 for none
     * @param front the line whose name is left where there is no room for all
     */
    record Profiles(
            String title,
            String subtitle,
            String yLabel,
            Categories over,
            List<String> categories,
            int selected,
            double top,
            Tint front,
            List<Profile> profiles)
            implements Categorised {
        /** Over layers. */
        public Profiles(
                String title,
                String subtitle,
                String yLabel,
                List<String> categories,
                int selected,
                double top,
                Tint front,
                List<Profile> profiles) {
            this(
                    title,
                    subtitle,
                    yLabel,
                    Categories.LAYERS,
                    categories,
                    selected,
                    top,
                    front,
                    profiles);
        }

        /** Whether figures are shares that are shown in per cent. */
        public boolean percent() {
            return over == Categories.VALUES;
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
            String note,
            Optional<SourceRun> source)
            implements Chart {
        /** Of no run. */
        public Scatter(
                String title,
                String subtitle,
                String xLabel,
                String yLabel,
                Tint tint,
                float[] x,
                float[] y,
                String note) {
            this(title, subtitle, xLabel, yLabel, tint, x, y, note, Optional.empty());
        }

        /** The same, of a run. */
        public Scatter from(SourceRun run) {
            return new Scatter(title, subtitle, xLabel, yLabel, tint, x, y, note, Optional.of(run));
        }
    }

    /**
     * Spike trains: a row per neuron, a mark per spike.
     *
     * @param rows names of the rows, from the top
     * @param spikes per row its spikes
     * @param strong the row that is drawn in the winner's colour; −1 for none
     * @param marker a timestep that is marked; NaN for none
     * @param sources a run for each row, one for all, or none
     */
    record Raster(
            String title,
            String subtitle,
            Axis x,
            List<String> rows,
            List<Train> spikes,
            int strong,
            double marker,
            List<SourceRun> sources)
            implements Timed {
        /** Of no run. */
        public Raster(
                String title,
                String subtitle,
                Axis x,
                List<String> rows,
                List<Train> spikes,
                int strong,
                double marker) {
            this(title, subtitle, x, rows, spikes, strong, marker, List.of());
        }

        /** The same; each row is of a run, or all are of one. */
        public Raster from(List<SourceRun> runs) {
            return new Raster(title, subtitle, x, rows, spikes, strong, marker, runs);
        }

        /** Whether all spikes have the value 1. */
        public boolean isPlain() {
            return spikes.stream().allMatch(Train::isPlain);
        }

        /** The run that a row is of. */
        Optional<SourceRun> source(int row) {
            return sources.stream().skip(sources.size() > 1 ? row : 0).findFirst();
        }

        @Override
        public Chart over(Axis axis, boolean part) {
            return new Raster(title, subtitle, axis, rows, spikes, strong, marker, sources);
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
            int[][] counts,
            Optional<SourceRun> source)
            implements Chart {
        /** Of no run. */
        public Matrix(
                String title,
                String subtitle,
                String rowLabel,
                String columnLabel,
                List<String> names,
                int[][] counts) {
            this(title, subtitle, rowLabel, columnLabel, names, counts, Optional.empty());
        }

        /** The same, of a run. */
        public Matrix from(SourceRun run) {
            return new Matrix(
                    title, subtitle, rowLabel, columnLabel, names, counts, Optional.of(run));
        }
    }

    /**
     * How values are spread.
     *
     * @param low lower bound of the first bin
     * @param high upper bound of the last bin
     * @param limit where values are cut, if they are
     */
    record Histogram(
            String title,
            String subtitle,
            String xLabel,
            String yLabel,
            double low,
            double high,
            Tint tint,
            long[] counts,
            Optional<SourceRun> source,
            Optional<Limit> limit)
            implements Chart {
        /**
         * A value above which all others are cut to it; it can be dragged where that is listened
         * to.
         */
        public record Limit(double at, String name) {}

        /** Of no run. */
        public Histogram(
                String title,
                String subtitle,
                String xLabel,
                String yLabel,
                double low,
                double high,
                Tint tint,
                long[] counts) {
            this(
                    title,
                    subtitle,
                    xLabel,
                    yLabel,
                    low,
                    high,
                    tint,
                    counts,
                    Optional.empty(),
                    Optional.empty());
        }

        /** The same, of a run. */
        public Histogram from(SourceRun run) {
            return new Histogram(
                    title,
                    subtitle,
                    xLabel,
                    yLabel,
                    low,
                    high,
                    tint,
                    counts,
                    Optional.of(run),
                    limit);
        }

        /** The same with a limit. */
        public Histogram cutAt(Limit value) {
            return new Histogram(
                    title,
                    subtitle,
                    xLabel,
                    yLabel,
                    low,
                    high,
                    tint,
                    counts,
                    source,
                    Optional.of(value));
        }

        /** The upper bound of a bin. */
        public double bound(int bin) {
            return low + (bin + 1) * (high - low) / counts.length;
        }
    }
}
