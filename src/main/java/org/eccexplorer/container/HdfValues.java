package org.eccexplorer.container;

import io.jhdf.api.Dataset;
import java.util.Arrays;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/** Texts, whole numbers and arrays of any shape of HDF5 datasets. */
public final class HdfValues {
    /** A text may have so many characters. */
    private static final int LONGEST_TEXT = 1 << 20;

    private static final int MOST_DIMENSIONS = 8;

    private HdfValues() {}

    /** The shape of a dataset, of at most 8 dimensions of at most 2³¹ − 1; a scalar's is empty. */
    public static int[] shape(String place, Dataset dataset) throws ProblemException {
        long[] found =
                HdfGuard.read(
                        place, Texts.text("container.theShape"), dataset::getDimensionsAsLong);
        double size = Arrays.stream(found).asDoubleStream().reduce(1, (a, b) -> a * b);
        if (found.length > MOST_DIMENSIONS || size > Integer.MAX_VALUE) {
            throw ModelFaults.limit(
                    place,
                    Texts.text("container.claimsFarMore"),
                    Texts.text("container.typeOfWeights", Arrays.toString(found)));
        }
        return Arrays.stream(found).mapToInt(Math::toIntExact).toArray();
    }

    /** One text. */
    public static String text(String place, Dataset dataset) throws ProblemException {
        String[] all = texts(place, dataset);
        if (all.length != 1) {
            throw notText(place);
        }
        return all[0];
    }

    /** Whether it holds texts. */
    public static boolean isText(String place, Dataset dataset) throws ProblemException {
        return HdfGuard.read(place, Texts.text("container.theType"), dataset::getJavaType)
                .equals(String.class);
    }

    /** Texts, in row-major order. */
    public static String[] texts(String place, Dataset dataset) throws ProblemException {
        HdfNumbers.checkSizes(place, dataset);
        if (!isText(place, dataset)) {
            throw notText(place);
        }
        Object data = HdfGuard.read(place, Texts.text("container.theData"), dataset::getDataFlat);
        return switch (data) {
            case String one -> new String[] {one};
            case String[] all when Arrays.stream(all).allMatch(HdfValues::isShort) -> all;
            case null, default -> throw notText(place);
        };
    }

    private static boolean isShort(String text) {
        return text != null && text.length() <= LONGEST_TEXT;
    }

    /** Whole numbers, of any width, in row-major order; a scalar is one. */
    public static int[] wholes(String place, Dataset dataset) throws ProblemException {
        HdfNumbers.checkSizes(place, dataset);
        Object data = HdfGuard.read(place, Texts.text("container.theData"), dataset::getDataFlat);
        long[] values =
                switch (data) {
                    case Number one when isWhole(one) -> new long[] {one.longValue()};
                    case long[] longs -> longs;
                    case int[] ints -> Arrays.stream(ints).asLongStream().toArray();
                    case short[] shorts -> {
                        long[] all = new long[shorts.length];
                        for (int i = 0; i < all.length; i++) {
                            all[i] = shorts[i];
                        }
                        yield all;
                    }
                    case byte[] bytes -> {
                        long[] all = new long[bytes.length];
                        for (int i = 0; i < all.length; i++) {
                            all[i] = bytes[i];
                        }
                        yield all;
                    }
                    case null, default -> throw notWhole(place);
                };
        for (long value : values) {
            if (value != (int) value) {
                throw ModelFaults.corrupt(
                        place,
                        Texts.text("container.notWhole"),
                        Texts.text("container.outOfRange", Numbers.count(value)));
            }
        }
        return Arrays.stream(values).mapToInt(Math::toIntExact).toArray();
    }

    private static boolean isWhole(Number one) {
        return one instanceof Long
                || one instanceof Integer
                || one instanceof Short
                || one instanceof Byte;
    }

    private static ProblemException notText(String place) {
        return ModelFaults.corrupt(
                place, Texts.text("container.notText"), Texts.text("container.textExpected"));
    }

    private static ProblemException notWhole(String place) {
        return ModelFaults.corrupt(
                place, Texts.text("container.notWhole"), Texts.text("container.wholeExpected"));
    }
}
