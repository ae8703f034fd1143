package org.eccexplorer.figures.sweep;

import java.util.List;
import org.eccexplorer.app.sweep.results.SweepPoint;
import org.eccexplorer.app.sweep.results.SweepRun;
import org.eccexplorer.text.Texts;

/** The timesteps of runs that are looked at. */
public sealed interface At {
    /** Which results of a run these are. */
    List<SweepPoint> of(SweepRun run);

    /** What it is called. */
    String shown();

    /** Every timestep that has a row. */
    record Every() implements At {
        @Override
        public List<SweepPoint> of(SweepRun run) {
            return run.points();
        }

        @Override
        public String shown() {
            return Texts.text("figures.sweep.every");
        }
    }

    /** The last one of each run. */
    record Last() implements At {
        @Override
        public List<SweepPoint> of(SweepRun run) {
            return List.of(run.last());
        }

        @Override
        public String shown() {
            return Texts.text("figures.sweep.last");
        }
    }

    /** One, for the runs that have it. */
    record Step(int t) implements At {
        @Override
        public List<SweepPoint> of(SweepRun run) {
            return run.points().stream().filter(point -> point.t() == t).toList();
        }

        @Override
        public String shown() {
            return Texts.text("figures.sweep.step", t);
        }
    }
}
