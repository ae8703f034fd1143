package org.eccexplorer.app.find.trial;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.eccexplorer.app.find.query.Candidate;

/** The timesteps after which the class may begin to be read. */
public final class Starts {
    private static final int[] ALL = {0, 1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128};

    private Starts() {}

    /** The number of a start among those before a timestep. */
    public static int number(int start, int timestep) {
        return Math.max(0, Arrays.binarySearch(before(timestep), start));
    }

    /** Those of a setting before a timestep; layers that wait send all outputs at once. */
    public static int[] of(Candidate setting, int timestep) {
        return before(setting.waits() ? 1 : timestep);
    }

    /** Those before a timestep. */
    public static int[] before(int timestep) {
        return IntStream.of(ALL).filter(start -> start < timestep).toArray();
    }
}
