package org.eccexplorer.app.find.trial;

import java.util.Arrays;
import org.eccexplorer.app.find.query.Goal;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.measure.votes.ReadingChoice;

/**
 * What a setting gave on the first images it was chosen on, at every timestep. The arrays belong to
 * the record and are never changed.
 *
 * @param images done
 * @param right [number of the start][timestep]: images classified rightly when the class is read
 *     from that timestep on, see {@link Starts}
 * @param scatter likewise, how leads scatter on those images that are near to a tie, see {@link
 *     Truth}
 * @param energy per timestep, energy up to it over that of the CNN, summed over images
 * @param synOps per timestep, synaptic operations up to it, summed over images
 * @param spikes per timestep, spikes up to it, summed over images
 */
public record Trial(
        ConversionOptions setting,
        int images,
        int[][] right,
        Scatter[][] scatter,
        double[] energy,
        double[] synOps,
        double[] spikes) {

    /** The last timestep that is known. */
    public int timesteps() {
        return energy.length;
    }

    /** Of no images yet. */
    public static Trial none(ConversionOptions setting, int timesteps) {
        return new Trial(
                setting,
                0,
                new int[Starts.before(timesteps).length][timesteps],
                nothing(timesteps),
                new double[timesteps],
                new double[timesteps],
                new double[timesteps]);
    }

    /** With more images, as far as both are known. */
    public Trial and(Trial more) {
        int t = Math.min(timesteps(), more.timesteps());
        return new Trial(
                setting,
                images + more.images,
                sum(right, more.right, t),
                sum(scatter, more.scatter, t),
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

    private static Scatter[][] nothing(int timesteps) {
        Scatter[][] nothing = new Scatter[Starts.before(timesteps).length][timesteps];
        for (Scatter[] row : nothing) {
            Arrays.fill(row, Scatter.NONE);
        }
        return nothing;
    }

    private static Scatter[][] sum(Scatter[][] some, Scatter[][] other, int length) {
        Scatter[][] sum = nothing(length);
        for (int s = 0; s < sum.length; s++) {
            for (int t = 0; t < length; t++) {
                sum[s][t] = some[s][t].and(other[s][t]);
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
    public Trial until(int timesteps) {
        return timesteps >= timesteps() ? this : and(none(setting, timesteps));
    }

    /**
     * The setting at a timestep.
     *
     * @param start number of the timestep after which the class is read, see {@link Starts}
     * @param t from 1
     */
    public Point point(int start, int t, Truth truth) {
        int same = right[start][t - 1];
        return new Point(
                setting,
                t,
                ReadingChoice.PLAIN.withFrom(Starts.before(timesteps())[start]),
                same,
                images,
                truth.loss(scatter[start][t - 1], same, images),
                costs(t));
    }

    /** What an image costs until a timestep, from 1. */
    Goal.Costs costs(int t) {
        return new Goal.Costs(
                t, energy[t - 1] / images, synOps[t - 1] / images, spikes[t - 1] / images);
    }
}
