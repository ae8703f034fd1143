package org.eccexplorer.figures.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.figures.SmallRuns;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.measure.energy.Accounting;
import org.eccexplorer.measure.energy.EnergyModel;
import org.eccexplorer.measure.energy.EnergyModel.Updates;
import org.eccexplorer.measure.energy.EnergyParts;
import org.eccexplorer.measure.energy.InputMacs;
import org.eccexplorer.plot.Axis;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.ChartTable;
import org.eccexplorer.plot.ChartTables;
import org.eccexplorer.plot.Reference;
import org.eccexplorer.plot.Series;
import org.eccexplorer.plot.Series.Mark;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Numbers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CostChartsTest {
    /** Synaptic operations so cheap that the CNN's energy lasts for some timesteps. */
    private static final Accounting CHEAP = madeUp(0.01, 0.05);

    private static List<RunState> runs = List.of();

    @BeforeAll
    static void simulate() throws ProblemException {
        SmallRuns small = SmallRuns.digits();
        runs =
                List.of(
                        small.run(0, o -> o.with(ConversionOptions.RESIDUAL_ELIMINATION, false)),
                        small.run(1, o -> o));
    }

    private static Accounting madeUp(double mac, double synOp) {
        return Accounting.STANDARD.with(
                new EnergyModel(
                        "own",
                        "made up",
                        "nowhere",
                        "ratio",
                        mac,
                        synOp,
                        0.01,
                        Updates.EACH_NEURON));
    }

    private static double[] energy(int run, Accounting accounting) {
        return measured(run).energyUntil(accounting).stream()
                .mapToDouble(EnergyParts::microjoules)
                .toArray();
    }

    private static RunSnapshot measured(int run) {
        return runs.get(run).snapshot().orElseThrow();
    }

    @Test
    void eachPointIsTheCostAndAccuracyOfATimestep() {
        Chart.Lines chart = (Chart.Lines) CostCharts.energy(runs, Accounting.STANDARD, 10);
        assertThat(chart.x().kind()).isEqualTo(Axis.Kind.COST);
        assertThat(chart.series())
                .extracting(Series::name)
                .containsExactly("run 0", "run 1", "run 0 at t = 10", "run 1 at t = 10");
        Series line = chart.series().get(1);
        double[] energy = energy(1, Accounting.STANDARD);
        assertThat(line.x()).isEqualTo(energy).isSorted();
        assertThat(line.y()[23]).isEqualTo(measured(1).accuracy(24));
        Series dot = chart.series().get(3);
        assertThat(dot.mark()).isEqualTo(Mark.DOT);
        assertThat(dot.x()).containsExactly(energy[9]);
        assertThat(dot.y()).containsExactly(measured(1).accuracy(10));
        double cnn = measured(1).cnnMicrojoules(Accounting.STANDARD);
        assertThat(chart.references())
                .extracting(Reference::name)
                .containsExactly("CNN 100.0 % · 12 images", "the CNN uses 0.07964 µJ");
        assertThat(chart.references().getLast().value()).isEqualTo(cnn);
    }

    @Test
    void beyondTheEndTheDotStaysAtTheEnd() {
        Chart.Lines chart = (Chart.Lines) CostCharts.operations(runs, Accounting.STANDARD, 999);
        assertThat(chart.series().getLast().name()).isEqualTo("run 1 at t = 24");
        assertThat(chart.subtitle()).endsWith(" · dots: last timestep");
    }

    @Test
    void theSubtitleSaysWhatTheBestRunReachesAtTheCostOfTheCnn() {
        String best = "";
        double accuracy = -1;
        for (int r = 0; r < 2; r++) {
            double[] energy = energy(r, CHEAP);
            for (int t = 1; t <= 24; t++) {
                boolean last = t == 24 || energy[t] > measured(r).cnnMicrojoules(CHEAP);
                if (last && energy[t - 1] <= measured(r).cnnMicrojoules(CHEAP)) {
                    if (measured(r).accuracy(t) > accuracy) {
                        accuracy = measured(r).accuracy(t);
                        best =
                                "run "
                                        + r
                                        + " reaches "
                                        + Numbers.percent(accuracy, 1)
                                        + " (t = "
                                        + t
                                        + ")";
                    }
                    break;
                }
            }
        }
        assertThat(best).isNotEmpty();
        assertThat(CostCharts.energy(runs, CHEAP, 1).subtitle())
                .isEqualTo(
                        "T = 24, n = 12 · at the CNN's energy: "
                                + best
                                + " · made up · input MACs counted once · dots: t = 1");
    }

    @Test
    void aRunMayHaveNoAnswerAtThatCost() {
        Accounting dear = madeUp(1, 1e9);
        assertThat(CostCharts.energy(runs.subList(1, 2), dear, 1).subtitle())
                .startsWith("run 1 · T = 24, n = 12 · no run has an answer at the CNN's energy · ")
                .endsWith(" · dots: t = 1");
    }

    @Test
    void beforeTheFirstImageTheAxisIsLinear() {
        Chart.Lines chart =
                (Chart.Lines)
                        CostCharts.operations(
                                List.of(SmallRuns.waiting(0)), Accounting.STANDARD, 1);
        assertThat(chart.series()).isEmpty();
        assertThat(chart.references()).isEmpty();
        assertThat(chart.subtitle()).isEqualTo("each point on a line is one timestep");
        assertThat(chart.x().kind()).isEqualTo(Axis.Kind.LINEAR);
    }

    @Test
    void operationsAreMillions() {
        Chart.Lines chart = (Chart.Lines) CostCharts.operations(runs, Accounting.STANDARD, 24);
        assertThat(chart.series().getFirst().x()[23])
                .isCloseTo((measured(0).synOpsUntil()[23] + 3872 + 24 * 512) * 1e-6, within(1e-12));
        assertThat(chart.references().getLast().name())
                .isEqualTo("the CNN performs 17\u202f312 MACs");
        assertThat(chart.subtitle())
                .startsWith("T = 24, n = 12 · with as many operations as the CNN: run ")
                .contains(" · neuron updates counted where they hold the input current · ");
        Accounting loihi = Accounting.STANDARD.with(EnergyModel.LOIHI);
        assertThat(CostCharts.operations(runs, loihi, 24).subtitle())
                .contains(" · every neuron update counted · ");
    }

    @Test
    void tablesSayHowCostsAreCounted() {
        ChartTable table = ChartTables.of(CostCharts.energy(runs, Accounting.STANDARD, 24));
        assertThat(table.names()).endsWith("energy_model", "input_macs", "neuron_updates");
        assertThat(table.rows())
                .allMatch(row -> row.contains("45nm") && row.contains("once"))
                .filteredOn(row -> row.contains("CNN"))
                .hasSize(3)
                .allMatch(row -> row.get(0).equals("") && row.get(1).equals(12));
    }

    /** Both count the same operations: input MACs, synaptic operations and the held current. */
    @Test
    void bothChartsCountTheSame() {
        for (InputMacs input : InputMacs.values()) {
            Accounting accounting = Accounting.STANDARD.with(input);
            Chart.Lines operations = (Chart.Lines) CostCharts.operations(runs, accounting, 24);
            assertThat(operations.subtitle()).contains(" · " + input.counted() + " · ");
            assertThat(CostCharts.energy(runs, accounting, 24).subtitle())
                    .contains(" · " + input.counted() + " · ");
            for (int t = 1; t <= 24; t++) {
                EnergyParts parts = measured(1).energy(accounting, t);
                assertThat(operations.series().get(1).x()[t - 1])
                        .isEqualTo(parts.operations() * 1e-6);
            }
        }
        Chart.Lines each =
                (Chart.Lines)
                        CostCharts.operations(
                                runs, Accounting.STANDARD.with(InputMacs.EVERY_TIMESTEP), 24);
        assertThat(each.series().get(1).x()[23])
                .isCloseTo((measured(1).synOpsUntil()[23] + 24 * 3872) * 1e-6, within(1e-12));
    }
}
