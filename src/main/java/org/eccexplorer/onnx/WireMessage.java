package org.eccexplorer.onnx;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A message of Protocol Buffers, put together field by field. */
final class WireMessage {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CodedOutputStream out = CodedOutputStream.newInstance(bytes);

    /** What writes a field. */
    private interface Field {
        void write(CodedOutputStream out) throws IOException;
    }

    private WireMessage with(Field field) {
        try {
            field.write(out);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    WireMessage integer(int field, long value) {
        return with(to -> to.writeInt64(field, value));
    }

    WireMessage text(int field, String value) {
        return with(to -> to.writeString(field, value));
    }

    WireMessage message(int field, WireMessage value) {
        byte[] content = value.bytes();
        return with(to -> to.writeByteArray(field, content));
    }

    /** A repeated whole number, one field each. */
    WireMessage integers(int field, long... values) {
        for (long value : values) {
            integer(field, value);
        }
        return this;
    }

    /** Raw values, little-endian. */
    WireMessage floats(int field, float[] values) {
        ByteBuffer raw = little(Float.BYTES * values.length);
        raw.asFloatBuffer().put(values);
        return with(to -> to.writeBytes(field, ByteString.copyFrom(raw)));
    }

    /** Likewise. */
    WireMessage longs(int field, long[] values) {
        ByteBuffer raw = little(Long.BYTES * values.length);
        raw.asLongBuffer().put(values);
        return with(to -> to.writeBytes(field, ByteString.copyFrom(raw)));
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    byte[] bytes() {
        with(CodedOutputStream::flush);
        return bytes.toByteArray();
    }
}
