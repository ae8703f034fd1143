package org.eccexplorer.plot.paint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.eccexplorer.plot.Axis;
import org.eccexplorer.plot.Band;
import org.eccexplorer.plot.Bounds;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.ChartTheme;
import org.eccexplorer.plot.Colour;
import org.eccexplorer.plot.Dash;
import org.eccexplorer.plot.Series;
import org.eccexplorer.plot.Surface;
import org.eccexplorer.plot.TextStyle;
import org.eccexplorer.plot.Tint;
import org.eccexplorer.plot.ValueAxis;
import org.junit.jupiter.api.Test;

/** Names stand at even distances within the chart, and leave room for the plot. */
class LegendTest {
    private static final double[] X = {1, 2, 3};

    private record Line(String text, double left, double right, double base) {}

    /** Letters of very different widths, as in most fonts. */
    private static final class Paper implements Surface {
        final List<Line> lines = new ArrayList<>();

        @Override
        public double textWidth(String text, TextStyle style) {
            return text.chars()
                    .mapToDouble(c -> c == 'i' || c == '1' ? 3 : c == 'W' ? 11 : 6)
                    .sum();
        }

        @Override
        public void text(
                String text, double x, double y, Align align, TextStyle style, Colour colour) {
            if (align == Align.LEFT) {
                lines.add(new Line(text, x, x + textWidth(text, style), y));
            }
        }

        @Override
        public void textUpwards(
                String text, double x, double y, Align align, TextStyle style, Colour colour) {}

        @Override
        public void line(
                double[] x, double[] y, int count, Colour colour, double width, Dash dash) {}

        @Override
        public void polygon(double[] x, double[] y, int count, Colour colour) {}

        @Override
        public void rectangle(double x, double y, double width, double height, Colour colour) {}

        @Override
        public void circle(double x, double y, double radius, Colour colour) {}

        @Override
        public void clipped(Bounds bounds, Runnable painting) {
            painting.run();
        }
    }

    private static Chart chart(String subtitle, List<String> names, int front) {
        List<Series> series =
                IntStream.range(0, names.size())
                        .mapToObj(i -> {
                            Tint tint = Tint.run(i);
                            return i == front
                                    ? Series.banded(names.get(i), tint, X, X, new Band(X, X))
                                    : Series.line(names.get(i), tint, X, X);
                        })
                        .toList();
        return new Chart.Lines(
                "Title",
                subtitle,
                Axis.timesteps(3),
                ValueAxis.fromZero("spikes"),
                series,
                List.of(),
                Double.NaN);
    }

    private static List<Line> painted(Chart chart, Bounds bounds) {
        Paper paper = new Paper();
        ChartPainter.paint(chart, paper, bounds, ChartTheme.LIGHT, false, Double.NaN, Double.NaN);
        return paper.lines;
    }

    @Test
    void gapsAreEvenAndNothingPassesTheMargin() {
        List<String> names = List.of("iiiiiiiii", "WWWWWW", "i1i1i1", "WWWWWWWWWW", "abc", "WiWi");
        Bounds bounds = new Bounds(0, 0, 420, 300);
        List<Line> lines =
                painted(chart("", names, 0), bounds).stream()
                        .filter(line -> names.contains(line.text()))
                        .toList();
        assertThat(lines).extracting(Line::text).containsExactlyElementsOf(names);
        for (int i = 1; i < lines.size(); i++) {
            Line before = lines.get(i - 1);
            if (lines.get(i).base() == before.base()) {
                assertThat(lines.get(i).left() - before.right()).isEqualTo(36);
            }
        }
        assertThat(lines).allMatch(line -> line.right() <= bounds.right() - ChartPainter.PADDING);
    }

    @Test
    void tenClassesInALowChartStandBesideThePlot() {
        List<String> classes = IntStream.range(0, 10).mapToObj(i -> "Ankle boot " + i).toList();
        Bounds bounds = new Bounds(0, 0, 330, 220);
        Chart chart = chart("", classes, -1);
        Bounds plot = ChartPainter.plotArea(chart, bounds, false, new Paper());
        assertThat(plot.height()).isEqualTo(ChartPainter.leastPlotHeight(bounds));
        List<Line> names =
                painted(chart, bounds).stream()
                        .filter(line -> classes.contains(line.text()))
                        .toList();
        assertThat(names).extracting(Line::text).containsExactlyElementsOf(classes);
        assertThat(names)
                .allSatisfy(line -> {
                    assertThat(line.left()).isGreaterThan(plot.right());
                    assertThat(line.right()).isLessThanOrEqualTo(bounds.right());
                    assertThat(line.base()).isLessThanOrEqualTo(plot.bottom());
                });
    }

    @Test
    void whereNamesAreLeftOutThatOfTheFocusIsNot() {
        List<String> runs =
                IntStream.range(0, 20).mapToObj(i -> "CN + CMB · θ 0.25 · T " + (100 + i)).toList();
        Bounds bounds = new Bounds(0, 0, 330, 220);
        Chart chart = chart("", runs, 17);
        List<String> texts = painted(chart, bounds).stream().map(Line::text).toList();
        assertThat(texts).contains(runs.get(17)).anyMatch(text -> text.endsWith(" more"));
        Bounds plot = ChartPainter.plotArea(chart, bounds, false, new Paper());
        double taken = ChartPainter.leastPlotHeight(bounds) - plot.height();
        assertThat(taken).isLessThanOrEqualTo(0.25 * bounds.height() + 3);
        long named = texts.stream().filter(runs::contains).count();
        assertThat(texts).contains(20 - named + " more");
    }

    @Test
    void filesHaveTwoLinesOfNotes() {
        Chart chart =
                chart("band: 95 % · dashed: closed form · dot: within one point", List.of(), -1);
        Bounds bounds = new Bounds(0, 0, 240, 220);
        Paper file = new Paper();
        ChartPainter.file(chart, file, bounds, ChartTheme.LIGHT);
        assertThat(file.lines)
                .extracting(Line::text)
                .contains("band: 95 % · dashed: closed form", "dot: within one point");
        assertThat(painted(chart, bounds))
                .extracting(Line::text)
                .contains("band: 95 % · dashed: closed form")
                .doesNotContain("dot: within one point");
    }
}
