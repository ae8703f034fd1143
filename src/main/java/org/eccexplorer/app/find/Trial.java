package org.eccexplorer.app.find;

import java.util.Arrays;
import org.eccexplorer.convert.ConversionOptions;

/**
 * What a setting gave on the first images it was chosen on, at every timestep. The arrays belong to
 * the record and are never changed.
 *
 * @param images done
 * @param right [number of the start][timestep]: images classified rightly when the class is read
 *     from that timestep on, see {@link Starts}
 * @param sure likewise, those of them that are sure, see {@link Truth}
 * @param energy per timestep, energy up to it over that of the CNN, summed over images
 * @param synOps per timestep, synaptic operations up to it, summed over images
 * @param spikes per timestep, spikes up to it, summed over images
 */
record Trial(
        ConversionOptions setting,
        int images,
        int[][] right,
        int[][] sure,
        double[] energy,
        double[] synOps,
        double[] spikes) {

    /** The last timestep that is known. */
    int timesteps() {
        return energy.length;
    }

    /** Of no images yet. */
    static Trial none(ConversionOptions setting, int timesteps) {
        return new Trial(
                setting,
                0,
                new int[Starts.before(timesteps).length][timesteps],
                new int[Starts.before(timesteps).length][timesteps],
                new double[timesteps],
                new double[timesteps],
                new double[timesteps]);
    }

    /** With more images, as far as both are known. */
    Trial and(Trial more) {
        int t = Math.min(timesteps(), more.timesteps());
        return new Trial(
                setting,
                images + more.images,
                sum(right, more.right, t),
                sum(sure, more.sure, t),
                sum(energy, more.energy, t),
                sum(synOps, more.synOps, t),
                sum(spikes, more.spikes, t));
    }

    private static int[][] sum(int[][] some, int[][] other, int length) {
        int[][] sum = new int[Starts.before(length).length][length];
        for (int s = 0; s < sum.length; s++) {
            for (int t = 0; t < length; t++) {
                sum[s][t] = some[s][t] + other[s][t];
            }
        }
        return sum;
    }

    private static double[] sum(double[] some, double[] other, int length) {
        double[] sum = Arrays.copyOf(some, length);
        for (int i = 0; i < length; i++) {
            sum[i] += other[i];
        }
        return sum;
    }

    /** The same up to an earlier timestep. */
    Trial until(int timesteps) {
        return timesteps >= timesteps() ? this : and(none(setting, timesteps));
    }

    /** What an image costs until a timestep, from 1. */
    Goal.Costs costs(int t) {
        return new Goal.Costs(
                t, energy[t - 1] / images, synOps[t - 1] / images, spikes[t - 1] / images);
    }
}
