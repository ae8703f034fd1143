package org.eccexplorer.measure.layer;

/**
 * How the firing rates of a layer follow the CNN's activations, both in units of λ.
 *
 * @param pearson correlation coefficient r; NaN if one of them never varies
 * @param activations of some neurons
 * @param rates what the rates of the same neurons stand for; of outputs that never fire their
 *     currents
 */
public record Agreement(double pearson, float[] activations, float[] rates) {}
