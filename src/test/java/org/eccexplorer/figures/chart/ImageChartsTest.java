package org.eccexplorer.figures.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.app.run.ImageTrace;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.convert.Readout;
import org.eccexplorer.figures.SmallRuns;
import org.eccexplorer.measure.votes.Reading;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.ChartTables;
import org.eccexplorer.plot.Series;
import org.eccexplorer.plot.SourceRun;
import org.eccexplorer.problem.ProblemException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ImageChartsTest {
    private static List<ImageTrace> traces = List.of();

    private static final SourceRun SOURCE = Sources.ofImage(SmallRuns.waiting(7), 41);

    @BeforeAll
    static void simulate() throws ProblemException {
        SmallRuns runs = SmallRuns.digits();
        RunState current = runs.run(0, o -> o);
        RunState spikes = runs.run(1, o -> o.with(ConversionOptions.OUTPUT, Readout.SPIKES));
        traces = List.of(runs.trace(current), runs.trace(spikes));
    }

    @Test
    void votesAreTheAccumulatedCurrentOfEachClass() {
        ImageTrace trace = traces.getFirst();
        Chart.Lines chart =
                (Chart.Lines) ImageCharts.votes(trace, Reading.PLAIN, c -> "digit " + c, SOURCE, 3);
        assertThat(chart.subtitle()).isEqualTo("accumulated output current in V_thr");
        assertThat(chart.series()).hasSize(10);
        assertThat(chart.series().get(7).name()).isEqualTo("digit 7");
        double threshold = trace.network().output().threshold();
        for (int t = 1; t <= SmallRuns.TIMESTEPS; t++) {
            assertThat(chart.series().get(7).y()[t - 1])
                    .isCloseTo(trace.outputs(t)[7] / threshold, within(1e-6));
        }
    }

    @Test
    void rowsOfTablesNameRunImageAndT() {
        Chart votes =
                ImageCharts.votes(traces.getFirst(), Reading.PLAIN, c -> "digit " + c, SOURCE, 3);
        assertThat(ChartTables.of(votes).names())
                .containsExactly(
                        "run", "images", "T", "series", "timestep", "current_v_thr", "image");
        assertThat(ChartTables.of(votes).rows().getFirst())
                .startsWith("run 7", 1, 24, "digit 0", 1L)
                .endsWith(41);
        Chart raster = new SpikeRows(5).raster(traces.getFirst(), 0, 0, SOURCE, 4);
        assertThat(ChartTables.of(raster).names())
                .containsExactly("run", "images", "T", "neuron", "timestep", "image", "layer");
        assertThat(ChartTables.of(raster).rows().getFirst()).endsWith(41, "conv1");
    }

    @Test
    void votesOfOutputsThatFireAreSpikes() {
        Chart.Lines chart =
                (Chart.Lines)
                        ImageCharts.votes(traces.getLast(), Reading.PLAIN, c -> "" + c, SOURCE, 3);
        assertThat(chart.subtitle()).isEqualTo("spikes of each output");
        for (Series series : chart.series()) {
            assertThat(series.y()).isSorted();
            assertThat(series.y()[23]).isEqualTo(Math.rint(series.y()[23]));
        }
    }

    @Test
    void rastersShowTheMostActiveNeuronsAndTheChosenOne() {
        ImageTrace trace = traces.getFirst();
        float[] rates = trace.rates(0, SmallRuns.TIMESTEPS);
        int silent = 0;
        while (rates[silent] > 0) {
            silent++;
        }
        List<Integer> order = ImageCharts.mostActive(trace, 0, silent, 5);
        assertThat(order).hasSize(5).doesNotHaveDuplicates().endsWith(silent);
        for (int i = 0; i < 3; i++) {
            assertThat(rates[order.get(i)]).isGreaterThanOrEqualTo(rates[order.get(i + 1)]);
        }
        SpikeRows rows = new SpikeRows(5);
        Chart.Raster chart = (Chart.Raster) rows.raster(trace, 0, silent, SOURCE, 4);
        assertThat(chart.title()).isEqualTo("Spikes of conv1");
        assertThat(chart.subtitle()).isEqualTo("the 5 most active of 512 neurons");
        assertThat(chart.strong()).isEqualTo(4);
        assertThat(chart.spikes().getLast().steps()).isEmpty();
        assertThat(chart.spikes().getFirst().steps().length / (float) SmallRuns.TIMESTEPS)
                .isEqualTo(rates[order.getFirst()]);
        assertThat(rows.raster(trace, 1, 0, SOURCE, 4).title()).isEqualTo("Spikes of conv2");
    }

    @Test
    void allNeuronsOfASmallLayerAreInTheirOrder() {
        SpikeRows rows = new SpikeRows(40);
        Chart.Raster silent = (Chart.Raster) rows.raster(traces.getFirst(), 2, 1, SOURCE, 4);
        assertThat(silent.subtitle()).isEqualTo("outputs integrate and never fire");
        Chart.Raster firing = (Chart.Raster) rows.raster(traces.getLast(), 2, 1, SOURCE, 4);
        assertThat(firing.subtitle()).isEqualTo("all neurons");
        assertThat(firing.rows()).hasSize(10).startsWith("(0)", "(1)").endsWith("(9)");
    }
}
