package org.eccexplorer.container;

import io.jhdf.filter.Filter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import org.eccexplorer.text.Texts;

/**
 * The checksum at the end of a chunk, compared with that of its bytes. The library's own filter
 * leaves it unread. The sum is that of HDF5's {@code H5_checksum_fletcher32}: Fletcher's over
 * big-endian words of 16 bits.
 */
final class Fletcher32 implements Filter {
    /** The number of the filter in HDF5. */
    private static final int ID = 3;

    private static final int BYTES = 4;

    /** As many words can be added before the second sum may pass 32 bits. */
    private static final int WORDS = 360;

    @Override
    public int getId() {
        return ID;
    }

    @Override
    public String getName() {
        return "fletcher32";
    }

    @Override
    public byte[] decode(byte[] encoded, int[] data) {
        if (encoded.length < BYTES) {
            throw new HdfDamage(Texts.text("container.chunkWithoutChecksum"));
        }
        byte[] decoded = Arrays.copyOf(encoded, encoded.length - BYTES);
        int stored = ByteBuffer.wrap(encoded).order(ByteOrder.LITTLE_ENDIAN).getInt(decoded.length);
        int sum = sum(decoded);
        // HDF5 before 1.6.3 wrote the bytes of both halves the other way round on some machines.
        if (stored != sum && stored != turned(sum)) {
            throw new HdfDamage(Texts.text("container.chunkChecksum", hex(sum), hex(stored)));
        }
        return decoded;
    }

    static int sum(byte[] bytes) {
        int first = 0;
        int second = 0;
        int words = bytes.length / 2;
        for (int at = 0; at < words; ) {
            for (int end = Math.min(words, at + WORDS); at < end; at++) {
                first += (bytes[2 * at] & 0xff) << 8 | (bytes[2 * at + 1] & 0xff);
                second += first;
            }
            first = folded(first);
            second = folded(second);
        }
        if (bytes.length % 2 == 1) {
            first = folded(first + ((bytes[bytes.length - 1] & 0xff) << 8));
            second = folded(second + first);
        }
        return folded(second) << 16 | folded(first);
    }

    private static int folded(int sum) {
        return (sum & 0xffff) + (sum >>> 16);
    }

    private static int turned(int sum) {
        return (sum & 0x00ff00ff) << 8 | (sum >>> 8 & 0x00ff00ff);
    }

    private static String hex(int sum) {
        return HexFormat.of().toHexDigits(sum);
    }
}
