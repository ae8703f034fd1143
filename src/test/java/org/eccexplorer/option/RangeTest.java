package org.eccexplorer.option;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RangeTest {
    @ParameterizedTest
    @ValueSource(doubles = {Float.MIN_NORMAL, 1e-37, 0.5, 1e6})
    void whatFloat32HoldsIsInside(double value) {
        assertThat(Range.above(0, 1e6).contains(value)).isTrue();
        assertThat(Range.closed(-1e6, 0).contains(-value)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-300, 1e-40, Float.MIN_VALUE, Double.MIN_VALUE})
    void whatFloat32WouldLoseIsNot(double value) {
        assertThat(Range.above(0, 1e6).contains(value)).isFalse();
        assertThat(Range.closed(0, 1).contains(value)).isFalse();
        assertThat(Range.closed(-1, 0).contains(-value)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void whatIsNoNumberIsNot(double value) {
        assertThat(Range.closed(0, 1).contains(value)).isFalse();
        assertThat(Range.closed(0, 1).contains(0)).isTrue();
    }
}
