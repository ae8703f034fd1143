package org.eccexplorer.figures.words;

import org.eccexplorer.tensor.Shape;

/** How neurons are called. */
public final class NeuronNames {
    private NeuronNames() {}

    /** Row, column and channel of a neuron, or just its number in a vector; all from 0. */
    public static String place(Shape shape, int neuron) {
        if (shape.isVector()) {
            return "(" + neuron + ")";
        }
        int pixel = neuron / shape.channels();
        int row = pixel / shape.width();
        int column = pixel % shape.width();
        return "(" + row + ", " + column + ", " + neuron % shape.channels() + ")";
    }
}
