package org.eccexplorer.measure.votes;

import java.util.Arrays;

/**
 * When images were answered, and what they took until then or until t, whichever came first.
 *
 * @param exits [image] the timestep of its answer, T for those that waited to the end
 * @param timesteps mean over images, up to each t
 * @param spikes mean over images, up to each t
 * @param synOps synaptic operations, mean over images, up to each t
 */
public record EarlyAnswers(int[] exits, double[] timesteps, double[] spikes, double[] synOps) {

    static EarlyAnswers of(StoredVotes votes, int[] exits) {
        int last = votes.timesteps();
        double n = Math.max(1, exits.length);
        double[] timesteps = new double[last];
        double[] spikes = new double[last];
        double[] synOps = new double[last];
        for (int i = 0; i < exits.length; i++) {
            for (int t = 1; t <= last; t++) {
                int until = Math.min(exits[i], t);
                timesteps[t - 1] += until;
                spikes[t - 1] += votes.spikes(i, until);
                synOps[t - 1] += votes.operations(i, until);
            }
        }
        for (int t = 0; t < last; t++) {
            timesteps[t] /= n;
            spikes[t] /= n;
            synOps[t] /= n;
        }
        return new EarlyAnswers(exits, timesteps, spikes, synOps);
    }

    /** Mean number of timesteps until an answer, T images among them. */
    public double meanTimesteps() {
        return timesteps[timesteps.length - 1];
    }

    /** Images that were answered before the end. */
    public int before(int end) {
        return (int) Arrays.stream(exits).filter(exit -> exit < end).count();
    }
}
