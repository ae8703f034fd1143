package org.eccexplorer.app.bench;

/** How much memory the program's objects take. */
public final class MemoryInUse {
    private MemoryInUse() {}

    /** Bytes in use after a collection. */
    public static long bytes() {
        Runtime runtime = Runtime.getRuntime();
        runtime.gc();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
