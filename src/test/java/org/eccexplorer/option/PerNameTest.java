package org.eccexplorer.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PerNameTest {
    private static final PerName LAMBDA =
            new PerName("lambdaOf", "--lambda-of", Range.above(0, 10));

    @Test
    void namesAndNumbersAreRead() {
        assertThat(LAMBDA.parse("conv1=2.5,dense/x:0=1e-3").values())
                .isEqualTo(Map.of("conv1", 2.5, "dense/x:0", 1e-3));
        assertThat(LAMBDA.parse("a,b=2,c=3").values()).isEqualTo(Map.of("a,b", 2.0, "c", 3.0));
        assertThat(LAMBDA.parse("")).isEqualTo(NamedNumbers.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "conv1",
                "conv1=",
                "=2",
                "conv1=2,",
                "conv1=x",
                "a=1,a=2",
                "a=1;b=2",
                "a=1 2"
            })
    void anythingElseIsRefused(String written) {
        assertThatThrownBy(() -> LAMBDA.parse(written))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=0", "a=-1", "a=11", "a=1,b=0"})
    void valuesAreInTheirRange(String written) {
        assertThat(LAMBDA.accepts(LAMBDA.parse(written))).isFalse();
        assertThatThrownBy(() -> LAMBDA.checked(LAMBDA.parse(written)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        NamedNumbers values = NamedNumbers.NONE.with("b", 1.0 / 3).with("a,x", 2);
        assertThat(values.with("b", 0.1).of("b")).contains(0.1);
        assertThat(values.of("c")).isEmpty();
        assertThat(LAMBDA.written(values)).isEqualTo("a,x=2,b=0.3333333333333333");
        assertThat(LAMBDA.parse(LAMBDA.written(values))).isEqualTo(values);
        assertThat(LAMBDA.shown(values)).isEqualTo("a,x = 2, b = 0.3333");
    }
}
