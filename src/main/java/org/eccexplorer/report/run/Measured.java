package org.eccexplorer.report.run;

import java.util.Arrays;
import java.util.Map;
import org.eccexplorer.array.NpyArray;
import org.eccexplorer.export.MeasureArrays;
import org.eccexplorer.measure.layer.Distribution;
import org.eccexplorer.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The arrays beside a result.
 *
 * @param arrays by name; empty if there is no such file
 * @param prefix of the names of a run's arrays
 */
record Measured(Map<String, NpyArray> arrays, String prefix) {
    private static final Distribution NOTHING = spread(Double.NaN);

    /** Figures beside the counts of a distribution. */
    private static final int FIGURES = 8;

    Measured {
        arrays = Map.copyOf(arrays);
    }

    static Measured none() {
        return new Measured(Map.of(), "");
    }

    boolean isThere() {
        return !arrays.isEmpty();
    }

    boolean has(String name) {
        return arrays.containsKey(prefix + name);
    }

    /** The values of an array of this shape. */
    double[] values(String name, int... shape) {
        return array(name, shape).values();
    }

    private NpyArray array(String name, int... shape) {
        NpyArray found = arrays.get(prefix + name);
        if (found == null || !Arrays.equals(found.shape(), shape)) {
            throw new IllegalArgumentException(
                    Texts.text(
                            "report.run.badArray",
                            MeasureArrays.FILE,
                            prefix + name,
                            found == null
                                    ? Texts.text("report.run.missing")
                                    : Arrays.toString(found.shape()),
                            Arrays.toString(shape)));
        }
        return found;
    }

    /** The row of a layer. */
    double[] steps(String name, int layer, int layers, int timesteps) {
        double[] all = values(name, layers, timesteps);
        return Arrays.copyOfRange(all, layer * timesteps, (layer + 1) * timesteps);
    }

    /** How something is spread in a layer; null if it has none of it. */
    @Nullable Distribution spread(String name, int layer, int layers) {
        NpyArray figures = array(name, layers, FIGURES);
        NpyArray counts = array(name + "Counts", layers, Distribution.BINS);
        Distribution spread = MeasureArrays.distribution(figures, counts, layer);
        return Double.isNaN(spread.mean()) ? null : spread;
    }

    /** Where only the mean is known. */
    static Distribution spread(double mean) {
        return new Distribution(
                0,
                1,
                new long[Distribution.BINS],
                mean,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN);
    }

    /** Where nothing is. */
    static Distribution nothing() {
        return NOTHING;
    }
}
