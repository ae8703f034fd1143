package org.eccexplorer.app.live;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eccexplorer.app.run.ClosedFormAccuracy;
import org.eccexplorer.app.run.Prepared;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.dataset.LabelledImages;

/**
 * The closed form's accuracy on a few images: for T at once, so that there is an answer before the
 * simulation has one, and for smaller T on a thread of its own while the simulation goes on.
 */
final class Preview {
    private static final int IMAGES = 200;

    private final Prepared prepared;
    private final LabelledImages images;
    private final Cancellation cancellation;
    private final Map<Integer, Double> accuracy = new ConcurrentHashMap<>();
    private final Thread rest =
            Thread.ofPlatform().daemon().name("closed-form").unstarted(this::rest);

    /** Evaluates T itself. */
    Preview(Prepared prepared, LabelledImages all, Cancellation cancellation) {
        this.prepared = prepared;
        this.images = all.limit(IMAGES);
        this.cancellation = cancellation;
        add(prepared, prepared.settings().timesteps());
    }

    private void add(Prepared how, int timesteps) {
        double share = ClosedFormAccuracy.at(how, images, timesteps, cancellation);
        if (!cancellation.isRequested()) {
            accuracy.put(timesteps, share);
        }
    }

    /** Doubling, on one thread: the simulation needs the others. */
    private void rest() {
        Prepared single = prepared.onThreads(1);
        int last = prepared.settings().timesteps();
        for (int t = 1; t < last && !cancellation.isRequested(); t *= 2) {
            add(single, t);
        }
    }

    /** Begins with the smaller T, if it has not yet. */
    void begin() {
        if (rest.getState() == Thread.State.NEW) {
            rest.start();
        }
    }

    /** Waits for the smaller T. */
    void finish() {
        begin();
        try {
            rest.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What is known by now: accuracy by T. */
    Map<Integer, Double> accuracy() {
        return accuracy;
    }
}
