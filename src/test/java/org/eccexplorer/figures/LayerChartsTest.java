package org.eccexplorer.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.app.run.Prepared;
import org.eccexplorer.convert.LayerOrigins;
import org.eccexplorer.network.Layer;
import org.eccexplorer.network.Node;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.Tint;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.spiking.SpikingLayer;
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
}
