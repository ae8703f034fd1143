package org.eccexplorer.container;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes HDF5 with strings of variable length as attributes, as h5py writes them and Python
 * programs compare them with (jhdf writes strings of fixed length, which h5py hands over as bytes,
 * and writes attributes wrong where they are large). By the HDF5 File Format Specification 3.0:
 * superblock 2, object headers 2 with links inside, contiguous data, float32 compressed in one
 * chunk where there are many, one global heap with the strings of attributes. The same tree gives
 * the same bytes.
 */
public final class HdfWriter {
    private static final long UNDEFINED = -1;
    private static final int SUPERBLOCK = 48;
    private static final int LEAST_HEAP = 4096;

    /** Arrays of fewer values are written as they are. */
    private static final int COMPRESSED_FROM = 1024;

    private static final int LEVEL = 6;

    private final List<String> strings = new ArrayList<>();
    private final List<byte[]> headers = new ArrayList<>();
    private final IdentityHashMap<HdfTree.Data, Stored> places = new IdentityHashMap<>();
    private long end;

    private HdfWriter() {}

    /**
     * Where the values of a data set are.
     *
     * @param packed what is there in their place; null if they are written as they are
     */
    private record Stored(long at, long size, byte @Nullable [] packed) {}

    /** Writes a file whose root is this group. */
    public static void write(OutputStream out, HdfTree.Group root) throws IOException {
        new HdfWriter().file(out, root);
    }

    private void file(OutputStream out, HdfTree.Group root) throws IOException {
        List<HdfTree.Data> data = new ArrayList<>();
        gather(root, data);
        byte[] heap = heap();
        end = (long) SUPERBLOCK + heap.length;
        for (HdfTree.Data one : data) {
            byte[] packed = packed(one);
            long size = packed == null ? one.size() : packed.length;
            places.put(one, new Stored(size == 0 ? UNDEFINED : end, size, packed));
            end += size;
        }
        long top = header(root);
        HdfBytes superblock = new HdfBytes();
        superblock.raw(0x89, 'H', 'D', 'F', '\r', '\n', 0x1A, '\n').raw(2, 8, 8, 0);
        superblock.longs(0, UNDEFINED, end, top).checksum();
        out.write(superblock.array());
        out.write(heap);
        for (HdfTree.Data one : data) {
            byte[] packed = stored(one).packed();
            if (packed == null) {
                values(out, one);
            } else {
                out.write(packed);
            }
        }
        for (byte[] header : headers) {
            out.write(header);
        }
    }

    private void gather(HdfTree tree, List<HdfTree.Data> data) {
        switch (tree) {
            case HdfTree.Group group -> {
                for (Object value : group.attributes().values()) {
                    if (value instanceof String text && !strings.contains(text)) {
                        strings.add(text);
                    }
                }
                group.members().values().forEach(member -> gather(member, data));
            }
            case HdfTree.Data one -> data.add(one);
        }
    }

    /** The global heap: each string an object, numbered from 1, then what is free. */
    private byte[] heap() {
        if (strings.isEmpty()) {
            return new byte[0];
        }
        HdfBytes objects = new HdfBytes();
        for (int i = 0; i < strings.size(); i++) {
            byte[] text = utf8(strings.get(i));
            objects.shorts(i + 1, 1).ints(0).longs(text.length).bytes(text).align();
        }
        int size = Math.max(LEAST_HEAP, (objects.size() + 32 + 7) / 8 * 8);
        HdfBytes heap = new HdfBytes().ascii("GCOL").raw(1, 0, 0, 0).longs(size);
        heap.bytes(objects.array());
        int free = size - heap.size();
        heap.shorts(0, 0).ints(0).longs(free).bytes(new byte[free - 16]);
        return heap.array();
    }

