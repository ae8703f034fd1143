package org.eccexplorer.onnx;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** The types of whole numbers in ONNX. */
enum WholeType {
    UINT8(2, 1, 0, 255),
    INT8(3, 1, -128, 127),
    UINT16(4, 2, 0, 65_535),
    INT16(5, 2, -32_768, 32_767),
    INT32(6, 4, Integer.MIN_VALUE, Integer.MAX_VALUE),
    INT64(7, 8, Long.MIN_VALUE, Long.MAX_VALUE),
    BOOL(9, 1, 0, 1),
    UINT32(12, 4, 0, 4_294_967_295L),
    UINT64(13, 8, 0, Long.MAX_VALUE);

    private final int number;
    private final int bytes;
    private final long least;
    private final long most;

    WholeType(int number, int bytes, long least, long most) {
        this.number = number;
        this.bytes = bytes;
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

    int bytes() {
        return bytes;
    }

    long least() {
        return least;
    }

    long most() {
        return most;
    }

    /** The value at a place of little-endian bytes. */
    long read(ByteBuffer stored, int index) {
        int at = index * bytes;
        return switch (this) {
            case INT8 -> stored.get(at);
            case UINT8, BOOL -> Byte.toUnsignedLong(stored.get(at));
            case INT16 -> stored.getShort(at);
            case UINT16 -> Short.toUnsignedLong(stored.getShort(at));
            case INT32 -> stored.getInt(at);
            case UINT32 -> Integer.toUnsignedLong(stored.getInt(at));
            case INT64, UINT64 -> stored.getLong(at);
        };
    }
}
