package org.eccexplorer.measure.votes;

import org.eccexplorer.sim.ImageRun;
import org.eccexplorer.sim.LayerRun;

/**
 * What a simulated image says at each timestep.
 *
 * @param outputs [timestep][class]
 * @param ties [timestep][class], empty of currents
 * @param spikes [timestep] of all neurons
 * @param operations [timestep]: synaptic operations
 */
public record ImageVotes(float[] outputs, float[] ties, double[] spikes, double[] operations) {

    public static ImageVotes of(ImageRun run) {
        double[] spikes = new double[run.timesteps()];
        double[] operations = new double[run.timesteps()];
        for (LayerRun layer : run.layers()) {
            for (int t = 0; t < spikes.length; t++) {
                spikes[t] += layer.perStep().spikes()[t];
                operations[t] += layer.perStep().operations()[t];
            }
        }
        return new ImageVotes(run.outputs(), run.ties(), spikes, operations);
    }
}
