package org.eccexplorer.sim.kernel;

/**
 * How the weights of a kernel lie.
 *
 * @param lanes columns of a vector that is loaded
 * @param most vectors that are added up in registers at once
 * @param size bytes of a weight
 */
record Layout(int lanes, int most, int size) {
    /** Weights in float32. */
    static final Layout FLOATS = new Layout(Lanes.COUNT, 8, Float.BYTES);

    /** Columns of the widest panel. */
    int widest() {
        return most * lanes;
    }
}
