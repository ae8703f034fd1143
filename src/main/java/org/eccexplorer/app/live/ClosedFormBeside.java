package org.eccexplorer.app.live;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.eccexplorer.app.run.ClosedFormAccuracy;
import org.eccexplorer.app.run.Prepared;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.dataset.LabelledImages;
import org.jspecify.annotations.Nullable;

/**
 * The closed form beside a simulation: for T on a few images at once, so that there is an answer
 * before the simulation has one; then on all images, for T and for smaller T, on a thread of its
 * own while the simulation goes on.
 */
final class ClosedFormBeside {
    private static final Duration NEWS = Duration.ofMillis(200);
    private static final long MOST_REST = 500_000_000;

    private final Prepared prepared;
    private final LabelledImages images;
    private final Cancellation cancellation;
    private final Thread rest =
            Thread.ofPlatform().daemon().name("closed-form").unstarted(this::guarded);
    private volatile boolean alone;

    /** When the thread began with the images that it is at. */
    private volatile long since = System.nanoTime();

    private volatile @Nullable Throwable failure;

    private volatile ClosedFormCurve curve = ClosedFormCurve.none();

    /** Evaluates T itself on the first images. */
    ClosedFormBeside(Prepared prepared, LabelledImages images, Cancellation cancellation) {
        this.prepared = prepared;
        this.images = images;
        this.cancellation = cancellation;
        add(prepared, images.limit(ClosedFormCurve.PREVIEW), prepared.settings().timesteps());
    }

    private void add(Prepared how, LabelledImages some, int timesteps) {
        if (some.labels().length == 0) {
            return;
        }
        double share = ClosedFormAccuracy.at(how, some, timesteps, this::rest, cancellation);
        if (!cancellation.isRequested()) {
            curve = curve.with(some.count(), timesteps, share);
        }
    }

    /**
     * Called after some images: leaves the machine to the simulation and the window for as long as
     * they took.
     */
    private void rest(int done) {
        long worked = System.nanoTime() - since;
        if (Thread.currentThread().equals(rest) && !alone && !cancellation.isRequested()) {
            LockSupport.parkNanos(Math.min(worked, MOST_REST));
        }
        since = System.nanoTime();
    }

    private void guarded() {
        try {
            others();
        } catch (RuntimeException | Error e) {
            failure = e;
        }
    }

    /** On one thread while the simulation needs the others. */
    private void others() {
        Prepared single = prepared.onThreads(1);
        List<Integer> timesteps = ClosedFormCurve.timesteps(prepared.settings().timesteps());
        boolean previewed = curve.images() == images.count();
        for (int t : previewed ? timesteps.subList(1, timesteps.size()) : timesteps) {
            if (!cancellation.isRequested()) {
                add(alone ? prepared : single, images, t);
            }
        }
    }

    /** Begins with all images, if it has not yet. */
    void begin() {
        if (rest.getState() == Thread.State.NEW) {
            rest.start();
        }
    }

    /**
     * Waits until all is known; the simulation does not need its threads any more.
     *
     * @param news gets what is known meanwhile
     * @throws IllegalStateException or an {@link Error} as it happened there
     */
    void finish(Consumer<ClosedFormCurve> news) {
        alone = true;
        begin();
        try {
            while (!rest.join(NEWS)) {
                news.accept(curve);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        switch (failure) {
            case Error e -> throw e;
            case RuntimeException e when !cancellation.isRequested() ->
                    throw new IllegalStateException(e);
            case null, default -> {}
        }
    }

    /** What is known by now. */
    ClosedFormCurve curve() {
        return curve;
    }
}
