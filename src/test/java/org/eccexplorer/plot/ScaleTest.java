package org.eccexplorer.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ScaleTest {
    @Test
    void ticksAreRound() {
        assertThat(new Scale(0, 1, 0, 100).ticks(5))
                .containsExactly(0, 0.2, 0.4, 0.6000000000000001, 0.8, 1.0);
        assertThat(new Scale(0, 60, 0, 100).ticks(4)).containsExactly(0, 20, 40, 60);
        assertThat(Scale.decades(1, 100, 4)).containsExactly(1, 3, 10, 30, 100);
        assertThat(Scale.decades(2.9, 21, 8)).containsExactly(3, 4, 6, 8, 10, 15, 20);
        assertThat(Scale.roundUp(0.47)).isEqualTo(0.5);
        assertThat(Scale.roundUp(0)).isEqualTo(1);
    }

    @Test
    void aLogarithmicScaleShowsWhatALinearOneHides() {
        Scale scale = Scale.logarithmic(0.002, 4, 300, 0);
        assertThat(scale.low()).isEqualTo(0.001);
        assertThat(scale.high()).isEqualTo(4);
        assertThat(scale.at(0.001)).isEqualTo(300);
        assertThat(scale.at(4)).isEqualTo(0);
        assertThat(scale.at(0.02)).isBetween(190.0, 195.0);
        assertThat(scale.valueAt(scale.at(0.02))).isCloseTo(0.02, within(1e-12));
        assertThat(scale.at(0)).as("below the plot").isBetween(300.0, 330.0);
        assertThat(scale.ticks(5)).containsExactly(0.001, 0.01, 0.1, 1);
        assertThat(scale.tickText(0.001, 1)).isEqualTo("0.001");
        assertThat(scale.tickText(0.00001, 1)).isEqualTo("1e−05");
        assertThat(Scale.logarithmic(1e-9, 1, 0, 1).low()).as("not from 1e−9 on").isEqualTo(1e-3);
        assertThat(Scale.logarithmic(1, 1, 0, 1).low()).isEqualTo(0.1);
        assertThat(Scale.logarithmic(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0, 1))
                .as("no values")
                .isEqualTo(new Scale(0.1, 1, 0, 1, true));
    }

    /** A value under the pointer looks like the value beside the axis. */
    @Test
    void ticksAndReadingsAreWrittenAlike() {
        assertThat(Scale.text(-0.25, 1)).isEqualTo("−0.25");
        assertThat(Scale.reading(-0.25)).isEqualTo("−0.250");
        assertThat(Scale.text(20_000, 20_000)).isEqualTo("20\u202f000");
        assertThat(Scale.reading(20_000)).isEqualTo("20\u202f000");
        assertThat(Scale.text(0.5, 1)).isEqualTo("0.5");
        assertThat(Scale.text(-0.0001, 1)).isEqualTo("0");
        assertThat(Scale.text(1.25, 2)).isEqualTo("1.25");
        assertThat(Scale.text(1.2345, 2)).isEqualTo("1.2");
        assertThat(Scale.text(2.5, 20)).isEqualTo("2.5");
        assertThat(Scale.reading(999.6)).isEqualTo("1000");
        assertThat(Scale.reading(0.00001)).isEqualTo("1.00e−05");
        assertThat(Scale.reading(Double.NaN)).isEqualTo("–");
    }

    @Test
    void smallSharesHaveNoExponent() {
        assertThat(Scale.smallPercent(0)).isEqualTo("0 %");
        assertThat(Scale.smallPercent(0.00001)).isEqualTo("< 0.01 %");
        assertThat(Scale.smallPercent(0.0012)).isEqualTo("0.12 %");
        assertThat(Scale.smallPercent(0.47)).isEqualTo("47 %");
    }

    /** A narrow axis of few timesteps, which ends a little behind the last one. */
    @Test
    void timestepsAreWhole() {
        assertThat(new AxisScale(Axis.timesteps(4.05), 0, 120).ticks(70)).containsExactly(0, 2, 4);
        assertThat(new AxisScale(Axis.timesteps(3), 0, 120).ticks(70)).containsExactly(0, 2);
        assertThat(new AxisScale(Axis.timesteps(16.2), 0, 500).ticks(70)).startsWith(0, 5);
    }
}
