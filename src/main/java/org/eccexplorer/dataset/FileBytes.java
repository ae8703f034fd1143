package org.eccexplorer.dataset;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.eccexplorer.problem.ProblemException;

/** Reads whole regular files, unpacked if they are gzipped, within limits. */
final class FileBytes {
    /** More than this, unpacked, is refused. */
    static final long MOST = 2_000_000_000L;

    /** Above this size a file may unpack to at most {@link #RATIO} times its own. */
    private static final long RATIO_FLOOR = 256L << 20;

    private static final long RATIO = 100;

    private FileBytes() {}

    static byte[] read(Path file) throws ProblemException {
        requireRegular(file);
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file))) {
            raw.mark(2);
            boolean zipped = raw.read() == 0x1f && raw.read() == 0x8b;
            raw.reset();
            long size = Files.size(file);
            if (!zipped) {
                if (size > MOST) {
                    throw tooLarge(file, size);
                }
                return raw.readAllBytes();
            }
            return unpack(file, raw, size);
        } catch (ZipException | EOFException e) {
            throw Faults.corrupt(
                    file, "The gzip data is damaged or cut off", String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw Faults.unreadable(file, String.valueOf(e.getMessage()));
        }
    }

    /** How many bytes packed data may become. */
    static long mostUnpacked(long packed) {
        return Math.min(MOST, Math.max(RATIO_FLOOR, packed * RATIO));
    }

    private static byte[] unpack(Path file, InputStream raw, long packed)
            throws IOException, ProblemException {
        long most = mostUnpacked(packed);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPInputStream in = new GZIPInputStream(raw, 1 << 16)) {
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                bytes.write(buffer, 0, n);
                if (bytes.size() > most) {
                    throw tooLarge(file, bytes.size());
                }
            }
        }
        return bytes.toByteArray();
    }

    /** What was read of a stream already, and the rest of it. */
    static byte[] joined(Object where, byte[] start, InputStream rest, long length)
            throws IOException, ProblemException {
        if (length > MOST) {
            throw tooLarge(where, length);
        }
        byte[] bytes = Arrays.copyOf(start, (int) length);
        int read = rest.readNBytes(bytes, start.length, (int) length - start.length);
        if (read < length - start.length) {
            throw new EOFException();
        }
        return bytes;
    }

    private static ProblemException tooLarge(Object where, long size) {
        return Faults.limit(
                where,
                "The file is too large to be read at once",
                "%,d bytes, at most %,d are read".formatted(size, MOST),
                "Split the data set");
    }

    /** Devices, pipes and folders are refused before anything blocks on them. */
    static void requireRegular(Path file) throws ProblemException {
        if (!Files.exists(file)) {
            throw Faults.unreadable(file, "there is no such file");
        }
        if (!Files.isRegularFile(file)) {
            throw Faults.unreadable(file, "it is not a regular file");
        }
        if (!Files.isReadable(file)) {
            throw Faults.unreadable(file, "permission denied");
        }
    }
}
