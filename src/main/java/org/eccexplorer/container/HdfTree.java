package org.eccexplorer.container;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Groups and data sets to be written as HDF5 by {@link HdfWriter}. */
public sealed interface HdfTree {
    /**
     * A group of others.
     *
     * @param attributes by name: String, Long or Double
     */
    record Group(Map<String, Object> attributes, Map<String, HdfTree> members) implements HdfTree {
        /** Without members yet. */
        public static Group with(Map<String, Object> attributes) {
            return new Group(attributes, new LinkedHashMap<>());
        }
    }

    /** A data set: an array in C order, or a scalar where the shape is empty. */
    sealed interface Data extends HdfTree {
        /** Its lengths. */
        int[] shape();

        /** Bytes of one value. */
        int width();

        /** Bytes of all values. */
        default long size() {
            return values(shape()) * width();
        }
    }

    /** 64-bit integers. The array belongs to the record and is never changed. */
    record Longs(long[] values, int... shape) implements Data {
        public Longs {
            fits(values.length, shape);
        }

        @Override
        public int width() {
            return Long.BYTES;
        }
    }

    /** Float64, likewise. */
    record Doubles(double[] values, int... shape) implements Data {
        public Doubles {
            fits(values.length, shape);
        }

        @Override
        public int width() {
            return Double.BYTES;
        }
    }

    /** Float32, likewise; compressed where there are many. */
    record Floats(float[] values, int... shape) implements Data {
        public Floats {
            fits(values.length, shape);
        }

        @Override
        public int width() {
            return Float.BYTES;
        }
    }

    /** Texts in UTF-8, each as long as the longest and a zero. */
    record Texts(List<String> values, int... shape) implements Data {
        public Texts {
            values = List.copyOf(values);
            fits(values.size(), shape);
        }

        @Override
        public int width() {
            return 1 + values.stream().mapToInt(text -> utf8(text).length).max().orElse(0);
        }
    }

    /** One text. */
    static Data text(String value) {
        return new Texts(List.of(value));
    }

    /** One whole number. */
    static Data whole(long value) {
        return new Longs(new long[] {value});
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void fits(long values, int[] shape) {
        if (values(shape) != values) {
            throw new IllegalArgumentException("values do not fill the shape");
        }
    }

    private static long values(int[] shape) {
        long size = 1;
        for (int length : shape) {
            size *= length;
        }
        return size;
    }
}
