package org.eccexplorer.app.find.trial;

/** How far the output of a class is above the largest of the others, in the unit of the outputs. */
final class Lead {
    private Lead() {}

    /** The lead of a class; negative if another is larger, 0 if another is as large. */
    static double of(double[] values, int wanted) {
        double other = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < values.length; c++) {
            if (c != wanted) {
                other = Math.max(other, values[c]);
            }
        }
        return values[wanted] - other;
    }
}
