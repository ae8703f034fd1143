package org.eccexplorer.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.eccexplorer.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that stands in a file commands a terminal or speaks in the program's name. */
final class ShownTest {
    private static final String HOSTILE =
            "a\u001B]0;title\u0007b\necc: all is well\u009B2Jc\r\u202E";

    @Test
    void aLineHasNoBreaksAndNoCommands() {
        assertThat(Shown.line(HOSTILE)).isEqualTo("a?]0;title?b?ecc: all is well?2Jc??");
        assertThat(Shown.line("λ → Fläche 日本 😀 a\u0301")).isEqualTo("λ → Fläche 日本 😀 a\u0301");
        assertThat(Shown.line("half \uD83D")).isEqualTo("half ?");
    }

    @Test
    void linesKeepTheirBreaksAlone() {
        assertThat(Shown.lines("a\nb\r\nc\rd\te\u001B[m")).isEqualTo("a\nb\nc?d?e?[m");
    }

    @Test
    void jsonStaysTheSameDocument() {
        assertThat(Shown.json("{\"a\":\"é\u009B2J\u007F\"}"))
                .isEqualTo("{\"a\":\"é\\u009b2J\\u007f\"}");
    }

    @Test
    void everyTextIsCleaned() {
        assertThat(Texts.text("cli.problem", HOSTILE)).doesNotContain("\u001B", "\u009B", "\r");
    }

    @ParameterizedTest
    @ValueSource(strings = {HOSTILE, "\n", "\u0000", "x\u2028y"})
    void everyProblemIsALine(String text) {
        Problem problem = new Problem(Problem.Kind.CORRUPT, text, text, text, text);
        assertThat(problem.message()).doesNotContain("\n", "\u001B", "\u009B", "\0", "\u2028");
    }

    @Test
    void everyRowOfATableIsALine() {
        StringWriter out = new StringWriter();
        TextTable.of(TextTable.Column.words("name"))
                .print(new PrintWriter(out), List.of(List.of(HOSTILE)));
        assertThat(out.toString().lines()).hasSize(2);
        assertThat(out.toString()).doesNotContain("\u001B", "\u009B");
    }
}
