package org.eccexplorer.app.session;

import java.util.List;
import org.eccexplorer.lesson.Lesson;

/**
 * What a teacher hands to a class in one file.
 *
 * @param notes for the teacher; empty if there are none
 * @param session model, images, settings and hidden parts, unpacked and without runs
 */
public record ClassPack(String title, String notes, List<Lesson> lessons, SavedSession session) {
    public ClassPack {
        lessons = List.copyOf(lessons);
    }

    /** How many images it has. */
    public int images() {
        return session.content().limit();
    }
}
