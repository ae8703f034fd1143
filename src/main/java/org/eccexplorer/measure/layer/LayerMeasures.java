package org.eccexplorer.measure.layer;

import org.eccexplorer.spiking.Role;
import org.eccexplorer.tensor.Shape;
import org.jspecify.annotations.Nullable;

/**
 * What was measured of one spiking layer over the images so far.
 *
 * @param threshold V_thr
 * @param current mean current per timestep, in units of V_thr
 * @param rate spikes per neuron and timestep, over the whole run; null of outputs that never fire
 * @param residual |V(T)|/V_thr
 * @param clippedShare share of neurons whose CNN activation is above the scale; 0 of outputs that
 *     never fire
 * @param spikesPerImage over all neurons and timesteps
 * @param spikesPerStep per timestep, over all neurons, mean over images
 * @param residualPerStep mean of |V|/V_thr after each timestep
 * @param remainderPerStep mean of max(V, 0)/V_thr after each timestep: charge that has not become a
 *     spike, without the debt of neurons that are inhibited
 * @param operationsPerStep synaptic operations reaching the layer, per timestep and image
 */
public record LayerMeasures(
        String name,
        Role role,
        Shape shape,
        double threshold,
        Distribution current,
        @Nullable Distribution rate,
        Distribution residual,
        double clippedShare,
        double spikesPerImage,
        double[] spikesPerStep,
        double[] residualPerStep,
        double[] remainderPerStep,
        double[] operationsPerStep,
        ErrorSplit error,
        Agreement agreement) {

    /** {@link #remainderPerStep} at the end. */
    public double remainder() {
        return remainderPerStep[remainderPerStep.length - 1];
    }

    public int neurons() {
        return shape.size();
    }

    /** Whether it has a rate; outputs that never fire have currents only. */
    public boolean hasRate() {
        return rate != null;
    }

    /** Spikes per neuron and timestep; NaN where there is no rate. */
    public double meanRate() {
        return rate == null ? Double.NaN : rate.mean();
    }
}
