package org.eccexplorer.ui.state;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eccexplorer.app.live.RunState;

/** Which runs a comparison begins with, until the user chooses others. */
public final class ComparedPair {
    private ComparedPair() {}

    /**
     * The run that is most useful beside another: one with images, the last that was started before
     * it, else the newest.
     *
     * @param all runs
     */
    public static Optional<RunState> beside(List<RunState> all, RunState run) {
        return all.stream()
                .filter(other -> other.id() != run.id())
                .max(
                        Comparator.comparing((RunState other) -> other.snapshot().isPresent())
                                .thenComparing(other -> other.id() < run.id())
                                .thenComparingInt(RunState::id));
    }
}
