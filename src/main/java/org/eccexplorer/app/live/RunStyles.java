package org.eccexplorer.app.live;

import java.util.Collection;

/**
 * Numbers runs for their looks: colour, dashes and markers come from the style, not from the id, so
 * that runs that are there together look alike only if there are more than {@link #COUNT}.
 */
public final class RunStyles {
    /** Runs that can be told apart: styles are 0 to 11. */
    public static final int COUNT = 12;

    private RunStyles() {}

    /** The first style that none of these runs has, else the first that the fewest have. */
    public static int free(Collection<RunState> present) {
        int[] uses = new int[COUNT];
        present.forEach(run -> uses[run.style()]++);
        int free = 0;
        for (int style = 1; style < COUNT; style++) {
            free = uses[style] < uses[free] ? style : free;
        }
        return free;
    }

    /** The style of this run if none of these has it, else a free one. */
    static int kept(RunState run, Collection<RunState> present) {
        boolean taken = present.stream().anyMatch(other -> other.style() == run.style());
        return taken ? free(present) : run.style();
    }
}
