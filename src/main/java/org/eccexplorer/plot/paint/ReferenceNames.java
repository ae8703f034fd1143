package org.eccexplorer.plot.paint;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.eccexplorer.plot.Bounds;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.ChartTheme;
import org.eccexplorer.plot.Dash;
import org.eccexplorer.plot.Reference;
import org.eccexplorer.plot.Series;
import org.eccexplorer.plot.Surface;
import org.eccexplorer.plot.TextStyle;

/** Writes the names of dashed lines where no curve runs through them. */
final class ReferenceNames {
    /** Between two places that are tried, in pixels. */
    private static final double STEP = 16;

    /** How many pixels farther from its line a name may be, from the best on. */
    private static final List<Double> NEAR = List.of(0.0, 6.0, 12.0);

    /** With a piece of the line before it. */
    private static final List<Double> FAR = List.of(24.0, 40.0, 60.0, 90.0);

    private static final double SAMPLE = 18;

    /** Radius of a dot, in pixels. */
    private static final double DOT = 4;

    private final Chart.Lines chart;
    private final Surface surface;
    private final Bounds plot;
    private final ChartTheme theme;
    private final LinesPlace place;
    private final List<Course> courses;
    private final List<Bounds> written = new ArrayList<>();

    ReferenceNames(
            Chart.Lines chart, Surface surface, Bounds plot, ChartTheme theme, LinesPlace place) {
        this.chart = chart;
        this.surface = surface;
        this.plot = plot;
        this.theme = theme;
        this.place = place;
        courses =
                chart.series().stream()
                        .filter(series -> series.mark() != Series.Mark.DOTS)
                        .map(series -> Course.of(series, place))
                        .toList();
    }

    void paint(Reference reference) {
        if (reference.vertical()) {
            beside(reference);
        } else {
            along(reference);
        }
    }

    /**
     * Beside a vertical line, as near to its foot as there is room on either side, within the plot;
     * where there is none the curves are covered at its foot.
     */
    private void beside(Reference reference) {
        double at = place.x(reference.value());
        double width = surface.textWidth(reference.name(), TextStyle.SMALL);
        boolean left = at > plot.x() + plot.width() / 2;
        List<Double> sides =
                left ? List.of(at - 5 - width, at + 5) : List.of(at + 5, at - 5 - width);
        double foot = plot.bottom() - 16;
        for (double top = foot; top > plot.y(); top -= STEP / 2) {
            for (double x : sides) {
                Bounds text = new Bounds(x, top, width, 13);
                if (x >= plot.x() && text.right() <= plot.right() && isFree(text, false)) {
                    write(reference.name(), text);
                    return;
                }
            }
        }
        double x = Math.max(plot.x(), Math.min(sides.getFirst(), plot.right() - width));
        covering(reference.name(), new Bounds(x, foot, width, 13));
    }

    /** Over whatever is there. */
    private void covering(String name, Bounds text) {
        surface.rectangle(
                text.x() - 2, text.y(), text.width() + 4, text.height(), theme.background());
        write(name, text);
    }

    /**
     * Above or below its line, as near and as far right as there is room, without its notes where
     * there is too little; where there is none the curves are covered at the right end.
     */
    private void along(Reference reference) {
        double at = Math.round(place.y(reference.value())) + 0.5;
        double width = surface.textWidth(reference.name(), TextStyle.SMALL);
        String name = reference.name();
        String brief = name.split(" · ", 2)[0];
        if (along(name, at, NEAR) || along(brief, at, NEAR) || along(name, at, FAR)) {
            return;
        }
        double base = at - 5 < plot.y() + 9 ? at + 13 : at - 5;
        Bounds text = new Bounds(plot.right() - width, base - 10, width, 13);
        while (isWritten(text) && text.bottom() + STEP < plot.bottom()) {
            text = new Bounds(text.x(), text.y() + STEP, width, 13);
        }
        covering(name, text);
    }

    /** At one of these distances from its line, with or without regard to bands. */
    private boolean along(String name, double at, List<Double> distances) {
        return distances.stream()
                .anyMatch(away -> along(name, at, away, true) || along(name, at, away, false));
    }

    /** As far right as there is room, so many pixels farther from its line than at best. */
    private boolean along(String name, double at, double away, boolean banded) {
        double sample = away > NEAR.getLast() ? SAMPLE + 6 : 0;
        double width = surface.textWidth(name, TextStyle.SMALL) + sample;
        for (double right = plot.right(); right - width >= plot.x() + 4; right -= STEP) {
            for (double base : new double[] {at - 5 - away, at + 13 + away}) {
                Bounds text = new Bounds(right - width, base - 10, width, 13);
                if (isFree(text, banded)) {
                    if (sample > 0) {
                        double y = Math.round(base - 4) + 0.5;
                        double x = text.x();
                        surface.line(x, y, x + SAMPLE, y, theme.muted(), 1, Dash.FINE);
                    }
                    write(name, text);
                    return true;
                }
            }
        }
        return false;
    }

    private void write(String name, Bounds text) {
        written.add(text);
        write(name, text.right(), text.y() + 10, Surface.Align.RIGHT);
    }

    private void write(String name, double x, double base, Surface.Align align) {
        surface.text(name, x, base, align, TextStyle.SMALL, theme.muted());
    }

    /** Whether a text here meets neither a curve, nor another text, nor another line. */
    private boolean isFree(Bounds text, boolean banded) {
        if (text.y() < plot.y() - 4 || text.bottom() > plot.bottom()) {
            return false;
        }
        if (courses.stream().anyMatch(course -> course.meets(text, banded)) || meetsDot(text)) {
            return false;
        }
        boolean onLine =
                chart.references().stream()
                        .filter(other -> !other.vertical())
                        .mapToDouble(other -> place.y(other.value()))
                        .anyMatch(y -> y > text.y() && y < text.bottom());
        boolean acrossLine =
                DoubleStream.concat(
                                DoubleStream.of(chart.marker()).filter(at -> at < chart.x().high()),
                                chart.references().stream()
                                        .filter(Reference::vertical)
                                        .mapToDouble(Reference::value))
                        .map(place::x)
                        .anyMatch(x -> x > text.x() - 2 && x < text.right() + 2);
        return !onLine && !acrossLine && !isWritten(text);
    }

    private boolean isWritten(Bounds text) {
        return written.stream()
                .anyMatch(other ->
                        other.x() < text.right() + STEP
                                && text.x() < other.right() + STEP
                                && other.y() < text.bottom()
                                && text.y() < other.bottom());
    }

    /** Whether a dot lies in a text. */
    private boolean meetsDot(Bounds text) {
        for (Series series : chart.series()) {
            if (series.mark() != Series.Mark.DOTS) {
                continue;
            }
            for (int i = 0; i < series.x().length; i++) {
                double x = place.x(series.x()[i]);
                double y = place.y(series.y()[i]);
                if (x > text.x() - DOT
                        && x < text.right() + DOT
                        && y > text.y() - DOT
                        && y < text.bottom() + DOT) {
                    return true;
                }
            }
        }
        return false;
    }
}
