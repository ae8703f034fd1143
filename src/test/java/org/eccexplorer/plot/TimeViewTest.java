package org.eccexplorer.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Logarithmic time, and the part of it that is looked at. */
class TimeViewTest {
    private static Chart.Lines chart(Axis axis) {
        double[] x = {1, 16, 256};
        return new Chart.Lines(
                "Accuracy",
                "unit",
                axis,
                ValueAxis.shares("accuracy, %"),
                List.of(Series.line("ECC", Tint.run(0), x, new double[] {0.1, 0.8, 0.9})),
                List.of(),
                Double.NaN);
    }

    private static final Chart.Lines LINEAR = chart(Axis.timesteps(256));
    private static final Chart.Lines LOG = chart(Axis.logTimesteps(256));

    private static Axis axis(TimeView view, Chart chart) {
        return ((Chart.Timed) view.of(chart)).x();
    }

    @Test
    void everyDoublingOfALogarithmicAxisIsAsWide() {
        AxisScale scale = new AxisScale(Axis.logTimesteps(256), 100, 900);
        for (int power = 0; power <= 8; power++) {
            assertThat(scale.at(1 << power)).isCloseTo(100 + 100 * power, within(1e-9));
        }
        for (int t = 1; t <= 256; t++) {
            assertThat(scale.valueAt(scale.at(t))).isCloseTo(t, within(1e-9));
            assertThat(scale.stepAt(scale.at(t))).isEqualTo(t);
        }
        assertThat(scale.stepAt(-50)).isEqualTo(1);
        assertThat(scale.stepAt(5000)).isEqualTo(256);
        assertThat(scale.at(0)).as("V(0) is outside").isLessThan(100).isFinite();
    }

    @Test
    void itsTicksArePowersOfTwoAndTheLastTimestep() {
        assertThat(new AxisScale(Axis.logTimesteps(256), 0, 400).ticks(70))
                .containsExactly(1, 2, 4, 8, 16, 32, 64, 128, 256);
        assertThat(new AxisScale(Axis.logTimesteps(100), 0, 400).ticks(70))
                .containsExactly(1, 2, 4, 8, 16, 32, 64, 100);
        assertThat(new AxisScale(Axis.logTimesteps(2048), 0, 200).ticks(70))
                .as("where there is little room")
                .containsExactly(1, 8, 64, 2048);
        assertThat(new AxisScale(Axis.logTimesteps(1), 0, 400).ticks(70)).containsExactly(1);
    }

    @Test
    void ticksOfTimestepsAreWhole() {
        assertThat(new AxisScale(Axis.timesteps(256), 0, 400).ticks(70))
                .containsExactly(0, 64, 128, 192, 256);
        for (double last : new double[] {1, 6, 10, 37}) {
            double[] ticks = new AxisScale(Axis.timesteps(last), 0, 400).ticks(70);
            assertThat(ticks).isNotEmpty();
            for (double tick : ticks) {
                assertThat(tick).isEqualTo(Math.rint(tick));
            }
        }
        assertThat(new AxisScale(Axis.timesteps(256).between(8.5, 30), 0, 400).ticks(70))
                .containsExactly(10, 15, 20, 25, 30);
    }

    @Test
    void aPartFitsItsValues() {
        TimeView view = TimeView.WHOLE.between(LINEAR, 40, 8);
        assertThat(view.isPart()).isTrue();
        Chart.Lines part = (Chart.Lines) view.of(LINEAR);
        assertThat(part.x().low()).isEqualTo(8);
        assertThat(part.x().high()).isEqualTo(40);
        assertThat(part.x().firstStep()).isEqualTo(8);
        assertThat(part.y().fitted()).isTrue();
        assertThat(part.series()).isEqualTo(LINEAR.series());
        assertThat(view.whole().of(LINEAR)).isEqualTo(LINEAR);
        assertThat(TimeView.WHOLE.between(LINEAR, 8, 8.5))
                .as("too short")
                .isEqualTo(TimeView.WHOLE);
        assertThat(view.between(LINEAR, -5, 999)).as("all of it").isEqualTo(TimeView.WHOLE);
    }

    @Test
    void zoomKeepsTheTimestepUnderThePointer() {
        for (Chart.Lines chart : List.of(LINEAR, LOG)) {
            TimeView view = TimeView.WHOLE;
            for (int i = 0; i < 4; i++) {
                view = view.scaled(chart, 32, 0.8);
            }
            double before = chart.x().share(32);
            assertThat(axis(view, chart).share(32)).isCloseTo(before, within(1e-9));
            double width =
                    chart.x().share(axis(view, chart).high())
                            - chart.x().share(axis(view, chart).low());
            assertThat(width).isCloseTo(Math.pow(0.8, 4), within(1e-9));
            for (int i = 0; i < 5; i++) {
                view = view.scaled(chart, 32, 1.25);
            }
            assertThat(view.isPart()).isFalse();
        }
    }

    @Test
    void aPartMovesAsFarAsThereAreTimesteps() {
        TimeView view = TimeView.WHOLE.between(LINEAR, 64, 128);
        assertThat(axis(view.moved(LINEAR, 0.5), LINEAR).low()).isCloseTo(96, within(1e-9));
        Axis last = axis(view.moved(LINEAR, 9), LINEAR);
        assertThat(last.high()).isCloseTo(256, within(1e-9));
        assertThat(last.low()).isCloseTo(192, within(1e-9));
        Axis first = axis(view.moved(LOG, -9), LOG);
        assertThat(first.low()).isCloseTo(1, within(1e-9));
        assertThat(first.high()).isCloseTo(2, within(1e-9));
        assertThat(TimeView.WHOLE.moved(LINEAR, 1)).isEqualTo(TimeView.WHOLE);
    }

    @Test
    void theSpacingIsSwitchedAndAShorterRunShowsWhatItHas() {
        TimeView other = TimeView.WHOLE.otherwise();
        assertThat(axis(other, LOG)).isEqualTo(Axis.timesteps(256));
        assertThat(axis(other, LINEAR)).isEqualTo(Axis.logTimesteps(256));
        assertThat(other.of(LOG)).isNotEqualTo(LOG);
        Chart.Lines cost = chart(Axis.cost("energy, µJ", 1, 9));
        assertThat(other.between(LOG, 2, 9).of(cost)).isSameAs(cost);
        TimeView late = TimeView.WHOLE.between(LINEAR, 100, 200);
        Chart.Lines brief = chart(Axis.timesteps(16));
        assertThat(axis(late, brief)).isEqualTo(brief.x());
    }
}
