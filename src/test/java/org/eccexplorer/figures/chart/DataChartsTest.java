package org.eccexplorer.figures.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.eccexplorer.app.open.DataSummary;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.run.LambdaStudy;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.convert.LambdaRule;
import org.eccexplorer.figures.SmallRuns;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.ChartTable;
import org.eccexplorer.plot.ChartTables;
import org.eccexplorer.plot.Series;
import org.eccexplorer.problem.ProblemException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DataChartsTest {
    private static DataSummary summary = new DataSummary(0, new int[0], 0, 0, 0, new long[0]);
    private static LambdaStudy study = new LambdaStudy(List.of(), "");

    @BeforeAll
    static void measure() throws ProblemException {
        Experiment experiment = SmallRuns.digits().experiment();
        summary = DataSummary.of(experiment.test(), 10);
        study = LambdaStudy.of(experiment, SmallRuns.settings(o -> o), new Cancellation());
    }

    @Test
    void everyClassHasABar() {
        Chart.Stacks chart = (Chart.Stacks) DataCharts.classes(summary, c -> "digit " + c);
        assertThat(chart.subtitle())
                .startsWith("12 images · 0 digit 0, 1 digit 1, ")
                .endsWith("9 digit 9");
        assertThat(DataCharts.classes(summary, String::valueOf).subtitle()).isEqualTo("12 images");
        assertThat(chart.categories()).hasSize(10).startsWith("digit 0");
        assertThat(chart.stacks().stream().mapToDouble(bar -> bar.whole()).sum())
                .isEqualTo(SmallRuns.IMAGES);
        ChartTable table = ChartTables.of(chart);
        assertThat(table.header().getFirst()).isEqualTo("class");
        assertThat(table.rows().get(3).getLast()).isEqualTo((double) summary.perClass()[3]);
    }

    @Test
    void pixelsAreCounted() {
        Chart.Histogram chart = (Chart.Histogram) DataCharts.pixels(summary);
        assertThat(chart.subtitle()).isEqualTo("model input, 0 to 1");
        assertThat(Arrays.stream(chart.counts()).sum()).isEqualTo(SmallRuns.IMAGES * 64L);
        assertThat(chart.high()).isEqualTo(1);
    }

    @Test
    void lambdaGrowsToItsFullValue() {
        Chart.Lines chart = (Chart.Lines) DataCharts.growth(study);
        assertThat(chart.series()).extracting(Series::name).containsExactly("conv1", "conv2");
        for (Series series : chart.series()) {
            assertThat(series.y()).isSorted();
            assertThat(series.y()[series.y().length - 1]).isCloseTo(1, within(1e-12));
            assertThat(series.x()).startsWith(1, 2).hasSize((int) chart.x().high());
        }
    }

    @Test
    void theTableHasARowForEachLayer() {
        ChartTable table = DataCharts.table(study);
        assertThat(table.header())
                .containsExactly(
                        "layer",
                        "λ",
                        "set by image",
                        "without it",
                        "half the images",
                        "99.99 %",
                        "99.9 %");
        assertThat(table.rows()).hasSize(2);
        List<Object> row = table.rows().getFirst();
        LambdaStudy.Layer layer = study.layers().getFirst();
        assertThat(row)
                .startsWith(
                        layer.name(), layer.lambda(), layer.decisive(), layer.withoutDecisive());
        assertThat((double) row.get(6)).isLessThanOrEqualTo((double) row.get(1));
    }

    /** λ as the settings have it has a column, if it is not the maximum. */
    @Test
    void theTableHasWhatIsChosen() throws ProblemException {
        LambdaStudy chosen =
                LambdaStudy.of(
                        SmallRuns.digits().experiment(),
                        SmallRuns.settings(
                                        o -> o.with(ConversionOptions.LAMBDA_RULE, LambdaRule.MSE))
                                .withTimesteps(2),
                        new Cancellation());
        ChartTable table = DataCharts.table(chosen);
        assertThat(table.header().getLast()).isEqualTo("λ by least squares for T, λ for T = 2");
        for (int l = 0; l < 2; l++) {
            List<Object> row = table.rows().get(l);
            assertThat((double) row.getLast()).isPositive().isLessThan((double) row.get(1));
            assertThat(row.subList(0, 7))
                    .isEqualTo(DataCharts.table(study).rows().get(l).subList(0, 7));
        }
    }
}
