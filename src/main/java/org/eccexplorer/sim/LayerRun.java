package org.eccexplorer.sim;

/**
 * What one layer did on one image. The arrays belong to the record and are never changed.
 *
 * @param perStep what happened at each timestep
 * @param count spikes per neuron; for outputs that never fire S_T/V_thr
 * @param membrane V(T) per neuron
 * @param charge S_T per neuron: the current it received in all, without the charge of TRE, but with
 *     what a calibration gave it at the start
 */
public record LayerRun(PerStep perStep, float[] count, float[] membrane, float[] charge) {}
