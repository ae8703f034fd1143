package org.eccexplorer.figures;

import org.eccexplorer.app.live.RunState;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.plot.SourceRun;

/** What charts know of the runs that their values come from. */
final class Sources {
    private Sources() {}

    /** The closed form of a run with the images that it was evaluated on. */
    static SourceRun closedForm(RunState run) {
        return new SourceRun(run.name(), run.closedForm().images(), run.settings().timesteps());
    }

    /** The run with the images that are done and its T. */
    static SourceRun of(RunState run) {
        return new SourceRun(
                run.name(),
                run.snapshot().map(RunSnapshot::images).orElse(0),
                run.settings().timesteps());
    }
}
