package org.eccexplorer.fuzz;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;

/** A PNG whose checksums are right: chunks are others, missing, doubled or elsewhere. */
final class Png implements Mutator {
    private static final int SIGNATURE = 8;

    private final Bytes bytes = new Bytes();

    @Override
    public byte[] mutant(byte[] good, Random random) {
        if (good.length < SIGNATURE || good[1] != 'P' || random.nextInt(4) == 0) {
            return bytes.mutant(good, random);
        }
        List<byte[]> chunks = chunks(good);
        int at = random.nextInt(chunks.size());
        switch (random.nextInt(6)) {
            case 0 -> chunks.remove(at);
            case 1 -> chunks.add(random.nextInt(chunks.size() + 1), chunks.get(at));
            default -> {
                byte[] chunk = chunks.get(at).clone();
                if (chunk.length > 4) {
                    int place = 4 + random.nextInt(chunk.length - 4);
                    if (random.nextBoolean()) {
                        Bytes.number(chunk, place, random);
                    } else {
                        chunk[place] ^= (byte) (1 << random.nextInt(8));
                    }
                }
                chunks.set(at, chunk);
            }
        }
        return written(good, chunks);
    }

    /** Type and data of each. */
    private static List<byte[]> chunks(byte[] file) {
        List<byte[]> chunks = new ArrayList<>();
        ByteBuffer in = ByteBuffer.wrap(file, SIGNATURE, file.length - SIGNATURE);
        while (in.remaining() >= 12) {
            byte[] chunk = new byte[in.getInt() + 4];
            in.get(chunk);
            in.getInt();
            chunks.add(chunk);
        }
        return chunks;
    }

    private static byte[] written(byte[] good, List<byte[]> chunks) {
        int length = chunks.stream().mapToInt(chunk -> chunk.length + 8).sum();
        ByteBuffer out = ByteBuffer.allocate(SIGNATURE + length).put(good, 0, SIGNATURE);
        for (byte[] chunk : chunks) {
            CRC32 crc = new CRC32();
            crc.update(chunk);
            out.putInt(chunk.length - 4).put(chunk).putInt((int) crc.getValue());
        }
        return out.array();
    }
}
