package org.eccexplorer.plot.paint;

import org.eccexplorer.plot.Bounds;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.Scale;

/** Where the values of a chart of lines are. */
final class LinesPlace {
    /** About so many pixels between two markers of a line. */
    static final double MARKS = 48;

    private final Chart.Axis axis;
    private final Scale horizontal;
    private final Scale vertical;

    LinesPlace(Chart.Lines chart, Bounds plot) {
        axis = chart.x();
        horizontal =
                new Scale(
                        axis.low(),
                        Math.max(axis.low() + 1e-9, axis.high()),
                        plot.x(),
                        plot.right());
        vertical = new Scale(lowest(chart), highest(chart), plot.bottom(), plot.y());
    }

    private static double lowest(Chart.Lines chart) {
        double lowest = 0;
        for (Chart.Series series : chart.series()) {
            for (double value : series.y()) {
                lowest = Math.min(lowest, Double.isFinite(value) ? value : 0);
            }
        }
        return lowest < 0 ? -Scale.roundUp(-lowest) : 0;
    }

    private static double highest(Chart.Lines chart) {
        if (chart.percent()) {
            return 1;
        }
        double highest = 0;
        for (Chart.Series series : chart.series()) {
            for (double value : series.y()) {
                highest = Math.max(highest, Double.isFinite(value) ? value : 0);
            }
        }
        for (Chart.Reference reference : chart.references()) {
            highest = reference.vertical() ? highest : Math.max(highest, reference.value());
        }
        return Scale.roundUp(highest);
    }

    /** Where markers stand on lines, in pixels: apart so that lines stay lines. */
    double[] marks() {
        double width = horizontal.to() - horizontal.from();
        int count = (int) Math.max(1, width / MARKS);
        double[] marks = new double[count];
        for (int i = 0; i < count; i++) {
            marks[i] = horizontal.from() + width * (i + 0.5) / count;
        }
        return marks;
    }

    boolean isTime() {
        return axis.kind() == Chart.Axis.Kind.TIMESTEPS;
    }

    Scale vertical() {
        return vertical;
    }

    double x(double value) {
        return axis.kind() == Chart.Axis.Kind.COST
                ? horizontal.at(stretched(value))
                : horizontal.at(value);
    }

    double y(double value) {
        return vertical.at(value);
    }

    /** The value of the horizontal axis at a pixel. */
    double valueAt(double pixel) {
        double value = horizontal.valueAt(pixel);
        return axis.kind() == Chart.Axis.Kind.COST
                ? axis.low() * Math.pow(axis.high() / axis.low(), share(value))
                : value;
    }

    private double share(double value) {
        return (value - axis.low()) / (axis.high() - axis.low());
    }

    /** The value that is as far along a linear axis as this one is along the logarithmic one. */
    private double stretched(double value) {
        double share =
                Math.log(Math.max(value, axis.low()) / axis.low())
                        / Math.log(axis.high() / axis.low());
        return axis.low() + share * (axis.high() - axis.low());
    }

    /** Round values for the horizontal axis, at most one in so many pixels. */
    double[] ticks(double pixels) {
        int most = (int) Math.max(2, (horizontal.to() - horizontal.from()) / pixels);
        return switch (axis.kind()) {
            case TIMESTEPS -> quarters();
            case LINEAR -> horizontal.ticks(most);
            case COST -> Scale.decades(axis.low(), axis.high(), most);
        };
    }

    /** Whole timesteps at the quarters; all of them if there are fewer. */
    private double[] quarters() {
        double step = Math.max(1, axis.high() / 4);
        double[] ticks = new double[(int) (axis.high() / step + 1e-9) + 1];
        for (int i = 0; i < ticks.length; i++) {
            ticks[i] = i * step;
        }
        return ticks;
    }

    /** A value of the horizontal axis as text. */
    String text(double value) {
        return switch (axis.kind()) {
            case TIMESTEPS -> Scale.text(Math.rint(value), 100);
            case LINEAR -> Scale.text(value, axis.high());
            case COST -> Scale.text(value, value * 5);
        };
    }
}
