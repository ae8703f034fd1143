package org.eccexplorer.figures.chart;

/**
 * Images of one class that got one answer: a cell of the confusion matrix.
 *
 * @param truth their class; of images without labels what the CNN answers
 * @param answer what the SNN answers at the selected timestep
 */
public record Confusion(int truth, int answer) {}
