package org.eccexplorer.app.sweep.run;

import java.util.Comparator;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.run.MemoryEstimate;
import org.eccexplorer.app.run.Prepared;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.app.sweep.plan.SweepPlan;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.problem.ProblemException;

/**
 * What a sweep will take.
 *
 * @param tasks runs
 * @param images of all of them
 * @param bytes of memory that the largest run takes, a little too many rather than too few
 */
public record SweepEstimate(int tasks, long images, long bytes) {

    /** Of a plan whose models are open. */
    public static SweepEstimate of(
            SweepPlan plan, Survey survey, Workplace workplace, Cancellation cancellation)
            throws ProblemException {
        Settings longest =
                plan.settings().stream()
                        .map(setting -> setting.settings(plan.seeds().getFirst()))
                        .max(Comparator.comparingInt(Settings::timesteps))
                        .orElseThrow();
        long most = 0;
        for (int p = 0; p < plan.places().size(); p++) {
            if (survey.found().get(p).failed().isEmpty()) {
                Experiment open = workplace.open(plan.places().get(p), cancellation).experiment();
                most = Math.max(most, bytes(open, longest, cancellation));
            }
        }
        return new SweepEstimate(plan.tasks(), survey.images(plan), most);
    }

    /** The sizes of a network do not depend on the images that λ is measured on: one is enough. */
    private static long bytes(Experiment open, Settings settings, Cancellation cancellation)
            throws ProblemException {
        Prepared prepared =
                Prepared.of(open.model(), open.calibration().limit(1), settings, cancellation);
        return MemoryEstimate.bytes(prepared, open.test().count());
    }
}
