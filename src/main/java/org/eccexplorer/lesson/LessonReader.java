package org.eccexplorer.lesson;

import java.util.List;
import java.util.function.Predicate;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Texts;
import org.eccexplorer.yaml.LineFaults;
import org.eccexplorer.yaml.YamlNode;
import org.eccexplorer.yaml.YamlText;

/**
 * Reads a lesson: a header in YAML between two lines {@code ---}, then pages in Markdown. See
 * docs/lessons.md.
 */
public final class LessonReader {
    private static final String FENCE = "---";
    private static final int MOST_CHARACTERS = 200_000;

    private LessonReader() {}

    /**
     * Reads one.
     *
     * @param id that its progress is kept under
     * @param file its name in messages
     * @param isModel whether there is a bundled model of a name
     * @throws ProblemException with line and reason of all that is wrong
     */
    public static Lesson read(String id, String file, String text, Predicate<String> isModel)
            throws ProblemException {
        LineFaults faults = new LineFaults(file, Texts.text("lesson.remedy"));
        List<String> lines = text.replace("\uFEFF", "").lines().toList();
        int end = end(lines);
        if (end < 0 || text.length() > MOST_CHARACTERS) {
            faults.add(
                    1,
                    Texts.text(end < 0 ? "lesson.noHeader" : "lesson.tooLong"),
                    Texts.text("lesson.noHeaderWhy", FENCE));
            faults.end();
        }
        YamlNode header = YamlText.read(String.join("\n", lines.subList(1, end)), 1, faults);
        Lesson start = new HeaderReader(header, faults, isModel).read(id);
        List<LessonPage> pages =
                new PageReader(start, lines.subList(end + 1, lines.size()), end + 1, faults).read();
        faults.end();
        return start.withPages(pages);
    }

    /** The line that ends the header; −1 if there is none. */
    private static int end(List<String> lines) {
        if (lines.isEmpty() || !lines.getFirst().strip().equals(FENCE)) {
            return -1;
        }
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).strip().equals(FENCE)) {
                return i;
            }
        }
        return -1;
    }
}
