package org.eccexplorer.sim;

import java.util.ArrayList;
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

    /** The same without what single neurons did, which takes much memory where they are many. */
    public ImageRun withoutNeurons() {
        List<LayerRun> steps = new ArrayList<>();
        layers.forEach(layer -> steps.add(new LayerRun.Steps(layer.perStep())));
        return new ImageRun(timesteps, outputs, ties, answers, steps);
    }
}
