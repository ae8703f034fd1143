package org.eccexplorer.spark;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.eccexplorer.app.sweep.plan.PlanReader;
import org.eccexplorer.app.sweep.plan.SweepPlan;
import org.eccexplorer.problem.ProblemException;

/**
 * A plan as it travels to executors; each of them reads it once.
 *
 * @param folder that its paths start from, which all machines see
 */
record PlanText(String text, String folder) implements Serializable {
    private static final ConcurrentMap<PlanText, SweepPlan> READ = new ConcurrentHashMap<>();

    static PlanText of(SweepPlan plan) {
        return new PlanText(plan.text(), plan.folder().toString());
    }

    SweepPlan plan() throws ProblemException {
        SweepPlan known = READ.get(this);
        if (known == null) {
            known = PlanReader.read(folder, text, Path.of(folder));
            READ.put(this, known);
        }
        return known;
    }
}
