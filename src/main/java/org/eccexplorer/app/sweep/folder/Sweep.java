package org.eccexplorer.app.sweep.folder;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.eccexplorer.app.sweep.plan.SweepPlan;
import org.eccexplorer.app.sweep.run.Engine;
import org.eccexplorer.app.sweep.run.PlannedTask;
import org.eccexplorer.app.sweep.run.Survey;
import org.eccexplorer.app.sweep.run.TaskResult;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.problem.ProblemException;

/**
 * Does the runs of a plan that a folder does not have yet. Each is kept as it ends, so that a sweep
 * can be stopped at any moment, in any way, and goes on where it was.
 */
public final class Sweep {
    private final SweepPlan plan;
    private final Survey survey;
    private final Shard shard;
    private final SweepFolder folder;
    private final List<PlannedTask> left = new ArrayList<>();
    private int before;

    /**
     * How far a sweep is.
     *
     * @param tasks of the plan, or of its shard
     * @param before that were done when it began
     * @param done since then
     * @param failed since then
     * @param images of those done and failed since then
     * @param imagesLeft of those that were to be done when it began
     */
    public record Progress(
            int tasks, int before, int done, int failed, long images, long imagesLeft) {}

    /**
     * How a sweep ended.
     *
     * @param json what is written of it
     */
    public record End(int done, int failed, int missing, ObjectNode json) {}

    /**
     * Looks what a folder has.
     *
     * @param anew whether to forget that
     */
    public Sweep(SweepPlan plan, Survey survey, Shard shard, Path folder, boolean anew)
            throws ProblemException {
        this.plan = plan;
        this.survey = survey;
        this.shard = shard;
        this.folder = new SweepFolder(folder);
        if (anew) {
            this.folder.forget();
        }
        Set<String> done = this.folder.done();
        for (int index = 0; index < plan.tasks(); index++) {
            if (shard.has(index)) {
                PlannedTask task = survey.planned(plan, index);
                if (done.contains(task.hash())) {
                    before++;
                } else {
                    left.add(task);
                }
            }
        }
    }

    /** How many runs are done already. */
    public int before() {
        return before;
    }

    /** How many runs are to be done. */
    public int left() {
        return left.size();
    }

    /**
     * Runs until the end or until stopped, and writes the tables of what is done.
     *
     * @param progress how far it is, after each run, on whatever thread
     */
    public End run(Engine engine, Consumer<Progress> progress, Cancellation cancellation)
            throws ProblemException {
        SweepTables.Counts none = new SweepTables.Counts(before, 0, left.size());
        SweepJson.write(folder.path(), SweepJson.json(plan, survey, shard, none));
        Keeping keeping = new Keeping(progress, cancellation);
        if (!left.isEmpty()) {
            engine.run(plan, left, keeping, keeping.cancellation);
        }
        keeping.end();
        SweepTables.Counts counts =
                new SweepTables(plan, survey, List.of(folder)).write(folder.path(), shard);
        if (!cancellation.isRequested()) {
            engine.writeTables(folder.path());
        }
        ObjectNode json = SweepJson.json(plan, survey, shard, counts);
        SweepJson.write(folder.path(), json);
        return new End(counts.done(), counts.failed(), counts.missing(), json);
    }

    /** Keeps each result as it comes; where it cannot, nothing more is run. */
    private final class Keeping implements Consumer<TaskResult> {
        private final Consumer<Progress> progress;
        private final Cancellation cancellation;
        private final long imagesLeft;
        private final List<ProblemException> failures = new ArrayList<>();
        private final Map<Integer, PlannedTask> tasks = new HashMap<>();
        private int done;
        private int failed;
        private long images;

        Keeping(Consumer<Progress> progress, Cancellation cancellation) {
            this.progress = progress;
            this.cancellation = cancellation.part(Optional.empty());
            imagesLeft = left.stream().mapToLong(task -> task.identity().images()).sum();
            left.forEach(task -> tasks.put(task.index(), task));
        }

        @Override
        public synchronized void accept(TaskResult result) {
            PlannedTask task = tasks.remove(result.index());
            if (task == null) {
                return; // a run may be done twice, where a machine was given up too early
            }
            try {
                folder.write(plan, task, result);
            } catch (ProblemException e) {
                failures.add(e);
                cancellation.cancel();
                return;
            }
            if (result.failed().isPresent()) {
                failed++;
            } else {
                done++;
            }
            images += task.identity().images();
            progress.accept(
                    new Progress(before + left.size(), before, done, failed, images, imagesLeft));
        }

        private synchronized void end() throws ProblemException {
            if (!failures.isEmpty()) {
                throw failures.getFirst();
            }
        }
    }
}
