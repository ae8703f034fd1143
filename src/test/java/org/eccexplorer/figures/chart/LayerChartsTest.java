package org.eccexplorer.figures.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.app.run.Prepared;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.convert.LambdaScope;
import org.eccexplorer.convert.LayerOrigins;
import org.eccexplorer.figures.SmallRuns;
import org.eccexplorer.network.Layer;
import org.eccexplorer.network.Node;
import org.eccexplorer.option.NamedNumbers;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.Tint;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.spiking.SpikingLayer;
import org.eccexplorer.text.Numbers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LayerChartsTest {
    private static RunState run = SmallRuns.waiting(3);

    @BeforeAll
    static void simulate() throws ProblemException {
        run = SmallRuns.digits().run(3, o -> o);
    }

    private static long all(Chart.Histogram chart) {
        return Arrays.stream(chart.counts()).sum();
    }

    @Test
    void trainedWeightsAreThoseOfTheLayersBefore() {
        Prepared prepared = run.prepared().orElseThrow();
        List<Node> origins = LayerOrigins.of(prepared.cnn().network(), prepared.network(), 1);
        float[] kernel =
                origins.stream()
                        .map(Node::layer)
                        .filter(Layer.Convolution.class::isInstance)
                        .map(layer -> ((Layer.Convolution) layer).kernel())
                        .findFirst()
                        .orElseThrow();
        Chart.Histogram chart = (Chart.Histogram) LayerCharts.trained(origins);
        assertThat(chart.subtitle()).isEqualTo("of conv2");
        assertThat(chart.tint()).isEqualTo(Tint.Fixed.CNN);
        assertThat(all(chart)).isEqualTo(kernel.length);
        for (float weight : kernel) {
            assertThat((double) weight).isBetween(chart.low() - 1e-6, chart.high() + 1e-6);
        }
    }

    @Test
    void aLayerMayHaveNoWeights() {
        Chart.Histogram chart = (Chart.Histogram) LayerCharts.trained(List.of());
        assertThat(chart.subtitle()).isEqualTo("this layer has none");
        assertThat(chart.counts()).isEmpty();
    }

    @Test
    void synapticWeightsAreInUnitsOfTheThreshold() {
        SpikingLayer layer = run.network().orElseThrow().layers().get(1);
        double largest = 0;
        int count = 0;
        for (var projection : layer.projections()) {
            for (float weight : projection.weights()) {
                largest = Math.max(largest, weight);
                count++;
            }
        }
        Chart.Histogram chart = (Chart.Histogram) LayerCharts.converted(layer, "mine", Tint.run(3));
        assertThat(all(chart)).isEqualTo(count);
        assertThat((float) chart.high()).isEqualTo((float) (largest / layer.threshold()));
        assertThat(chart.xLabel()).isEqualTo("weight / V_thr");
        assertThat(chart.subtitle()).isEqualTo("mine · after folding and normalisation");
    }

    @Test
    void activationsAndRatesAreOfTheSameNeurons() {
        Chart.Histogram activations = (Chart.Histogram) LayerCharts.activations(run, 0);
        Chart.Histogram rates = (Chart.Histogram) LayerCharts.rates(run, 0);
        assertThat(all(activations)).isPositive().isEqualTo(all(rates));
        assertThat(activations.tint()).isEqualTo(Tint.Fixed.CNN);
        assertThat(rates.tint()).isEqualTo(Tint.run(3));
        assertThat(rates.high()).as("at most a spike per timestep").isLessThanOrEqualTo(1);
        assertThat(rates.xLabel()).isEqualTo("rate × scale / λ");
        Chart.Histogram outputs = (Chart.Histogram) LayerCharts.rates(run, 2);
        assertThat(outputs.title()).isEqualTo("SNN outputs");
        assertThat(outputs.xLabel()).isEqualTo("mean current × scale / λ");
        assertThat(((Chart.Histogram) LayerCharts.rates(run, 17)).counts()).isEmpty();
        assertThat(((Chart.Histogram) LayerCharts.rates(SmallRuns.waiting(0), 0)).counts())
                .isEmpty();
    }

    /** λ stands where it cuts: that of the run, or the one that is set for the next. */
    @Test
    void lambdaIsMarkedWithWhatItCuts() {
        ConversionOptions ecc = ConversionOptions.ecc();
        double lambda = LayerCharts.lambda(run, 0).orElseThrow();
        Chart.Histogram own = (Chart.Histogram) LayerCharts.activations(run, 0, ecc);
        assertThat(own.limit().orElseThrow().at()).isEqualTo(1);
        assertThat(own.limit().orElseThrow().name()).startsWith("↔ λ = ").endsWith("cuts 0.0 %");
        assertThat(own.high()).isGreaterThanOrEqualTo(1);
        Chart.Histogram next =
                (Chart.Histogram)
                        LayerCharts.activations(
                                run,
                                0,
                                ecc.with(
                                        ConversionOptions.LAMBDA_OF,
                                        NamedNumbers.NONE.with("conv1", lambda / 4)));
        Chart.Histogram.Limit limit = next.limit().orElseThrow();
        assertThat(limit.at()).isEqualTo(0.25);
        double cut = 0;
        double positive = 0;
        for (float point :
                run.snapshot().orElseThrow().layers().getFirst().agreement().activations()) {
            cut += point > 0.25 ? 1 : 0;
            positive += point > 0 ? 1 : 0;
        }
        assertThat(cut).isPositive();
        assertThat(limit.name())
                .startsWith("↔ next run: λ = ")
                .endsWith("cuts " + Numbers.percent(cut / positive, 1));
        assertThat(all(next)).isEqualTo(all(own));
        assertThat(next.bound(next.counts().length - 1)).isEqualTo(next.high());
    }

    @Test
    void whereThereIsNoOneLambdaNoneIsMarked() throws ProblemException {
        ConversionOptions ecc = ConversionOptions.ecc();
        assertThat(((Chart.Histogram) LayerCharts.activations(run, 2, ecc)).limit())
                .as("outputs that never fire")
                .isEmpty();
        RunState naive =
                SmallRuns.digits()
                        .run(4, o -> o.with(ConversionOptions.CURRENT_NORMALISATION, false));
        assertThat(LayerCharts.lambda(naive, 0)).isEmpty();
        RunState channels =
                SmallRuns.digits()
                        .run(5, o -> o.with(ConversionOptions.LAMBDA_SCOPE, LambdaScope.CHANNEL));
        assertThat(LayerCharts.lambda(channels, 0)).isEmpty();
        assertThat(LayerCharts.lambda(SmallRuns.waiting(0), 0)).isEmpty();
    }
}
