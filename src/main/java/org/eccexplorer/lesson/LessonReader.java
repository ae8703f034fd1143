package org.eccexplorer.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.problem.Reason;
import org.eccexplorer.text.Texts;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

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
        Faults faults = new Faults(file);
        List<String> lines = text.replace("\uFEFF", "").lines().toList();
        int end = end(lines);
        if (end < 0 || text.length() > MOST_CHARACTERS) {
            faults.add(
                    1,
                    Texts.text(end < 0 ? "lesson.noHeader" : "lesson.tooLong"),
                    Texts.text("lesson.noHeaderWhy", FENCE));
            faults.end();
        }
        Node node = header(lines.subList(1, end), faults);
        faults.end();
        Lesson start =
                new HeaderReader(new HeaderNode(node, faults, 1, 1), faults, isModel).read(id);
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

    private static Node header(List<String> lines, Faults faults) throws ProblemException {
        LoadSettings settings = LoadSettings.builder().setAllowDuplicateKeys(false).build();
        try {
            Optional<Node> node =
                    new Compose(settings).composeString(String.join("\n", new ArrayList<>(lines)));
            if (node.isPresent()) {
                return node.get();
            }
            faults.add(1, Texts.text("lesson.emptyHeader"), Texts.text("lesson.notThere"));
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 2).orElse(1);
            faults.add(line, Texts.text("lesson.badYaml"), String.valueOf(e.getProblem()));
        } catch (YamlEngineException e) {
            faults.add(1, Texts.text("lesson.badYaml"), Reason.of(e));
        }
        faults.end();
        throw new IllegalStateException("a header that is neither there nor refused");
    }
}
