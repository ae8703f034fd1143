package org.eccexplorer.app.lesson;

import java.nio.file.Path;
import java.util.List;
import org.eccexplorer.dataset.BundledModels;
import org.eccexplorer.files.TextFile;
import org.eccexplorer.lesson.Lesson;
import org.eccexplorer.lesson.LessonReader;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Texts;

/** Lessons in files of a teacher's own. */
public final class LessonFiles {
    private static final long MOST_BYTES = 1_000_000;

    private LessonFiles() {}

    /** Reads one. Its progress is kept under its name. */
    public static Lesson read(Path file) throws ProblemException {
        String name = String.valueOf(file.getFileName());
        return read(name, text(file));
    }

    /** Reads one from its text. */
    public static Lesson read(String name, String text) throws ProblemException {
        List<String> models = BundledModels.names();
        return LessonReader.read(name, name, text, models::contains);
    }

    /** The text of a file, which is not read if it is too large for one. */
    public static String text(Path file) throws ProblemException {
        return TextFile.read(
                file,
                MOST_BYTES,
                Texts.text("app.lesson.unreadable"),
                Texts.text("app.lesson.chooseFile"));
    }
}
