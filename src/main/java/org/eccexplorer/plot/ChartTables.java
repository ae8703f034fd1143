package org.eccexplorer.plot;

import java.util.ArrayList;
import java.util.List;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/** The data of charts as tables, for reading aloud, copying and export. */
public final class ChartTables {
    private ChartTables() {}

    /** A header, and a row for each value of the chart. */
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
        List<List<Object>> rows = new ArrayList<>();
        for (Chart.Series series : chart.series()) {
            for (int i = 0; i < series.x().length; i++) {
                rows.add(List.of(series.name(), series.x()[i], series.y()[i]));
            }
        }
        return new ChartTable(
                List.of(Texts.text("plot.series"), chart.x().label(), chart.title()), rows);
    }

    private static ChartTable boxes(Chart.Boxes chart) {
        List<List<Object>> rows = new ArrayList<>();
        for (Chart.Box box : chart.boxes()) {
            rows.add(
                    List.of(
                            chart.categories().get(box.category()),
                            box.name(),
                            box.low(),
                            box.quartile1(),
                            box.median(),
                            box.quartile3(),
                            box.high(),
                            box.mean()));
        }
        return new ChartTable(
                List.of(
                        Texts.name(Chart.Over.LAYERS),
                        Texts.text("plot.run"),
                        Numbers.percent(0.05, 0),
                        Numbers.percent(0.25, 0),
                        Numbers.percent(0.5, 0),
                        Numbers.percent(0.75, 0),
                        Numbers.percent(0.95, 0),
                        Texts.text("plot.mean")),
                rows);
    }

    private static ChartTable violins(Chart.Violins chart) {
        List<List<Object>> rows = new ArrayList<>();
        for (Chart.Violin violin : chart.violins()) {
            int bins = violin.counts().length;
            for (int i = 0; i < bins; i++) {
                double from = chart.low() + (chart.high() - chart.low()) * i / bins;
                rows.add(
                        List.of(
                                chart.categories().get(violin.category()),
                                from,
                                violin.counts()[i]));
            }
        }
        return new ChartTable(
                List.of(
                        Texts.name(Chart.Over.LAYERS),
                        Texts.text("plot.from"),
                        Texts.text("plot.count")),
                rows);
    }

    private static ChartTable stacks(Chart.Stacks chart) {
        List<List<Object>> rows = new ArrayList<>();
        for (Chart.Stack stack : chart.stacks()) {
            for (int p = 0; p < stack.values().length; p++) {
                rows.add(
                        List.of(
                                chart.categories().get(stack.category()),
                                stack.name(),
                                chart.parts().get(p),
                                stack.values()[p]));
            }
        }
        return new ChartTable(
                List.of(
                        Texts.name(chart.over()),
                        Texts.text("plot.run"),
                        Texts.text("plot.part"),
                        Texts.text("plot.value")),
                rows);
    }

    private static ChartTable profiles(Chart.Profiles chart) {
        List<List<Object>> rows = new ArrayList<>();
        for (Chart.Profile profile : chart.profiles()) {
            for (int c = 0; c < chart.categories().size(); c++) {
                rows.add(List.of(chart.categories().get(c), profile.name(), profile.values()[c]));
            }
        }
        return new ChartTable(
                List.of(Texts.name(Chart.Over.LAYERS), Texts.text("plot.run"), chart.title()),
                rows);
    }

    private static ChartTable scatter(Chart.Scatter chart) {
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < chart.x().length; i++) {
            rows.add(List.of(chart.x()[i], chart.y()[i]));
        }
        return new ChartTable(List.of(chart.xLabel(), chart.yLabel()), rows);
    }

    private static ChartTable raster(Chart.Raster chart) {
        List<List<Object>> rows = new ArrayList<>();
        for (int r = 0; r < chart.rows().size(); r++) {
            for (int t : chart.spikes().get(r)) {
                rows.add(List.of(chart.rows().get(r), t));
            }
        }
        return new ChartTable(
                List.of(Texts.text("plot.neuron"), Texts.text("plot.timestep")), rows);
    }

    private static ChartTable matrix(Chart.Matrix chart) {
        List<List<Object>> rows = new ArrayList<>();
        for (int r = 0; r < chart.names().size(); r++) {
            for (int c = 0; c < chart.names().size(); c++) {
                rows.add(List.of(chart.names().get(r), chart.names().get(c), chart.counts()[r][c]));
            }
        }
        return new ChartTable(
                List.of(chart.rowLabel(), chart.columnLabel(), Texts.text("plot.images")), rows);
    }

    private static ChartTable histogram(Chart.Histogram chart) {
        List<List<Object>> rows = new ArrayList<>();
        int bins = chart.counts().length;
        for (int i = 0; i < bins; i++) {
            double width = (chart.high() - chart.low()) / bins;
            double from = chart.low() + i * width;
            rows.add(List.of(from, from + width, chart.counts()[i]));
        }
        return new ChartTable(
                List.of(Texts.text("plot.from"), Texts.text("plot.to"), Texts.text("plot.count")),
                rows);
    }
}
