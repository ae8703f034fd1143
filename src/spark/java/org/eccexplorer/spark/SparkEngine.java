package org.eccexplorer.spark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.spark.SimpleFutureAction;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.eccexplorer.app.sweep.plan.SweepPlan;
import org.eccexplorer.app.sweep.run.Cluster;
import org.eccexplorer.app.sweep.run.Engine;
import org.eccexplorer.app.sweep.run.PlannedTask;
import org.eccexplorer.app.sweep.run.TaskResult;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.AbstractFunction0;
import scala.runtime.AbstractFunction2;
import scala.runtime.BoxedUnit;

/**
 * Does the runs as tasks of Apache Spark, one in each partition. Results come back as they end;
 * what was lost with an executor is done again on another.
 */
final class SparkEngine implements Engine {
    /**
     * Runs of one job: a driver that knew all of a million partitions at once would need much
     * memory.
     */
    private static final int WAVE = 20_000;

    private static final long PAUSE_MILLISECONDS = 50;

    private final SparkStart start;
    private final Cluster cluster;
    private final Losses losses = new Losses();
    private @Nullable SparkSession session;

    SparkEngine(SparkStart start) {
        this.start = start;
        cluster = new Cluster(start.place());
    }

    @Override
    public String name() {
        return cluster.name();
    }

    private SparkContext context() {
        return session().sparkContext();
    }

    private SparkSession session() {
        SparkSession started = session;
        if (started == null) {
            started = start.session();
            started.sparkContext().addSparkListener(losses);
            session = started;
        }
        return started;
    }

    @Override
    public void run(
            SweepPlan plan,
            List<PlannedTask> tasks,
            Consumer<TaskResult> done,
            Cancellation cancellation)
            throws ProblemException {
        SweepWork.stoppedBy(cancellation);
        try {
            SparkContext context = context();
            Broadcast<PlanText> text =
                    JavaSparkContext.fromSparkContext(context).broadcast(PlanText.of(plan));
            SweepWork work = new SweepWork(text);
            for (int first = 0; first < tasks.size(); first += WAVE) {
                List<PlannedTask> wave = tasks.subList(first, Math.min(first + WAVE, tasks.size()));
                while (!wave.isEmpty() && !cancellation.isRequested()) {
                    wave = left(work, wave, done, cancellation);
                }
            }
        } catch (RuntimeException e) {
            if (!cancellation.isRequested()) {
                throw cluster.unusable(e);
            }
        }
    }

    /** Does some runs; what is left where Spark gave up, without the run that made it do so. */
    private List<PlannedTask> left(
            SweepWork work,
            List<PlannedTask> wave,
            Consumer<TaskResult> done,
            Cancellation cancellation)
            throws ProblemException {
        losses.forget();
        List<PlannedTask> left = new ArrayList<>(wave);
        BlockingQueue<TaskResult> results = new LinkedBlockingQueue<>();
        SimpleFutureAction<BoxedUnit> job = submitted(work, wave, results);
        try {
            while (!job.isCompleted() || !results.isEmpty()) {
                if (cancellation.isRequested()) {
                    job.cancel();
                    return left;
                }
                TaskResult result = results.poll(PAUSE_MILLISECONDS, TimeUnit.MILLISECONDS);
                if (result != null) {
                    left.removeIf(task -> task.index() == result.index());
                    done.accept(result);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            job.cancel();
            return left;
        }
        return left.isEmpty() ? left : withoutCulprit(wave, left, job, done);
    }

    /** Where a run has ended its executor again and again it is recorded, and the others go on. */
    private List<PlannedTask> withoutCulprit(
            List<PlannedTask> wave,
            List<PlannedTask> left,
            SimpleFutureAction<BoxedUnit> job,
            Consumer<TaskResult> done)
            throws ProblemException {
        Throwable cause = job.value().get().failed().get();
        Optional<PlannedTask> culprit = losses.most().map(wave::get).filter(left::contains);
        if (culprit.isEmpty()) {
            throw cluster.unusable(cause);
        }
        done.accept(cluster.lost(culprit.get(), cause));
        left.remove(culprit.get());
        return left;
    }

    private SimpleFutureAction<BoxedUnit> submitted(
            SweepWork work, List<PlannedTask> wave, BlockingQueue<TaskResult> results) {
        SparkContext context = context();
        JavaRDD<PlannedTask> partitions =
                JavaSparkContext.fromSparkContext(context).parallelize(wave, wave.size());
        List<Object> numbers = new ArrayList<>();
        for (int i = 0; i < wave.size(); i++) {
            numbers.add(i);
        }
        return context.submitJob(
                partitions.rdd(),
                work,
                CollectionConverters.asScala(numbers).toSeq(),
                new AbstractFunction2<Object, TaskResult, BoxedUnit>() {
                    @Override
                    public BoxedUnit apply(Object partition, TaskResult result) {
                        results.add(result);
                        return BoxedUnit.UNIT;
                    }
                },
                new AbstractFunction0<BoxedUnit>() {
                    @Override
                    public BoxedUnit apply() {
                        return BoxedUnit.UNIT;
                    }
                });
    }

    @Override
    public void writeTables(Path folder) throws ProblemException {
        new ParquetTable(session()).write(folder);
    }

    @Override
    public void close() {
        SparkSession started = session;
        if (started != null) {
            started.stop();
        }
    }
}
