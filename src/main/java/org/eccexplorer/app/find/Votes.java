package org.eccexplorer.app.find;

import org.eccexplorer.sim.ImageRun;

/**
 * Counts how often the class is right, and how often it is right and sure, for every start of
 * reading and every timestep.
 */
final class Votes {
    private final int classes;
    private final int[] starts;
    private final double lead;
    private final int[][] right;
    private final int[][] sure;

    /**
     * Of no images yet.
     *
     * @param lead by how much a class has to lead to be sure, see {@link Lead}
     */
    Votes(int classes, int timesteps, double lead) {
        this.classes = classes;
        this.lead = lead;
        starts = Starts.before(timesteps);
        right = new int[starts.length][timesteps];
        sure = new int[starts.length][timesteps];
    }

    /** Images that were right, as in {@link Trial}. */
    int[][] right() {
        return right;
    }

    /** Those of them that were sure. */
    int[][] sure() {
        return sure;
    }

    void add(ImageRun run, int truth) {
        double[] gathered = new double[classes];
        for (int s = 0; s < starts.length; s++) {
            for (int t = starts[s] + 1; t <= run.timesteps(); t++) {
                int best = gather(run.outputs(), starts[s], t, gathered);
                int answer = s == 0 ? run.answers()[t - 1] : best;
                if (answer == truth) {
                    right[s][t - 1]++;
                    sure[s][t - 1] += lead <= 0 || Lead.of(gathered, truth) >= lead ? 1 : 0;
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
