package org.eccexplorer.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.eccexplorer.container.ModelFaults;
import org.eccexplorer.problem.ProblemException;

/**
 * Reads the fields of one message in the wire format of Protocol Buffers, one after the other
 * (protobuf.dev, Encoding): what ONNX files are made of.
 */
final class WireReader {
    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int BYTES = 2;
    private static final int FIXED32 = 5;

    private final String where;
    private final byte[] data;
    private final int end;
    private int position;
    private int field;
    private int type;
    private long number;
    private int from;
    private int length;

    WireReader(String where, byte[] data) {
        this(where, data, 0, data.length);
    }

    private WireReader(String where, byte[] data, int from, int end) {
        this.where = where;
        this.data = data;
        this.position = from;
        this.end = end;
    }

    /** Goes to the next field; false at the end. */
    boolean next() throws ProblemException {
        if (position >= end) {
            return false;
        }
        long tag = varint();
        field = (int) (tag >>> 3);
        type = (int) (tag & 7);
        switch (type) {
            case VARINT -> number = varint();
            case FIXED64 -> skip(8);
            case FIXED32 -> skip(4);
            case BYTES -> {
                long size = varint();
                if (size < 0 || size > end - position) {
                    throw damaged("a field is longer than the file");
                }
                skip((int) size);
            }
            default -> throw damaged("a field has the type " + type);
        }
        return true;
    }

    private void skip(int bytes) throws ProblemException {
        if (bytes > end - position) {
            throw damaged("it ends within a field");
        }
        from = position;
        length = bytes;
        position += bytes;
    }

    private long varint() throws ProblemException {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            if (position >= end) {
                throw damaged("it ends within a number");
            }
            byte next = data[position++];
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw damaged("a number does not end");
    }

    ProblemException damaged(String why) {
        return ModelFaults.corrupt(where, "The model is damaged or not ONNX", why);
    }

    int field() {
        return field;
    }

    /** The field as a whole number. */
    long integer() throws ProblemException {
        if (type != VARINT) {
            throw damaged("field %d is no number".formatted(field));
        }
        return number;
    }

    /** The field as a float. */
    float real() throws ProblemException {
        if (type != FIXED32) {
            throw damaged("field %d is no float".formatted(field));
        }
        return buffer().getFloat();
    }

    private void requireBytes() throws ProblemException {
        if (type != BYTES) {
            throw damaged("field %d is no message".formatted(field));
        }
    }

    String text() throws ProblemException {
        requireBytes();
        return new String(data, from, length, StandardCharsets.UTF_8);
    }

    /** The field as a message of its own. */
    WireReader message() throws ProblemException {
        requireBytes();
        return new WireReader(where, data, from, from + length);
    }

    /** The bytes of the field. */
    ByteBuffer bytes() throws ProblemException {
        requireBytes();
        return buffer();
    }

    private ByteBuffer buffer() {
        return ByteBuffer.wrap(data, from, length).slice().order(ByteOrder.LITTLE_ENDIAN);
    }

    /** A repeated whole number: the field may hold one, or several packed ones. */
    long[] integers() throws ProblemException {
        if (type == VARINT) {
            return new long[] {number};
        }
        requireBytes();
        WireReader packed = message();
        long[] values = new long[length];
        int count = 0;
        while (packed.position < packed.end) {
            values[count++] = packed.varint();
        }
        return java.util.Arrays.copyOf(values, count);
    }
}
