package org.eccexplorer.container;

import io.jhdf.api.Dataset;
import io.jhdf.api.dataset.ChunkedDataset;
import java.util.Arrays;
import java.util.Set;
import org.eccexplorer.problem.ProblemException;

/** Reads the numbers of HDF5 datasets, their sizes checked before anything is allocated. */
public final class HdfNumbers {
    /** Declared data may be at most so many times what is stored, above {@link #RATIO_FLOOR}. */
    private static final long RATIO = 1000;

    private static final long RATIO_FLOOR = 64L << 20;

    /** A chunk may be at most so many times the dataset, above {@link #RATIO_FLOOR}. */
    private static final long CHUNK_RATIO = 16;

    private HdfNumbers() {}

    /**
     * Reads a dataset as float32.
     *
     * @param place the file and the dataset, for messages
     * @param shape that it must have
     */
    public static float[] floats(String place, Dataset dataset, int[] shape)
            throws ProblemException {
        long[] found = HdfGuard.read(place, "the shape", dataset::getDimensionsAsLong);
        long[] expected = Arrays.stream(shape).asLongStream().toArray();
        if (!Arrays.equals(found, expected)) {
            throw ModelFaults.corrupt(
                    place,
                    "The weights have another shape than the architecture says",
                    "expected %s, found %s"
                            .formatted(Arrays.toString(expected), Arrays.toString(found)));
        }
        checkSizes(place, dataset);
        if (!isFloating(place, dataset)) {
            throw ModelFaults.unsupported(
                    place,
                    "The weights are not floating-point numbers",
                    "their type is " + dataset.getJavaType().getSimpleName(),
                    "Save the model with float32 weights");
        }
        float[] values =
                switch (HdfGuard.read(place, "the data", dataset::getDataFlat)) {
                    case float[] singles -> singles;
                    case double[] doubles -> narrowed(doubles);
                    case null, default ->
                            throw ModelFaults.corrupt(
                                    place, "The weights were never written", "no data are stored");
                };
        if (values.length != Arrays.stream(expected).reduce(1, (a, b) -> a * b)) {
            throw ModelFaults.corrupt(
                    place,
                    "The weights are incomplete",
                    "%,d values for the shape %s"
                            .formatted(values.length, Arrays.toString(expected)));
        }
        return values;
    }

    /** Whether a dataset holds floating-point numbers, of any width. */
    public static boolean isFloating(String place, Dataset dataset) throws ProblemException {
        Class<?> type = HdfGuard.read(place, "the type", dataset::getJavaType);
        // Scalars come boxed.
        return Set.of(float.class, double.class, Float.class, Double.class).contains(type);
    }

    /** Refuses what would take far more memory than is stored. */
    static void checkSizes(String place, Dataset dataset) throws ProblemException {
        long declared = HdfGuard.read(place, "the size", dataset::getSizeInBytes);
        long stored = HdfGuard.read(place, "the size", dataset::getStorageInBytes);
        if (declared > RATIO_FLOOR && declared / Math.max(1, stored) > RATIO) {
            throw ModelFaults.limit(
                    place,
                    "The data claim to be far larger than what is stored",
                    "%,d bytes from %,d".formatted(declared, stored));
        }
        if (dataset instanceof ChunkedDataset chunked) {
            double chunk = HdfGuard.read(place, "the chunk size", () -> chunkBytes(chunked));
            if (chunk > RATIO_FLOOR + (double) CHUNK_RATIO * declared) {
                throw ModelFaults.limit(
                        place,
                        "The data are stored in chunks far larger than they are",
                        "%,.0f bytes a chunk for %,d bytes".formatted(chunk, declared));
            }
        }
    }

    private static double chunkBytes(ChunkedDataset dataset) {
        double bytes = dataset.getDataType().getSize();
        for (int length : dataset.getChunkDimensions()) {
            bytes *= length;
        }
        return bytes;
    }

    private static float[] narrowed(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}
