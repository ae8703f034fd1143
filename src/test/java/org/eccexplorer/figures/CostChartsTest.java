package org.eccexplorer.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.measure.EnergyModel;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.Chart.Series.Mark;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Numbers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CostChartsTest {
    /** Synaptic operations so cheap that the CNN's energy lasts for some timesteps. */
    private static final EnergyModel CHEAP = new EnergyModel("cheap", "made up", 0.01, 0.05);

    private static List<RunState> runs = List.of();

    @BeforeAll
    static void simulate() throws ProblemException {
        SmallRuns small = SmallRuns.digits();
        runs =
                List.of(
                        small.run(0, o -> o.with(ConversionOptions.RESIDUAL_ELIMINATION, false)),
                        small.run(1, o -> o));
    }

    private static RunSnapshot measured(int run) {
        return runs.get(run).snapshot().orElseThrow();
    }

    @Test
    void eachPointIsTheCostAndAccuracyOfATimestep() {
        Chart.Lines chart = (Chart.Lines) CostCharts.energy(runs, EnergyModel.HOROWITZ_45NM, 10);
        assertThat(chart.x().kind()).isEqualTo(Chart.Axis.Kind.COST);
        assertThat(chart.series())
                .extracting(Chart.Series::name)
                .containsExactly("run 0", "run 1", "run 0 at t = 10", "run 1 at t = 10");
        Chart.Series line = chart.series().get(1);
        double[] energy = measured(1).microjoulesUntil(EnergyModel.HOROWITZ_45NM);
        assertThat(line.x()).isEqualTo(energy).isSorted();
        assertThat(line.y()[23]).isEqualTo(measured(1).accuracy(24));
        Chart.Series dot = chart.series().get(3);
        assertThat(dot.mark()).isEqualTo(Mark.DOT);
        assertThat(dot.x()).containsExactly(energy[9]);
        assertThat(dot.y()).containsExactly(measured(1).accuracy(10));
        double cnn = measured(1).cost().cnnMicrojoules(EnergyModel.HOROWITZ_45NM);
        assertThat(chart.references())
                .extracting(Chart.Reference::name)
                .containsExactly("CNN 100.0 %", "the CNN uses 0.0796 µJ");
        assertThat(chart.references().getLast().value()).isEqualTo(cnn);
    }

    @Test
    void beyondTheEndTheDotStaysAtTheEnd() {
        Chart.Lines chart = (Chart.Lines) CostCharts.operations(runs, 999);
        assertThat(chart.series().getLast().name()).isEqualTo("run 1 at t = 24");
        assertThat(chart.subtitle()).endsWith(" · dots: last timestep");
    }

    @Test
    void theSubtitleSaysWhatTheBestRunReachesAtTheCostOfTheCnn() {
        String best = "";
        double accuracy = -1;
        for (int r = 0; r < 2; r++) {
            double[] energy = measured(r).microjoulesUntil(CHEAP);
            for (int t = 1; t <= 24; t++) {
                boolean last = t == 24 || energy[t] > measured(r).cost().cnnMicrojoules(CHEAP);
                if (last && energy[t - 1] <= measured(r).cost().cnnMicrojoules(CHEAP)) {
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
                .isEqualTo("at the CNN's energy: " + best + " · dots: selected timestep");
    }

    @Test
    void aRunMayHaveNoAnswerAtThatCost() {
        EnergyModel dear = new EnergyModel("dear", "made up", 1, 1e9);
        assertThat(CostCharts.energy(runs.subList(1, 2), dear, 1).subtitle())
                .isEqualTo("no run has an answer at the CNN's energy · dots: selected timestep");
    }

    @Test
    void beforeTheFirstImageTheAxisIsLinear() {
        Chart.Lines chart = (Chart.Lines) CostCharts.operations(List.of(SmallRuns.waiting(0)), 1);
        assertThat(chart.series()).isEmpty();
        assertThat(chart.references()).isEmpty();
        assertThat(chart.subtitle()).isEqualTo("each point on a line is one timestep");
        assertThat(chart.x().kind()).isEqualTo(Chart.Axis.Kind.LINEAR);
    }

    @Test
    void operationsAreMillions() {
        Chart.Lines chart = (Chart.Lines) CostCharts.operations(runs, 24);
        assertThat(chart.series().getFirst().x()[23])
                .isEqualTo(measured(0).synOpsUntil()[23] * 1e-6);
        assertThat(chart.references().getLast().name()).isEqualTo("the CNN performs 0.0173 M MACs");
        assertThat(chart.subtitle()).startsWith("with as many operations as the CNN: run ");
    }
}
