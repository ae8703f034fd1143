package org.eccexplorer.plot.paint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.eccexplorer.plot.Axis;
import org.eccexplorer.plot.Band;
import org.eccexplorer.plot.Bounds;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.Series;
import org.eccexplorer.plot.Tint;
import org.eccexplorer.plot.ValueAxis;
import org.junit.jupiter.api.Test;

/** What the value axis of lines reaches. */
class LinesPlaceTest {
    private static final double[] X = {1, 2, 3};
    private static final double[] Y = {0.90, 0.95, 0.94};
    private static final double[] LOW = {0.82, 0.88, 0.87};
    private static final double[] HIGH = {0.95, 0.98, 0.975};

    @Test
    void aFittedAxisHoldsTheBandsThatAreDrawn() {
        ValueAxis axis = ValueAxis.shares("accuracy").seen();
        LinesPlace drawn = place(axis, 3, new Band(LOW, HIGH, true));
        assertThat(drawn.vertical().low()).isLessThanOrEqualTo(0.82);
        assertThat(drawn.vertical().high()).isGreaterThanOrEqualTo(0.98);
        LinesPlace hidden = place(axis, 3, new Band(LOW, HIGH, false));
        assertThat(hidden.vertical().low()).isBetween(0.88, 0.90);
        assertThat(hidden.vertical().high()).isBetween(0.95, 0.96);
        LinesPlace part = place(axis, 1, new Band(LOW, HIGH, true));
        assertThat(part.vertical().high()).as("only what is seen").isBetween(0.95, 0.97);
    }

    @Test
    void aLogarithmicAxisLeavesOutZero() {
        Series rates = Series.line("rate", Tint.run(0), X, new double[] {0, 0.004, 0.02});
        LinesPlace place = place(ValueAxis.logarithmic("rate"), 3, rates);
        assertThat(place.vertical().low()).isEqualTo(0.001);
        assertThat(place.y(0.004)).as("well above the bottom").isLessThan(160);
        assertThat(place.y(0)).isGreaterThan(200);
    }

    private static LinesPlace place(ValueAxis axis, double last, Band band) {
        return place(axis, last, Series.banded("run", Tint.run(0), X, Y, band));
    }

    private static LinesPlace place(ValueAxis axis, double last, Series series) {
        Chart.Lines chart =
                new Chart.Lines(
                        "", "", Axis.timesteps(last), axis, List.of(series), List.of(), Double.NaN);
        return new LinesPlace(chart, new Bounds(0, 0, 300, 200));
    }
}
