package org.eccexplorer.app.sweep.run;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of one run; it travels between processes.
 *
 * @param index of the run in the plan
 * @param images that were run
 * @param rows by the columns of {@link RowColumns}, a row for each timestep; empty if it failed
 * @param failure why it failed; null if it did not
 */
public record TaskResult(int index, int images, List<List<String>> rows, @Nullable Failure failure)
        implements Serializable {

    public TaskResult {
        rows = List.copyOf(rows);
    }

    /** Why it failed. */
    public Optional<Failure> failed() {
        return Optional.ofNullable(failure);
    }
}
