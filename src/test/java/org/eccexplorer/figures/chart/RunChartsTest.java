package org.eccexplorer.figures.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.figures.SmallRuns;
import org.eccexplorer.measure.energy.Accounting;
import org.eccexplorer.measure.layer.Distribution;
import org.eccexplorer.measure.layer.LayerMeasures;
import org.eccexplorer.plot.Box;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.Series;
import org.eccexplorer.plot.Tint;
import org.eccexplorer.plot.Violin;
import org.eccexplorer.problem.ProblemException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RunChartsTest {
    private static final Offset<Double> ROUNDED = within(1e-9);

    private static RunState ecc = SmallRuns.waiting(0);
    private static RunState plain = ecc;
    private static RunState unscaled = ecc;

    @BeforeAll
    static void simulate() throws ProblemException {
        SmallRuns runs = SmallRuns.digits();
        ecc = runs.run(0, o -> o);
        plain = runs.run(1, o -> o.with(ConversionOptions.RESIDUAL_ELIMINATION, false));
        unscaled = runs.run(2, o -> o.with(ConversionOptions.CURRENT_NORMALISATION, false));
    }

    @Test
    void ratesHaveABoxForEachRunAndLayerThatFires() {
        Chart.Boxes chart = (Chart.Boxes) RunCharts.rates(List.of(ecc, plain), plain, 1);
        assertThat(RunCharts.firing(ecc)).containsExactly(0, 1);
        assertThat(chart.categories())
                .as("the outputs never fire")
                .containsExactly("conv1", "conv2");
        assertThat(chart.selected()).isEqualTo(1);
        assertThat(chart.front()).isEqualTo(Tint.run(1));
        assertThat(chart.boxes()).hasSize(4);
        Box box = chart.boxes().get(3);
        Distribution rate = plain.snapshot().orElseThrow().layers().get(1).rate();
        assertThat(box.name()).isEqualTo("run 1");
        assertThat(box.category()).isEqualTo(1);
        assertThat(box.tint()).isEqualTo(Tint.run(1));
        assertThat(List.of(box.low(), box.quartile1(), box.median(), box.quartile3(), box.high()))
                .isSorted()
                .containsExactly(
                        rate.low5(),
                        rate.quartile1(),
                        rate.median(),
                        rate.quartile3(),
                        rate.high95());
        assertThat(box.mean()).isEqualTo(rate.mean());
        for (Box each : chart.boxes()) {
            for (double value :
                    new double[] {
                        each.low(), each.quartile1(), each.median(), each.quartile3(), each.high()
                    }) {
                double count = value * SmallRuns.TIMESTEPS;
                assertThat(count).as("a rate that can occur").isCloseTo(Math.rint(count), ROUNDED);
            }
        }
    }

    @Test
    void chartsNameTheirRunWithItsTAndImages() throws ProblemException {
        RunState shorter = SmallRuns.digits().run(3, SmallRuns.settings(o -> o).withTimesteps(8));
        String own = "run 0 · T = 24, n = 12 · ";
        assertThat(RunCharts.rates(List.of(ecc), ecc, 0).subtitle()).startsWith(own);
        assertThat(RunCharts.currents(ecc, 0).subtitle()).startsWith(own);
        assertThat(RunCharts.residuals(ecc, 0, 1).subtitle())
                .startsWith(own)
                .doesNotContain("selected");
        assertThat(RunCharts.rates(List.of(ecc, plain), ecc, 0).subtitle())
                .startsWith("T = 24, n = 12 · spikes per neuron");
        Chart.Boxes mixed = (Chart.Boxes) RunCharts.rates(List.of(ecc, shorter), ecc, 0);
        assertThat(mixed.subtitle()).startsWith("spikes per neuron");
        assertThat(mixed.boxes())
                .extracting(Box::name)
                .contains("run 0 (T = 24, n = 12)", "run 3 (T = 8, n = 12)");
        for (Chart chart :
                List.of(
                        ErrorCharts.errors(List.of(ecc), ecc, 0),
                        ErrorCharts.correlations(List.of(ecc), ecc, 0),
                        ErrorCharts.agreement(ecc, 0),
                        CostCharts.energy(List.of(ecc), Accounting.STANDARD, 24),
                        CostCharts.operations(List.of(ecc), Accounting.STANDARD, 24),
                        AccuracyChart.of(List.of(ecc), ecc, 1),
                        LayerCharts.activations(ecc, 0),
                        LayerCharts.rates(ecc, 0))) {
            assertThat(chart.subtitle()).as(chart.title()).startsWith(own);
        }
    }

    @Test
    void theSelectedOutputLayerHasNoBox() {
        assertThat(((Chart.Boxes) RunCharts.rates(List.of(ecc), ecc, 2)).selected()).isEqualTo(-1);
    }

    @Test
    void currentsHaveADistributionForEveryLayer() {
        Chart.Violins chart = (Chart.Violins) RunCharts.currents(ecc, 2);
        List<LayerMeasures> layers = ecc.snapshot().orElseThrow().layers();
        assertThat(chart.categories()).containsExactly("conv1", "conv2", "digit");
        assertThat(chart.selected()).isEqualTo(2);
        assertThat(chart.threshold()).isEqualTo(1);
        assertThat(chart.thresholdName()).isEqualTo("V_thr");
        for (Violin violin : chart.violins()) {
            LayerMeasures layer = layers.get(violin.category());
            assertThat(violin.counts()).isEqualTo(layer.current().counts());
            assertThat(IntStream.range(0, 64).mapToLong(b -> violin.counts()[b]).sum())
                    .isEqualTo((long) SmallRuns.IMAGES * layer.neurons());
            assertThat(violin.beyond()).isEqualTo(layer.clippedShare());
        }
        Chart.Violins clipped = (Chart.Violins) RunCharts.currents(unscaled, 2);
        assertThat(clipped.violins().getFirst().beyond()).isPositive();
        assertThat(clipped.violins().getLast().beyond())
                .as("outputs that never fire have no clip")
                .isZero();
    }

    @Test
    void residualsAreShadedButForTheSelectedLayer() {
        Chart.Lines chart = (Chart.Lines) RunCharts.residuals(plain, 1, 7);
        assertThat(chart.marker()).isEqualTo(7);
        assertThat(chart.series()).extracting(Series::name).containsExactly("conv1", "conv2");
        assertThat(chart.series())
                .extracting(Series::tint)
                .containsExactly(Tint.shade(0, 2), Tint.run(1));
        Series last = chart.series().getLast();
        LayerMeasures layer = plain.snapshot().orElseThrow().layers().get(1);
        assertThat(last.y()).isEqualTo(layer.remainderPerStep());
        assertThat(last.x()[0]).isEqualTo(1);
        assertThat(last.x()[23]).isEqualTo(chart.x().high()).isEqualTo(SmallRuns.TIMESTEPS);
    }

    @Test
    void beforeTheFirstImageChartsAreEmpty() {
        RunState waiting = SmallRuns.waiting(4);
        assertThat(((Chart.Boxes) RunCharts.rates(List.of(waiting), waiting, 0)).boxes()).isEmpty();
        assertThat(((Chart.Violins) RunCharts.currents(waiting, 0)).violins()).isEmpty();
        assertThat(((Chart.Lines) RunCharts.residuals(waiting, 0, 1)).series()).isEmpty();
        assertThat(RunCharts.firing(waiting)).isEmpty();
    }
}
