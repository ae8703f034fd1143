package org.eccexplorer.app.sweep.run;

import java.util.List;
import java.util.function.Consumer;
import org.eccexplorer.app.sweep.plan.SweepPlan;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.app.work.OrderedWork;
import org.eccexplorer.text.Texts;

/** Does the runs on threads of this process, each on one of them. */
public final class ThreadEngine implements Engine {
    private final int threads;
    private final Workplace workplace;

    /**
     * Ready to run.
     *
     * @param workplace where models are open already
     */
    public ThreadEngine(int threads, Workplace workplace) {
        this.threads = threads;
        this.workplace = workplace;
    }

    @Override
    public void run(
            SweepPlan plan,
            List<PlannedTask> tasks,
            Consumer<TaskResult> done,
            Cancellation cancellation) {
        TaskRun run = new TaskRun(plan, workplace, cancellation);
        OrderedWork.run(
                tasks.size(),
                1,
                threads,
                () -> run,
                (own, first, count) -> {
                    TaskResult result = own.of(tasks.get(first));
                    synchronized (done) {
                        done.accept(result);
                    }
                    return first;
                },
                first -> {},
                cancellation);
    }

    @Override
    public String name() {
        return Texts.text("app.sweep.threads", threads);
    }
}
