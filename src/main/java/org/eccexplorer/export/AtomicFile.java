package org.eccexplorer.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;

/**
 * Writes a file so that at any moment either the old or the new content is there: into a temporary
 * file beside it, forced to disk, then renamed.
 */
public final class AtomicFile {
    private AtomicFile() {}

    /** Writes the content to a stream. */
    @FunctionalInterface
    public interface Content {
        void write(OutputStream out) throws IOException;
    }

    /**
     * Writes or replaces a file.
     *
     * @throws ProblemException if it cannot be written; what was there before is untouched
     */
    public static void write(Path file, Content content) throws ProblemException {
        Path target = file.toAbsolutePath();
        Path temporary =
                target.resolveSibling(
                        "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
        try {
            try (FileChannel channel =
                    FileChannel.open(
                            temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                OutputStream out =
                        new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
                content.write(out);
                out.flush();
                channel.force(true);
            }
            move(temporary, Files.exists(target) ? target.toRealPath() : target);
        } catch (IOException e) {
            throw new ProblemException(
                    new Problem(
                            Problem.Kind.UNWRITABLE,
                            file.toString(),
                            "The file cannot be written",
                            e.getClass().getSimpleName() + ": " + e.getMessage(),
                            "Choose another place, or free some space"),
                    e);
        } finally {
            discard(temporary);
        }
    }

    private static void move(Path temporary, Path target) throws IOException {
        try {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void discard(Path temporary) throws ProblemException {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.Kind.UNWRITABLE,
                    temporary.toString(),
                    "A temporary file is left behind",
                    String.valueOf(e.getMessage()),
                    "Delete it");
        }
    }
}
