package org.eccexplorer.plot.paint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import org.eccexplorer.plot.Axis;
import org.eccexplorer.plot.Band;
import org.eccexplorer.plot.Bar;
import org.eccexplorer.plot.BarGroup;
import org.eccexplorer.plot.Bounds;
import org.eccexplorer.plot.Box;
import org.eccexplorer.plot.Categories;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.ChartTable;
import org.eccexplorer.plot.ChartTables;
import org.eccexplorer.plot.ChartTheme;
import org.eccexplorer.plot.Colour;
import org.eccexplorer.plot.Dash;
import org.eccexplorer.plot.Pointer;
import org.eccexplorer.plot.Profile;
import org.eccexplorer.plot.Reference;
import org.eccexplorer.plot.Series;
import org.eccexplorer.plot.Surface;
import org.eccexplorer.plot.TextStyle;
import org.eccexplorer.plot.Tint;
import org.eccexplorer.plot.Train;
import org.eccexplorer.plot.ValueAxis;
import org.eccexplorer.plot.Violin;
import org.junit.jupiter.api.Test;

/** No text of any chart leaves its place or covers another, whatever the size and the data. */
class ChartPainterTest {
    private final Random random = new Random(3);

    /** Remembers where texts were painted. */
    private static final class Recorder implements Surface {
        private record Box(String text, double left, double top, double right, double bottom) {
            boolean covers(Box other) {
                return left < other.right
                        && other.left < right
                        && top < other.bottom
                        && other.top < bottom;
            }
        }

        private final List<Box> boxes = new ArrayList<>();
        private int marks;
        private double leftmost = Double.POSITIVE_INFINITY;
        private double rightmost = Double.NEGATIVE_INFINITY;
        private Bounds clip = new Bounds(-1e6, 0, 2e6, 0);

        private void seen(double x) {
            double inside = Math.clamp(x, clip.x(), clip.right());
            leftmost = Math.min(leftmost, inside);
            rightmost = Math.max(rightmost, inside);
        }

        @Override
        public void line(
                double[] x, double[] y, int count, Colour colour, double width, Dash dash) {
            marks++;
            for (int i = 0; i < count; i++) {
                assertThat(Double.isFinite(x[i]) && Double.isFinite(y[i])).isTrue();
                seen(x[i]);
            }
        }

        @Override
        public void polygon(double[] x, double[] y, int count, Colour colour) {
            marks++;
            for (int i = 0; i < count; i++) {
                seen(x[i]);
            }
        }

        @Override
        public void rectangle(double x, double y, double width, double height, Colour colour) {
            marks++;
        }

        @Override
        public void circle(double x, double y, double radius, Colour colour) {
            marks++;
            seen(x - radius);
            seen(x + radius);
        }

        @Override
        public void text(
                String text, double x, double y, Align align, TextStyle style, Colour colour) {
            double width = textWidth(text, style);
            double left =
                    switch (align) {
                        case LEFT -> x;
                        case CENTRE -> x - width / 2;
                        case RIGHT -> x - width;
                    };
            if (!text.isEmpty()) {
                boxes.add(new Box(text, left, y - style.size() * 0.7, left + width, y));
            }
        }

        /** Takes as much room upwards as a line does to the right. */
        @Override
        public void textUpwards(
                String text, double x, double y, Align align, TextStyle style, Colour colour) {
            double length = textWidth(text, style);
            double bottom =
                    switch (align) {
                        case LEFT -> y;
                        case CENTRE -> y + length / 2;
                        case RIGHT -> y + length;
                    };
            if (!text.isEmpty()) {
                boxes.add(new Box(text, x - style.size() * 0.7, bottom - length, x, bottom));
            }
        }

        @Override
        public void clipped(Bounds bounds, Runnable painting) {
            Bounds before = clip;
            clip = bounds;
            painting.run();
            clip = before;
        }

        @Override
        public double textWidth(String text, TextStyle style) {
            return text.length() * style.size() * 0.55;
        }
    }

    private static List<String> names(int count) {
        return IntStream.range(0, count).mapToObj(i -> "conv" + i + "_1").toList();
    }

    private double[] values(int count, double scale) {
        return random.doubles(count).map(v -> v * scale).toArray();
    }

