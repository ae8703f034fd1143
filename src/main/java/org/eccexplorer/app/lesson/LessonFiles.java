package org.eccexplorer.app.lesson;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.eccexplorer.dataset.BundledModels;
import org.eccexplorer.lesson.Lesson;
import org.eccexplorer.lesson.LessonReader;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.problem.Reason;
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
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw unreadable(file, Texts.text("app.lesson.tooLarge"));
            }
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw unreadable(file, Texts.text("app.lesson.notThere"));
        } catch (MalformedInputException e) {
            throw unreadable(file, Texts.text("app.lesson.notUtf8"));
        } catch (IOException e) {
            throw unreadable(file, Reason.of(e));
        }
    }

    private static ProblemException unreadable(Path file, String why) {
        return new ProblemException(
                Problem.Kind.UNREADABLE,
                file.toString(),
                Texts.text("app.lesson.unreadable"),
                why,
                Texts.text("app.lesson.chooseFile"));
    }
}
