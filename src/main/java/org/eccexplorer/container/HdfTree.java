package org.eccexplorer.container;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Groups, data sets and attributes to be written as HDF5 by {@link HdfWriter}. Attributes are
 * strings, whole numbers or floats.
 */
public sealed interface HdfTree {
    /** Attributes by name: String, Long or Double. */
    Map<String, Object> attributes();

    /** A group of others. */
    record Group(Map<String, Object> attributes, Map<String, HdfTree> members) implements HdfTree {
        /** Without members yet. */
        public static Group with(Map<String, Object> attributes) {
            return new Group(attributes, new LinkedHashMap<>());
        }
    }

    /**
     * An array of 64-bit integers in C order. The array belongs to the record and is never changed.
     */
    record Longs(Map<String, Object> attributes, long[] values, int... shape) implements HdfTree {
        public Longs {
            fits(values.length, shape);
        }
    }

    /** An array of float64, likewise. */
    record Doubles(Map<String, Object> attributes, double[] values, int... shape)
            implements HdfTree {
        public Doubles {
            fits(values.length, shape);
        }
    }

    private static void fits(long values, int[] shape) {
        long size = 1;
        for (int length : shape) {
            size *= length;
        }
        if (size != values) {
            throw new IllegalArgumentException("values do not fill the shape");
        }
    }
}
