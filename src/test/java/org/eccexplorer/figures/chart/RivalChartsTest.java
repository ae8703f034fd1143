package org.eccexplorer.figures.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.convert.Neurons;
import org.eccexplorer.figures.SmallRuns;
import org.eccexplorer.figures.words.RivalWords;
import org.eccexplorer.measure.QuantisedRival;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.measure.energy.Accounting;
import org.eccexplorer.measure.votes.EarlyExit;
import org.eccexplorer.measure.votes.Reading;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.Series;
import org.eccexplorer.spiking.Firing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Firing rates beside those at break-even, and accuracy against mean timesteps. */
class RivalChartsTest {
    private RunState run;
    private RunSnapshot measured;

    @BeforeEach
    void simulate() throws Exception {
        run = SmallRuns.digits().run(0, o -> o);
        measured = run.snapshot().orElseThrow();
    }

    @Test
    void belowTheDashedLineAnSnnTakesLess() {
        Chart.Lines chart =
                (Chart.Lines) BreakEvenChart.of(List.of(run), run, Accounting.STANDARD, 5);
        assertThat(chart.series())
                .extracting(Series::name)
                .containsExactly(
                        "run 0",
                        "break-even, CNN: 45 nm CMOS, float32",
                        "break-even, CNN quantised to ⌈log₂(t + 1)⌉ bits, both in integers");
        assertThat(chart.y().logarithmic()).isTrue();
        assertThat(chart.yLabel()).as("short enough for a low chart").isEqualTo("firing rate");
        assertThat(chart.subtitle()).contains("synaptic operations per MAC and timestep");
        double rate = chart.series().getFirst().y()[SmallRuns.TIMESTEPS - 1];
        QuantisedRival rival =
                QuantisedRival.of(measured, Accounting.STANDARD.inputMacs(), Firing.PLAIN);
        assertThat(rate).isEqualTo(rival.rate());
        double[] cnn = chart.series().get(1).y();
        boolean cheaper = measured.energyRatio(Accounting.STANDARD) < 1;
        assertThat(rate < cnn[cnn.length - 1]).isEqualTo(cheaper);
        double[] quantised = chart.series().get(2).y();
        assertThat(quantised[quantised.length - 1]).isEqualTo(rival.breakEven());
        assertThat(rate < rival.breakEven()).isEqualTo(rival.ratio() < 1);
    }

    @Test
    void spikesOfSeveralSizesHaveAFinerRival() throws Exception {
        RunState multi =
                SmallRuns.digits().run(1, o -> o.with(ConversionOptions.NEURONS, Neurons.MULTI));
        QuantisedRival rival =
                QuantisedRival.of(
                        multi.snapshot().orElseThrow(),
                        Accounting.STANDARD.inputMacs(),
                        multi.settings().conversion().firing());
        assertThat(rival.bits()).as("2³ · 24 + 1 = 193 levels").isEqualTo(8);
        Chart.Lines chart =
                (Chart.Lines) BreakEvenChart.of(List.of(multi), multi, Accounting.STANDARD, 5);
        Series quantised = chart.series().getLast();
        assertThat(quantised.name())
                .isEqualTo("break-even, CNN quantised to ⌈log₂(8·t + 1)⌉ bits, both in integers");
        assertThat(quantised.y()[quantised.y().length - 1]).isEqualTo(rival.breakEven());
        assertThat(RivalWords.line(rival)).contains("to 8 bits (a rate’s 193 levels)");
    }

    @Test
    void aDotIsWhatAnEpsilonGives() {
        Chart.Lines without = (Chart.Lines) EarlyExitChart.of(run, Optional.empty());
        assertThat(without.series()).extracting(Series::name).containsExactly("all images at t");
        assertThat(without.subtitle()).contains("choose an early exit");
        Chart.Lines chart =
                (Chart.Lines) EarlyExitChart.of(run, Optional.ofNullable(measured.votes()));
        assertThat(chart.series())
                .extracting(Series::name)
                .containsExactly(
                        "all images at t",
                        "ε = 0.1",
                        "ε = 0.05",
                        "ε = 0.02",
                        "ε = 0.01",
                        "ε = 0.005",
                        "ε = 0",
                        "early exit, ε from 0.1 to 0");
        RunSnapshot read =
                measured.read(
                        Reading.PLAIN.early(
                                EarlyExit.thresholds(
                                        Optional.ofNullable(measured.votes()).orElseThrow(),
                                        0,
                                        0.05)));
        Series dot = chart.series().get(2);
        assertThat(dot.x()).containsExactly(read.meanTimesteps(SmallRuns.TIMESTEPS));
        assertThat(dot.y()).containsExactly(read.accuracy(SmallRuns.TIMESTEPS));
        assertThat(Arrays.stream(chart.series().getLast().x()).boxed()).isSorted();
    }
}
