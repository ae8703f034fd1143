package org.eccexplorer.app.find;

import java.util.Arrays;
import org.eccexplorer.sim.ImageRun;

/** Counts how often the class is right for every start of reading and every timestep. */
final class Votes {
    private final int classes;
    private final int[] starts;
    private final int[][] right;

    Votes(int classes, int timesteps) {
        this.classes = classes;
        starts = Starts.before(timesteps);
        right = new int[starts.length][timesteps];
    }

    /** Images that were right, as in {@link Trial}. */
    int[][] right() {
        return right;
    }

    /** Images that were right when the class is read after one timestep up to another, from 1. */
    int right(int readFrom, int timestep) {
        return right[Arrays.binarySearch(starts, readFrom)][timestep - 1];
    }

    void add(ImageRun run, int truth) {
        float[] outputs = run.outputs();
        for (int s = 0; s < starts.length; s++) {
            for (int t = starts[s] + 1; t <= run.timesteps(); t++) {
                int answer = s == 0 ? run.answers()[t - 1] : largest(outputs, starts[s] - 1, t - 1);
                right[s][t - 1] += answer == truth ? 1 : 0;
            }
        }
    }

    /** The class that gathered most after one timestep up to another. */
    private int largest(float[] outputs, int before, int at) {
        int best = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < classes; c++) {
            double gathered = (double) outputs[at * classes + c] - outputs[before * classes + c];
            if (gathered > most) {
                most = gathered;
                best = c;
            }
        }
        return best;
    }
}
