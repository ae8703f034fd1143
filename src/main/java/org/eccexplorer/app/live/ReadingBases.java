package org.eccexplorer.app.live;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.eccexplorer.app.open.Calibrations;
import org.eccexplorer.app.run.MemoryEstimate;
import org.eccexplorer.app.run.Prepared;
import org.eccexplorer.app.run.ReadingBasis;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.app.work.BehindWindow;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.dataset.LabelledImages;
import org.eccexplorer.measure.votes.StoredVotes;
import org.eccexplorer.problem.ProblemException;

/**
 * What calibration images vote for in the networks of runs, simulated once in the background when
 * it is asked for the first time.
 */
public final class ReadingBases implements AutoCloseable {
    private static final int KEPT = 6;

    private final Calibrations calibrations;
    private final Runnable news;
    private final Consumer<Exception> failed;
    private final Map<Settings, StoredVotes> known = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<Settings, Progress> begun = new HashMap<>();
    private final ExecutorService executor =
            Executors.newSingleThreadExecutor(BehindWindow.threads("reading-basis"));

    /**
     * How far it is.
     *
     * @param done calibration images that are simulated
     * @param total of them
     */
    public record Progress(int done, int total, Cancellation cancellation) {}

    /**
     * Ready to be asked.
     *
     * @param news called on the background thread when there is more
     * @param failed gets what ended a simulation
     */
    public ReadingBases(Calibrations calibrations, Runnable news, Consumer<Exception> failed) {
        this.calibrations = calibrations;
        this.news = news;
        this.failed = failed;
    }

    /** The votes for a run, if they are known; if not, and it is converted, they soon will be. */
    public synchronized Optional<StoredVotes> of(RunState run) {
        Settings key = run.settings().decisive();
        StoredVotes votes = known.get(key);
        boolean possible = run.prepared().isPresent() && run.phase() != RunState.Phase.STALE;
        if (votes == null && possible && !begun.containsKey(key)) {
            Progress progress = new Progress(0, 0, new Cancellation());
            begun.put(key, progress);
            int threads = run.isActive() ? 1 : run.settings().threads();
            Prepared prepared = run.prepared().get().onThreads(threads);
            executor.execute(() -> compute(key, prepared, progress.cancellation()));
        }
        return Optional.ofNullable(votes);
    }

    /** The votes for a run, if they are known; nothing is begun. */
    public synchronized Optional<StoredVotes> known(RunState run) {
        return Optional.ofNullable(known.get(run.settings().decisive()));
    }

    /** How far the simulation of a run's calibration images is, while it goes on. */
    public synchronized Optional<Progress> progress(RunState run) {
        return Optional.ofNullable(begun.get(run.settings().decisive()));
    }

    /** Nobody waits for the votes of a run any more. */
    public synchronized void cancel(RunState run) {
        Optional.ofNullable(begun.get(run.settings().decisive()))
                .ifPresent(progress -> progress.cancellation().cancel());
    }

    private void compute(Settings key, Prepared prepared, Cancellation cancellation) {
        try {
            LabelledImages images = calibrations.on(key.calibration()).calibration();
            int total = ReadingBasis.images(images).count();
            StoredVotes votes =
                    ReadingBasis.votes(
                            prepared,
                            images,
                            done -> tell(key, new Progress(done, total, cancellation)),
                            cancellation);
            keep(key, votes);
        } catch (CancellationException superseded) {
            // Nobody waits for it.
        } catch (ProblemException | RuntimeException e) {
            failed.accept(e);
        } catch (OutOfMemoryError e) {
            failed.accept(MemoryEstimate.exhausted(prepared.network().name(), e));
        } finally {
            forget(key);
            news.run();
        }
    }

    private void tell(Settings key, Progress progress) {
        synchronized (this) {
            begun.put(key, progress);
        }
        news.run();
    }

    private synchronized void keep(Settings key, StoredVotes votes) {
        known.put(key, votes);
        while (known.size() > KEPT) {
            known.remove(known.keySet().iterator().next());
        }
    }

    private synchronized void forget(Settings key) {
        begun.remove(key);
    }

    @Override
    public synchronized void close() {
        begun.values().forEach(progress -> progress.cancellation().cancel());
        executor.shutdown();
    }
}
