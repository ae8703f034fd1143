package org.eccexplorer.ui.window;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eccexplorer.app.lesson.LessonFiles;
import org.eccexplorer.lesson.Lesson;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.ui.fx.Background;

/**
 * The file of a lesson that a teacher works on, which is read again when it was changed. Belongs to
 * the FX thread.
 */
final class EditedLesson {
    /** Pulses between two looks. */
    private static final int LOOK = 30;

    private final Path file;
    private Optional<FileTime> read;
    private int pulses;

    /** Its drive is being asked, and may not answer. */
    private boolean looking;

    /** A file as it was at a time; empty if it was not there. */
    private EditedLesson(Path file, Optional<FileTime> read) {
        this.file = file;
        this.read = read;
    }

    /** Looks at a file for the first time, on a thread of its own. */
    static void of(Path file, Consumer<EditedLesson> found) {
        Background.run(
                () -> new EditedLesson(file, changed(file)),
                found,
                failure -> {
                    throw new IllegalStateException(failure);
                });
    }

    /**
     * Reads the lesson.
     *
     * @param taken gets it, or {@code failed} why there is none
     */
    void read(Consumer<Lesson> taken, Consumer<List<Problem>> failed) {
        Background.run(
                () -> LessonFiles.read(file),
                taken,
                failure -> failed.accept(ProblemException.of(file.toString(), failure)));
    }

    /** Called at every pulse: reads the lesson again if its file was changed. */
    void pulse(Consumer<Lesson> taken, Consumer<List<Problem>> failed) {
        pulses++;
        if (pulses % LOOK != 0 || looking) {
            return;
        }
        looking = true;
        Background.run(
                () -> changed(file),
                now -> {
                    looking = false;
                    if (now.isPresent() && !now.equals(read)) {
                        read = now;
                        read(taken, failed);
                    }
                },
                failure -> {
                    throw new IllegalStateException(failure);
                });
    }

    private static Optional<FileTime> changed(Path own) {
        try {
            return Optional.of(Files.getLastModifiedTime(own));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }
}
