package org.eccexplorer.figures.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.eccexplorer.figures.SmallRuns;
import org.eccexplorer.figures.words.NeuronNames;
import org.eccexplorer.plot.Axis;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.ChartTable;
import org.eccexplorer.plot.ChartTables;
import org.eccexplorer.plot.Reference;
import org.eccexplorer.plot.SourceRun;
import org.eccexplorer.plot.Tint;
import org.eccexplorer.plot.ValueAxis;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.sim.NeuronTrace;
import org.eccexplorer.tensor.Shape;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class NeuronChartsTest {
    private static List<NeuronCharts.Course> courses = List.of();

    private static SourceRun source(String name, int timesteps) {
        return new SourceRun(name, 1, timesteps).with("image", "image", 3);
    }

    @BeforeAll
    static void simulate() throws ProblemException {
        SmallRuns runs = SmallRuns.digits();
        var run = runs.trace(runs.run(0, o -> o));
        var shorter = runs.trace(runs.run(1, SmallRuns.settings(o -> o).withTimesteps(8)));
        int neuron = ImageCharts.mostActive(run, 1, 0, 3).getFirst();
        courses =
                List.of(
                        new NeuronCharts.Course(
                                source("long", 24), Tint.run(0), run.neuron(1, neuron)),
                        new NeuronCharts.Course(
                                source("short", 8), Tint.run(1), shorter.neuron(1, neuron)));
    }

    @Test
    void tablesSayWhatIsBeforeAndWhatIsAfterAReset() {
        ChartTable table = ChartTables.of(NeuronCharts.membrane(courses, true, 5));
        assertThat(table.names())
                .containsExactly(
                        "run",
                        "images",
                        "T",
                        "series",
                        "timestep",
                        "reset",
                        "v_per_v_thr",
                        "image");
        List<List<Object>> before =
                table.rows().stream().filter(row -> row.get(5).equals("before")).toList();
        List<List<Object>> after =
                table.rows().stream().filter(row -> row.get(5).equals("after")).toList();
        assertThat(before).isNotEmpty().hasSameSizeAs(after);
        for (int i = 0; i < before.size(); i++) {
            assertThat(after.get(i).get(4)).isEqualTo(before.get(i).get(4));
            assertThat((double) before.get(i).get(6)).isGreaterThanOrEqualTo(1);
            assertThat((double) after.get(i).get(6))
                    .isCloseTo((double) before.get(i).get(6) - 1, within(1e-9));
        }
        ChartTable spikes = ChartTables.of(NeuronCharts.spikes(courses, 2));
        assertThat(spikes.names()).containsExactly("run", "images", "T", "timestep", "image");
        assertThat(spikes.rows().getFirst()).startsWith("long", 1, 24).endsWith(3);
    }

    @Test
    void theMembraneBeginsAtV0AndFallsByTheThresholdWhereItFires() {
        Chart.Lines chart = (Chart.Lines) NeuronCharts.membrane(courses, true, 5);
        assertThat(chart.references()).containsExactly(new Reference("V_thr", 1));
        assertThat(chart.x().high()).isEqualTo(SmallRuns.TIMESTEPS);
        assertThat(chart.marker()).isEqualTo(5);
        NeuronTrace trace = courses.getFirst().trace();
        assertThat(trace.count(SmallRuns.TIMESTEPS)).isPositive();
        double[] x = chart.series().getFirst().x();
        double[] y = chart.series().getFirst().y();
        // θ = 0.5 at the start
        assertThat(x[0]).isZero();
        assertThat(y[0]).isEqualTo(0.5);
        int at = 1;
        for (int t = 1; t <= SmallRuns.TIMESTEPS; t++) {
            boolean fired = trace.fired(t);
            assertThat(x[at]).isEqualTo(t);
            assertThat(y[at] >= 1).as("t = %s", t).isEqualTo(fired);
            if (fired) {
                assertThat(x[at + 1]).isEqualTo(t);
                assertThat(y[at + 1]).isCloseTo(y[at] - 1, within(1e-9));
                at++;
            }
            assertThat(y[at]).isCloseTo(trace.membrane()[t - 1] / trace.threshold(), within(1e-9));
            at++;
        }
        assertThat(at).isEqualTo(x.length);
        assertThat(chart.series().getLast().x()).startsWith(0).endsWith(8);
    }

    @Test
    void outputsThatNeverFireHaveNoThreshold() {
        Chart.Lines chart = (Chart.Lines) NeuronCharts.membrane(courses, false, 5);
        assertThat(chart.references()).isEmpty();
        assertThat(chart.subtitle()).doesNotContain("reset");
    }

    @Test
    void theCurrentHasNoThreshold() {
        Chart.Lines chart = (Chart.Lines) NeuronCharts.current(courses, 1);
        NeuronTrace trace = courses.getFirst().trace();
        assertThat(chart.references()).isEmpty();
        assertThat(chart.series().getFirst().y()[3])
                .isCloseTo(trace.current()[3] / trace.threshold(), within(1e-12));
    }

    @Test
    void spikesAreARowForEachRun() {
        Chart.Raster chart = (Chart.Raster) NeuronCharts.spikes(courses, 2);
        assertThat(chart.rows()).containsExactly("long", "short");
        assertThat(chart.x()).isEqualTo(Axis.timesteps(SmallRuns.TIMESTEPS));
        NeuronTrace trace = courses.getFirst().trace();
        int[] train = chart.spikes().getFirst().steps();
        assertThat(train).hasSize(trace.spikesUntil(trace.spikes().length)).isSorted();
        for (int t : train) {
            assertThat(trace.fired(t)).isTrue();
        }
    }

    @Test
    void neuronsAreNamedByTheirPlace() {
        assertThat(NeuronNames.place(new Shape(4, 5, 3), 32)).isEqualTo("(2, 0, 2)");
        assertThat(NeuronNames.place(Shape.vector(10), 7)).isEqualTo("(7)");
    }

    @Test
    void aSmallChartShowsTheTimestepsAroundOne() {
        Chart short64 = of(64);
        assertThat(NeuronCharts.near(short64, 3)).isSameAs(short64);
        assertThat(NeuronCharts.part(short64)).isEmpty();
        assertThat(NeuronCharts.part(NeuronCharts.near(of(256), 256))).isEqualTo("t = 193 – 256");
        assertThat(NeuronCharts.part(NeuronCharts.near(of(256), 1))).isEqualTo("t = 1 – 64");
        assertThat(NeuronCharts.part(NeuronCharts.near(of(2048), 100))).isEqualTo("t = 69 – 132");
    }

    private static Chart of(int timesteps) {
        return new Chart.Lines(
                "V",
                "",
                Axis.timesteps(timesteps),
                ValueAxis.fromZero("V"),
                List.of(),
                List.of(),
                Double.NaN);
    }
}
