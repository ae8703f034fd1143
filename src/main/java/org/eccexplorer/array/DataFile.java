package org.eccexplorer.array;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.eccexplorer.container.ArchiveMember;
import org.eccexplorer.container.FileState;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.problem.Reason;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/**
 * A regular file, unpacked if it is gzipped, as a stream whose length is known beforehand.
 *
 * @param state of the file when it was looked at first
 * @param length in bytes, unpacked
 */
public record DataFile(FileState state, boolean zipped, long length) {
    /** Up to this size a file may unpack to many times its own. */
    private static final long RATIO_FLOOR = 256L << 20;

    private static final int BUFFER = 1 << 16;

    /** What is made of a stream. */
    @FunctionalInterface
    public interface Reading<T> {
        T of(InputStream in) throws IOException, ProblemException;
    }

    /** Finds out how long a file is; a gzipped one is unpacked once to know, and held nowhere. */
    public static DataFile of(Path path) throws ProblemException {
        requireRegular(path);
        try (InputStream in = Files.newInputStream(path)) {
            FileState state = FileState.of(path);
            long size = state.size();
            boolean zipped = in.read() == 0x1f && in.read() == 0x8b;
            DataFile file = new DataFile(state, zipped, size);
            return zipped
                    ? new DataFile(state, true, file.read(s -> unpacked(path, s, size)))
                    : file;
        } catch (IOException e) {
            throw DataFaults.unreadable(path, Reason.of(e));
        }
    }

    private static long unpacked(Path path, InputStream in, long packed)
            throws IOException, ProblemException {
        long most = maxUnpacked(packed);
        byte[] buffer = new byte[BUFFER];
        long length = 0;
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            length += n;
            if (length > most) {
                throw DataFaults.limit(
                        path,
                        Texts.text("array.unpackedTooLarge"),
                        Texts.text(
                                "array.unpackedFrom", Numbers.count(most), Numbers.count(packed)),
                        Texts.text("array.unpackYourself"));
            }
        }
        return length;
    }

    /** How many bytes packed data may become. */
    static long maxUnpacked(long packed) {
        return ArchiveMember.maxUnpacked(packed, RATIO_FLOOR);
    }

    public Path path() {
        return state.path();
    }

    /**
     * Reads from the beginning.
     *
     * @throws ProblemException also if the file was changed by the end
     */
    public <T> T read(Reading<T> reading) throws ProblemException {
        T result = once(reading);
        state.requireUnchanged();
        return result;
    }

    private <T> T once(Reading<T> reading) throws ProblemException {
        Path path = path();
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(path), BUFFER);
                InputStream in = zipped ? new GZIPInputStream(raw, BUFFER) : raw) {
            return reading.of(in);
        } catch (ZipException | EOFException e) {
            throw zipped
                    ? DataFaults.corrupt(path, Texts.text("array.gzipDamaged"), Reason.of(e))
                    : DataFaults.corrupt(
                            path, Texts.text("array.cutOff"), Texts.text("array.endedWhileRead"));
        } catch (IOException e) {
            throw DataFaults.unreadable(path, Reason.of(e));
        }
    }

    /** Devices, pipes and folders are refused before anything blocks on them. */
    public static void requireRegular(Path file) throws ProblemException {
        if (!Files.exists(file)) {
            throw DataFaults.unreadable(file, Texts.text("array.noSuchFile"));
        }
        if (!Files.isRegularFile(file)) {
            throw DataFaults.unreadable(file, Texts.text("array.notRegular"));
        }
        if (!Files.isReadable(file)) {
            throw DataFaults.unreadable(file, Texts.text("array.permissionDenied"));
        }
    }
}
