package org.eccexplorer.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.eccexplorer.problem.ProblemException;

/**
 * Sessions that save themselves while a window is open, one file per process, to be brought back
 * after a crash. A clean end leaves none.
 */
public final class Recovery {
    private static final String ENDING = ".eccx";

    private final Path folder;
    private final Path own;

    /** Keeps the session of this process in a folder, which need not exist yet. */
    public Recovery(Path folder) {
        this.folder = folder;
        own = folder.resolve(ProcessHandle.current().pid() + ENDING);
    }

    /** Where sessions are kept: beside the preferences. */
    public static Path folder(Path preferencesFile) {
        return preferencesFile.resolveSibling("recovery");
    }

    /** Writes the session over the one that was kept before. */
    public void save(SessionFile.State state) throws ProblemException {
        if (folder.toFile().mkdirs()) {
            folder.toFile().setReadable(true, true);
        }
        SessionFile.write(own, state);
    }

    /** Keeps a session that cannot be opened out of the way, under another ending. */
    public void setAside(Path damaged) {
        try {
            Files.move(
                    damaged,
                    damaged.resolveSibling(damaged.getFileName() + ".bad"),
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            delete(damaged);
        }
    }

    /** Forgets the session of this process: it ended as it should. */
    public void discard() {
        delete(own);
    }

    /** The newest session of a process that is gone without having discarded it. */
    public Optional<Path> left() {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Recovery::isLeft)
                    .max(Comparator.comparingLong(file -> file.toFile().lastModified()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Forgets all sessions of processes that are gone. */
    public void forget() {
        for (Optional<Path> left = left(); left.isPresent() && delete(left.get()); left = left()) {
            // the next one
        }
    }

    private static boolean isLeft(Path file) {
        String name = String.valueOf(file.getFileName());
        if (!name.matches("\\d{1,18}" + ENDING)) {
            return false;
        }
        long process = Long.parseLong(name.substring(0, name.length() - ENDING.length()));
        return ProcessHandle.of(process).isEmpty();
    }

    private static boolean delete(Path file) {
        try {
            return Files.deleteIfExists(file);
        } catch (IOException e) {
            return false;
        }
    }
}
