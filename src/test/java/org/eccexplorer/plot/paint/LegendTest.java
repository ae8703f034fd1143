package org.eccexplorer.plot.paint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.eccexplorer.plot.Axis;
import org.eccexplorer.plot.Band;
import org.eccexplorer.plot.Bar;
import org.eccexplorer.plot.BarGroup;
import org.eccexplorer.plot.Bounds;
import org.eccexplorer.plot.Box;
import org.eccexplorer.plot.Categories;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.ChartTheme;
import org.eccexplorer.plot.Colour;
import org.eccexplorer.plot.Dash;
import org.eccexplorer.plot.Reference;
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
        final List<Line> right = new ArrayList<>();
        final List<String> centred = new ArrayList<>();
        final List<Dash> dashes = new ArrayList<>();

        @Override
        public double textWidth(String text, TextStyle style) {
            return text.chars()
                    .mapToDouble(c -> c == 'i' || c == '1' ? 3 : c == 'W' ? 11 : 6)
                    .sum();
        }

        @Override
        public void text(
                String text, double x, double y, Align align, TextStyle style, Colour colour) {
            if (align == Align.CENTRE) {
                centred.add(text);
            }
            if (align == Align.RIGHT) {
                right.add(new Line(text, x - textWidth(text, style), x, y));
            }
            if (align == Align.LEFT) {
                lines.add(new Line(text, x, x + textWidth(text, style), y));
            }
        }

        @Override
        public void textUpwards(
                String text, double x, double y, Align align, TextStyle style, Colour colour) {}

        @Override
        public void line(
                double[] x, double[] y, int count, Colour colour, double width, Dash dash) {
            dashes.add(dash);
        }

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
        assertThat(plot.height()).isEqualTo(ChartLayout.leastPlotHeight(bounds));
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
        double taken = ChartLayout.leastPlotHeight(bounds) - plot.height();
        assertThat(taken).isLessThanOrEqualTo(0.25 * bounds.height() + 3);
        long named = texts.stream().filter(runs::contains).count();
        assertThat(texts).contains(20 - named + " more");
    }

    @Test
    void filesHaveAllTheirNotes() {
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

    private static Paper file(Chart chart, Bounds asked) {
        Paper paper = new Paper();
        double height = ChartPainter.fileHeight(chart, asked, paper);
        Bounds bounds = new Bounds(0, 0, asked.width(), height);
        ChartPainter.file(chart, paper, bounds, ChartTheme.LIGHT);
        assertThat(paper.lines).allMatch(line -> line.right() <= bounds.right());
        return paper;
    }

    private static List<String> twelve() {
        return IntStream.range(0, 12).mapToObj(i -> "CN + CMB · θ 0.25 · T " + (100 + i)).toList();
    }

    @Test
    void filesNameEveryRunAndGrowForIt() {
        Chart chart = chart("", twelve(), 3);
        Bounds asked = new Bounds(0, 0, 343, 214);
        assertThat(file(chart, asked).lines).extracting(Line::text).containsAll(twelve());
        double height = ChartPainter.fileHeight(chart, asked, new Paper());
        Bounds plot = ChartLayout.ofFile(chart, new Bounds(0, 0, 343, height), new Paper()).plot();
        assertThat(plot.height()).isGreaterThan(0.479 * asked.height());
        Chart few = chart("", List.of("ECC", "none"), 0);
        assertThat(ChartPainter.fileHeight(few, asked, new Paper())).isEqualTo(asked.height());
    }

    @Test
    void aNameLongerThanAFileKeepsItsEnd() {
        String run =
                "CN + CMB · " + "spread over the run · ".repeat(4) + "(T = 64, n = 91 of 1000)";
        assertThat(file(chart("", List.of("ECC", run), 0), new Bounds(0, 0, 343, 214)).lines)
                .extracting(Line::text)
                .anyMatch(text -> text.startsWith("CN + CMB") && text.endsWith("n = 91 of 1000)"));
    }

    private static Chart.Stacks errors(int groups) {
        List<Bar> bars = new ArrayList<>();
        for (int g = 0; g < groups; g++) {
            for (int c = 0; c < 5; c++) {
                bars.add(new Bar(c, g, new double[] {0.1, 0.1, 0.2, 0.1}, 0.4));
            }
        }
        return new Chart.Stacks(
                "Errors",
                "T = 32, n = 20 · height: mean |CNN activation − SNN rate × scale| · filled in"
                        + " proportion to the mean |part| of each cause",
                "mean |CNN − SNN|, % of λ",
                Categories.LAYERS,
                List.of("conv1", "conv2", "conv3", "fc1", "fc2"),
                -1,
                true,
                "% of λ",
                List.of("clipping", "quantisation", "inherited", "unevenness"),
                "whole",
                IntStream.range(0, groups)
                        .mapToObj(g -> new BarGroup(twelve().get(g), Tint.run(g)))
                        .toList(),
                bars);
    }

    @Test
    void errorsInFilesNameEveryPartAndEveryRunByItsLetter() {
        Bounds asked = new Bounds(0, 0, 343, 214);
        for (int groups : new int[] {1, 3, 8, 12}) {
            Chart.Stacks chart = errors(groups);
            Paper paper = file(chart, asked);
            List<String> texts = paper.lines.stream().map(Line::text).toList();
            assertThat(texts).containsAll(chart.parts());
            for (int g = 0; g < groups; g++) {
                String letter = StacksLegend.letter(chart, g);
                String name = twelve().get(g);
                assertThat(texts).contains(letter.isEmpty() ? name : letter + "  " + name);
                if (groups > 1) {
                    assertThat(paper.centred).filteredOn(letter::equals).hasSize(5);
                }
            }
            double first =
                    paper.lines.stream()
                            .filter(line -> line.text().contains("θ"))
                            .mapToDouble(Line::base)
                            .min()
                            .orElseThrow();
            double notes =
                    paper.lines.stream()
                            .filter(line -> line.text().endsWith("each cause"))
                            .mapToDouble(Line::base)
                            .max()
                            .orElseThrow();
            assertThat(first).as("below the notes").isGreaterThan(notes + 11);
        }
        double height = ChartPainter.fileHeight(errors(12), asked, new Paper());
        assertThat(height).isGreaterThan(asked.height() * 1.5);
    }

    @Test
    void lowCardsGiveUpTheirLegendFirst() {
        Chart chart = chart("", twelve(), 0);
        assertThat(painted(chart, new Bounds(0, 0, 330, 130)))
                .extracting(Line::text)
                .doesNotContainAnyElementsOf(twelve())
                .noneMatch(text -> text.endsWith(" more"));
    }

    @Test
    void whereBoxesAreLinesTheLegendShowsLines() {
        List<Box> boxes = new ArrayList<>();
        for (int g = 0; g < 12; g++) {
            for (int c = 0; c < 3; c++) {
                boxes.add(new Box(twelve().get(g), c, Tint.run(g), 0, 1, 2, 3, 4, 2));
            }
        }
        Chart chart =
                new Chart.Boxes(
                        "Rates", "", "rate", List.of("a", "b", "c"), -1, Tint.run(0), boxes);
        assertThat(LegendEntry.of(chart, new Bounds(0, 0, 343, 214)))
                .extracting(LegendEntry::sample)
                .containsOnlyOnce(LegendEntry.Sample.BOX)
                .contains(LegendEntry.Sample.LINE);
        assertThat(LegendEntry.of(chart, new Bounds(0, 0, 1500, 600)))
                .extracting(LegendEntry::sample)
                .containsOnly(LegendEntry.Sample.BOX);
    }

    @Test
    void theNameOfAVerticalLineStaysInThePlot() {
        for (double at : new double[] {1.05, 1.9, 2, 2.95}) {
            Chart chart =
                    new Chart.Lines(
                            "Energy",
                            "",
                            Axis.cost("energy", 1, 3),
                            ValueAxis.shares("accuracy"),
                            List.of(Series.line("ECC", Tint.run(0), X, new double[] {0, 0.1, 0})),
                            List.of(new Reference("the CNN performs 3.895 M MACs", at, true)),
                            Double.NaN);
            Bounds bounds = new Bounds(0, 0, 343, 214);
            Bounds plot = ChartPainter.plotArea(chart, bounds, false, new Paper());
            Paper paper = file(chart, bounds);
            assertThat(paper.right)
                    .filteredOn(line -> line.text().startsWith("the CNN"))
                    .singleElement()
                    .satisfies(line -> {
                        assertThat(line.left()).isGreaterThanOrEqualTo(plot.x());
                        assertThat(line.right()).isLessThanOrEqualTo(plot.right());
                    });
        }
    }

    @Test
    void theClosedFormAndTheCnnHaveDifferentDashes() {
        Chart chart =
                new Chart.Lines(
                        "Accuracy",
                        "",
                        Axis.timesteps(3),
                        ValueAxis.shares("accuracy"),
                        List.of(
                                Series.line("ECC", Tint.run(0), X, new double[] {0, 0.1, 0.2}),
                                Series.dashed("closed form", Tint.run(0), X, X)),
                        List.of(new Reference("CNN", 0.9)),
                        Double.NaN);
        Paper paper = file(chart, new Bounds(0, 0, 343, 214));
        assertThat(paper.dashes).contains(Dash.FINE, Dash.DASH_DOT_DOT);
        Series preview =
                Series.dashed("preview", Tint.run(0), new double[] {2}, new double[] {0.9});
        Chart dotted =
                new Chart.Lines(
                        "Accuracy",
                        "",
                        Axis.timesteps(3),
                        ValueAxis.shares("accuracy"),
                        List.of(Series.line("ECC", Tint.run(0), X, X), preview),
                        List.of(),
                        Double.NaN);
        assertThat(LegendEntry.of(dotted, new Bounds(0, 0, 343, 214)))
                .extracting(LegendEntry::name, LegendEntry::sample)
                .contains(tuple("preview", LegendEntry.Sample.RING));
    }
}
