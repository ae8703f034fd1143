package org.eccexplorer.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {
    private static final Map<String, Double> NAMES = Map.of("a", 3.0, "b_2", -2.0, "T", 8.0);
    private static final ToDoubleFunction<String> AT = name -> NAMES.getOrDefault(name, Double.NaN);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 + 2 * a|7",
                "(1 + 2) * a|9",
                "-a + 10|7",
                "2 − 3|-1",
                "a · b_2|-6",
                "T / 4 / 2|1",
                "10 - 2 - 3|5",
                "floor(100 * 0.29)|29",
                "ceil(T * 0.5)|4",
                "round(2.5)|3",
                "abs(b_2)|2",
                "min(a, T)|3",
                "max(a, T)|8",
                "sqrt(T * 2)|4",
                "a < T|1",
                "a >= T|0",
                "a = 3 and T = 8|1",
                "a = 4 or T = 8|1",
                "a != 3|0",
                "a = 3 and T = 9|0",
                "0.1 + 0.2 = 0.3|1",
                "gone < 3|0",
                "gone > 3|0",
                "gone != 3|0"
            })
    void expressionsAreComputed(String text, double value) {
        assertThat(Expression.of(text).at(AT)).isCloseTo(value, within(1e-12));
    }

    @Test
    void namesAreKnown() {
        assertThat(Expression.of("floor(T*a) + b_2 > 1").names())
                .containsExactlyInAnyOrder("T", "a", "b_2");
        assertThat(Expression.of("gone + 1").at(AT)).isNaN();
        assertThat(Expression.of("gone").holds(AT)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "1 +", "(1", "1)", "a b", "?", "sin(1)", "min(1)", "1 < ", "a = = 3"})
    void whatIsNoneIsRefused(String text) {
        assertThatThrownBy(() -> Expression.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void numbersInTextsAreWrittenAsAsked() {
        Template template = Template.of("T = {T}, {a/T:1%}, {b_2:2}, {gone}");
        assertThat(template.at(AT)).isEqualTo("T = 8, 37.5 %, −2.00, –");
        assertThat(template.names()).containsExactlyInAnyOrder("T", "a", "b_2", "gone");
        assertThat(template.words()).isEqualTo(5);
    }
}
