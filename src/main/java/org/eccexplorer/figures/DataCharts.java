package org.eccexplorer.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.eccexplorer.app.open.DataSummary;
import org.eccexplorer.app.run.LambdaStudy;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.ChartTable;
import org.eccexplorer.plot.Tint;

/** Charts of the images themselves, and of how λ depends on them. */
public final class DataCharts {
    private DataCharts() {}

    /** How many images each class has. */
    public static Chart classes(DataSummary summary, IntFunction<String> className) {
        List<String> names = new ArrayList<>();
        List<Chart.Stack> bars = new ArrayList<>();
        for (int c = 0; c < summary.perClass().length; c++) {
            names.add(className.apply(c));
            bars.add(new Chart.Stack("", c, 0, 1, new double[] {summary.perClass()[c]}));
        }
        return new Chart.Stacks(
                "Classes",
                "%,d images".formatted(summary.images()),
                Chart.Over.CLASSES,
                names,
                -1,
                false,
                List.of("images"),
                bars);
    }

    /** How the pixels are spread, as the model takes them. */
    public static Chart pixels(DataSummary summary) {
        return new Chart.Histogram(
                "Pixel values",
                "model input, %.4g to %.4g".formatted(summary.low(), summary.high()),
                "value",
                summary.low(),
                summary.low() + summary.width(),
                Tint.Fixed.ACCENT,
                summary.histogram());
    }

    /** How the largest activation of each layer grew with the number of calibration images. */
    public static Chart growth(LambdaStudy study) {
        List<Chart.Series> lines = new ArrayList<>();
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
            lines.add(Chart.Series.line(layer.name(), Tint.run(lines.size()), x, y));
        }
        return new Chart.Lines(
                "λ against calibration images",
                "share of the λ that all images give",
                Chart.Axis.linear("calibration images", images),
                true,
                lines,
                List.of(),
                Double.NaN);
    }

    /** What λ depends on, a row per layer. */
    public static ChartTable table(LambdaStudy study) {
        List<List<Object>> rows = new ArrayList<>();
        for (LambdaStudy.Layer layer : study.layers()) {
            rows.add(
                    List.of(
                            layer.name(),
                            layer.lambda(),
                            layer.decisive(),
                            layer.withoutDecisive(),
                            layer.after(Math.max(1, layer.maxima().length / 2)),
                            layer.percentile9999(),
                            layer.percentile999()));
        }
        return new ChartTable(
                List.of(
                        "layer",
                        "λ",
                        "set by image",
                        "without it",
                        "half of them",
                        "99.99 %",
                        "99.9 %"),
                rows);
    }
}
