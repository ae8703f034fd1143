package org.eccexplorer.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {
    private final Locale before = Locale.getDefault();

    @AfterEach
    void restore() {
        Locale.setDefault(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-US", "de-DE", "tr-TR", "ar-EG", "hi-IN-u-nu-deva"})
    void numbersLookTheSameInEveryLocale(String locale) {
        Locale.setDefault(Locale.forLanguageTag(locale));
        assertThat(Numbers.count(9999)).isEqualTo("9999");
        assertThat(Numbers.count(-1_234_567)).isEqualTo("−1\u202f234\u202f567");
        assertThat(Numbers.fixed(12345.678, 1)).isEqualTo("12\u202f345.7");
        assertThat(Numbers.upTo(-0.50, 2)).isEqualTo("−0.5");
        assertThat(Numbers.upTo(-0.001, 2)).isEqualTo("0");
        assertThat(Numbers.upTo(1200, 2)).isEqualTo("1200");
        assertThat(Numbers.percent(0.915, 2)).isEqualTo("91.50 %");
        assertThat(Numbers.significant(-0.00001234, 3)).isEqualTo("−1.23e−05");
        assertThat(Numbers.difference(0.25, 2)).isEqualTo("+0.25");
        assertThat(Numbers.difference(-0.25, 2)).isEqualTo("−0.25");
        assertThat(Numbers.fixed(Double.NaN, 2)).isEqualTo("–");
        assertThat(Numbers.percent(Double.NEGATIVE_INFINITY, 2)).isEqualTo("−∞");
    }

    @Test
    void whatRoundsToZeroHasNoSign() {
        assertThat(Numbers.fixed(-0.04, 1)).isEqualTo("0.0");
        assertThat(Numbers.fixed(-0.05, 1)).isEqualTo("−0.1");
        assertThat(Numbers.fixed(-0.0, 0)).isEqualTo("0");
        assertThat(Numbers.percent(-0.00004, 2)).isEqualTo("0.00 %");
        assertThat(Numbers.significant(-0.0, 3)).isEqualTo("0.00");
        assertThat(Numbers.difference(0, 2)).isEqualTo("0.00");
        assertThat(Numbers.difference(0.004, 2)).isEqualTo("0.00");
        assertThat(Numbers.difference(-0.004, 2)).isEqualTo("0.00");
        assertThat(Numbers.difference(-0.005, 2)).isEqualTo("−0.01");
        assertThat(Numbers.difference(Double.NaN, 2)).isEqualTo("–");
        assertThat(Numbers.difference(Double.POSITIVE_INFINITY, 2)).isEqualTo("∞");
    }

    @Test
    void compactNumbersEndWithoutZeros() {
        assertThat(Numbers.compact(0.001)).isEqualTo("0.001");
        assertThat(Numbers.compact(1.001e-5)).isEqualTo("1.001e−05");
        assertThat(Numbers.compact(16.77)).isEqualTo("16.77");
        assertThat(Numbers.compact(0)).isEqualTo("0");
    }
}
