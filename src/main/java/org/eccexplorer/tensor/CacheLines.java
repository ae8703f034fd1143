package org.eccexplorer.tensor;

/**
 * Arrays whose vectors lie within cache lines. A vector of 64 bytes that begins anywhere else
 * touches two lines, and reading rows of weights takes twice as long (measured on AVX-512).
 *
 * <p>The JVM places small arrays where it likes, but G1 gives an array of at least half a heap
 * region regions of its own: its header begins a region, so where its lines begin is known. With
 * another collector or another header all this costs is time.
 */
public final class CacheLines {
    /** Bytes of the header of an array, before its values. */
    private static final int HEADER = 16;

    private static final int LINE = 64;

    /** Half a region of 1 MiB, as set by {@code -XX:G1HeapRegionSize}. */
    private static final int OWN_REGION = 1 << 19;

    /** Floats in a line. */
    public static final int FLOATS = LINE / Float.BYTES;

    /** Shorts in a line. */
    public static final int SHORTS = LINE / Short.BYTES;

    /** The first value of an array of floats that begins a line. */
    public static final int FIRST_FLOAT = (LINE - HEADER) / Float.BYTES;

    /** The first value of an array of shorts that begins a line. */
    public static final int FIRST_SHORT = (LINE - HEADER) / Short.BYTES;

    private CacheLines() {}

    /** Room for this many floats from {@link #FIRST_FLOAT} on. */
    public static float[] floats(int size) {
        return new float[Math.max(OWN_REGION / Float.BYTES, Math.addExact(size, FIRST_FLOAT))];
    }

    /** Room for this many shorts from {@link #FIRST_SHORT} on. */
    public static short[] shorts(int size) {
        return new short[Math.max(OWN_REGION / Short.BYTES, Math.addExact(size, FIRST_SHORT))];
    }
}
