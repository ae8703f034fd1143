package org.eccexplorer.app.find;

import java.util.Arrays;

/**
 * How far the output of a class is above the largest of the others, in standard deviations of all
 * outputs of the image: the same whatever unit the outputs have, and however many timesteps they
 * were gathered over.
 */
final class Lead {
    private Lead() {}

    /** The lead of a class; negative if another is larger, 0 if all are equal. */
    static double of(float[] outputs, int offset, int wanted) {
        double[] values = new double[outputs.length - offset];
        for (int c = 0; c < values.length; c++) {
            values[c] = outputs[offset + c];
        }
        return of(values, wanted);
    }

    static double of(double[] values, int wanted) {
        double mean = Arrays.stream(values).sum() / values.length;
        double squares = 0;
        double other = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < values.length; c++) {
            squares += (values[c] - mean) * (values[c] - mean);
            if (c != wanted) {
                other = Math.max(other, values[c]);
            }
        }
        double deviation = Math.sqrt(squares / values.length);
        return deviation > 0 ? (values[wanted] - other) / deviation : 0;
    }
}
