package org.eccexplorer.figures.table;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Texts;

/** What a table is copied and saved as. */
public enum TableKind {
    /** A row per run, all digits, names of columns for programs. */
    CSV("csv"),
    /** As GitHub shows tables, numbers as in the window. */
    MARKDOWN("md"),
    /** A table for a paper, numbers as in the window. */
    LATEX("tex");

    private final String ending;

    TableKind(String ending) {
        this.ending = ending;
    }

    /** Of files, without the dot. */
    public String ending() {
        return ending;
    }

    /** Patterns such as {@code *.md}, as file choosers take them. */
    public static List<String> patterns() {
        return Arrays.stream(values()).map(kind -> "*." + kind.ending).toList();
    }

    /**
     * What a file's name ends as.
     *
     * @throws ProblemException if that is none of these
     */
    public static TableKind of(Path file) throws ProblemException {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        for (TableKind kind : values()) {
            if (name.endsWith("." + kind.ending)) {
                return kind;
            }
        }
        throw new ProblemException(
                Problem.Kind.UNSUPPORTED,
                file.toString(),
                Texts.text("figures.table.kind"),
                Texts.text("figures.table.ending", name),
                Texts.text("figures.table.endings"));
    }
}
