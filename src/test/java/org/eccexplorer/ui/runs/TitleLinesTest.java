package org.eccexplorer.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TitleLinesTest {
    @Test
    void titlesAreBrokenWhereBothLinesAreShort() {
        assertThat(TitleLines.two("within 1 pt from")).isEqualTo("within 1\npt from");
        assertThat(TitleLines.two("SNN − CNN")).isEqualTo("SNN\n− CNN");
        assertThat(TitleLines.two("spikes")).isEqualTo("spikes");
        assertThat(TitleLines.two("t = 256")).isEqualTo("t = 256");
        assertThat(TitleLines.two("")).isEmpty();
    }
}
