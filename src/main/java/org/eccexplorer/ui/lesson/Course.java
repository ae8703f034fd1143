package org.eccexplorer.ui.lesson;

import java.util.List;
import org.eccexplorer.lesson.Lesson;
import org.eccexplorer.lesson.ShippedLessons;
import org.eccexplorer.text.Texts;

/**
 * Lessons that belong together.
 *
 * @param lead what is said of them
 * @param lessons in their order
 * @param notes for the teacher, shown in the presenter view only; empty if there are none
 */
public record Course(String title, String lead, List<Lesson> lessons, String notes) {
    public Course {
        lessons = List.copyOf(lessons);
    }

    /** The lessons that come with the program. */
    public static Course shipped() {
        return new Course(
                Texts.text("ui.lesson.homeTitle"),
                Texts.text("ui.lesson.homeLead"),
                ShippedLessons.all(),
                "");
    }
}
