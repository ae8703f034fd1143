package org.eccexplorer.keras;

/**
 * A weight that a layer must have.
 *
 * @param name as Keras 2 calls it, such as "kernel"
 * @param index its place among the layer's variables in a Keras 3 archive
 */
record WeightSpec(String name, int index, int... shape) {}
