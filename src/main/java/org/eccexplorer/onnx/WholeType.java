package org.eccexplorer.onnx;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** The types of whole numbers in ONNX. */
enum WholeType {
    UINT8(2, 8, 0, 255),
    INT8(3, 8, -128, 127),
    UINT16(4, 16, 0, 65_535),
    INT16(5, 16, -32_768, 32_767),
    INT32(6, 32, Integer.MIN_VALUE, Integer.MAX_VALUE),
    INT64(7, 64, Long.MIN_VALUE, Long.MAX_VALUE),
    BOOL(9, 8, 0, 1),
    UINT32(12, 32, 0, 4_294_967_295L),
    UINT64(13, 64, 0, Long.MAX_VALUE),
    /** Two in a byte, the first in its lower half; so are those of INT4. */
    UINT4(21, 4, 0, 15),
    INT4(22, 4, -8, 7);

    private final int number;
    private final int bits;
    private final long least;
    private final long most;

    WholeType(int number, int bits, long least, long most) {
        this.number = number;
        this.bits = bits;
        this.least = least;
        this.most = most;
    }

    /** The type of this number in ONNX; null if it is none of whole numbers. */
    static @Nullable WholeType of(long number) {
        for (WholeType type : values()) {
            if (type.number == number) {
                return type;
            }
        }
        return null;
    }

    /** Bytes that so many values take. */
    long bytes(int count) {
        return ((long) count * bits + 7) / 8;
    }

    long least() {
        return least;
    }

    long most() {
        return most;
    }

    /** The value at a place of little-endian bytes. */
    long read(ByteBuffer stored, int index) {
        int at = (int) ((long) index * bits / 8);
        return switch (this) {
            case INT8 -> stored.get(at);
            case UINT8, BOOL -> Byte.toUnsignedLong(stored.get(at));
            case INT16 -> stored.getShort(at);
            case UINT16 -> Short.toUnsignedLong(stored.getShort(at));
            case INT32 -> stored.getInt(at);
            case UINT32 -> Integer.toUnsignedLong(stored.getInt(at));
            case INT64, UINT64 -> stored.getLong(at);
            case UINT4 -> (stored.get(at) >> (4 * (index % 2))) & 0xF;
            // Shifted up to the sign of the int and down again.
            case INT4 -> (stored.get(at) << (28 - 4 * (index % 2))) >> 28;
        };
    }
}
