package org.eccexplorer.keras;

import org.eccexplorer.tensor.Shape;
import org.jspecify.annotations.Nullable;

/**
 * A tensor between layers while a model is being read.
 *
 * @param step index of the step that makes it
 * @param shape channels-last; null behind a layer that was refused
 * @param rank as Keras counts it, with the batch: 2 for vectors, 3 for sequences, 4 for images
 */
record Value(int step, @Nullable Shape shape, int rank) {}
