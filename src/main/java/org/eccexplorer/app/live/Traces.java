package org.eccexplorer.app.live;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eccexplorer.app.open.ViewedImage;
import org.eccexplorer.app.run.ImageTrace;
import org.eccexplorer.app.run.Prepared;
import org.eccexplorer.app.work.BehindWindow;
import org.eccexplorer.app.work.Cancellation;

/**
 * Traces of images in runs, computed on a background thread when first asked for; of the wishes
 * that wait only the newest two are kept, since two can be seen at once, and of what is known so
 * much as there is room for.
 */
public final class Traces implements AutoCloseable {
    private static final int WAITING = 2;

    private final Runnable ready;
    private final TraceRoom room;
    private final Map<Key, ImageTrace> known = new LinkedHashMap<>(16, 0.75f, true);
    private final Deque<Wish> wishes = new ArrayDeque<>();
    private final ExecutorService executor =
            Executors.newSingleThreadExecutor(BehindWindow.threads("sample-trace"));

    private record Key(int run, ViewedImage sample) {}

    private record Wish(Key key, Cancellation cancellation) {}

    /**
     * Ready to be asked.
     *
     * @param ready called on the background thread when another trace is there
     * @param room for what is kept
     */
    public Traces(Runnable ready, TraceRoom room) {
        this.ready = ready;
        this.room = room;
    }

    /** The trace if it is known; otherwise it will be computed, if there is room for it. */
    public synchronized Optional<ImageTrace> get(RunState run, ViewedImage sample) {
        Key key = new Key(run.id(), sample);
        ImageTrace trace = known.get(key);
        boolean waits = wishes.stream().anyMatch(wish -> wish.key().equals(key));
        if (trace == null && !waits && run.prepared().filter(room::fits).isPresent()) {
            while (wishes.size() >= WAITING) {
                wishes.removeFirst().cancellation().cancel();
            }
            Wish wish = new Wish(key, new Cancellation());
            wishes.add(wish);
            Prepared prepared = run.prepared().get();
            executor.execute(() -> compute(wish, prepared));
        }
        return Optional.ofNullable(trace);
    }

    private void compute(Wish wish, Prepared prepared) {
        if (wish.cancellation().isRequested()) {
            return;
        }
        try {
            ViewedImage sample = wish.key().sample();
            keep(
                    wish,
                    ImageTrace.of(
                            prepared,
                            sample.pixels(),
                            Math.max(0, sample.index()),
                            wish.cancellation()::isRequested));
            ready.run();
        } catch (CancellationException superseded) {
            // Another image was chosen meanwhile.
        } finally {
            forget(wish);
        }
    }

    private synchronized void forget(Wish wish) {
        wishes.remove(wish);
    }

    private synchronized void keep(Wish wish, ImageTrace trace) {
        known.put(wish.key(), trace);
        while (room.isFull(known.values())) {
            known.remove(known.keySet().iterator().next());
        }
    }

    @Override
    public synchronized void close() {
        wishes.forEach(wish -> wish.cancellation().cancel());
        executor.shutdown();
    }
}
