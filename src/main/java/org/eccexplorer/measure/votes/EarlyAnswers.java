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
        // After its answer an image takes no more: only until then is every timestep looked at.
        int[] answered = new int[last + 1];
        double[] spikesThen = new double[last + 1];
        double[] synOpsThen = new double[last + 1];
        for (int i = 0; i < exits.length; i++) {
            int exit = exits[i];
            for (int t = 1; t <= exit; t++) {
                spikes[t - 1] += votes.spikes(i, t);
                synOps[t - 1] += votes.operations(i, t);
            }
            answered[exit]++;
            spikesThen[exit] += votes.spikes(i, exit);
            synOpsThen[exit] += votes.operations(i, exit);
        }
        int gone = 0;
        double stepsGone = 0;
        double spikesGone = 0;
        double synOpsGone = 0;
        for (int t = 1; t <= last; t++) {
            timesteps[t - 1] = (stepsGone + (double) t * (exits.length - gone)) / n;
            spikes[t - 1] = (spikes[t - 1] + spikesGone) / n;
            synOps[t - 1] = (synOps[t - 1] + synOpsGone) / n;
            gone += answered[t];
            stepsGone += (double) t * answered[t];
            spikesGone += spikesThen[t];
            synOpsGone += synOpsThen[t];
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
