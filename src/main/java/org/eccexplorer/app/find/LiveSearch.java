package org.eccexplorer.app.find;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.eccexplorer.app.find.query.Query;
import org.eccexplorer.app.find.race.Plan;
import org.eccexplorer.app.find.result.Records;
import org.eccexplorer.app.find.result.SearchView;
import org.eccexplorer.app.find.trial.Point;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.run.MemoryEstimate;
import org.eccexplorer.app.work.BehindWindow;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.measure.energy.Accounting;
import org.eccexplorer.problem.ProblemException;

/**
 * Searches of one experiment on a background thread, one after the other. What one knows the next
 * need not try again.
 */
public final class LiveSearch implements AutoCloseable {
    private final Consumer<SearchView> publish;
    private final Consumer<Exception> failed;
    private final ExecutorService executor =
            Executors.newSingleThreadExecutor(BehindWindow.threads("live-search"));
    private Cancellation current = new Cancellation();

    /** Used by the thread of the searches alone. */
    private final Map<Known, Records> known = new HashMap<>();

    /** What the numbers of a setting depend on. */
    private record Known(String data, int images, long seed, Accounting accounting) {}

    /**
     * Ready to search.
     *
     * @param publish gets how a search stands, on threads of its own; the last is ENDED
     * @param failed gets a problem, or a bug, that ended a search
     */
    public LiveSearch(Consumer<SearchView> publish, Consumer<Exception> failed) {
        this.publish = publish;
        this.failed = failed;
    }

    /** Starts a search, stopping the one before it. */
    public synchronized void start(Experiment experiment, Query query) {
        stop();
        Cancellation cancellation = new Cancellation();
        current = cancellation;
        executor.execute(
                () -> guarded(cancellation, () -> search(experiment, query, cancellation)));
    }

    private void search(Experiment experiment, Query query, Cancellation cancellation)
            throws ProblemException {
        Known of =
                new Known(
                        experiment.dataSource() + experiment.calibrationSource(),
                        experiment.test().count(),
                        query.seed(),
                        query.accounting());
        Records records = known.computeIfAbsent(of, one -> new Records());
        new Search(experiment, query, Optional.empty(), Plan.of(query), records)
                .run(publish, cancellation);
    }

    /** Stops the search; what was found by then is published. */
    public synchronized void stop() {
        current.cancel();
    }

    /** Leaves one part of a setting out after the other, after the search that goes on. */
    public synchronized void explain(
            Experiment experiment, Query query, Point point, Consumer<List<Without>> done) {
        Cancellation cancellation = new Cancellation();
        current = cancellation;
        executor.execute(() ->
                guarded(
                        cancellation,
                        () -> done.accept(Explanation.of(experiment, query, point, cancellation))));
    }

    private interface Work {
        void run() throws ProblemException;
    }

    private void guarded(Cancellation cancellation, Work work) {
        try {
            work.run();
        } catch (CancellationException stopped) {
            // Whoever stopped it knows.
        } catch (ProblemException | RuntimeException e) {
            if (!cancellation.isRequested()) {
                failed.accept(e);
            }
        } catch (OutOfMemoryError e) {
            failed.accept(MemoryEstimate.exhausted("find", e));
        }
    }

    @Override
    public synchronized void close() {
        stop();
        executor.shutdown();
    }
}
