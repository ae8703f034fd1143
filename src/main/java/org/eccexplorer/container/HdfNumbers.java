package org.eccexplorer.container;

import io.jhdf.api.Dataset;
import io.jhdf.api.dataset.ChunkedDataset;
import java.util.Arrays;
import java.util.Set;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/** Reads the numbers of HDF5 datasets, their sizes checked before anything is allocated. */
public final class HdfNumbers {
    /** Declared data may be at most this many times what is stored, above {@link #RATIO_FLOOR}. */
    private static final long RATIO = 1000;

    private static final long RATIO_FLOOR = 64L << 20;

    /** A chunk may be at most this many times the dataset, above {@link #RATIO_FLOOR}. */
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
        long[] found =
                HdfGuard.read(
                        place, Texts.text("container.theShape"), dataset::getDimensionsAsLong);
        long[] expected = Arrays.stream(shape).asLongStream().toArray();
        if (!Arrays.equals(found, expected)) {
            throw ModelFaults.corrupt(
                    place,
                    Texts.text("container.otherShape"),
                    Texts.text(
                            "container.shapes", Arrays.toString(expected), Arrays.toString(found)));
        }
        checkSizes(place, dataset);
        if (!isFloating(place, dataset)) {
            throw ModelFaults.unsupported(
                    place,
                    Texts.text("container.notFloats"),
                    Texts.text("container.typeOfWeights", dataset.getJavaType().getSimpleName()),
                    Texts.text("container.useFloat32"));
        }
        float[] values =
                switch (HdfGuard.read(
                        place, Texts.text("container.theData"), dataset::getDataFlat)) {
                    case float[] singles -> singles;
                    case double[] doubles -> narrowed(doubles);
                    case null, default ->
                            throw ModelFaults.corrupt(
                                    place,
                                    Texts.text("container.weightsNeverWritten"),
                                    Texts.text("container.noDataStored"));
                };
        if (values.length != Arrays.stream(expected).reduce(1, (a, b) -> a * b)) {
            throw ModelFaults.corrupt(
                    place,
                    Texts.text("container.weightsIncomplete"),
                    Texts.text(
                            "container.valuesForShape",
                            Numbers.count(values.length),
                            Arrays.toString(expected)));
        }
        return values;
    }

    /** Whether a dataset holds floating-point numbers, of any width. */
    public static boolean isFloating(String place, Dataset dataset) throws ProblemException {
        Class<?> type = HdfGuard.read(place, Texts.text("container.theType"), dataset::getJavaType);
        // Scalars come boxed.
        return Set.of(float.class, double.class, Float.class, Double.class).contains(type);
    }

    /** Refuses what would take far more memory than is stored. */
    static void checkSizes(String place, Dataset dataset) throws ProblemException {
        double declared =
                HdfGuard.read(place, Texts.text("container.theSize"), () -> declaredBytes(dataset));
        long stored =
                HdfGuard.read(place, Texts.text("container.theSize"), dataset::getStorageInBytes);
        if (declared > RATIO_FLOOR && declared / Math.max(1, stored) > RATIO) {
            throw ModelFaults.limit(
                    place,
                    Texts.text("container.claimsFarMore"),
                    Texts.text(
                            "container.declaredAndStored",
                            Numbers.fixed(declared, 0),
                            Numbers.count(stored)));
        }
        if (dataset instanceof ChunkedDataset chunked) {
            checkChunks(place, chunked, declared);
        }
    }

    private static void checkChunks(String place, ChunkedDataset dataset, double declared)
            throws ProblemException {
        int[] lengths =
                HdfGuard.read(
                        place, Texts.text("container.theChunkSize"), dataset::getChunkDimensions);
        int rank =
                HdfGuard.read(
                        place,
                        Texts.text("container.theShape"),
                        () -> dataset.getDimensions().length);
        if (lengths.length != rank || Arrays.stream(lengths).anyMatch(length -> length < 1)) {
            throw ModelFaults.corrupt(
                    place,
                    Texts.text("container.hdfDamaged"),
                    Texts.text("container.chunkLengths", Arrays.toString(lengths), rank));
        }
        double chunk = dataset.getDataType().getSize();
        for (int length : lengths) {
            chunk *= length;
        }
        if (chunk > RATIO_FLOOR + CHUNK_RATIO * declared) {
            throw ModelFaults.limit(
                    place,
                    Texts.text("container.chunksTooLarge"),
                    Texts.text(
                            "container.chunkSize",
                            Numbers.fixed(chunk, 0),
                            Numbers.fixed(declared, 0)));
        }
    }

    /** A long would not hold every product of lengths that a file can name. */
    private static double declaredBytes(Dataset dataset) {
        double bytes = dataset.getDataType().getSize();
        for (long length : dataset.getDimensionsAsLong()) {
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
