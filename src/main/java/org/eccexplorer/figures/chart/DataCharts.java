package org.eccexplorer.figures.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.eccexplorer.app.open.DataSummary;
import org.eccexplorer.app.run.LambdaStudy;
import org.eccexplorer.plot.Axis;
import org.eccexplorer.plot.Bar;
import org.eccexplorer.plot.BarGroup;
import org.eccexplorer.plot.Categories;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.ChartTable;
import org.eccexplorer.plot.Series;
import org.eccexplorer.plot.Tint;
import org.eccexplorer.plot.ValueAxis;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/** Charts of the images themselves, and of how λ depends on them. */
public final class DataCharts {
    /** So many classes are named in a note. */
    private static final int FEW = 12;

    private DataCharts() {}

    /** How many images each class has. */
    public static Chart classes(DataSummary summary, IntFunction<String> className) {
        List<String> names = new ArrayList<>();
        List<Bar> bars = new ArrayList<>();
        for (int c = 0; c < summary.perClass().length; c++) {
            names.add(className.apply(c));
            double images = summary.perClass()[c];
            bars.add(new Bar(c, 0, new double[] {images}, images));
        }
        return new Chart.Stacks(
                Texts.text("figures.classes.title"),
                notes(summary, names),
                Texts.text("figures.classes.part"),
                Categories.CLASSES,
                names,
                -1,
                false,
                "",
                List.of(Texts.text("figures.classes.part")),
                Texts.text("figures.classes.part"),
                List.of(new BarGroup("", Tint.Fixed.ACCENT)),
                bars);
    }

    /** With the names of the classes, which are numbers where the bars are too narrow for names. */
    private static String notes(DataSummary summary, List<String> names) {
        String images = Texts.counted("figures.images", summary.images());
        List<String> numbered = new ArrayList<>();
        boolean named = false;
        for (int c = 0; c < names.size(); c++) {
            numbered.add(Texts.text("figures.classes.numbered", c, names.get(c)));
            named |= !names.get(c).equals(String.valueOf(c));
        }
        return named && names.size() <= FEW
                ? Texts.text("figures.classes.notes", images, String.join(", ", numbered))
                : images;
    }

    /** How the pixels are spread, as the model takes them. */
    public static Chart pixels(DataSummary summary) {
        return new Chart.Histogram(
                Texts.text("figures.pixels.title"),
                Texts.text(
                        "figures.pixels.range",
                        Numbers.upTo(summary.low(), 4),
                        Numbers.upTo(summary.high(), 4)),
                Texts.text("figures.pixels.value"),
                Texts.text("figures.pixels.axis"),
                summary.low(),
                summary.low() + summary.width(),
                Tint.Fixed.ACCENT,
                summary.histogram());
    }

    /** How the largest activation of each layer grew with the number of calibration images. */
    public static Chart growth(LambdaStudy study) {
        List<Series> lines = new ArrayList<>();
        int images = study.layers().getFirst().maxima().length;
        for (LambdaStudy.Layer layer : study.layers()) {
            double[] x = new double[images];
            double[] y = new double[images];
            double largest = 0;
            double last = layer.after(images);
            for (int i = 0; i < images; i++) {
                largest = Math.max(largest, layer.maxima()[i]);
                x[i] = i + 1;
                y[i] = last > 0 ? largest / last : 0;
            }
            lines.add(Series.line(layer.name(), Tint.run(lines.size()), x, y));
        }
        return new Chart.Lines(
                Texts.text("figures.lambda.title"),
                Texts.text("figures.lambda.share"),
                Axis.linear(Texts.text("figures.lambda.images"), images),
                ValueAxis.shares(Texts.text("figures.lambda.shareAxis")),
                lines,
                List.of(),
                Double.NaN);
    }

    /** What λ depends on, a row per layer. */
    public static ChartTable table(LambdaStudy study) {
        List<List<Object>> rows = new ArrayList<>();
        for (LambdaStudy.Layer layer : study.layers()) {
            List<Object> row =
                    new ArrayList<>(
                            List.of(
                                    layer.name(),
                                    layer.lambda(),
                                    layer.decisive(),
                                    layer.withoutDecisive(),
                                    layer.after(Math.max(1, layer.maxima().length / 2)),
                                    layer.percentile9999(),
                                    layer.percentile999()));
            if (!study.chosen().isEmpty()) {
                row.add(layer.chosen());
            }
            rows.add(row);
        }
        List<String> header =
                new ArrayList<>(
                        List.of(
                                Texts.text("figures.lambda.layer"),
                                Texts.text("figures.lambda.maximum"),
                                Texts.text("figures.lambda.setBy"),
                                Texts.text("figures.lambda.without"),
                                Texts.text("figures.lambda.half"),
                                Numbers.percent(0.9999, 2),
                                Numbers.percent(0.999, 1)));
        if (!study.chosen().isEmpty()) {
            header.add(study.chosen());
        }
        return new ChartTable(header, rows);
    }
}
