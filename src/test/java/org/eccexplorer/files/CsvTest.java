package org.eccexplorer.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CsvTest {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+a", "-a", "@sum", "-1+1", "=cmd|' /C calc'!A0", "+1e"})
    void namesAreNoFormulas(String name) {
        assertThat(Csv.text(List.of("name"), List.of(List.of(name))))
                .isEqualTo("name\r\n'" + name + "\r\n");
    }

    @Test
    void numbersStayNumbers() {
        assertThat(Csv.text(List.of("a", "b", "c"), List.of(List.of("-1.5e-3", -2.5, "+7"))))
                .isEqualTo("a,b,c\r\n-1.5e-3,-2.5,+7\r\n");
        assertThat(Csv.text(List.of("a"), List.of(List.of("-Infinity"), List.of("a=b"))))
                .isEqualTo("a\r\n-Infinity\r\na=b\r\n");
    }
}
