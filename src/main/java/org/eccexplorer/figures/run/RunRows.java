package org.eccexplorer.figures.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.measure.energy.Accounting;

/**
 * The rows of runs. A table asks for them at each pulse, at any timestep; what is summed over
 * timesteps and layers is summed once for each snapshot of a run.
 */
public final class RunRows {
    /** By the id of the run. */
    private final Map<Integer, RunTotals> known = new HashMap<>();

    /** The figures of runs at some timesteps, in their order. */
    public List<RunRow> of(List<RunState> runs, TableSteps steps, Accounting accounting) {
        known.keySet().retainAll(runs.stream().map(RunState::id).collect(Collectors.toSet()));
        return runs.stream().map(run -> RunRow.of(run, totals(run, accounting), steps)).toList();
    }

    /** Snapshots never change: the same one has the same totals. */
    Optional<RunTotals> totals(RunState run, Accounting accounting) {
        return run.snapshot().map(snapshot -> totals(run.id(), snapshot, accounting));
    }

    private RunTotals totals(int id, RunSnapshot snapshot, Accounting accounting) {
        RunTotals totals = known.get(id);
        if (totals == null
                || !totals.snapshot().equals(snapshot)
                || !totals.accounting().equals(accounting)) {
            totals = RunTotals.of(snapshot, accounting);
            known.put(id, totals);
        }
        return totals;
    }
}
