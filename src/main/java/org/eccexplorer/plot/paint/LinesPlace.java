package org.eccexplorer.plot.paint;

import org.eccexplorer.plot.Axis;
import org.eccexplorer.plot.AxisScale;
import org.eccexplorer.plot.Band;
import org.eccexplorer.plot.Bounds;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.Reference;
import org.eccexplorer.plot.Scale;
import org.eccexplorer.plot.Series;

/** Where the values of a chart of lines are. */
final class LinesPlace {
    /** About so many pixels between two markers of a line. */
    static final double MARKS = 48;

    private final Axis axis;
    private final AxisScale horizontal;
    private final Scale vertical;

    LinesPlace(Chart.Lines chart, Bounds plot) {
        axis = chart.x();
        horizontal = new AxisScale(axis, plot.x(), plot.right());
        vertical =
                chart.y().fitted()
                        ? fitted(chart, plot)
                        : new Scale(lowest(chart), highest(chart), plot.bottom(), plot.y());
    }

    /** Round bounds of what is seen of the lines, their bands and the references beside them. */
    private static Scale fitted(Chart.Lines chart, Bounds plot) {
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (Series series : chart.series()) {
            for (int i = 0; i < series.x().length; i++) {
                double x = series.x()[i];
                if (x >= chart.x().low() && x <= chart.x().high()) {
                    for (double y : values(series, i)) {
                        if (Double.isFinite(y) && (y > 0 || !chart.y().logarithmic())) {
                            lowest = Math.min(lowest, y);
                            highest = Math.max(highest, y);
                        }
                    }
                }
            }
        }
        for (Reference reference : chart.references()) {
            if (!reference.vertical()) {
                lowest = Math.min(lowest, reference.value());
                highest = Math.max(highest, reference.value());
            }
        }
        return chart.y().logarithmic()
                ? Scale.logarithmic(lowest, highest, plot.bottom(), plot.y())
                : Scale.around(lowest, highest, plot.bottom(), plot.y());
    }

    /** What is drawn of a point: its value, and the edges of its band. */
    private static double[] values(Series series, int at) {
        double y = series.y()[at];
        return series.band()
                .filter(Band::drawn)
                .map(band -> new double[] {y, band.low()[at], band.high()[at]})
                .orElse(new double[] {y});
    }

    private static double lowest(Chart.Lines chart) {
        double lowest = 0;
        for (Series series : chart.series()) {
            for (double value : series.y()) {
                lowest = Math.min(lowest, Double.isFinite(value) ? value : 0);
            }
        }
        return lowest < 0 ? -Scale.roundUp(-lowest) : 0;
    }

    private static double highest(Chart.Lines chart) {
        if (chart.y().percent()) {
            return 1;
        }
        double highest = 0;
        for (Series series : chart.series()) {
            for (double value : series.y()) {
                highest = Math.max(highest, Double.isFinite(value) ? value : 0);
            }
        }
        for (Reference reference : chart.references()) {
            highest = reference.vertical() ? highest : Math.max(highest, reference.value());
        }
        return Scale.roundUp(highest);
    }

    /** Whether a place lies in a plot or on its edge. */
    static boolean isSeen(Bounds plot, double x, double y) {
        return x >= plot.x() - 1
                && x <= plot.right() + 1
                && y >= plot.y() - 1
                && y <= plot.bottom() + 1;
    }

    /** Where markers stand on lines, in pixels: at powers of two, else at even distances. */
    double[] marks() {
        if (axis.kind() == Axis.Kind.LOG_TIMESTEPS && axis.high() >= 4 * axis.low()) {
            double[] marks = horizontal.ticks(MARKS);
            for (int i = 0; i < marks.length; i++) {
                marks[i] = horizontal.at(marks[i]);
            }
            return marks;
        }
        double width = horizontal.to() - horizontal.from();
        int count = (int) Math.max(1, width / MARKS);
        double[] marks = new double[count];
        for (int i = 0; i < count; i++) {
            marks[i] = horizontal.from() + width * (i + 0.5) / count;
        }
        return marks;
    }

    boolean isTime() {
        return axis.isTime();
    }

    AxisScale horizontal() {
        return horizontal;
    }

    Scale vertical() {
        return vertical;
    }

    double x(double value) {
        return horizontal.at(value);
    }

    double y(double value) {
        return vertical.at(value);
    }
}
