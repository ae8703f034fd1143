package org.eccexplorer.container;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Bytes of an HDF5 file one after the other, little-endian. */
final class HdfBytes {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    HdfBytes raw(int... values) {
        for (int value : values) {
            out.write(value);
        }
        return this;
    }

    HdfBytes shorts(int... values) {
        for (int value : values) {
            raw(value, value >> 8);
        }
        return this;
    }

    HdfBytes ints(int... values) {
        for (int value : values) {
            shorts(value, value >> 16);
        }
        return this;
    }

    HdfBytes longs(long... values) {
        for (long value : values) {
            ints((int) value, (int) (value >> 32));
        }
        return this;
    }

    HdfBytes ascii(String text) {
        return bytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    HdfBytes bytes(byte[] values) {
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
