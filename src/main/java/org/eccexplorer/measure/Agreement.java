package org.eccexplorer.measure;

/**
 * How the firing rates of a layer follow the CNN's activations.
 *
 * @param pearson correlation coefficient r; NaN if one of them never varies
 * @param activations of some neurons, in units of the scale
 * @param rates of the same neurons
 */
public record Agreement(double pearson, float[] activations, float[] rates) {}