    private List<Chart> charts(int layers, double scale) {
        double[] x = IntStream.rangeClosed(1, 256).asDoubleStream().toArray();
        List<Box> boxes = new ArrayList<>();
        List<Violin> violins = new ArrayList<>();
        List<Bar> stacks = new ArrayList<>();
        List<Series> series = new ArrayList<>();
        for (int l = 0; l < layers; l++) {
            boxes.add(
                    new Box(
                            "ECC",
                            l,
                            Tint.run(0),
                            0,
                            0.1 * scale,
                            0.2 * scale,
                            0.3 * scale,
                            scale,
                            0.25));
            violins.add(new Violin(l, Tint.run(1), random.longs(64, 0, 1000).toArray(), 0));
            stacks.add(new Bar(l, 0, values(4, scale), 1.5 * scale));
            series.add(
                    Series.line(
                            "layer " + l,
                            l == 1 ? Tint.run(3) : Tint.shade(l, layers),
                            x,
                            values(256, scale)));
        }
        float[] points = {0.1f, 0.5f, (float) scale};
        return List.of(
                new Chart.Lines(
                        "Residual",
                        "unit",
                        Axis.timesteps(256),
                        ValueAxis.fromZero("V / V_thr"),
                        series,
                        List.of(),
                        64),
                new Chart.Boxes(
                        "Rates",
                        "a rather long subtitle that may not fit",
                        "spikes per timestep",
                        names(layers),
                        0,
                        Tint.run(0),
                        boxes),
                new Chart.Violins(
                        "Currents",
                        "unit",
                        "current",
                        names(layers),
                        -1,
                        -1.5,
                        1.5,
                        1,
                        "V_thr",
                        violins),
                new Chart.Stacks(
                        "Errors",
                        "unit",
                        "mean, % of λ",
                        Categories.LAYERS,
                        names(layers),
                        0,
                        true,
                        "% of λ",
                        List.of("clipping", "quantisation", "inherited", "unevenness"),
                        "mean",
                        List.of(new BarGroup("ECC", Tint.run(0))),
                        stacks),
                new Chart.Profiles(
                        "Correlations",
                        "unit",
                        "r",
                        names(layers),
                        0,
                        1,
                        Tint.run(0),
                        List.of(
                                new Profile(
                                        "ECC", Tint.run(0), values(layers, scale / (1 + scale))))),
                new Chart.Scatter(
                        "Agreement",
                        "unit",
                        "activation",
                        "rate",
                        Tint.run(0),
                        points,
                        points,
                        "r = 1"),
                new Chart.Raster(
                        "Spikes",
                        "of some neurons",
                        Axis.timesteps(256),
                        names(layers),
                        names(layers).stream().map(name -> Train.of(1, 7, 256)).toList(),
                        0,
                        64),
                new Chart.Matrix(
                        "Confusion",
                        "unit",
                        "truth",
                        "answer",
                        names(Math.min(layers, 12)),
                        random.ints(12)
                                .mapToObj(i -> random.ints(12, 0, 1000).toArray())
                                .toArray(int[][]::new)),
                new Chart.Histogram(
                        "Weights",
                        "unit",
                        "weight",
                        "weights",
                        -scale,
                        scale,
                        Tint.Fixed.CNN,
                        new long[] {1, 900, 3}),
                new Chart.Lines(
                        "Potential",
                        "unit",
                        Axis.linear("energy, µJ", scale),
                        ValueAxis.fromZero("V / V_thr"),
                        List.of(
                                Series.dashed(
                                        "one",
                                        Tint.run(0),
                                        new double[] {0, scale},
                                        new double[] {-scale, scale})),
                        List.of(),
                        Double.NaN),
                new Chart.Boxes("Empty", "nothing yet", "", List.of(), -1, Tint.run(0), List.of()));
    }

    @Test
    void textsKeepTheirPlaces() {
        double[][] sizes = {{230, 160}, {320, 240}, {420, 320}, {900, 300}, {1600, 1000}};
        for (int layers : new int[] {1, 4, 9, 16, 40}) {
            for (double scale : new double[] {0.003, 0.4, 1, 57, 1234}) {
                for (double[] size : sizes) {
                    for (Chart chart : charts(layers, scale)) {
                        check(chart, size[0], size[1]);
                    }
                }
            }
        }
    }

