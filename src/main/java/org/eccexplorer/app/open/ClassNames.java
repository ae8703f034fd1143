package org.eccexplorer.app.open;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eccexplorer.files.TextFile;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Texts;

/** Names of classes as users write them: one per line, or between commas. */
public final class ClassNames {
    private static final long MAX_BYTES = 1 << 20;

    private ClassNames() {}

    /** The names in a text, without blank lines; commas part them if they stand in one line. */
    public static List<String> parse(String text) {
        List<String> lines = stripped(text.lines().toList());
        return lines.size() == 1 ? stripped(Arrays.asList(lines.getFirst().split(",", -1))) : lines;
    }

    private static List<String> stripped(List<String> parts) {
        return parts.stream().map(String::strip).filter(part -> !part.isEmpty()).toList();
    }

    /** As {@link #parse} reads them, one per line. */
    public static String written(List<String> names) {
        return String.join("\n", names);
    }

    /**
     * The text of a file with names.
     *
     * @throws ProblemException if it cannot be read or is no text
     */
    public static String read(Path file) throws ProblemException {
        return TextFile.read(
                file,
                MAX_BYTES,
                Texts.text("app.open.namesUnreadable"),
                Texts.text("app.open.namesRemedy"));
    }

    /**
     * Why names cannot be those of the outputs of a network; empty if they can, or if there are
     * none.
     */
    public static Optional<String> refusal(List<String> names, int outputs) {
        if (names.isEmpty()) {
            return Optional.empty();
        }
        if (names.size() == outputs) {
            return Optional.empty();
        }
        return Optional.of(
                Texts.text(
                        names.size() < outputs ? "app.open.tooFewNames" : "app.open.tooManyNames",
                        Texts.counted("app.open.outputs", outputs),
                        Texts.counted("app.open.names", names.size())));
    }
}
