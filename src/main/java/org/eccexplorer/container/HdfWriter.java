package org.eccexplorer.container;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * Writes HDF5 with strings of variable length as attributes, as h5py writes them and Python
 * programs compare them with (jhdf writes strings of fixed length, which h5py hands over as bytes).
 * By the HDF5 File Format Specification 3.0: superblock 2, object headers 2 with links inside,
 * contiguous data, one global heap with the strings.
 */
public final class HdfWriter {
    private static final long UNDEFINED = -1;
    private static final int SUPERBLOCK = 48;
    private static final int LEAST_HEAP = 4096;

    private final List<String> strings = new ArrayList<>();
    private final List<byte[]> headers = new ArrayList<>();
    private final IdentityHashMap<HdfTree, Long> places = new IdentityHashMap<>();
    private long end;

    private HdfWriter() {}

    /** Writes a file whose root is this group. */
    public static void write(OutputStream out, HdfTree.Group root) throws IOException {
        new HdfWriter().file(out, root);
    }

    private void file(OutputStream out, HdfTree.Group root) throws IOException {
        List<HdfTree> data = new ArrayList<>();
        gather(root, data);
        byte[] heap = heap();
        end = (long) SUPERBLOCK + heap.length;
        for (HdfTree one : data) {
            places.put(one, end);
            end += size(one);
        }
        long top = header(root);
        Bytes superblock = new Bytes();
        superblock.raw(0x89, 'H', 'D', 'F', '\r', '\n', 0x1A, '\n').raw(2, 8, 8, 0);
        superblock.longs(0, UNDEFINED, end, top).checksum();
        out.write(superblock.array());
        out.write(heap);
        for (HdfTree one : data) {
            values(out, one);
        }
        for (byte[] header : headers) {
            out.write(header);
        }
    }

    private void gather(HdfTree tree, List<HdfTree> data) {
        for (Object value : tree.attributes().values()) {
            if (value instanceof String text && !strings.contains(text)) {
                strings.add(text);
            }
        }
        if (tree instanceof HdfTree.Group group) {
            group.members().values().forEach(member -> gather(member, data));
        } else {
            data.add(tree);
        }
    }

    /** The global heap: each string an object, numbered from 1, then what is free. */
    private byte[] heap() {
        Bytes objects = new Bytes();
        for (int i = 0; i < strings.size(); i++) {
            byte[] text = strings.get(i).getBytes(StandardCharsets.UTF_8);
            objects.shorts(i + 1, 1).ints(0).longs(text.length).bytes(text).align();
        }
        int size = Math.max(LEAST_HEAP, (objects.size() + 32 + 7) / 8 * 8);
        Bytes heap = new Bytes().ascii("GCOL").raw(1, 0, 0, 0).longs(size);
        heap.bytes(objects.array());
        int free = size - heap.size();
        heap.shorts(0, 0).ints(0).longs(free).bytes(new byte[free - 16]);
        return heap.array();
    }

    private static long size(HdfTree tree) {
        return switch (tree) {
            case HdfTree.Group _ -> 0;
            case HdfTree.Longs longs -> (long) Long.BYTES * longs.values().length;
            case HdfTree.Doubles doubles -> (long) Double.BYTES * doubles.values().length;
        };
    }

    private static void values(OutputStream out, HdfTree tree) throws IOException {
        ByteBuffer one = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        switch (tree) {
            case HdfTree.Group _ -> throw new IllegalArgumentException("a group has no values");
            case HdfTree.Longs longs -> {
                for (long value : longs.values()) {
                    out.write(one.putLong(0, value).array());
                }
            }
            case HdfTree.Doubles doubles -> {
                for (double value : doubles.values()) {
                    out.write(one.putDouble(0, value).array());
                }
            }
        }
    }

    /** Adds the header of an object behind those of its members, and tells where it is. */
    private long header(HdfTree tree) {
        Bytes messages = new Bytes();
        switch (tree) {
            case HdfTree.Group group -> group(messages, group);
            case HdfTree.Longs longs -> data(messages, longs, longType(), longs.shape());
            case HdfTree.Doubles doubles -> data(messages, doubles, doubleType(), doubles.shape());
        }
        tree.attributes().forEach((name, value) -> attribute(messages, name, value));
        Bytes header = new Bytes().ascii("OHDR").raw(2, 2).ints(messages.size());
        header.bytes(messages.array()).checksum();
        long at = end;
        headers.add(header.array());
        end += header.size();
        return at;
    }