    /** Many float32: the first bytes of all values, then the second ones …, deflated. */
    private static byte @Nullable [] packed(HdfTree.Data data) throws IOException {
        if (!(data instanceof HdfTree.Floats floats) || floats.values().length < COMPRESSED_FROM) {
            return null;
        }
        int count = floats.values().length;
        byte[] shuffled = new byte[Math.multiplyExact(count, Float.BYTES)];
        for (int i = 0; i < count; i++) {
            int bits = Float.floatToRawIntBits(floats.values()[i]);
            for (int b = 0; b < Float.BYTES; b++) {
                shuffled[b * count + i] = (byte) (bits >> (Byte.SIZE * b));
            }
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(LEVEL);
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed, deflater)) {
            out.write(shuffled);
        } finally {
            deflater.end();
        }
        return packed.toByteArray();
    }

    private static void values(OutputStream out, HdfTree.Data data) throws IOException {
        byte[] value = new byte[data.width()];
        ByteBuffer one = ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN);
        switch (data) {
            case HdfTree.Longs longs -> {
                for (long each : longs.values()) {
                    one.putLong(0, each);
                    out.write(value);
                }
            }
            case HdfTree.Doubles doubles -> {
                for (double each : doubles.values()) {
                    one.putDouble(0, each);
                    out.write(value);
                }
            }
            case HdfTree.Floats floats -> {
                for (float each : floats.values()) {
                    one.putFloat(0, each);
                    out.write(value);
                }
            }
            case HdfTree.Texts texts -> {
                for (String each : texts.values()) {
                    out.write(Arrays.copyOf(utf8(each), value.length));
                }
            }
        }
    }

    /** Adds the header of an object behind those of its members, and tells where it is. */
    private long header(HdfTree tree) {
        HdfBytes messages = new HdfBytes();
        switch (tree) {
            case HdfTree.Group group -> group(messages, group);
            case HdfTree.Data data -> data(messages, data);
        }
        HdfBytes header = new HdfBytes().ascii("OHDR").raw(2, 2).ints(messages.size());
        header.bytes(messages.array()).checksum();
        long at = end;
        headers.add(header.array());
        end += header.size();
        return at;
    }

    private void group(HdfBytes messages, HdfTree.Group group) {
        message(messages, 0x02, new HdfBytes().raw(0, 0).longs(UNDEFINED, UNDEFINED));
        message(messages, 0x0A, new HdfBytes().raw(0, 0));
        group.members()
                .forEach((name, member) -> {
                    byte[] text = utf8(name);
                    long at = header(member);
                    HdfBytes link = new HdfBytes().raw(1, 0x11, 1).shorts(text.length).bytes(text);
                    message(messages, 0x06, link.longs(at));
                });
        group.attributes().forEach((name, value) -> attribute(messages, name, value));
    }

    private void data(HdfBytes messages, HdfTree.Data data) {
        Stored stored = stored(data);
        message(messages, 0x01, HdfTypes.space(data.shape()));
        message(messages, 0x03, HdfTypes.of(data));
        message(messages, 0x05, new HdfBytes().raw(3, 0x0A));
        if (stored.packed() == null) {
            message(messages, 0x08, new HdfBytes().raw(3, 1).longs(stored.at(), stored.size()));
            return;
        }
        // Filters 2, the shuffle of bytes, and 1, deflate, each with one number.
        HdfBytes filters = new HdfBytes().raw(2, 2).shorts(2, 0, 1).ints(data.width());
        message(messages, 0x0B, filters.shorts(1, 0, 1).ints(LEVEL));
        // A single chunk as large as the array, filtered; lengths of 4 bytes.
        HdfBytes layout = new HdfBytes().raw(4, 2, 2, data.shape().length + 1, Integer.BYTES);
        layout.ints(data.shape()).ints(data.width()).raw(1);
        message(messages, 0x08, layout.longs(stored.size()).ints(0).longs(stored.at()));
    }

    private Stored stored(HdfTree.Data data) {
        Stored stored = places.get(data);
        if (stored == null) {
            throw new IllegalStateException("data without a place");
        }
        return stored;
    }

    private void attribute(HdfBytes messages, String name, Object value) {
        HdfBytes type;
        HdfBytes content = new HdfBytes();
        switch (value) {
            case String text -> {
                type = HdfTypes.text();
                content.ints(utf8(text).length);
                content.longs(SUPERBLOCK).ints(strings.indexOf(text) + 1);
            }
            case Long whole -> {
                type = HdfTypes.longs();
                content.longs(whole);
            }
            case Double real -> {
                type = HdfTypes.doubles();
                content.longs(Double.doubleToRawLongBits(real));
            }
            default -> throw new IllegalArgumentException(name + " is a " + value.getClass());
        }
        byte[] text = utf8(name + "\0");
        HdfBytes space = HdfTypes.space();
        HdfBytes attribute =
                new HdfBytes().raw(3, 0).shorts(text.length, type.size(), space.size());
        attribute.raw(1).bytes(text).bytes(type.array()).bytes(space.array());
        message(messages, 0x0C, attribute.bytes(content.array()));
    }

    private static void message(HdfBytes messages, int type, HdfBytes body) {
        messages.raw(type).shorts(body.size()).raw(0).bytes(body.array());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
