package org.eccexplorer.figures;

import org.eccexplorer.app.live.RunState;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.plot.Chart;

/** What charts know of the runs that their values come from. */
final class Sources {
    private Sources() {}

    /** The closed form of a run with the images that it was evaluated on. */
    static Chart.Source closedForm(RunState run) {
        return new Chart.Source(run.name(), run.closedForm().images(), run.settings().timesteps());
    }

    /** The run with the images that are done and its T. */
    static Chart.Source of(RunState run) {
        return new Chart.Source(
                run.name(),
                run.snapshot().map(RunSnapshot::images).orElse(0),
                run.settings().timesteps());
    }
}
