package org.eccexplorer.export;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eccexplorer.array.NpyArray;
import org.eccexplorer.array.NpzWriter;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.measure.layer.Distribution;
import org.eccexplorer.measure.layer.LayerMeasures;
import org.eccexplorer.measure.votes.EarlyAnswers;
import org.eccexplorer.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * What was measured of each layer at each timestep and how it is spread over neurons, as arrays:
 * what charts are drawn from. docs/run-json.md describes them.
 */
public final class MeasureArrays {
    /** Beside the results. */
    public static final String FILE = "measures.npz";

    /** Of a distribution, besides its counts. */
    private static final int FIGURES = 8;

    private MeasureArrays() {}

    /** Writes the file; of several runs the names of arrays begin with their number. */
    public static void write(Path folder, List<RunSnapshot> runs) throws ProblemException {
        NpzWriter.write(folder.resolve(FILE), of(runs));
    }

    /** The arrays of all runs. */
    public static Map<String, NpyArray> of(List<RunSnapshot> runs) {
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        for (int run = 0; run < runs.size(); run++) {
            arrays.putAll(of(runs.get(run), runs.size() == 1 ? "" : prefix(run)));
        }
        return arrays;
    }

    /** What names of arrays begin with where there are several runs. */
    public static String prefix(int run) {
        return "run" + run + "_";
    }

    /**
     * The arrays of a run.
     *
     * @param prefix of their names
     */
    public static Map<String, NpyArray> of(RunSnapshot run, String prefix) {
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        int t = run.timesteps();
        arrays.put(prefix + "agreeing", NpyArray.of(run.agreeing(), t));
        steps(arrays, prefix + "spikesPerStep", run, LayerMeasures::spikesPerStep);
        steps(arrays, prefix + "operationsPerStep", run, LayerMeasures::operationsPerStep);
        steps(arrays, prefix + "residualPerStep", run, LayerMeasures::residualPerStep);
        steps(arrays, prefix + "remainderPerStep", run, LayerMeasures::remainderPerStep);
        spread(arrays, prefix + "rate", run, LayerMeasures::rate);
        spread(arrays, prefix + "current", run, LayerMeasures::current);
        spread(arrays, prefix + "residual", run, LayerMeasures::residual);
        EarlyAnswers early = run.early();
        if (early != null) {
            arrays.put(prefix + "exits", NpyArray.of(early.exits(), run.images()));
            arrays.put(prefix + "timestepsUntil", doubles(early.timesteps(), t));
            arrays.put(prefix + "spikesUntil", doubles(early.spikes(), t));
            arrays.put(prefix + "operationsUntil", doubles(early.synOps(), t));
        }
        return arrays;
    }

    private static NpyArray doubles(double[] values, int... shape) {
        return new NpyArray("f8", shape, values);
    }

    private static void steps(
            Map<String, NpyArray> arrays,
            String name,
            RunSnapshot run,
            Function<LayerMeasures, double[]> of) {
        double[] all = new double[run.layers().size() * run.timesteps()];
        for (int l = 0; l < run.layers().size(); l++) {
            double[] one = of.apply(run.layers().get(l));
            System.arraycopy(one, 0, all, l * run.timesteps(), run.timesteps());
        }
        arrays.put(name, doubles(all, run.layers().size(), run.timesteps()));
    }

    /** Bounds, mean and quantiles in one array, the counts of the bins in another. */
    private static void spread(
            Map<String, NpyArray> arrays,
            String name,
            RunSnapshot run,
            Function<LayerMeasures, @Nullable Distribution> of) {
        int layers = run.layers().size();
        double[] figures = new double[layers * FIGURES];
        double[] counts = new double[layers * Distribution.BINS];
        for (int l = 0; l < layers; l++) {
            Distribution spread = of.apply(run.layers().get(l));
            if (spread == null) {
                Arrays.fill(figures, l * FIGURES, (l + 1) * FIGURES, Double.NaN);
                continue;
            }
            System.arraycopy(figures(spread), 0, figures, l * FIGURES, FIGURES);
            for (int bin = 0; bin < Distribution.BINS; bin++) {
                counts[l * Distribution.BINS + bin] = spread.counts()[bin];
            }
        }
        arrays.put(name, doubles(figures, layers, FIGURES));
        arrays.put(name + "Counts", doubles(counts, layers, Distribution.BINS));
    }

    private static double[] figures(Distribution of) {
        return new double[] {
            of.low(),
            of.high(),
            of.mean(),
            of.low5(),
            of.quartile1(),
            of.median(),
            of.quartile3(),
            of.high95()
        };
    }

    /** The distribution of a layer, as it was written. */
    public static Distribution distribution(NpyArray figures, NpyArray counts, int layer) {
        double[] all = figures.values();
        int at = layer * FIGURES;
        long[] bins = new long[Distribution.BINS];
        for (int bin = 0; bin < bins.length; bin++) {
            bins[bin] = (long) counts.values()[layer * bins.length + bin];
        }
        return new Distribution(
                all[at],
                all[at + 1],
                bins,
                all[at + 2],
                all[at + 3],
                all[at + 4],
                all[at + 5],
                all[at + 6],
                all[at + 7]);
    }
}
