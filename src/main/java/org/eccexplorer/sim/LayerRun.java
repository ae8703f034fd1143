package org.eccexplorer.sim;

/**
 * What one layer did on one image. The arrays belong to the record and are never changed.
 *
 * @param spikes per timestep, summed over neurons
 * @param residual per timestep, mean of |V|/V_thr over neurons, after the step
 * @param remainder per timestep, mean of max(V, 0)/V_thr over neurons, after the step: charge that
 *     has not become a spike
 * @param operations per timestep, synaptic operations that reached this layer from spikes
 * @param count spikes per neuron; for outputs that never fire S_T/V_thr
 * @param membrane V(T) per neuron
 * @param charge S_T per neuron: the current it received in all, without the charge of TRE
 */
public record LayerRun(
        long[] spikes,
        double[] residual,
        double[] remainder,
        long[] operations,
        float[] count,
        float[] membrane,
        float[] charge) {}
