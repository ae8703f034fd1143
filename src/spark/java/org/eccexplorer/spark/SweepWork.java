package org.eccexplorer.spark;

import java.io.Serializable;
import org.apache.spark.broadcast.Broadcast;
import org.eccexplorer.app.sweep.run.PlannedTask;
import org.eccexplorer.app.sweep.run.TaskResult;
import org.eccexplorer.app.sweep.run.TaskRun;
import org.eccexplorer.app.sweep.run.Workplace;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.problem.ProblemException;
import scala.collection.Iterator;
import scala.runtime.AbstractFunction1;

/** What an executor does with a partition, which is one run. */
final class SweepWork extends AbstractFunction1<Iterator<PlannedTask>, TaskResult>
        implements Serializable {
    private static final long serialVersionUID = 1;

    /** What the runs of an executor share. */
    private static final Workplace WORKPLACE = new Workplace();

    /** Of the runs of this process; only where it is the driver too is it ever requested. */
    private static volatile Cancellation cancellation = new Cancellation();

    private final Broadcast<PlanText> plan;

    SweepWork(Broadcast<PlanText> plan) {
        this.plan = plan;
    }

    /** Lets runs that are done in this process be stopped. */
    static void stoppedBy(Cancellation request) {
        cancellation = request;
    }

    @Override
    public TaskResult apply(Iterator<PlannedTask> tasks) {
        try {
            return new TaskRun(plan.value().plan(), WORKPLACE, cancellation).of(tasks.next());
        } catch (ProblemException e) {
            throw new IllegalStateException(e); // the driver has read the same plan
        }
    }
}
