package org.eccexplorer.channelsfirst;

import java.util.Arrays;
import org.eccexplorer.text.Texts;

/**
 * Trained values.
 *
 * @param values in row-major order
 * @param shape outermost dimension first
 */
public record TrainedTensor(float[] values, int[] shape) {

    /**
     * The same as the kernel of a convolution: (outputs, inputs / groups, rows, columns), one row
     * where it is one of sequences.
     */
    public TrainedTensor kernel() throws Unreadable {
        return shape.length == 3
                ? new TrainedTensor(values, new int[] {shape[0], shape[1], 1, shape[2]})
                : rank(4);
    }

    /** The same as the weight of a dense layer. */
    public TrainedTensor matrix() throws Unreadable {
        return rank(2);
    }

    private TrainedTensor rank(int dimensions) throws Unreadable {
        if (shape.length != dimensions) {
            throw new Unreadable(
                    Texts.text("channelsfirst.weightShape", Arrays.toString(shape), dimensions));
        }
        return this;
    }

    /** The same with all values multiplied by a number. */
    public TrainedTensor times(double factor) {
        float[] scaled = new float[values.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = (float) (values[i] * factor);
        }
        return new TrainedTensor(scaled, shape);
    }

    /** One number as often as there are outputs; any other tensor as it is. */
    public TrainedTensor repeated(int outputs) {
        if (values.length != 1) {
            return this;
        }
        float[] all = new float[outputs];
        Arrays.fill(all, values[0]);
        return new TrainedTensor(all, new int[] {outputs});
    }

    /** Whether it is one number, and which. */
    public boolean isNumber(float number) {
        return values.length == 1 && values[0] == number;
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