    private void group(Bytes messages, HdfTree.Group group) {
        message(messages, 0x02, new Bytes().raw(0, 0).longs(UNDEFINED, UNDEFINED));
        message(messages, 0x0A, new Bytes().raw(0, 0));
        group.members()
                .forEach((name, member) -> {
                    byte[] text = name.getBytes(StandardCharsets.UTF_8);
                    long at = header(member);
                    Bytes link = new Bytes().raw(1, 0x11, 1).shorts(text.length).bytes(text);
                    message(messages, 0x06, link.longs(at));
                });
    }

    private void data(Bytes messages, HdfTree tree, Bytes type, int[] shape) {
        message(messages, 0x01, space(shape));
        message(messages, 0x03, type);
        message(messages, 0x05, new Bytes().raw(3, 0x0A));
        long size = size(tree);
        long at = size == 0 ? UNDEFINED : place(tree);
        message(messages, 0x08, new Bytes().raw(3, 1).longs(at, size));
    }

    private long place(HdfTree tree) {
        Long at = places.get(tree);
        if (at == null) {
            throw new IllegalStateException("data without a place");
        }
        return at;
    }

    private void attribute(Bytes messages, String name, Object value) {
        Bytes type;
        Bytes content = new Bytes();
        switch (value) {
            case String text -> {
                type = textType();
                content.ints(text.getBytes(StandardCharsets.UTF_8).length);
                content.longs(SUPERBLOCK).ints(strings.indexOf(text) + 1);
            }
            case Long whole -> {
                type = longType();
                content.longs(whole);
            }
            case Double real -> {
                type = doubleType();
                content.longs(Double.doubleToRawLongBits(real));
            }
            default -> throw new IllegalArgumentException(name + " is a " + value.getClass());
        }
        byte[] text = (name + "\0").getBytes(StandardCharsets.UTF_8);
        Bytes space = space();
        Bytes attribute = new Bytes().raw(3, 0).shorts(text.length, type.size(), space.size());
        attribute.raw(1).bytes(text).bytes(type.array()).bytes(space.array());
        message(messages, 0x0C, attribute.bytes(content.array()));
    }

    private static void message(Bytes messages, int type, Bytes body) {
        messages.raw(type).shorts(body.size()).raw(0).bytes(body.array());
    }

    /** Without lengths a scalar. */
    private static Bytes space(int... shape) {
        Bytes space = new Bytes().raw(2, shape.length, 0, shape.length == 0 ? 0 : 1);
        for (int length : shape) {
            space.longs(length);
        }
        return space;
    }

    private static Bytes longType() {
        return new Bytes().raw(0x10, 0x08, 0, 0).ints(Long.BYTES).shorts(0, Long.SIZE);
    }

    /** IEEE 754: 52 bits, then 11 bits of exponent, then the sign. */
    private static Bytes doubleType() {
        Bytes type = new Bytes().raw(0x11, 0x20, 0x3F, 0).ints(Double.BYTES);
        return type.shorts(0, Double.SIZE).raw(52, 11, 0, 52).ints(1023);
    }

    /** A string of variable length in UTF-8, of characters of one byte. */
    private static Bytes textType() {
        Bytes type = new Bytes().raw(0x19, 0x01, 0x01, 0).ints(16);
        return type.raw(0x10, 0, 0, 0).ints(1).shorts(0, Byte.SIZE);
    }

    /** Bytes one after the other, little-endian. */
    private static final class Bytes {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Bytes raw(int... values) {
            for (int value : values) {
                out.write(value);
            }
            return this;
        }

        Bytes shorts(int... values) {
            for (int value : values) {
                raw(value, value >> 8);
            }
            return this;
        }

        Bytes ints(int... values) {
            for (int value : values) {
                shorts(value, value >> 16);
            }
            return this;
        }

        Bytes longs(long... values) {
            for (long value : values) {
                ints((int) value, (int) (value >> 32));
            }
            return this;
        }

        Bytes ascii(String text) {
            return bytes(text.getBytes(StandardCharsets.US_ASCII));
        }

        Bytes bytes(byte[] values) {
            out.writeBytes(values);
            return this;
        }

        void align() {
            while (out.size() % 8 != 0) {
                out.write(0);
            }
        }

        void checksum() {
            byte[] all = array();
            ints(Lookup3.of(all, all.length));
        }

        int size() {
            return out.size();
        }

        byte[] array() {
            return out.toByteArray();
        }
    }
}
