package org.eccexplorer.app.bench;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** What a benchmark asks of memory and time. */
public final class Measuring {
    private Measuring() {}

    /** Bytes in use after a collection. */
    public static long bytes() {
        Runtime runtime = Runtime.getRuntime();
        runtime.gc();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /** Waits until something holds, asking every five milliseconds. */
    public static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            LockSupport.parkNanos(5_000_000);
        }
    }
}