    private static void check(Chart chart, double width, double height) {
        Recorder recorder = new Recorder();
        ChartPainter.paint(
                chart,
                recorder,
                new Bounds(0, 0, width, height),
                ChartTheme.LIGHT,
                false,
                Double.NaN,
                Double.NaN);
        String what = "%s at %.0f × %.0f".formatted(chart.title(), width, height);
        assertThat(recorder.marks).as(what).isPositive();
        for (Recorder.Box box : recorder.boxes) {
            assertThat(box.left).as("%s: %s", what, box.text).isGreaterThanOrEqualTo(0);
            assertThat(box.right).as("%s: %s", what, box.text).isLessThanOrEqualTo(width);
            assertThat(box.bottom).as("%s: %s", what, box.text).isLessThanOrEqualTo(height);
        }
        for (int i = 0; i < recorder.boxes.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertThat(recorder.boxes.get(i).covers(recorder.boxes.get(j)))
                        .as("%s: %s over %s", what, recorder.boxes.get(i), recorder.boxes.get(j))
                        .isFalse();
            }
        }
    }

    @Test
    void thePointerReadsValuesOnEveryChart() {
        for (int layers : new int[] {1, 9, 40}) {
            for (double[] size : new double[][] {{230, 160}, {420, 320}, {1600, 1000}}) {
                for (Chart chart : charts(layers, 1)) {
                    read(chart, size[0], size[1]);
                }
            }
        }
    }

    private static void read(Chart chart, double width, double height) {
        int most = 0;
        Bounds bounds = new Bounds(0, 0, width, height);
        Recorder still = new Recorder();
        ChartPainter.paint(chart, still, bounds, ChartTheme.DARK, false, Double.NaN, Double.NaN);
        for (double x = 70; x < width - 20; x += width / 40) {
            for (double y = 60; y < height - 40; y += height / 20) {
                Recorder recorder = new Recorder();
                ChartPainter.paint(chart, recorder, bounds, ChartTheme.DARK, false, x, y);
                most = Math.max(most, recorder.boxes.size());
                for (Recorder.Box box : recorder.boxes) {
                    assertThat(box.left).as(box.text).isGreaterThanOrEqualTo(0);
                    assertThat(box.right).as(box.text).isLessThanOrEqualTo(width);
                    assertThat(box.bottom).as(box.text).isLessThanOrEqualTo(height);
                }
            }
        }
        if (!chart.title().equals("Empty")) {
            assertThat(most).as(chart.title()).isGreaterThan(still.boxes.size());
        }
    }

    @Test
    void theNameOfALineIsNotRunThroughByACurve() {
        double[] x = IntStream.rangeClosed(1, 256).asDoubleStream().toArray();
        for (double level : new double[] {0.2, 0.85, 0.9, 0.93, 0.97, 1}) {
            double[] curve = IntStream.range(0, 256).mapToDouble(i -> level).toArray();
            Chart chart =
                    new Chart.Lines(
                            "Accuracy",
                            "unit",
                            Axis.timesteps(256),
                            ValueAxis.shares("share, %"),
                            List.of(Series.line("ECC", Tint.run(0), x, curve)),
                            List.of(new Reference("CNN 91.5 %", 0.915)),
                            Double.NaN);
            Bounds bounds = new Bounds(0, 0, 420, 320);
            Recorder recorder = new Recorder();
            ChartPainter.paint(
                    chart, recorder, bounds, ChartTheme.LIGHT, false, Double.NaN, Double.NaN);
            double at = 284 - (284 - 54) * level;
            assertThat(recorder.boxes)
                    .filteredOn(box -> box.text.startsWith("CNN"))
                    .singleElement()
                    .satisfies(box -> assertThat(at < box.top || at > box.bottom).isTrue());
        }
    }

    /** In the window and in every file, whatever the size. */
    @Test
    void runsLayersAndClassesAreNamedInTheChart() {
        double[] x = IntStream.rangeClosed(1, 64).asDoubleStream().toArray();
        List<Series> series = new ArrayList<>();
        List<Box> boxes = new ArrayList<>();
        List<Profile> profiles = new ArrayList<>();
        List<String> runs = new ArrayList<>();
        for (int run = 0; run < 9; run++) {
            String name = "CN + CMB " + run;
            runs.add(name);
            series.add(Series.line(name, Tint.run(run), x, values(64, 1)));
            boxes.add(new Box(name, 0, Tint.run(run), 0, 0.1, 0.2, 0.3, 0.4, 0.2));
            profiles.add(new Profile(name, Tint.run(run), new double[] {0.9}));
        }
        for (Chart chart :
                List.of(
                        new Chart.Lines(
                                "Accuracy",
                                "unit",
                                Axis.timesteps(64),
                                ValueAxis.shares("share, %"),
                                series,
                                List.of(),
                                Double.NaN),
                        new Chart.Boxes(
                                "Rates", "unit", "rate", List.of("a"), -1, Tint.run(0), boxes),
                        new Chart.Profiles(
                                "r", "unit", "r", List.of("a"), -1, 1, Tint.run(8), profiles))) {
            for (double[] size : new double[][] {{420, 280}, {640, 400}}) {
                check(chart, size[0], size[1]);
                assertThat(painted(chart, size[0], size[1])).containsAll(runs);
            }
            assertThat(painted(chart, 230, 160)).anyMatch(text -> text.endsWith(" more"));
        }
    }

    private static List<String> painted(Chart chart, double width, double height) {
        Recorder recorder = new Recorder();
        Bounds bounds = new Bounds(0, 0, width, height);
        ChartPainter.paint(
                chart, recorder, bounds, ChartTheme.LIGHT, false, Double.NaN, Double.NaN);
        return recorder.boxes.stream().map(Recorder.Box::text).toList();
    }

    @Test
    void aLongNameLosesItsMiddle() {
        assertThat(Labels.shortened("ECC (all three)", 32)).isEqualTo("ECC (all three)");
        assertThat(Labels.shortened("CN + CMB · θ 0.25 · leak 0.01 · T 256", 20))
                .isEqualTo("CN + CMB ·…1 · T 256");
    }

    /** A part of the timesteps and a line that is longer than the axis. */
    @Test
    void nothingIsPaintedBesideThePlot() {
        double[] x = IntStream.rangeClosed(1, 256).asDoubleStream().toArray();
        List<Series> series = new ArrayList<>();
        for (int run = 0; run < 3; run++) {
            double[] y = values(256, 1);
            series.add(Series.banded("run " + run, Tint.run(run), x, y, new Band(y, y)));
            series.add(Series.dot("dot " + run, Tint.run(run), 200, 0.5));
        }
        Bounds bounds = new Bounds(0, 0, 420, 280);
        for (Axis axis :
                List.of(
                        Axis.timesteps(16),
                        Axis.logTimesteps(16),
                        Axis.timesteps(256).between(100, 120),
                        Axis.logTimesteps(256).between(3, 9))) {
            Chart chart =
                    new Chart.Lines(
                            "Accuracy",
                            "unit",
                            axis,
                            ValueAxis.shares("accuracy, %").seen(),
                            series,
                            List.of(new Reference("CNN", 0.9)),
                            200);
            Recorder recorder = new Recorder();
            ChartPainter.paint(
                    chart, recorder, bounds, ChartTheme.LIGHT, false, Double.NaN, Double.NaN);
            Bounds plot = ChartPainter.plotArea(chart, bounds, false, new Recorder());
            assertThat(recorder.rightmost).isLessThanOrEqualTo(plot.right() + 5);
            assertThat(recorder.leftmost).isGreaterThanOrEqualTo(ChartPainter.PADDING);
        }
    }

    /** Each beside its line, and none over another. */
    @Test
    void severalReferencesAreNamedBesideTheirLines() {
        double[] x = IntStream.rangeClosed(1, 256).asDoubleStream().toArray();
        double[] y = IntStream.range(0, 256).mapToDouble(i -> 0.9).toArray();
        Chart chart =
                new Chart.Lines(
                        "Accuracy",
                        "unit",
                        Axis.logTimesteps(256),
                        ValueAxis.shares("accuracy, %"),
                        List.of(Series.line("ECC", Tint.run(0), x, y)),
                        List.of(
                                new Reference("CNN 91.5 %", 0.915),
                                new Reference("CNN 91.0 %, 50 images", 0.91),
                                new Reference("CNN 40.0 %", 0.4)),
                        Double.NaN);
        check(chart, 420, 280);
        Recorder recorder = new Recorder();
        Bounds bounds = new Bounds(0, 0, 420, 280);
        ChartPainter.paint(
                chart, recorder, bounds, ChartTheme.LIGHT, false, Double.NaN, Double.NaN);
        Bounds plot = ChartPainter.plotArea(chart, bounds, false, new Recorder());
        double line = plot.bottom() - 0.4 * plot.height();
        assertThat(recorder.boxes)
                .filteredOn(box -> box.text.equals("CNN 40.0 %"))
                .singleElement()
                .satisfies(box -> assertThat(line - box.bottom).isBetween(0.0, 8.0));
    }

    @Test
    void whatLiesBeyondTheAxisOfCurrentsIsSaid() {
        long[] counts = new long[64];
        counts[20] = 900;
        counts[63] = 100;
        Chart chart =
                new Chart.Violins(
                        "Currents",
                        "unit",
                        "current",
                        List.of("conv1"),
                        -1,
                        -1.5,
                        1.5,
                        1,
                        "V_thr",
                        List.of(new Violin(0, Tint.run(0), counts, 0.2)));
        assertThat(painted(chart, 420, 280)).contains("10 %", "20 %");
        Recorder recorder = new Recorder();
        Bounds bounds = new Bounds(0, 0, 420, 280);
        Bounds plot = ChartPainter.plotArea(chart, bounds, false, new Recorder());
        ChartPainter.paint(
                chart,
                recorder,
                bounds,
                ChartTheme.LIGHT,
                false,
                plot.x() + plot.width() / 2,
                plot.y() + 1);
        assertThat(recorder.boxes)
                .extracting(Recorder.Box::text)
                .anyMatch(text -> text.startsWith("10 % at 1.4") && text.endsWith(" and above"));
    }

    /** Without its notes, rather than over curves. */
    @Test
    void aReferenceIsNamedBrieflyWhereThereIsLittleRoom() {
        double[] x = IntStream.rangeClosed(1, 256).asDoubleStream().toArray();
        double[] y = new double[256];
        for (int t = 0; t < 256; t++) {
            y[t] = t < 6 ? 0 : t % 2;
        }
        Chart chart =
                new Chart.Lines(
                        "Accuracy",
                        "unit",
                        Axis.logTimesteps(256),
                        ValueAxis.shares("accuracy, %"),
                        List.of(Series.line("ECC", Tint.run(0), x, y)),
                        List.of(new Reference("CNN 91.5 % · 1 000 images", 0.915)),
                        Double.NaN);
        assertThat(painted(chart, 300, 240)).contains("CNN 91.5 %");
        assertThat(painted(chart, 640, 400)).contains("CNN 91.5 % · 1 000 images");
    }

    @Test
    void aCostIsReadByItsTimestep() {
        Chart chart =
                new Chart.Lines(
                        "Accuracy against energy",
                        "unit",
                        Axis.cost("energy, µJ", 1, 100),
                        ValueAxis.shares("share, %"),
                        List.of(
                                Series.line(
                                        "ECC",
                                        Tint.run(0),
                                        new double[] {1, 10, 100},
                                        new double[] {0, 0.5, 1})),
                        List.of(new Reference("the CNN takes 10 µJ", 10, true)),
                        Double.NaN);
        Bounds bounds = new Bounds(0, 0, 420, 320);
        assertThat(ChartPainter.pick(chart, bounds, false, new Recorder(), 66, 280)).hasValue(1);
        assertThat(ChartPainter.pick(chart, bounds, false, new Recorder(), 234, 170)).hasValue(2);
        assertThat(ChartPainter.pick(chart, bounds, false, new Recorder(), 403, 56)).hasValue(3);
    }

    @Test
    void everyChartIsATable() {
        for (Chart chart : charts(3, 1)) {
            ChartTable table = ChartTables.of(chart);
            assertThat(table.rows())
                    .allSatisfy(row -> assertThat(row).hasSameSizeAs(table.header()));
        }
    }

    @Test
    void aPointOfAChartStandsForATimestepOrALayer() {
        Bounds bounds = new Bounds(0, 0, 564, 300);
        for (Chart chart : charts(5, 1)) {
            assertThat(ChartPainter.pick(chart, bounds, false, new Recorder(), 3, 3))
                    .as("titles")
                    .isEmpty();
            OptionalInt middle = ChartPainter.pick(chart, bounds, false, new Recorder(), 297, 120);
            switch (chart) {
                case Chart.Lines lines when lines.x().isTime() ->
                        assertThat(middle.orElseThrow()).isBetween(1, (int) lines.x().high());
                case Chart.Matrix _ -> assertThat(middle.orElseThrow()).isBetween(0, 24);
                case Chart.Raster _ -> assertThat(middle.orElseThrow()).isBetween(110, 140);
                case Chart.Boxes boxes when boxes.categories().isEmpty() ->
                        assertThat(middle).isEmpty();
                case Chart.Boxes _ -> assertThat(middle).hasValue(2);
                case Chart.Violins _ -> assertThat(middle).hasValue(2);
                case Chart.Stacks _ -> assertThat(middle).hasValue(2);
                case Chart.Profiles _ -> assertThat(middle).hasValue(2);
                default -> assertThat(middle).isEmpty();
            }
        }
    }

    /** What the keyboard comes to is what a pointer there would pick. */
    @Test
    void theCursorStandsWhereAPointerPicks() {
        Bounds bounds = new Bounds(0, 0, 700, 400);
        for (Chart chart : charts(5, 1)) {
            OptionalInt place = ChartCursor.moved(chart, OptionalInt.empty(), 1, 0);
            for (int i = 0; i < 7 && place.isPresent(); i++) {
                Pointer at =
                        ChartCursor.at(chart, bounds, false, new Recorder(), place.getAsInt())
                                .orElseThrow();
                assertThat(ChartPainter.pick(chart, bounds, false, new Recorder(), at.x(), at.y()))
                        .as("%s, %s", chart.title(), ChartCursor.name(chart, place.getAsInt()))
                        .isEqualTo(place);
                place = ChartCursor.moved(chart, place, i % 2, 1 - i % 2);
            }
        }
    }

    @Test
    void decimationKeepsExtremes() {
        double[] x = IntStream.range(0, 10_000).mapToDouble(i -> i / 100.0).toArray();
        double[] y = values(10_000, 1);
        y[5_000] = 9;
        Decimation.Points points = Decimation.of(x, y, 100);
        assertThat(points.count()).isLessThanOrEqualTo(202);
        double most = 0;
        for (int i = 0; i < points.count(); i++) {
            most = Math.max(most, points.y()[i]);
        }
        assertThat(most).isEqualTo(9);
    }

    /** Of eight lines at a place those in front come first, and as many as there is room for. */
    @Test
    void thePointerReadsWhatIsInFrontFirst() {
        List<Series> series = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            double[] y = {0.1 * i, 0.1 * i + 0.05};
            double[] x = {1, 16};
            Tint tint = Tint.run(i);
            series.add(
                    i == 6
                            ? Series.banded("run 6", tint, x, y, new Band(y, y, true))
                            : Series.line("run " + i, tint, x, y));
        }
        Chart.Lines chart =
                new Chart.Lines(
                        "title",
                        "notes",
                        Axis.logTimesteps(16),
                        ValueAxis.shares("accuracy"),
                        series,
                        List.of(),
                        Double.NaN);
        assertThat(readings(chart, 900, 210)).startsWith("run 6").hasSize(8);
        assertThat(readings(chart, 300, 320)).startsWith("run 6").hasSize(8);
        List<String> few = readings(chart, 260, 170);
        assertThat(few).startsWith("run 6").hasSizeBetween(3, 7);
    }

    private static List<String> readings(Chart chart, int width, int height) {
        Recorder recorder = new Recorder();
        Bounds bounds = new Bounds(0, 0, width, height);
        Bounds plot = ChartPainter.plotArea(chart, bounds, false, recorder);
        double x = plot.right() - 2;
        double y = plot.y() + 2;
        ChartPainter.paint(chart, recorder, bounds, ChartTheme.LIGHT, false, x, y);
        return recorder.boxes.stream()
                .map(Recorder.Box::text)
                .filter(text -> text.matches("run \\d {2}.*"))
                .map(text -> text.substring(0, 5))
                .toList();
    }
}
