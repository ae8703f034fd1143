package org.eccexplorer.channelsfirst;

import java.util.Arrays;

/**
 * Trained values.
 *
 * @param values in row-major order
 * @param shape outermost dimension first
 */
public record TrainedTensor(float[] values, int[] shape) {

    /** Throws unless it has so many dimensions. */
    public TrainedTensor rank(int dimensions, String what) throws Unreadable {
        if (shape.length != dimensions) {
            throw new Unreadable(
                    "%s has the shape %s, %d dimensions were expected"
                            .formatted(what, Arrays.toString(shape), dimensions));
        }
        return this;
    }

    public int size(int dimension) {
        return shape[dimension];
    }

    /** The transpose of a matrix. */
    public TrainedTensor transposed() {
        float[] turned = new float[values.length];
        int rows = shape[0];
        int columns = shape[1];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                turned[c * rows + r] = values[r * columns + c];
            }
        }
        return new TrainedTensor(turned, new int[] {columns, rows});
    }
}
