package org.eccexplorer.plot;

import java.util.Optional;
import java.util.stream.IntStream;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/**
 * The data of charts as tables, for reading aloud, copying and export: a row per point, with the
 * run that it is of. Shares are from 0 to 1.
 */
public final class ChartTables {
    private ChartTables() {}

    /** A row for each value of the chart. */
    public static ChartTable of(Chart chart) {
        return switch (chart) {
            case Chart.Lines lines -> lines(lines);
            case Chart.Boxes boxes -> boxes(boxes);
            case Chart.Violins violins -> violins(violins);
            case Chart.Stacks stacks -> stacks(stacks);
            case Chart.Profiles profiles -> profiles(profiles);
            case Chart.Scatter scatter -> scatter(scatter);
            case Chart.Raster raster -> raster(raster);
            case Chart.Matrix matrix -> matrix(matrix);
            case Chart.Histogram histogram -> histogram(histogram);
        };
    }

    private static ChartTable lines(Chart.Lines chart) {
        boolean timed = chart.x().isTime();
        boolean cost = chart.x().kind() == Axis.Kind.COST;
        TidyRows rows = new TidyRows();
        rows.column("series", Texts.text("plot.series"));
        rows.column("timestep", Texts.text("plot.timestep"));
        if (timed) {
            rows.column("reset", Texts.text("plot.reset"));
        } else {
            rows.column(chart.x().label());
        }
        values(rows, named(chart), chart.y().percent());
        rows.column("low95", Texts.text("plot.low95")).column("high95", Texts.text("plot.high95"));
        for (Series series : chart.series()) {
            boolean line = series.mark() != Series.Mark.DOT && series.mark() != Series.Mark.DOTS;
            for (int i = 0; i < series.x().length; i++) {
                Object step = timed ? Math.round(series.x()[i]) : TidyRows.NOTHING;
                Object low = series.band().isPresent() ? series.band().get().low()[i] : "";
                Object high = series.band().isPresent() ? series.band().get().high()[i] : "";
                if (timed) {
                    rows.row(
                            series.source(),
                            series.name(),
                            step,
                            reset(series.x(), i),
                            series.y()[i],
                            low,
                            high);
                } else {
                    Object at = cost && line ? i + 1 : TidyRows.NOTHING;
                    boolean named = series.mark() == Series.Mark.DOTS;
                    rows.row(
                            series.source(),
                            named ? series.points().get(i) : series.name(),
                            at,
                            series.x()[i],
                            series.y()[i],
                            low,
                            high);
                }
            }
        }
        chart.references().forEach(reference -> reference(chart, reference, rows));
        return rows.table();
    }

    /** Where a membrane is reset it has two values at one timestep. */
    private static String reset(double[] x, int i) {
        if (i + 1 < x.length && x[i + 1] == x[i]) {
            return Texts.text("plot.resetBefore");
        }
        return i > 0 && x[i - 1] == x[i] ? Texts.text("plot.resetAfter") : "";
    }

    /** A dashed line by its two ends. */
    private static void reference(Chart.Lines chart, Reference line, TidyRows rows) {
        boolean timed = chart.x().isTime();
        Optional<SourceRun> source = line.source();
        if (line.vertical()) {
            if (timed) {
                rows.row(source, line.series(), Math.round(line.value()), "", "", "", "");
            } else {
                rows.row(source, line.series(), "", line.value(), "", "", "");
            }
            return;
        }
        for (double x : new double[] {chart.x().low(), chart.x().high()}) {
            if (timed) {
                rows.row(
                        source,
                        line.series(),
                        Math.max(1, Math.round(x)),
                        "",
                        line.value(),
                        "",
                        "");
            } else {
                rows.row(source, line.series(), "", x, line.value(), "", "");
            }
        }
    }

    /** What a chart's values are, with their unit. */
    private static String named(Chart chart) {
        return chart.yLabel().isEmpty() ? chart.title() : chart.yLabel();
    }

    /** Axes show shares in per cent, tables as they are: "accuracy, share of images". */
    private static void values(TidyRows rows, String label, boolean share) {
        String word = Texts.text("plot.share");
        String shared = label.contains("%") ? label.replace("%", word) : label + ", " + word;
        rows.column(share ? shared : label);
    }

    private static ChartTable boxes(Chart.Boxes chart) {
        TidyRows rows = new TidyRows().column("layer", Texts.name(Categories.LAYERS));
        String unit = ColumnNames.of(named(chart)) + "_";
        rows.column(unit + "low5", Numbers.percent(0.05, 0));
        rows.column(unit + "quartile1", Numbers.percent(0.25, 0));
        rows.column(unit + "median", Numbers.percent(0.5, 0));
        rows.column(unit + "quartile3", Numbers.percent(0.75, 0));
        rows.column(unit + "high95", Numbers.percent(0.95, 0));
        rows.column(unit + "mean", Texts.text("plot.mean"));
        for (Box box : chart.boxes()) {
            rows.row(
                    box.source(),
                    chart.categories().get(box.category()),
                    box.low(),
                    box.quartile1(),
                    box.median(),
                    box.quartile3(),
                    box.high(),
                    box.mean());
        }
        return rows.table();
    }

