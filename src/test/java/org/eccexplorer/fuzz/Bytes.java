package org.eccexplorer.fuzz;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;

/** Bytes and numbers of any file: flipped, replaced by the edges of their types, cut, doubled. */
final class Bytes implements Mutator {
    /** Edges of the types that lengths, counts and offsets have. */
    static final long[] EDGES = {
        0,
        1,
        -1,
        2,
        127,
        128,
        255,
        256,
        32_767,
        65_535,
        65_536,
        1 << 24,
        Integer.MAX_VALUE,
        Integer.MIN_VALUE,
        0xFFFF_FFFFL,
        1L << 32,
        1L << 40,
        Long.MAX_VALUE,
        Long.MIN_VALUE
    };

    @Override
    public byte[] mutant(byte[] good, Random random) {
        byte[] bad = good.clone();
        int times = 1 + (random.nextInt(3) == 0 ? random.nextInt(4) : 0);
        for (int i = 0; i < times && bad.length > 0; i++) {
            bad = changed(bad, random);
        }
        return bad;
    }

    private static byte[] changed(byte[] bytes, Random random) {
        boolean early = random.nextBoolean();
        int at = random.nextInt(early ? Math.min(bytes.length, 512) : bytes.length);
        return switch (random.nextInt(9)) {
            case 0 -> Arrays.copyOf(bytes, at);
            case 1 -> spliced(bytes, at, 0, new byte[1 + random.nextInt(16)]);
            case 2 -> spliced(bytes, at, 1 + random.nextInt(16), new byte[0]);
            case 3 -> {
                int length = Math.min(bytes.length - at, 1 + random.nextInt(64));
                yield spliced(bytes, at, 0, Arrays.copyOfRange(bytes, at, at + length));
            }
            case 4, 5, 6 -> number(bytes, at, random);
            case 7 -> {
                bytes[at] = (byte) random.nextInt(256);
                yield bytes;
            }
            default -> {
                bytes[at] ^= (byte) (1 << random.nextInt(8));
                yield bytes;
            }
        };
    }

    /** An edge in the place of whatever stands there, of 1 to 8 bytes in either order. */
    static byte[] number(byte[] bytes, int at, Random random) {
        long edge = EDGES[random.nextInt(EDGES.length)];
        int width = 1 << random.nextInt(4);
        ByteBuffer number = ByteBuffer.allocate(Long.BYTES);
        boolean little = random.nextInt(4) > 0;
        number.order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN).putLong(edge);
        int from = little ? 0 : Long.BYTES - width;
        int count = Math.min(width, bytes.length - at);
        System.arraycopy(number.array(), from, bytes, at, count);
        return bytes;
    }

    /** With other bytes in the place of some. */
    static byte[] spliced(byte[] bytes, int at, int without, byte[] instead) {
        int behind = Math.min(bytes.length, at + without);
        byte[] all = new byte[at + instead.length + bytes.length - behind];
        System.arraycopy(bytes, 0, all, 0, at);
        System.arraycopy(instead, 0, all, at, instead.length);
        System.arraycopy(bytes, behind, all, at + instead.length, bytes.length - behind);
        return all;
    }
}
