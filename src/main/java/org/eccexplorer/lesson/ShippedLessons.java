package org.eccexplorer.lesson;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.eccexplorer.problem.ProblemException;

/** The lessons that come with the program, in their order. */
public final class ShippedLessons {
    /** How many there are. */
    public static final int COUNT = 8;

    private ShippedLessons() {}

    /** All of them. */
    public static List<Lesson> all() {
        return IntStream.rangeClosed(1, COUNT).mapToObj(ShippedLessons::lesson).toList();
    }

    /** One of them, from 1 on. */
    public static Lesson lesson(int number) {
        String file = "lesson-" + number + ".md";
        try {
            return LessonReader.read(String.valueOf(number), file, text(number), model -> true);
        } catch (ProblemException e) {
            throw new IllegalStateException(file, e);
        }
    }

    /** The file of one of them. */
    public static String text(int number) {
        String file = "lesson-" + number + ".md";
        try (InputStream in =
                Objects.requireNonNull(ShippedLessons.class.getResourceAsStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
