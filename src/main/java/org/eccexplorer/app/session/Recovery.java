package org.eccexplorer.app.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eccexplorer.files.AtomicFile;
import org.eccexplorer.files.ProcessLock;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sessions that save themselves while a window is open, one file per window, to be restored after a
 * crash. A clean end leaves none.
 *
 * <p>A file is named by the process that writes it, which locks a file beside it for as long as it
 * lives: so a window never takes that of another one, not even where two machines or containers
 * share a folder and number their processes alike.
 */
public final class Recovery {
    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);
    private static final String ENDING = ".eccx";
    private static final Pattern NAME = Pattern.compile("(\\d{1,18})(-[0-9a-f]{8})?");

    private final Path folder;
    private final Path own;
    private final Map<Path, ProcessLock> locks = new HashMap<>();

    /** Keeps the session of one window in a folder, which need not exist yet. */
    public Recovery(Path folder) {
        this.folder = folder;
        String random = UUID.randomUUID().toString().substring(0, 8);
        own = folder.resolve(ProcessHandle.current().pid() + "-" + random + ENDING);
    }

    /** Where sessions are kept: beside the preferences. */
    public static Path folder(Path preferencesFile) {
        return preferencesFile.resolveSibling("recovery");
    }

    /** The file of this window, whether it is there or not. */
    public Path own() {
        return own;
    }

    /** Writes the session over the one that was kept before. */
    public synchronized void save(SessionState state) throws ProblemException {
        AtomicFile.requireOwnFolder(own);
        claim(own);
        SessionFile.write(own, state);
    }

    /** Forgets the session of this window: it closed normally. */
    public synchronized void discard() {
        if (Files.isDirectory(folder)) {
            forget(own);
        }
    }

    /** The sessions of windows that are gone without having discarded them, the newest first. */
    public synchronized List<Path> left() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(this::isLeft)
                    .sorted(Comparator.comparingLong(file -> -file.toFile().lastModified()))
                    .toList();
        } catch (IOException e) {
            LOG.warn("Sessions of crashes are not looked for: {}", e.getMessage());
            return List.of();
        }
    }

    /**
     * What can be restored of those; damaged files are set aside, others that cannot be read stay,
     * such as those of newer versions. No file keeps the others from being found.
     */
    public List<CrashedSession> restorable() {
        List<CrashedSession> found = new ArrayList<>();
        for (Path file : left()) {
            try {
                found.add(CrashedSession.read(file));
            } catch (ProblemException e) {
                if (e.problems().getFirst().kind() == Problem.Kind.CORRUPT) {
                    setAside(file);
                }
            } catch (RuntimeException bug) {
                LOG.warn("{} cannot be read: {}", file, bug.toString());
                setAside(file);
            }
        }
        return found;
    }

    private boolean isLeft(Path file) {
        if (!name(file).endsWith(ENDING) || file.equals(own) || locks.containsKey(file)) {
            return false;
        }
        Matcher name = NAME.matcher(bare(file));
        if (!name.matches()) {
            return false;
        }
        if (Files.exists(lock(file))) {
            boolean free = claim(file);
            release(file);
            return free;
        }
        long process = Long.parseLong(name.group(1));
        return ProcessHandle.of(process).isEmpty();
    }

    /** Keeps other windows from a session that was left; false if another has it already. */
    public synchronized boolean claim(Path left) {
        if (locks.containsKey(left)) {
            return true;
        }
        try {
            ProcessLock.take(lock(left)).ifPresent(lock -> locks.put(left, lock));
            return locks.containsKey(left);
        } catch (IOException noLocks) {
            LOG.warn("{} cannot be locked: {}", left, noLocks.getMessage());
            return true;
        }
    }

    /** Lets other windows have a session that was claimed. */
    public synchronized void release(Path left) {
        ProcessLock lock = locks.remove(left);
        if (lock != null) {
            try {
                lock.close();
            } catch (IOException e) {
                LOG.warn("{} stays locked: {}", left, e.getMessage());
            }
        }
    }

    /** Deletes a session that was left, and all that its window left beside it. */
    public synchronized void forget(Path left) {
        claim(left);
        delete(left);
        String half = "." + name(left) + ".";
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> name(file).startsWith(half)).forEach(Recovery::delete);
        } catch (IOException none) {
            LOG.debug("nothing in {}: {}", folder, none.getMessage());
        }
        ProcessLock lock = locks.remove(left);
        try {
            if (lock != null) {
                lock.delete();
            }
        } catch (IOException e) {
            LOG.warn("The lock of {} stays: {}", left, e.getMessage());
        }
    }

    /** Keeps a session that cannot be opened out of the way, under another ending. */
    public synchronized void setAside(Path damaged) {
        try {
            Files.move(
                    damaged,
                    damaged.resolveSibling(name(damaged) + ".bad"),
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("{} cannot be kept: {}", damaged, e.getMessage());
        }
        forget(damaged);
    }

    private Path lock(Path session) {
        return folder.resolve(bare(session) + ".lock");
    }

    private static String bare(Path session) {
        String name = name(session);
        return name.substring(0, name.length() - ENDING.length());
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("{} cannot be deleted: {}", file, e.getMessage());
        }
    }
}
