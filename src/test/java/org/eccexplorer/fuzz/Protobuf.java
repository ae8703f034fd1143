package org.eccexplorer.fuzz;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A message of Protocol Buffers whose lengths are right: fields within fields are others. */
final class Protobuf implements Mutator {
    private static final int MAX_DEPTH = 8;

    private final Bytes bytes = new Bytes();

    /** A field; of varints and fixed numbers the value, of all else the bytes. */
    private record Field(int tag, long number, byte[] content) {
        int type() {
            return WireFormat.getTagWireType(tag);
        }
    }

    @Override
    public byte[] mutant(byte[] good, Random random) {
        return random.nextInt(6) == 0 ? bytes.mutant(good, random) : changed(good, random, 0);
    }

    private byte[] changed(byte[] message, Random random, int depth) {
        List<Field> fields = fields(message);
        if (fields.isEmpty() || depth > MAX_DEPTH) {
            return bytes.mutant(message, random);
        }
        int at = random.nextInt(fields.size());
        Field field = fields.get(at);
        int kind = random.nextInt(12);
        if (kind == 0) {
            fields.remove(at);
        } else if (kind == 1) {
            fields.add(random.nextInt(fields.size() + 1), field);
        } else if (kind == 2) {
            int number = 1 + random.nextInt(20);
            fields.set(at, new Field(number << 3 | field.type(), field.number(), field.content()));
        } else if (field.type() == WireFormat.WIRETYPE_LENGTH_DELIMITED) {
            byte[] inside = field.content();
            byte[] other =
                    fields(inside).isEmpty()
                            ? bytes.mutant(inside, random)
                            : changed(inside, random, depth + 1);
            fields.set(at, new Field(field.tag(), 0, other));
        } else {
            long edge = Bytes.EDGES[random.nextInt(Bytes.EDGES.length)];
            long other = random.nextBoolean() ? edge : field.number() + random.nextInt(5) - 2;
            fields.set(at, new Field(field.tag(), other, new byte[0]));
        }
        return written(fields);
    }

    /** The fields of a message; none if it is no message. */
    private static List<Field> fields(byte[] message) {
        List<Field> fields = new ArrayList<>();
        CodedInputStream in = CodedInputStream.newInstance(message);
        try {
            for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
                switch (WireFormat.getTagWireType(tag)) {
                    case WireFormat.WIRETYPE_VARINT ->
                            fields.add(new Field(tag, in.readRawVarint64(), new byte[0]));
                    case WireFormat.WIRETYPE_FIXED32 ->
                            fields.add(new Field(tag, in.readRawLittleEndian32(), new byte[0]));
                    case WireFormat.WIRETYPE_FIXED64 ->
                            fields.add(new Field(tag, in.readRawLittleEndian64(), new byte[0]));
                    case WireFormat.WIRETYPE_LENGTH_DELIMITED ->
                            fields.add(new Field(tag, 0, in.readByteArray()));
                    default -> {
                        return new ArrayList<>();
                    }
                }
            }
            return fields;
        } catch (IOException noMessage) {
            return new ArrayList<>();
        }
    }

    private static byte[] written(List<Field> fields) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        try {
            for (Field field : fields) {
                out.writeUInt32NoTag(field.tag());
                switch (field.type()) {
                    case WireFormat.WIRETYPE_VARINT -> out.writeUInt64NoTag(field.number());
                    case WireFormat.WIRETYPE_FIXED32 -> out.writeFixed32NoTag((int) field.number());
                    case WireFormat.WIRETYPE_FIXED64 -> out.writeFixed64NoTag(field.number());
                    default -> out.writeByteArrayNoTag(field.content());
                }
            }
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
