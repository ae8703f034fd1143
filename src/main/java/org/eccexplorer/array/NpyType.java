package org.eccexplorer.array;

import java.nio.ByteBuffer;

/** The number types of NumPy that are read: f2, f4, f8, signed and unsigned integers, bool. */
final class NpyType {
    private NpyType() {}

    /** Bytes per value; 0 for a type that is not read. */
    static int width(String type) {
        return switch (type) {
            case "b1", "u1", "i1" -> 1;
            case "f2", "u2", "i2" -> 2;
            case "f4", "u4", "i4" -> 4;
            case "f8", "u8", "i8" -> 8;
            default -> 0;
        };
    }

    static double next(String type, ByteBuffer buffer) {
        return switch (type) {
            case "b1" -> buffer.get() == 0 ? 0 : 1;
            case "u1" -> buffer.get() & 0xff;
            case "i1" -> buffer.get();
            case "f2" -> Float.float16ToFloat(buffer.getShort());
            case "u2" -> buffer.getShort() & 0xffff;
            case "i2" -> buffer.getShort();
            case "f4" -> buffer.getFloat();
            case "u4" -> buffer.getInt() & 0xffffffffL;
            case "i4" -> buffer.getInt();
            case "f8" -> buffer.getDouble();
            case "u8", "i8" -> buffer.getLong();
            default -> throw new IllegalArgumentException(type);
        };
    }
}
