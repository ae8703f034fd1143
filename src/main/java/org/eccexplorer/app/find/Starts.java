package org.eccexplorer.app.find;

import java.util.stream.IntStream;

/** The timesteps after which the class may begin to be read. */
final class Starts {
    private static final int[] ALL = {0};

    private Starts() {}

    /** Those before a timestep. */
    static int[] before(int timestep) {
        return IntStream.of(ALL).filter(start -> start < timestep).toArray();
    }
}
