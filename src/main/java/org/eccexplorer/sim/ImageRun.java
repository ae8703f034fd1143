package org.eccexplorer.sim;

import java.util.List;

/**
 * What the simulation of one image gave.
 *
 * @param timesteps T
 * @param outputs [timestep][class]: accumulated current, or spike count where the outputs fire
 * @param ties [timestep][class]: what decides between equal spike counts, S_t or V; empty of
 *     currents
 * @param answers class after each timestep
 */
public record ImageRun(
        int timesteps, float[] outputs, float[] ties, int[] answers, List<LayerRun> layers) {
    public ImageRun {
        layers = List.copyOf(layers);
    }
}
