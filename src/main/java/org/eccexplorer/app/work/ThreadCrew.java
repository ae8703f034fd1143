package org.eccexplorer.app.work;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.eccexplorer.sim.Crew;

/** Several threads that work on one image together, the calling one among them. */
public final class ThreadCrew implements Crew, AutoCloseable {
    private final int size;
    private final ExecutorService others;

    public ThreadCrew(int size) {
        this.size = size;
        others =
                Executors.newFixedThreadPool(
                        Math.max(1, size - 1),
                        Thread.ofPlatform().daemon().name("rows-", 1).factory());
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void run(int pieces, Work work) {
        AtomicInteger next = new AtomicInteger();
        FirstFailure failure = new FirstFailure(() -> next.set(pieces));
        List<Future<?>> running = new ArrayList<>();
        for (int w = 1; w < Math.min(size, pieces); w++) {
            int worker = w;
            running.add(others.submit(failure.noting(() -> work(worker, pieces, next, work))));
        }
        failure.noting(() -> work(0, pieces, next, work)).run();
        running.forEach(OrderedWork::await);
        failure.rethrow();
    }

    private static void work(int worker, int pieces, AtomicInteger next, Work work) {
        for (int i = next.getAndIncrement(); i < pieces; i = next.getAndIncrement()) {
            work.run(worker, i);
        }
    }

    @Override
    public void close() {
        others.shutdown();
    }
}