    private static ChartTable violins(Chart.Violins chart) {
        TidyRows rows = bins(new TidyRows().column("layer", Texts.name(Categories.LAYERS)));
        for (Violin violin : chart.violins()) {
            int bins = violin.counts().length;
            double width = (chart.high() - chart.low()) / bins;
            for (int i = 0; i < bins; i++) {
                rows.row(
                        violin.source(),
                        chart.categories().get(violin.category()),
                        chart.low() + i * width,
                        chart.low() + (i + 1) * width,
                        violin.counts()[i]);
            }
        }
        return rows.table();
    }

    private static TidyRows bins(TidyRows rows) {
        return rows.column("from", Texts.text("plot.from"))
                .column("to", Texts.text("plot.to"))
                .column("count", Texts.text("plot.count"));
    }

    private static ChartTable stacks(Chart.Stacks chart) {
        String over =
                switch (chart.over()) {
                    case LAYERS -> "layer";
                    case CLASSES -> "class";
                    case TIMESTEPS -> "timestep";
                    case VALUES -> "value";
                };
        TidyRows rows = new TidyRows().column(over, Texts.name(chart.over()));
        rows.column("part", Texts.text("plot.part"));
        values(rows, chart.valueLabel(), chart.percent());
        for (Bar stack : chart.stacks()) {
            String category = chart.categories().get(stack.category());
            for (int p = 0; p < stack.parts().length; p++) {
                rows.row(stack.source(), category, chart.parts().get(p), stack.parts()[p]);
            }
            if (stack.parts().length > 1) {
                rows.row(stack.source(), category, chart.wholeName(), stack.whole());
            }
        }
        return rows.table();
    }

    private static ChartTable profiles(Chart.Profiles chart) {
        boolean layers = chart.over() == Categories.LAYERS;
        TidyRows rows =
                layers
                        ? new TidyRows().column("layer", Texts.name(Categories.LAYERS))
                        : new TidyRows().column("value", Texts.name(chart.over()));
        if (!layers) {
            rows.column("series", Texts.text("plot.series"));
        }
        rows.column(named(chart));
        for (Profile profile : chart.profiles()) {
            for (int c = 0; c < chart.categories().size(); c++) {
                String category = chart.categories().get(c);
                double value = profile.values()[c];
                if (layers) {
                    rows.row(profile.source(), category, value);
                } else {
                    rows.row(profile.source(), category, profile.name(), value);
                }
            }
        }
        return rows.table();
    }

    private static ChartTable scatter(Chart.Scatter chart) {
        TidyRows rows = new TidyRows().column(chart.xLabel()).column(chart.yLabel());
        for (int i = 0; i < chart.x().length; i++) {
            rows.row(chart.source(), chart.x()[i], chart.y()[i]);
        }
        return rows.table();
    }

    private static ChartTable raster(Chart.Raster chart) {
        TidyRows rows = new TidyRows().column("neuron", Texts.text("plot.neuron"));
        rows.column("timestep", Texts.text("plot.timestep"));
        boolean plain = chart.isPlain();
        if (!plain) {
            rows.column("spike", Texts.text("plot.spike"));
        }
        for (int r = 0; r < chart.rows().size(); r++) {
            Train train = chart.spikes().get(r);
            for (int i = 0; i < train.steps().length; i++) {
                Optional<SourceRun> source = chart.source(r);
                String name = chart.rows().get(r);
                boolean named = source.map(SourceRun::run).filter(name::equals).isPresent();
                Object neuron = named ? TidyRows.NOTHING : name;
                if (plain) {
                    rows.row(source, neuron, train.steps()[i]);
                } else {
                    rows.row(source, neuron, train.steps()[i], (double) train.values()[i]);
                }
            }
        }
        return rows.table();
    }

    private static ChartTable matrix(Chart.Matrix chart) {
        TidyRows rows = new TidyRows().column(chart.rowLabel()).column(chart.columnLabel());
        rows.column("count", Texts.text("plot.images"));
        int classes = chart.names().size();
        IntStream.range(0, classes * classes)
                .forEach(cell ->
                        rows.row(
                                chart.source(),
                                chart.names().get(cell / classes),
                                chart.names().get(cell % classes),
                                chart.counts()[cell / classes][cell % classes]));
        return rows.table();
    }

    private static ChartTable histogram(Chart.Histogram chart) {
        TidyRows rows = bins(new TidyRows());
        int bins = chart.counts().length;
        double width = (chart.high() - chart.low()) / bins;
        for (int i = 0; i < bins; i++) {
            rows.row(
                    chart.source(),
                    chart.low() + i * width,
                    chart.low() + (i + 1) * width,
                    chart.counts()[i]);
        }
        return rows.table();
    }
}
