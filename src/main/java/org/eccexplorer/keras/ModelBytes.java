package org.eccexplorer.keras;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.eccexplorer.problem.ProblemException;

/** Reads a model file whole, so that nothing can change under the reader. */
final class ModelBytes {
    private ModelBytes() {}

    static byte[] read(Path file) throws ProblemException {
        if (!Files.exists(file)) {
            throw Faults.unreadable(file, "there is no such file");
        }
        if (!Files.isRegularFile(file)) {
            throw Faults.unreadable(file, "it is not a regular file");
        }
        if (!Files.isReadable(file)) {
            throw Faults.unreadable(file, "permission denied");
        }
        try {
            long size = Files.size(file);
            long most = Math.min(Integer.MAX_VALUE - 8, Runtime.getRuntime().maxMemory() / 10 * 4);
            if (size > most) {
                throw Faults.limit(
                        file,
                        "The file is too large",
                        "%,d bytes, at most %,d are read".formatted(size, most));
            }
            byte[] bytes = Files.readAllBytes(file);
            if (bytes.length == 0) {
                throw Faults.corrupt(file, "The file is empty", "it has 0 bytes");
            }
            return bytes;
        } catch (IOException e) {
            throw Faults.unreadable(file, String.valueOf(e.getMessage()));
        }
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
