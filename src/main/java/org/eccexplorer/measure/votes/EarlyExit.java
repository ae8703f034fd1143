package org.eccexplorer.measure.votes;

import java.util.ArrayList;
import java.util.List;

/**
 * When an image can be answered before T: the top-K cutoff of D. Wu, G. Jin, X. Yi and X. Huang,
 * Front. Neurosci. 19, 2025, 10.3389/fnins.2025.1522788 (Dengyu-Wu/snncutoff, {@code
 * topk_cutoff.py}). The lead of an image is its largest output less the second. Of calibration
 * images β_t is the smallest of 100 equal steps from 0 to the largest lead such that of those with
 * a larger lead at t at most a share ε is wrong at t or at a later timestep.
 */
public final class EarlyExit {
    private static final int STEPS = 100;

    private EarlyExit() {}

    /**
     * β_t of each timestep from 1 to T; infinite where the votes are not kept and up to t₀.
     *
     * @param calibration images that are not tested on
     * @param epsilon ε, from 0 to below 1
     */
    public static List<Double> thresholds(StoredVotes calibration, int from, double epsilon) {
        Reading reading = Reading.from(from);
        int images = calibration.images().size();
        int last = calibration.timesteps();
        double[][] leads = new double[last + 1][images];
        int[] goodFrom = new int[images];
        double largest = 0;
        for (int i = 0; i < images; i++) {
            goodFrom[i] = goodFrom(calibration, reading, i);
            for (int t = from + 1; t <= last; t++) {
                if (calibration.keeps(t)) {
                    leads[t][i] = calibration.lead(i, reading, t);
                    largest = Math.max(largest, leads[t][i]);
                }
            }
        }
        double step = largest / STEPS;
        List<Double> beta = new ArrayList<>();
        for (int t = 1; t <= last; t++) {
            beta.add(
                    t > from && calibration.keeps(t)
                            ? step * smallest(leads[t], goodFrom, t, step, epsilon)
                            : Double.POSITIVE_INFINITY);
        }
        return beta;
    }

    /**
     * The timestep from which an image is read rightly until T, the best at which it could have
     * been answered ({@code oct_evaluation} of the same repository); T + 1 if it is wrong at T.
     */
    static int goodFrom(StoredVotes votes, Reading reading, int image) {
        int[] answers = votes.answers(image, reading);
        int truth = votes.images().get(image).truth();
        int from = answers.length + 1;
        for (int t = answers.length; t > reading.from(); t--) {
            boolean known = answers[t - 1] != StoredVotes.UNKNOWN;
            if (known && answers[t - 1] != truth) {
                return from;
            }
            from = known ? t : from;
        }
        return from;
    }

    /**
     * The mean of {@link #goodFrom} over images, those that are wrong at T counted with T: fewer
     * timesteps no rule can need without losing an answer.
     */
    public static double bestMeanTimesteps(StoredVotes votes, Reading reading) {
        double sum = 0;
        for (int i = 0; i < votes.images().size(); i++) {
            sum += Math.min(votes.timesteps(), goodFrom(votes, reading, i));
        }
        return sum / Math.max(1, votes.images().size());
    }

    /**
     * The number of the first step above which few enough are wrong; the last one always will do.
     */
    private static int smallest(
            double[] leads, int[] goodFrom, int t, double step, double epsilon) {
        int[] above = new int[STEPS];
        int[] good = new int[STEPS];
        for (int i = 0; i < leads.length; i++) {
            int highest = highest(leads[i], step);
            if (highest >= 0) {
                above[highest]++;
                good[highest] += goodFrom[i] <= t ? 1 : 0;
            }
        }
        for (int m = STEPS - 2; m >= 0; m--) {
            above[m] += above[m + 1];
            good[m] += good[m + 1];
        }
        for (int m = 0; m < STEPS - 1; m++) {
            if (above[m] > 0 && (double) good[m] / above[m] >= 1 - epsilon) {
                return m;
            }
        }
        return STEPS - 1;
    }

    /** The last step that a lead is above; −1 if none. */
    private static int highest(double lead, double step) {
        int m = step == 0 ? -1 : (int) Math.min(STEPS - 1, Math.ceil(lead / step));
        while (m >= 0 && !(lead > m * step)) {
            m--;
        }
        return m;
    }
}
