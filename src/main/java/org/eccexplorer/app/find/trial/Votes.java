package org.eccexplorer.app.find.trial;

import java.util.Arrays;
import org.eccexplorer.app.find.query.Candidate;
import org.eccexplorer.sim.ImageRun;

/**
 * Counts how often the class is right, and gathers how leads scatter, for every start of reading
 * and every timestep.
 */
final class Votes {
    private final int classes;
    private final int[] starts;
    private final int[][] right;
    private final Scatter[][] scatter;

    /** Of no images yet. */
    Votes(Candidate setting, int classes, int timesteps) {
        this.classes = classes;
        starts = Starts.of(setting, timesteps);
        right = new int[starts.length][timesteps];
        scatter = new Scatter[starts.length][timesteps];
        for (Scatter[] row : scatter) {
            Arrays.fill(row, Scatter.NONE);
        }
    }

    /** Images that were right, as in {@link Trial}. */
    int[][] right() {
        return right;
    }

    /** How leads scatter, as in {@link Trial}. */
    Scatter[][] scatter() {
        return scatter;
    }

    /**
     * Adds an image.
     *
     * @param number of the image
     */
    void add(ImageRun run, Truth truth, int number) {
        int wanted = truth.of(number);
        boolean near = truth.isNear(number);
        double lead = truth.leads()[number];
        double[] gathered = new double[classes];
        for (int s = 0; s < starts.length; s++) {
            for (int t = starts[s] + 1; t <= run.timesteps(); t++) {
                int best = gather(run.outputs(), starts[s], t, gathered);
                int answer = s == 0 ? run.answers()[t - 1] : best;
                right[s][t - 1] += answer == wanted ? 1 : 0;
                if (near) {
                    scatter[s][t - 1] = scatter[s][t - 1].and(lead, Lead.of(gathered, wanted));
                }
            }
        }
    }

    /** What each class gathered after one timestep up to another; the class that has most. */
    private int gather(float[] outputs, int after, int until, double[] gathered) {
        int best = 0;
        for (int c = 0; c < classes; c++) {
            double before = after == 0 ? 0 : outputs[(after - 1) * classes + c];
            gathered[c] = outputs[(until - 1) * classes + c] - before;
            best = gathered[c] > gathered[best] ? c : best;
        }
        return best;
    }
}
