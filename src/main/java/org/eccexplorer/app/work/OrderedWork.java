package org.eccexplorer.app.work;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Works through images in batches on several threads and hands their results over in order, one at
 * a time, so that whatever is summed from them does not depend on the number of threads. The first
 * batches are small, so that the first results are there soon, and so are the last, so that no
 * thread waits for another.
 */
public final class OrderedWork {
    private OrderedWork() {}

    /**
     * Work on {@code count} images from {@code first} on, with what its thread keeps for itself.
     */
    @FunctionalInterface
    public interface Batch<W, R> {
        R run(W workspace, int first, int count);
    }

    /** The same, handing over what it has image by image. */
    @FunctionalInterface
    public interface Images<W, R> {
        /**
         * Works on a batch.
         *
         * @param done takes the result of each image, from the first on
         * @param stop requested when the job is cancelled, or another thread has failed
         */
        void run(W workspace, int first, int count, Results<R> done, Cancellation stop);
    }

    /** Takes results as they are done. */
    public interface Results<R> {
        /** The result of images that stand together. */
        void put(int first, int count, R result);
    }

    private record Done<R>(int count, R result) {}

    /** Hands results to their consumer in order, from whatever thread completes the next one. */
    private static final class Queue<R> implements Results<R> {
        private final Map<Integer, Done<R>> early = new HashMap<>();
        private final Consumer<R> consumer;
        private int next;
        private boolean broken;

        Queue(Consumer<R> consumer) {
            this.consumer = consumer;
        }

        @Override
        public synchronized void put(int first, int count, R result) {
            if (broken) {
                return; // the consumer failed at one before
            }
            broken = true;
            early.put(first, new Done<>(count, result));
            for (Done<R> ready = early.remove(next); ready != null; ready = early.remove(next)) {
                next += ready.count;
                consumer.accept(ready.result);
            }
            broken = false;
        }
    }

    /** A batch of images. */
    private record Range(int first, int count) {}

    /** Deals out the images: twice as many in each batch, fewer again towards the end. */
    private static final class Batches {
        private final int images;
        private final int size;
        private final int workers;
        private int first;

        Batches(int images, int size, int workers) {
            this.images = images;
            this.size = size;
            this.workers = workers;
        }

        /** The next batch, of no images after the last. */
        synchronized Range next() {
            int left = images - first;
            int fair = Math.max(1, left / (2 * workers));
            int count = Math.min(Math.min(left, fair), Math.min(size, first + 1));
            Range next = new Range(first, count);
            first += count;
            return next;
        }
    }

    /**
     * Runs all batches and returns when the last is done or the job was cancelled.
     *
     * @param images how many there are
     * @param size images in a batch, at most
     * @param workspace makes what each thread keeps
     * @param consumer gets the results in order, never two at once
     * @throws RuntimeException or an {@link Error} as one of the threads threw it; the others were
     *     stopped, and the consumer has all that was done before it
     */
    public static <W, R> void run(
            int images,
            int size,
            int threads,
            Supplier<W> workspace,
            Batch<W, R> batch,
            Consumer<R> consumer,
            Cancellation cancellation) {
        Images<W, R> whole =
                (own, first, count, done, stop) ->
                        done.put(first, count, batch.run(own, first, count));
        run(images, size, threads, workspace, whole, consumer, cancellation);
    }

    /** The same, image by image. */
    public static <W, R> void run(
            int images,
            int size,
            int threads,
            Supplier<W> workspace,
            Images<W, R> batch,
            Consumer<R> consumer,
            Cancellation cancellation) {
        int workers = Math.max(1, Math.min(threads, images));
        Batches batches = new Batches(images, size, workers);
        Queue<R> queue = new Queue<>(consumer);
        Cancellation stop = cancellation.part(Optional.empty());
        FirstFailure failure = new FirstFailure(stop::cancel);
        Runnable worker =
                () -> {
                    W own = workspace.get();
                    for (Range next = batches.next(); next.count > 0; next = batches.next()) {
                        if (stop.isRequested()) {
                            return;
                        }
                        batch.run(own, next.first, next.count, queue, stop);
                    }
                };
        try (ExecutorService executor =
                Executors.newFixedThreadPool(
                        workers, Thread.ofPlatform().daemon().name("simulation-", 1).factory())) {
            List<Future<?>> futures = new ArrayList<>();
            for (int t = 0; t < workers; t++) {
                futures.add(executor.submit(failure.noting(worker)));
            }
            for (Future<?> future : futures) {
                await(future);
            }
        }
        failure.rethrow();
    }

    /** Waits for work that notes its own failures. */
    static void await(Future<?> future) {
        try {
            future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
