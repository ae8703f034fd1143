package org.eccexplorer.app.work;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /** Hands results to their consumer in order, from whatever thread completes the next one. */
    private static final class Queue<R> {
        private final Map<Integer, R> early = new HashMap<>();
        private final Consumer<R> consumer;
        private int next;

        Queue(Consumer<R> consumer) {
            this.consumer = consumer;
        }

        synchronized void put(int index, R result) {
            early.put(index, result);
            for (R ready = early.remove(next); ready != null; ready = early.remove(next)) {
                next++;
                consumer.accept(ready);
            }
        }
    }

    /** A batch of images, number {@code index} of all. */
    private record Range(int index, int first, int count) {}

    /** Deals out the images: twice as many in each batch, fewer again towards the end. */
    private static final class Batches {
        private final int images;
        private final int size;
        private final int workers;
        private int index;
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
            Range next = new Range(index++, first, count);
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
     */
    public static <W, R> void run(
            int images,
            int size,
            int threads,
            Supplier<W> workspace,
            Batch<W, R> batch,
            Consumer<R> consumer,
            Cancellation cancellation) {
        int workers = Math.max(1, Math.min(threads, images));
        Batches batches = new Batches(images, size, workers);
        Queue<R> queue = new Queue<>(consumer);
        Runnable worker =
                () -> {
                    W own = workspace.get();
                    for (Range next = batches.next(); next.count > 0; next = batches.next()) {
                        if (cancellation.isRequested()) {
                            return;
                        }
                        try {
                            queue.put(next.index, batch.run(own, next.first, next.count));
                        } catch (CancellationException stopped) {
                            return;
                        }
                    }
                };
        try (ExecutorService executor =
                Executors.newFixedThreadPool(
                        workers, Thread.ofPlatform().daemon().name("simulation-", 1).factory())) {
            List<Future<?>> futures = new ArrayList<>();
            for (int t = 0; t < workers; t++) {
                futures.add(executor.submit(worker));
            }
            for (Future<?> future : futures) {
                await(future);
            }
        }
    }

    static void await(Future<?> future) {
        try {
            future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a piece of work failed", e.getCause());
        }
    }
}
