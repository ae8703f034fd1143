package org.eccexplorer.app.session;

import java.nio.file.Path;
import java.util.stream.IntStream;
import org.eccexplorer.dataset.BundledModels;
import org.eccexplorer.lesson.Lesson;
import org.eccexplorer.lesson.LessonReader;
import org.eccexplorer.lesson.ShippedLessons;
import org.eccexplorer.problem.ProblemException;

/**
 * A lesson as a file.
 *
 * @param name of the file
 */
public record PackedLesson(String name, String text) {
    /** One that comes with the program, from 1 on. */
    public static PackedLesson shipped(int number) {
        return new PackedLesson("lesson-" + number + ".md", ShippedLessons.text(number));
    }

    /** One that comes with the program, read: it is in order. */
    public Lesson shippedLesson() {
        try {
            return read();
        } catch (ProblemException e) {
            throw new IllegalStateException(name, e);
        }
    }

    /** One of a teacher's own, named as its file is as far as a pack can. */
    public static PackedLesson of(Path file, String text) {
        return new PackedLesson(PackMembers.plain(file, "lesson"), text);
    }

    /**
     * Reads it. One of the program's own shares its progress with that.
     *
     * @throws ProblemException with line and reason of all that is wrong
     */
    public Lesson read() throws ProblemException {
        String id =
                IntStream.rangeClosed(1, ShippedLessons.COUNT)
                        .filter(number -> ShippedLessons.text(number).equals(text))
                        .mapToObj(String::valueOf)
                        .findFirst()
                        .orElse(name);
        return LessonReader.read(id, name, text, BundledModels.names()::contains);
    }
}
