package org.eccexplorer.figures;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.measure.EnergyModel;
import org.eccexplorer.measure.LayerMeasures;
import org.eccexplorer.measure.RunSnapshot;

/**
 * The figures of a run at a timestep, or the differences of two.
 *
 * @param run none for a difference
 * @param values of every column, NaN where it is unknown
 */
public record RunRow(String name, Optional<RunState> run, Map<Column, Double> values) {

    /** A figure of a run. */
    public enum Column {
        AT_32("T = 32", "%.1f"),
        AT_64("T = 64", "%.1f"),
        AT_128("T = 128", "%.1f"),
        ACCURACY("t", "%.1f"),
        LOSS("loss", "%+.1f"),
        SPIKES("spikes", "%,.0f"),
        SYN_OPS("SynOps", "%,.1f M"),
        ENERGY("energy", "%.2f×"),
        FIRST_WITHIN("≤ 1 point", "%.0f");

        private final String title;
        private final String format;

        Column(String title, String format) {
            this.title = title;
            this.format = format;
        }

        /** Above the column while a timestep is looked at. */
        public String title(int t) {
            return this == ACCURACY ? "t = " + t : title;
        }

        /** A value as text; differences have a sign. */
        public String text(double value, boolean difference) {
            if (Double.isNaN(value)) {
                return "–";
            }
            String signed =
                    difference && !format.contains("+") ? format.replace("%", "%+") : format;
            return signed.formatted(value).replace("-", "−");
        }

        /** What the figure is, for the tooltip. */
        public String meaning() {
            return switch (this) {
                case AT_32, AT_64, AT_128 -> "SNN accuracy in % at " + title;
                case ACCURACY -> "SNN accuracy in % at the timestep looked at";
                case LOSS -> "SNN accuracy minus CNN accuracy at this timestep, in points";
                case SPIKES -> "Spikes of all neurons until this timestep, mean over images";
                case SYN_OPS ->
                        "Synaptic operations per image until this timestep, in millions: one per"
                                + " spike and synapse that it reaches";
                case ENERGY ->
                        "Energy of SNN / CNN until this timestep; "
                                + EnergyModel.HOROWITZ_45NM.source();
                case FIRST_WITHIN -> "First T at which the SNN is within one point of the CNN";
            };
        }

        private double of(RunSnapshot run, int t) {
            int until = Math.min(t, run.timesteps());
            return switch (this) {
                case AT_32 -> accuracy(run, 32);
                case AT_64 -> accuracy(run, 64);
                case AT_128 -> accuracy(run, 128);
                case ACCURACY -> 100 * run.accuracy(until);
                case LOSS -> 100 * (run.accuracy(until) - run.cnnAccuracy());
                case SPIKES -> spikes(run, until);
                case SYN_OPS -> run.synOpsUntil()[until - 1] * 1e-6;
                case ENERGY -> run.energyRatio(EnergyModel.HOROWITZ_45NM, until);
                case FIRST_WITHIN -> {
                    int first = run.firstWithin(RunSnapshot.ONE_POINT);
                    yield first == 0 ? Double.NaN : first;
                }
            };
        }

        private static double accuracy(RunSnapshot run, int t) {
            return t <= run.timesteps() ? 100 * run.accuracy(t) : Double.NaN;
        }

        private static double spikes(RunSnapshot run, int until) {
            double sum = 0;
            for (LayerMeasures layer : run.layers()) {
                for (int t = 0; t < until; t++) {
                    sum += layer.spikesPerStep()[t];
                }
            }
            return sum;
        }
    }

    public static RunRow of(RunState run, int t) {
        return new RunRow(
                run.name(),
                Optional.of(run),
                all(column -> run.snapshot().map(s -> column.of(s, t)).orElse(Double.NaN)));
    }

    /** The first minus the second. */
    public static RunRow difference(RunRow first, RunRow second) {
        return new RunRow(
                "A − B",
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
