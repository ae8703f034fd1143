package org.eccexplorer.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.eccexplorer.text.TextTable.Column;
import org.junit.jupiter.api.Test;

class TextTableTest {
    private static final TextTable TABLE =
            TextTable.of(
                    Column.words("layer"),
                    Column.numbers("λ").atLeast(4),
                    Column.words("what happens"));

    @Test
    void columnsAreAsWideAsTheirWidestCell() {
        StringWriter out = new StringWriter();
        TABLE.print(
                new PrintWriter(out),
                List.of(List.of("conv_1", "12 345", "folded"), List.of("c", "0.5")));
        assertThat(out.toString().lines())
                .containsExactly(
                        "layer         λ   what happens", //
                        "conv_1   12 345   folded",
                        "c           0.5");
    }

    @Test
    void rowsThatComeOneByOneKeepTheWidth() {
        assertThat(TABLE.heading()).isEqualTo("layer      λ   what happens");
        assertThat(TABLE.line("a", "1", "")).isEqualTo("a          1");
        assertThat(TABLE.line("longer", "1")).isEqualTo("longer      1");
    }
}
