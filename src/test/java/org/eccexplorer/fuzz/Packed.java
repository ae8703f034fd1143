package org.eccexplorer.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * What a gzip file holds is a mutant.
 *
 * @param inside of what it holds
 */
record Packed(Mutator inside) implements Mutator {
    @Override
    public byte[] mutant(byte[] good, Random random) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(good))) {
            byte[] mutant = inside.mutant(in.readAllBytes(), random);
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
                out.write(mutant);
            }
            return packed.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
