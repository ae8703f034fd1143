package org.eccexplorer.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Says that a process of this program has something in use. The system takes the lock away when the
 * process ends, however it ends.
 */
public final class ProcessLock implements AutoCloseable {
    /**
     * The files that this process has locked. They must not be opened again: POSIX drops all locks
     * of a process on a file as soon as it closes any of its handles to it.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private static final int ATTEMPTS = 10;

    /** Those whose files go where the program ends before it gives them back. */
    private static final Set<ProcessLock> AT_EXIT = ConcurrentHashMap.newKeySet();

    static {
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(ProcessLock::deleteAll, "locks"));
        } catch (IllegalStateException ending) {
            // The program ends already: whoever takes a lock now gives it back.
        }
    }

    private final Path file;
    private final FileChannel channel;

    private ProcessLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes the lock, making its file if there is none; empty if somebody has it.
     *
     * @throws IOException if the file cannot be made, or its file system knows no locks; then no
     *     file is left that was not there
     */
    public static Optional<ProcessLock> take(Path file) throws IOException {
        Path key = file.toAbsolutePath().normalize();
        if (!HELD.add(key)) {
            return Optional.empty();
        }
        FileChannel held = null;
        try {
            for (int attempt = 0; held == null && attempt < ATTEMPTS; attempt++) {
                Attempt tried = attempt(file);
                if (tried.heldByAnother()) {
                    return Optional.empty();
                }
                held = tried.channel();
            }
        } finally {
            if (held == null) {
                HELD.remove(key);
            }
        }
        return held == null ? Optional.empty() : Optional.of(new ProcessLock(key, held));
    }

    /**
     * One try to lock whatever file is at a place.
     *
     * @param heldByAnother whether it is in use
     * @param channel with the lock; null if another file has come to the place meanwhile
     */
    private record Attempt(boolean heldByAnother, @Nullable FileChannel channel) {}

    private static Attempt attempt(Path file) throws IOException {
        boolean made = make(file);
        Optional<Object> before = HostSystem.identity(file);
        FileChannel channel = null;
        boolean locked = false;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                return new Attempt(true, null);
            }
            // Whoever had it may have deleted the file that was opened: then the lock is of
            // nothing.
            locked = HostSystem.identity(file).equals(before);
            return new Attempt(false, locked ? channel : null);
        } catch (IOException e) {
            if (made) {
                Files.deleteIfExists(file);
            }
            throw e;
        } finally {
            if (!locked && channel != null) {
                channel.close();
            }
        }
    }

    /** Makes the file; false if it is there. */
    private static boolean make(Path file) throws IOException {
        try {
            Files.createFile(file);
            return true;
        } catch (FileAlreadyExistsException there) {
            return false;
        }
    }

    /** Gives the lock back; its file stays. */
    @Override
    public void close() throws IOException {
        AT_EXIT.remove(this);
        try {
            channel.close();
        } finally {
            HELD.remove(file);
        }
    }

    /** Deletes the file where the program ends before it does so itself. */
    void deleteAtExit() {
        AT_EXIT.add(this);
    }

    private static void deleteAll() {
        for (ProcessLock lock : AT_EXIT) {
            try {
                lock.delete();
            } catch (IOException left) {
                // A file that nobody has locked is in nobody's way.
            }
        }
    }

    /**
     * Deletes the file and gives the lock back, in this order where the system allows it: so nobody
     * gets the lock of a file that is about to go.
     */
    public void delete() throws IOException {
        AT_EXIT.remove(this);
        try {
            Files.deleteIfExists(file);
        } catch (IOException open) {
            close();
            Files.deleteIfExists(file);
            return;
        }
        close();
    }
}
