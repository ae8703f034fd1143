package org.eccexplorer.sim;

import java.util.List;

/**
 * What the simulation of one image gave.
 *
 * @param timesteps T
 * @param outputs [timestep][class]: accumulated current, or spike count where the outputs fire
 * @param answers class after each timestep
 */
public record ImageRun(int timesteps, float[] outputs, int[] answers, List<LayerRun> layers) {
    public ImageRun {
        layers = List.copyOf(layers);
    }
}
