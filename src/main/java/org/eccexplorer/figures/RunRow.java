package org.eccexplorer.figures;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.measure.Accounting;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/**
 * The figures of a run at a timestep, or the differences of two.
 *
 * @param run none for a difference
 * @param values of every column, NaN where it is unknown
 */
public record RunRow(String name, Optional<RunState> run, Map<Column, Double> values) {

    /** A figure of a run. */
    public enum Column {
        AT_32,
        AT_64,
        AT_128,
        ACCURACY,
        DIFFERENCE,
        SPIKES,
        SYN_OPS,
        ENERGY,
        WITHIN_FROM;

        /** Above the column while a timestep is looked at. */
        public String title(int t) {
            return switch (this) {
                case AT_32 -> Texts.text("figures.row.last", 32);
                case AT_64 -> Texts.text("figures.row.last", 64);
                case AT_128 -> Texts.text("figures.row.last", 128);
                case ACCURACY -> Texts.text("figures.row.at", t);
                case DIFFERENCE -> Texts.text("figures.row.difference");
                case SPIKES -> Texts.text("figures.row.spikes");
                case SYN_OPS -> Texts.text("figures.row.synOps");
                case ENERGY -> Texts.text("figures.row.energy");
                case WITHIN_FROM -> Texts.text("figures.row.withinFrom");
            };
        }

        /** A value as text; differences have a sign. */
        public String text(double value, boolean difference) {
            if (Double.isNaN(value)) {
                return Numbers.NONE;
            }
            return switch (this) {
                case AT_32, AT_64, AT_128, ACCURACY -> number(value, 1, difference);
                case DIFFERENCE -> number(value, 1, true);
                case SPIKES, WITHIN_FROM -> number(value, 0, difference);
                case SYN_OPS -> Texts.text("figures.row.millions", number(value, 1, difference));
                case ENERGY -> Texts.text("figures.row.times", number(value, 2, difference));
            };
        }

        private static String number(double value, int decimals, boolean signed) {
            return signed ? Numbers.difference(value, decimals) : Numbers.fixed(value, decimals);
        }

        /** What the figure is, for the tooltip; energy is counted in one of several ways. */
        public String meaning(Accounting accounting) {
            return switch (this) {
                case AT_32, AT_64, AT_128 -> Texts.text("figures.row.lastMeaning", title(0));
                case ACCURACY -> Texts.text("figures.row.accuracyMeaning");
                case DIFFERENCE -> Texts.text("figures.row.differenceMeaning");
                case SPIKES -> Texts.text("figures.row.spikesMeaning");
                case SYN_OPS -> Texts.text("figures.row.synOpsMeaning");
                case ENERGY ->
                        Texts.text(
                                "figures.row.energyMeaning",
                                accounting.inputMacs().counted(),
                                accounting.model().source());
                case WITHIN_FROM -> Texts.text("figures.row.withinFromMeaning");
            };
        }

        private double of(RunTotals run, int t) {
            int until = Math.min(t, run.timesteps());
            return switch (this) {
                case AT_32 -> run.percent(32);
                case AT_64 -> run.percent(64);
                case AT_128 -> run.percent(128);
                case ACCURACY -> run.percent(until);
                case DIFFERENCE -> run.difference(until);
                case SPIKES -> run.spikes()[until - 1];
                case SYN_OPS -> run.synOps()[until - 1] * 1e-6;
                case ENERGY -> run.energyRatio(until);
                case WITHIN_FROM -> run.withinFrom() == 0 ? Double.NaN : run.withinFrom();
            };
        }
    }

    /**
     * The figures of a run.
     *
     * @param totals of its snapshot; none before its first image
     * @param t from 1; figures of a run that ends before are those of its end
     */
    static RunRow of(RunState run, Optional<RunTotals> totals, int t) {
        return new RunRow(
                run.name(),
                Optional.of(run),
                all(column -> totals.map(known -> column.of(known, t)).orElse(Double.NaN)));
    }

    /** The first minus the second. */
    public static RunRow difference(RunRow first, RunRow second) {
        return new RunRow(
                Texts.text("figures.aMinusB"),
                Optional.empty(),
                all(column -> first.value(column) - second.value(column)));
    }

    private static Map<Column, Double> all(ToDoubleFunction<Column> value) {
        Map<Column, Double> values = new EnumMap<>(Column.class);
        for (Column column : Column.values()) {
            values.put(column, value.applyAsDouble(column));
        }
        return values;
    }

    public double value(Column column) {
        return values.getOrDefault(column, Double.NaN);
    }
}
