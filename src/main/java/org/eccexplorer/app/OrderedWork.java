package org.eccexplorer.app;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Works through images in batches on several threads and hands their results over in order, one at
 * a time, so that whatever is summed from them does not depend on the number of threads. The first
 * batches are small, so that the first results are there soon.
 */
final class OrderedWork {
    private OrderedWork() {}

    /**
     * Work on {@code count} images from {@code first} on, with what its thread keeps for itself.
     */
    @FunctionalInterface
    interface Batch<W, R> {
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

    /**
     * Runs all batches and returns when the last is done or the job was cancelled.
     *
     * @param images how many there are
     * @param size images in a batch, a power of two; the first ones and the last may have fewer
     * @param workspace makes what each thread keeps
     * @param consumer gets the results in order, never two at once
     */
    static <W, R> void run(
            int images,
            int size,
            int threads,
            Supplier<W> workspace,
            Batch<W, R> batch,
            Consumer<R> consumer,
            Cancellation cancellation) {
        int count = batches(images, size);
        AtomicInteger next = new AtomicInteger();
        Queue<R> queue = new Queue<>(consumer);
        Runnable worker =
                () -> {
                    W own = workspace.get();
                    for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                        if (cancellation.isRequested()) {
                            return;
                        }
                        try {
                            int first = first(i, size);
                            int end = Math.min(first(i + 1, size), images);
                            queue.put(i, batch.run(own, first, end - first));
                        } catch (CancellationException stopped) {
                            return;
                        }
                    }
                };
        try (ExecutorService executor =
                Executors.newFixedThreadPool(
                        Math.max(1, Math.min(threads, count)),
                        Thread.ofPlatform().daemon().name("simulation-", 1).factory())) {
            List<Future<?>> futures = new ArrayList<>();
            for (int t = 0; t < Math.max(1, Math.min(threads, count)); t++) {
                futures.add(executor.submit(worker));
            }
            for (Future<?> future : futures) {
                await(future);
            }
        }
    }

    private static int batches(int images, int size) {
        int count = 0;
        while (first(count, size) < images) {
            count++;
        }
        return count;
    }

    /** The first image of a batch; they have 1, 2, 4, … images, then always {@code size}. */
    private static int first(int batch, int size) {
        int doublings = Integer.numberOfTrailingZeros(size);
        return batch <= doublings ? (1 << batch) - 1 : size - 1 + (batch - doublings) * size;
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
