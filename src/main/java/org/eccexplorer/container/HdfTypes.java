package org.eccexplorer.container;

/** Types and shapes of data as HDF5 describes them. */
final class HdfTypes {
    private HdfTypes() {}

    /** Without lengths a scalar. */
    static HdfBytes space(int... shape) {
        HdfBytes space = new HdfBytes().raw(2, shape.length, 0, shape.length == 0 ? 0 : 1);
        for (int length : shape) {
            space.longs(length);
        }
        return space;
    }

    /** Of the values of a data set. */
    static HdfBytes of(HdfTree.Data data) {
        return switch (data) {
            case HdfTree.Longs _ -> longs();
            case HdfTree.Doubles _ -> doubles();
            case HdfTree.Floats _ -> floats();
            case HdfTree.Texts texts -> texts(texts.width());
        };
    }

    static HdfBytes longs() {
        return new HdfBytes().raw(0x10, 0x08, 0, 0).ints(Long.BYTES).shorts(0, Long.SIZE);
    }

    /** IEEE 754: 52 bits, then 11 bits of exponent, then the sign. */
    static HdfBytes doubles() {
        HdfBytes type = new HdfBytes().raw(0x11, 0x20, 0x3F, 0).ints(Double.BYTES);
        return type.shorts(0, Double.SIZE).raw(52, 11, 0, 52).ints(1023);
    }

    /** IEEE 754: 23 bits, then 8 bits of exponent, then the sign. */
    private static HdfBytes floats() {
        HdfBytes type = new HdfBytes().raw(0x11, 0x20, 0x1F, 0).ints(Float.BYTES);
        return type.shorts(0, Float.SIZE).raw(23, 8, 0, 23).ints(127);
    }

    /** A string of fixed length in UTF-8 that ends with a zero. */
    private static HdfBytes texts(int length) {
        return new HdfBytes().raw(0x13, 0x10, 0, 0).ints(length);
    }

    /** A string of variable length in UTF-8, of characters of one byte. */
    static HdfBytes text() {
        HdfBytes type = new HdfBytes().raw(0x19, 0x01, 0x01, 0).ints(16);
        return type.raw(0x10, 0, 0, 0).ints(1).shorts(0, Byte.SIZE);
    }
}
