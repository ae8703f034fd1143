package org.eccexplorer.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTextTest {
    @Test
    void whatIsWrittenIsRead() {
        List<String> header = List.of("name", "why", "");
        List<List<Object>> rows =
                List.of(
                        List.of("a, b", "he said \"no\"", ""),
                        List.of("=1+1", "two\r\nlines", "-0.5"),
                        List.of("", "", "'quoted'"));
        List<List<String>> read = CsvText.rows(Csv.text(header, rows));
        assertThat(read.getFirst()).isEqualTo(header);
        assertThat(read.subList(1, 4)).isEqualTo(rows);
    }

    @Test
    void linesEndInEveryWayAndTheLastMayNot() {
        assertThat(CsvText.rows("a,b\nc,d\r\ne,f"))
                .containsExactly(List.of("a", "b"), List.of("c", "d"), List.of("e", "f"));
        assertThat(CsvText.rows("")).isEmpty();
        assertThat(CsvText.rows("a,\n")).containsExactly(List.of("a", ""));
    }

    @Test
    void aQuoteThatIsNotClosedIsRefusedWithItsLine() {
        assertThatThrownBy(() -> CsvText.rows("a,b\nc,\"d\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("2");
        assertThatThrownBy(() -> CsvText.rows("a,b\n\"c,d\n")).hasMessage("2");
    }
}
