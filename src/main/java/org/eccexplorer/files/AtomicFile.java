package org.eccexplorer.files;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.problem.Reason;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/**
 * Writes a file so that at any moment either the old or the new content is there: into a temporary
 * file beside it, forced to disk, read again, then renamed. A link is written through; permissions
 * stay.
 */
public final class AtomicFile {
    private static final int ATTEMPTS = 5;
    private static final int PAUSE_MILLISECONDS = 100;
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private AtomicFile() {}

    /** Writes the content to a stream. */
    @FunctionalInterface
    public interface Content {
        void write(OutputStream out) throws IOException;
    }

    /** Looks into what was written before it takes the place of the old content. */
    @FunctionalInterface
    public interface Check {
        void read(Path written) throws IOException, ProblemException;
    }

    /**
     * Writes or replaces a file.
     *
     * @throws ProblemException if it cannot be written; what was there before is untouched
     */
    public static void write(Path file, Content content) throws ProblemException {
        write(file, content, written -> {});
    }

    /**
     * Writes or replaces a file that a check can read again.
     *
     * @throws ProblemException if it cannot be written, or the check fails; what was there before
     *     is untouched
     */
    public static void write(Path file, Content content, Check check) throws ProblemException {
        Path temporary = file;
        try {
            Path target = target(file);
            String prefix = "." + target.getFileName() + ".";
            discardLeft(target, prefix);
            temporary =
                    target.resolveSibling(
                            prefix
                                    + ProcessHandle.current().pid()
                                    + "-"
                                    + NUMBER.incrementAndGet()
                                    + ".tmp");
            fill(temporary, content);
            check.read(temporary);
            keepPermissions(target, temporary);
            move(temporary, target);
            forceFolder(target);
        } catch (IOException e) {
            ProblemException unwritable = unwritable(file, temporary, e);
            discard(file, temporary, unwritable);
            throw unwritable;
        } catch (ProblemException | RuntimeException | Error e) {
            discard(file, temporary, e);
            throw e;
        }
    }

    /** Where a link leads; what is there has to be a file that may be changed. */
    private static Path target(Path file) throws IOException {
        Path target = file.toAbsolutePath();
        if (Files.isSymbolicLink(target) && !Files.exists(target)) {
            target = target.resolveSibling(Files.readSymbolicLink(target)).normalize();
        }
        if (!Files.exists(target)) {
            return target;
        }
        if (!Files.isRegularFile(target)) {
            throw new FileSystemException(target.toString(), null, Texts.text("files.notAFile"));
        }
        if (!Files.isWritable(target)) {
            throw new AccessDeniedException(target.toString(), null, Texts.text("files.readOnly"));
        }
        return target.toRealPath();
    }

    private static void fill(Path temporary, Content content) throws IOException {
        try (FileChannel channel =
                FileChannel.open(
                        temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
            content.write(out);
            out.flush();
            channel.force(true);
            if (channel.size() != channel.position()) {
                throw new FileSystemException(
                        temporary.toString(), null, Texts.text("files.notAllWritten"));
            }
        }
    }

    private static void keepPermissions(Path target, Path temporary) throws IOException {
        if (HostSystem.hasPermissions(target) && Files.exists(target)) {
            Files.setPosixFilePermissions(temporary, Files.getPosixFilePermissions(target));
        }
    }

    /** Another program may hold the target for a moment: it is tried more than once. */
    private static void move(Path temporary, Path target) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
                return;
            } catch (AtomicMoveNotSupportedException e) {
                moveKeepingOld(temporary, target);
                return;
            } catch (FileSystemException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLISECONDS));
            }
        }
    }

    /** Without atomic renaming the old content stays beside the new as {@code .bak}. */
    private static void moveKeepingOld(Path temporary, Path target) throws IOException {
        if (Files.exists(target)) {
            Files.copy(
                    target,
                    target.resolveSibling(target.getFileName() + ".bak"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Makes the renaming last; not every system can open a folder for that. */
    private static void forceFolder(Path target) {
        try (FileChannel folder = FileChannel.open(folder(target), StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException unsupported) {
            // The content itself was forced; the system decides when the name is.
        }
    }

    private static Path folder(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        return parent == null ? file.toAbsolutePath() : parent;
    }

    /** Deletes what processes left behind that ended while they wrote this file. */
    private static void discardLeft(Path target, String prefix) throws IOException {
        Pattern name = Pattern.compile(Pattern.quote(prefix) + "(\\d{1,18})-\\d+\\.tmp");
        try (DirectoryStream<Path> left =
                Files.newDirectoryStream(
                        folder(target),
                        path -> {
                            var own = name.matcher(String.valueOf(path.getFileName()));
                            return own.matches()
                                    && ProcessHandle.of(Long.parseLong(own.group(1))).isEmpty();
                        })) {
            for (Path path : left) {
                Files.deleteIfExists(path);
            }
        }
    }

    private static ProblemException unwritable(Path file, Path temporary, IOException cause) {
        String why = Reason.of(cause) + circumstances(file, temporary);
        return new ProblemException(
                new Problem(
                        Problem.Kind.UNWRITABLE,
                        file.toString(),
                        Texts.text("files.cannotWrite"),
                        why,
                        Texts.text("files.choosePlace")),
                cause);
    }

    /**
     * What else is known of it: a folder of which no free space can be told is not gone for that.
     */
    private static String circumstances(Path file, Path temporary) {
        if (!Files.isDirectory(folder(file))) {
            return Texts.text("files.folderGone");
        }
        try {
            boolean begun = !temporary.equals(file) && Files.exists(temporary);
            return Texts.text(
                    "files.writtenAndFree",
                    Numbers.count(begun ? Files.size(temporary) : 0),
                    Numbers.count(Files.getFileStore(folder(file)).getUsableSpace()));
        } catch (IOException unknown) {
            return "";
        }
    }

    /**
     * Makes the folder of a file that is nobody else's business, if it is missing.
     *
     * @throws ProblemException if it cannot be made
     */
    public static void requireOwnFolder(Path file) throws ProblemException {
        try {
            HostSystem.ownFolder(folder(file));
        } catch (IOException e) {
            throw unwritable(file, file, e);
        }
    }

    /**
     * Refuses a place that certainly cannot be written, before something long is done for it.
     *
     * @throws ProblemException if its folder is missing or may not be changed, or it is no file
     */
    public static void requireWritable(Path file) throws ProblemException {
        try {
            Path folder = folder(target(file));
            if (!Files.isDirectory(folder)) {
                throw new NoSuchFileException(folder.toString());
            }
            if (!Files.isWritable(folder)) {
                throw new AccessDeniedException(folder.toString());
            }
        } catch (IOException e) {
            throw unwritable(file, file, e);
        }
    }

    /** Deletes what was begun; should that fail too, the failure before it is what is told. */
    private static void discard(Path file, Path temporary, Throwable failure) {
        if (temporary.equals(file)) {
            return;
        }
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }
}
