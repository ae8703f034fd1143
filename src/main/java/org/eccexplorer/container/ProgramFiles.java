package org.eccexplorer.container;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    private final FileState started;

    private ProgramFiles(FileState started) {
        this.started = started;
    }

    /** A file as it is now; of a folder of classes only whether it is there. */
    static ProgramFiles of(Path file) throws IOException {
        return new ProgramFiles(FileState.of(file));
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
            STARTED.problem(Texts.text("container.programGone")).message();
        }
    }

    /** What to say of a failure that nobody expected, if the program's file is not what it was. */
    public static Optional<Problem> changedSinceStart() {
        return STARTED == null ? Optional.empty() : STARTED.changed();
    }

    Optional<Problem> changed() {
        try {
            boolean same = FileState.of(started.path()).equals(started);
            return same || Files.isDirectory(started.path())
                    ? Optional.empty()
                    : Optional.of(problem(Texts.text("container.programReplaced")));
        } catch (IOException gone) {
            return Optional.of(problem(Texts.text("container.programGone")));
        }
    }

    private Problem problem(String why) {
        return new Problem(
                Problem.Kind.UNREADABLE,
                started.path().toString(),
                Texts.text("container.programChanged"),
                why,
                Texts.text("container.programRemedy"));
    }
}
