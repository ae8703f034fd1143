package org.eccexplorer.figures.run;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.figures.words.Amounts;
import org.eccexplorer.figures.words.RunWords;
import org.eccexplorer.figures.words.ScheduleWords;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.measure.Schedule;
import org.eccexplorer.measure.energy.Accounting;
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
        T,
        N,
        FIRST_STEP,
        SECOND_STEP,
        THIRD_STEP,
        ACCURACY,
        DIFFERENCE,
        SPIKES,
        SYN_OPS,
        ENERGY,
        WITHIN_FROM;

        /** Above the column. */
        public String title(TableSteps steps) {
            return switch (this) {
                case T -> Texts.text("figures.row.t");
                case N -> Texts.text("figures.row.n");
                case FIRST_STEP, SECOND_STEP, THIRD_STEP, ACCURACY ->
                        Texts.text("figures.row.at", timestep(steps));
                case DIFFERENCE -> Texts.text("figures.row.difference");
                case SPIKES -> Texts.text("figures.row.spikes");
                case SYN_OPS -> Texts.text("figures.row.synOps");
                case ENERGY -> Texts.text("figures.row.energy");
                case WITHIN_FROM -> Texts.text("figures.row.withinFrom");
            };
        }

        /** Which of the earlier timesteps it is of, from 0; −1 if it is of none. */
        public int step() {
            return switch (this) {
                case FIRST_STEP -> 0;
                case SECOND_STEP -> 1;
                case THIRD_STEP -> 2;
                case T, N, ACCURACY, DIFFERENCE, SPIKES, SYN_OPS, ENERGY, WITHIN_FROM -> -1;
            };
        }

        private int timestep(TableSteps steps) {
            return step() < 0 ? steps.t() : steps.earlier(step());
        }

        /** A value as text; differences have a sign. */
        public String text(double value, boolean difference) {
            if (Double.isNaN(value)) {
                return Numbers.NONE;
            }
            return switch (this) {
                case FIRST_STEP, SECOND_STEP, THIRD_STEP, ACCURACY -> number(value, 1, difference);
                case DIFFERENCE -> number(value, 1, true);
                case T, N, WITHIN_FROM -> number(value, 0, difference);
                case SPIKES, SYN_OPS -> Amounts.text(value, difference);
                case ENERGY -> Texts.text("figures.row.times", number(value, 2, difference));
            };
        }

        private static String number(double value, int decimals, boolean signed) {
            return signed ? Numbers.difference(value, decimals) : Numbers.fixed(value, decimals);
        }

        /** What the figure is, for the tooltip; energy is counted in one of several ways. */
        public String meaning(Accounting accounting) {
            return switch (this) {
                case T -> Texts.text("figures.row.tMeaning");
                case N -> Texts.text("figures.row.nMeaning");
                case FIRST_STEP, SECOND_STEP, THIRD_STEP -> Texts.text("figures.row.stepMeaning");
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

        /** NaN at a timestep that the run does not come to. */
        private double of(RunTotals run, TableSteps steps) {
            int t = timestep(steps);
            if (t < 1 || t > run.timesteps()) {
                return this == WITHIN_FROM ? withinFrom(run) : Double.NaN;
            }
            return switch (this) {
                case T, N -> Double.NaN;
                case FIRST_STEP, SECOND_STEP, THIRD_STEP, ACCURACY -> run.percent(t);
                case DIFFERENCE -> run.difference(t);
                case SPIKES -> run.spikes()[t - 1];
                case SYN_OPS -> run.synOps()[t - 1];
                case ENERGY -> run.energyRatio(t);
                case WITHIN_FROM -> withinFrom(run);
            };
        }

        private static double withinFrom(RunTotals run) {
            return run.withinFrom() == 0 ? Double.NaN : run.withinFrom();
        }

        private boolean isAccuracy() {
            return this == ACCURACY || this == DIFFERENCE || step() >= 0;
        }
    }

    /**
     * The figures of a run.
     *
     * @param totals of its snapshot; none before its first image
     */
    static RunRow of(RunState run, Optional<RunTotals> totals, TableSteps steps) {
        Map<Column, Double> values =
                all(column -> totals.map(known -> column.of(known, steps)).orElse(Double.NaN));
        values.put(Column.T, (double) run.settings().timesteps());
        run.snapshot().ifPresent(done -> values.put(Column.N, (double) done.images()));
        return new RunRow(run.name(), Optional.of(run), values);
    }

    /** The first minus the second; accuracies only if they are of as many images. */
    public static RunRow difference(RunRow first, RunRow second) {
        boolean same = first.value(Column.N) == second.value(Column.N);
        Map<Column, Double> values =
                all(column ->
                        same || !column.isAccuracy()
                                ? first.value(column) - second.value(column)
                                : Double.NaN);
        values.put(Column.T, Double.NaN);
        values.put(Column.N, Double.NaN);
        return new RunRow(Texts.text("figures.aMinusB"), Optional.empty(), values);
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

    /**
     * A figure as text. A partial run says of how many images it is, and one that ends before the
     * selected timestep says where: "96.9 at T = 16".
     */
    public String text(Column column) {
        double value = value(column);
        if (run.isPresent() && column == Column.N) {
            return RunWords.images(run.get());
        }
        if (run.isPresent() && column == Column.ACCURACY && Double.isNaN(value)) {
            return run.get().snapshot().map(RunRow::atEnd).orElse(Numbers.NONE);
        }
        String text = column.text(value, run.isEmpty());
        OptionalInt latency =
                run.filter(of -> of.settings().schedule() == Schedule.SYNCHRONOUS)
                        .map(of -> ScheduleWords.latency(of, of.settings().timesteps()))
                        .orElse(OptionalInt.empty());
        return column == Column.T && latency.isPresent()
                ? Texts.text("figures.row.latency", text, latency.getAsInt())
                : text;
    }

    private static String atEnd(RunSnapshot done) {
        return Texts.text(
                "figures.row.atEnd",
                Numbers.fixed(100 * done.accuracy(done.timesteps()), 1),
                done.timesteps());
    }

    /**
     * What holds whatever a table is sorted by: whole runs before partial ones, these before those
     * without images, a difference last; and what is unknown after what is known.
     *
     * @param sorted the column that the table is sorted by, if it is a figure
     */
    public static Comparator<RunRow> ranks(Optional<Column> sorted) {
        return Comparator.comparingInt(RunRow::rank)
                .thenComparing(
                        row -> sorted.map(column -> Double.isNaN(row.value(column))).orElse(false));
    }

    private int rank() {
        if (run.isEmpty()) {
            return 3;
        }
        return run.get().snapshot().map(done -> done.isComplete() ? 0 : 1).orElse(2);
    }
}
