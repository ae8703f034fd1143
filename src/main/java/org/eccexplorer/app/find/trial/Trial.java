package org.eccexplorer.app.find.trial;

import java.util.Arrays;
import org.eccexplorer.app.find.query.Candidate;
import org.eccexplorer.app.find.query.Goal;
import org.eccexplorer.measure.votes.ReadingChoice;

/**
 * What a setting gave on the first images it was chosen on, at every timestep. The arrays belong to
 * the record and are never changed.
 *
 * @param images done
 * @param stages layers one behind the other that wait for all timesteps of each other; 1 if none
 *     waits
 * @param right [number of the start][timestep]: images classified rightly when the class is read
 *     from that timestep on, see {@link Starts}
 * @param scatter likewise, how leads scatter on those images that are near to a tie, see {@link
 *     Truth}
 * @param energy per timestep, energy up to it over that of the CNN, summed over images
 * @param synOps per timestep, synaptic operations up to it, summed over images
 * @param spikes per timestep, spikes up to it, summed over images
 */
public record Trial(
        Candidate setting,
        int images,
        int stages,
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
    public static Trial none(Candidate setting, int timesteps) {
        return new Trial(
                setting,
                0,
                1,
                new int[Starts.of(setting, timesteps).length][timesteps],
                nothing(setting, timesteps),
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
                Math.max(stages, more.stages),
                right(more, t),
                scatter(more, t),
                sum(energy, more.energy, t),
                sum(synOps, more.synOps, t),
                sum(spikes, more.spikes, t));
    }

    private int[][] right(Trial more, int length) {
        int[][] sum = new int[Starts.of(setting, length).length][length];
        for (int s = 0; s < sum.length; s++) {
            for (int t = 0; t < length; t++) {
                sum[s][t] = right[s][t] + more.right[s][t];
            }
        }
        return sum;
    }

    private static Scatter[][] nothing(Candidate setting, int timesteps) {
        Scatter[][] nothing = new Scatter[Starts.of(setting, timesteps).length][timesteps];
        for (Scatter[] row : nothing) {
            Arrays.fill(row, Scatter.NONE);
        }
        return nothing;
    }

    private Scatter[][] scatter(Trial more, int length) {
        Scatter[][] sum = nothing(setting, length);
        for (int s = 0; s < sum.length; s++) {
            for (int t = 0; t < length; t++) {
                sum[s][t] = scatter[s][t].and(more.scatter[s][t]);
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
                ReadingChoice.PLAIN.withFrom(Starts.of(setting, timesteps())[start]),
                same,
                images,
                truth.loss(scatter[start][t - 1], same, images),
                costs(t));
    }

    /** What an image costs until a timestep, from 1. */
    Goal.Costs costs(int t) {
        return new Goal.Costs(
                stages * t, energy[t - 1] / images, synOps[t - 1] / images, spikes[t - 1] / images);
    }
}
