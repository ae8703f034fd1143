package org.eccexplorer.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

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

    private final Path file;
    private final FileChannel channel;

    private ProcessLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes the lock, making its file if there is none; empty if somebody has it.
     *
     * @throws IOException if the file cannot be made, or its file system knows no locks
     */
    public static Optional<ProcessLock> take(Path file) throws IOException {
        Path key = file.toAbsolutePath().normalize();
        if (!HELD.add(key)) {
            return Optional.empty();
        }
        FileChannel channel = null;
        FileLock lock = null;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            lock = channel.tryLock();
        } finally {
            if (lock == null) {
                HELD.remove(key);
                if (channel != null) {
                    channel.close();
                }
            }
        }
        return lock == null ? Optional.empty() : Optional.of(new ProcessLock(key, channel));
    }

    /** Gives the lock back; its file stays. */
    @Override
    public void close() throws IOException {
        channel.close();
        HELD.remove(file);
    }

    /** Gives the lock back and deletes its file. */
    public void delete() throws IOException {
        close();
        Files.deleteIfExists(file);
    }
}
