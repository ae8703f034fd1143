package org.eccexplorer.cli.arguments;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class TerminalLineTest {
    private final StringWriter terminal = new StringWriter();
    private final TerminalLine line = new TerminalLine(new PrintWriter(terminal));

    @Test
    void ofALongerTextNothingIsLeft() {
        line.show("Converting");
        line.show("Done");
        assertThat(terminal).hasToString("\rConverting \rDone      ");
    }

    /** More would go on in the next line of a narrow terminal. */
    @Test
    void onlyWhatIsThereIsTakenAway() {
        line.end();
        assertThat(terminal.toString()).isEmpty();
        line.show("Done");
        line.end();
        line.end();
        assertThat(terminal).hasToString("\rDone \r    \r");
    }

    @Test
    void theBarFills() {
        assertThat(TerminalLine.bar(0)).isBlank().hasSize(28);
        assertThat(TerminalLine.bar(0.5)).isEqualTo("=".repeat(14) + " ".repeat(14));
        assertThat(TerminalLine.bar(1)).isEqualTo("=".repeat(28));
    }
}
