package org.eccexplorer.figures.run;

import java.util.List;
import java.util.stream.IntStream;
import org.eccexplorer.app.live.RunState;

/**
 * The timesteps that a table of runs has columns for.
 *
 * @param t the selected one
 * @param earlier up to three powers of two that the runs come to, ascending
 */
public record TableSteps(int t, List<Integer> earlier) {
    /** At most so many. */
    public static final int EARLIER = 3;

    public TableSteps {
        earlier = List.copyOf(earlier);
    }

    /** Fitting for runs: the shortest comes to the first of them, the longest to all. */
    public static TableSteps of(List<RunState> runs, int t) {
        if (runs.isEmpty()) {
            return new TableSteps(t, List.of());
        }
        IntStream all = runs.stream().mapToInt(run -> run.settings().timesteps());
        var range = all.summaryStatistics();
        return new TableSteps(t, fitting(range.getMin(), range.getMax()));
    }

    /**
     * 32, 64 and 128 for T = 256; 2, 4 and 8 for T = 16; 16, 128 and 1024 for T from 16 to 2048.
     */
    static List<Integer> fitting(int shortest, int longest) {
        int last = Integer.highestOneBit(longest - 1);
        if (last == 0) {
            return List.of();
        }
        int first = Math.min(Integer.highestOneBit(shortest), Math.max(1, last / 4));
        int middle = (exponent(first) + exponent(last)) / 2;
        return IntStream.of(first, 1 << middle, last).distinct().boxed().toList();
    }

    private static int exponent(int power) {
        return Integer.numberOfTrailingZeros(power);
    }

    /** The timestep of a column; 0 if there are fewer columns. */
    int earlier(int column) {
        return column < earlier.size() ? earlier.get(column) : 0;
    }
}
