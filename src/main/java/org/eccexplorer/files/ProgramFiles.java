package org.eccexplorer.files;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.CodeSource;
import java.util.Optional;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The file that the program itself is in. Java loads classes from it when they are first needed:
 * where it is rebuilt or removed under a running program, whatever is needed later fails, and looks
 * like a fault of the program.
 */
public final class ProgramFiles {
    private static final @Nullable ProgramFiles STARTED = own();

    private final Path file;
    private final State state;

    /** What tells a file from another that takes its place. */
    private record State(long size, FileTime modified, @Nullable Object key) {
        static State of(Path file) throws IOException {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            return now.isDirectory()
                    ? new State(0, FileTime.fromMillis(0), null)
                    : new State(now.size(), now.lastModifiedTime(), now.fileKey());
        }
    }

    private ProgramFiles(Path file, State state) {
        this.file = file;
        this.state = state;
    }

    /** A file as it is now; of a folder of classes only whether it is there. */
    static ProgramFiles of(Path file) throws IOException {
        return new ProgramFiles(file, State.of(file));
    }

    private static @Nullable ProgramFiles own() {
        try {
            CodeSource source = ProgramFiles.class.getProtectionDomain().getCodeSource();
            return source == null || source.getLocation() == null
                    ? null
                    : of(Path.of(source.getLocation().toURI()));
        } catch (IOException
                | URISyntaxException
                | IllegalArgumentException
                | FileSystemNotFoundException inNoFile) {
            return null;
        }
    }

    /** Keeps in mind what the program is started from, and loads what it takes to say so. */
    public static void remember() {
        if (STARTED != null) {
            STARTED.problem(Texts.text("files.programGone")).message();
        }
    }

    /** What to say of a failure that nobody expected, if the program's file is not what it was. */
    public static Optional<Problem> changedSinceStart() {
        return STARTED == null ? Optional.empty() : STARTED.changed();
    }

    Optional<Problem> changed() {
        try {
            return State.of(file).equals(state)
                    ? Optional.empty()
                    : Optional.of(problem(Texts.text("files.programReplaced")));
        } catch (IOException gone) {
            return Optional.of(problem(Texts.text("files.programGone")));
        }
    }

    private Problem problem(String why) {
        return new Problem(
                Problem.Kind.UNREADABLE,
                file.toString(),
                Texts.text("files.programChanged"),
                why,
                Texts.text("files.programRemedy"));
    }
}
