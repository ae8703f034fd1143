package org.eccexplorer.figures.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.eccexplorer.app.live.PaperRuns;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.figures.SmallRuns;
import org.eccexplorer.figures.words.Layers;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.measure.SpikeCounts;
import org.eccexplorer.measure.layer.LayerMeasures;
import org.eccexplorer.plot.Bar;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.Series;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The figures of the paper have the values of plain runs with the same settings. */
class PaperChartsTest {
    private static final int IMAGES = 12;
    private static final int T = 64;

    private static SmallRuns runs;
    private static Settings settings;
    private static RunState whole;
    private static List<RunState> bits;
    private static List<PaperRuns.Counted> counts;

    @BeforeAll
    static void run() throws Exception {
        runs = SmallRuns.of(Experiment.sample("digits", IMAGES));
        settings = SmallRuns.settings(o -> o).withTimesteps(T);
        List<String> told = new ArrayList<>();
        PaperRuns paper =
                new PaperRuns(
                        runs.experiment(),
                        settings,
                        (what, done, total) -> told.add(what + " " + done + " of " + total),
                        new Cancellation());
        whole = paper.whole();
        bits = paper.bits();
        counts = paper.counts();
        assertThat(told)
                .contains(
                        "ECC (all three) 12 of 12", "θ = 0.5 1 of 12", "CNN, not rounded 12 of 12");
    }

    private static RunSnapshot measured(RunState run) {
        return run.snapshot().orElseThrow();
    }

    @Test
    void stepsAreSixteenthsOfT() {
        assertThat(PaperRuns.steps(256)).startsWith(16, 32, 48).endsWith(240, 256).hasSize(16);
        assertThat(PaperRuns.steps(8)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(PaperRuns.steps(1)).containsExactly(1);
    }

    @Test
    void accuracyAndOperationsAreThoseOfTheRun() throws Exception {
        RunSnapshot plain = measured(runs.run(7, settings));
        Chart.Lines accuracy = (Chart.Lines) PaperCharts.accuracy(whole);
        Series line = accuracy.series().getFirst();
        Chart.Stacks operations = (Chart.Stacks) PaperCharts.operations(whole);
        int[] steps = PaperRuns.steps(T);
        double[] all = plain.synOpsUntil();
        for (int s = 0; s < steps.length; s++) {
            assertThat(line.x()[s]).isEqualTo(steps[s]);
            assertThat(line.y()[s]).isEqualTo(plain.accuracy(steps[s]));
            Bar bar = operations.stacks().get(s);
            assertThat(bar.whole()).isCloseTo(all[steps[s] - 1] / 1e6, within(1e-12));
            LayerMeasures second = plain.layers().get(1);
            double until = Arrays.stream(second.operationsPerStep(), 0, steps[s]).sum() / 1e6;
            assertThat(bar.parts()[1]).isCloseTo(until, within(1e-12));
        }
        assertThat(operations.categories()).startsWith("4", "8").endsWith("64");
        assertThat(operations.parts()).isEqualTo(Layers.names(whole));
        assertThat(accuracy.references()).hasSize(1);
        assertThat(accuracy.subtitle()).startsWith("ECC (all three) · T = 64, n = 12");
    }

    @Test
    void fewBitsAreRunsWithThatManyBits() throws Exception {
        Chart.Lines chart = (Chart.Lines) PaperCharts.bits(whole, bits);
        assertThat(chart.series()).hasSize(5);
        assertThat(chart.series().getFirst().y())
                .isEqualTo(((Chart.Lines) PaperCharts.accuracy(whole)).series().getFirst().y());
        RunSnapshot seven = measured(runs.run(8, settings.with(ConversionOptions.WEIGHT_BITS, 7L)));
        assertThat(measured(bits.getLast()).right()).isEqualTo(seven.right());
        Chart.Lines errors = (Chart.Lines) PaperCharts.increments(whole, bits);
        Series last = errors.series().getLast();
        for (int s = 0; s < last.x().length; s++) {
            int t = (int) last.x()[s];
            assertThat(last.y()[s])
                    .isCloseTo(
                            100 * (measured(whole).accuracy(t) - seven.accuracy(t)), within(1e-9));
        }
        assertThat(chart.series())
                .extracting(Series::name)
                .containsExactly("weights as trained", "10 bits", "9 bits", "8 bits", "7 bits");
        assertThat(errors.subtitle()).startsWith("ECC (all three) · T = 64, n = 12 · ");
        // SpKeras gives 10 % for any number of bits, however large.
        RunSnapshot sixteen =
                measured(runs.run(10, settings.with(ConversionOptions.WEIGHT_BITS, 16L)));
        assertThat(sixteen.right()[T - 1]).isEqualTo(measured(whole).right()[T - 1]);
    }

    @Test
    void spikeCountsAddUpToTheSpikesOfARun() throws Exception {
        assertThat(counts)
                .extracting(PaperRuns.Counted::name)
                .containsExactly("θ = 0", "θ = 0.5", "θ = 0.6667", "CNN, not rounded");
        SpikeCounts half = counts.get(1).counts();
        RunSnapshot plain = measured(runs.run(9, settings.withTimesteps(T / 4)));
        double spikes = 0;
        double neurons = 0;
        for (int c = 0; c <= T / 4; c++) {
            spikes += c * half.neurons(c);
            neurons += half.neurons(c);
        }
        assertThat(spikes).isCloseTo(plain.spikesPerImage(), within(1e-6));
        assertThat(neurons)
                .isEqualTo(
                        plain.layers().stream()
                                .filter(LayerMeasures::hasRate)
                                .mapToInt(LayerMeasures::neurons)
                                .sum());
        assertThat(counts.get(0).counts().silent())
                .as("rounding down silences more")
                .isGreaterThan(half.silent());
        SpikeCounts cnn = counts.get(3).counts();
        double difference = 0;
        for (int c = 0; c <= T / 4; c++) {
            difference += Math.abs(cnn.neurons(c) - half.neurons(c));
        }
        assertThat(difference / neurons).as("θ = 1/2 rounds to the nearest").isLessThan(0.1);
        Chart.Lines chart = (Chart.Lines) PaperCharts.counts(counts);
        assertThat(chart.series().get(1).y()[2]).isEqualTo(half.neurons(3));
        assertThat(chart.series().get(1).name()).startsWith("θ = 0.5, ").endsWith(" % silent");
    }

    @Test
    void theLargestCountIsOfANeuron() {
        Chart.Stacks chart = (Chart.Stacks) PaperCharts.largest(counts);
        int layers = chart.categories().size();
        assertThat(chart.stacks()).hasSize(4 * layers);
        for (Bar bar : chart.stacks()) {
            SpikeCounts of = counts.get(bar.group()).counts();
            SpikeCounts.Layer layer = of.layers().get(bar.category());
            assertThat(bar.whole()).isEqualTo(layer.largest());
            assertThat(layer.neurons()[(int) Math.min(T / 4, Math.rint(bar.whole()))]).isPositive();
        }
    }

    @Test
    void aRunThatIsThereStandsForTheFirst() {
        RunState other = whole.named("mine");
        assertThat(PaperRuns.known(List.of(other), settings).orElseThrow().snapshot())
                .isEqualTo(whole.snapshot());
        assertThat(PaperRuns.known(List.of(other), settings.withTimesteps(8))).isEmpty();
        assertThat(PaperRuns.known(bits, settings)).isEmpty();
    }

    @Test
    void whatIsStoppedGivesNothing() {
        Cancellation stopped = new Cancellation();
        stopped.cancel();
        PaperRuns paper =
                new PaperRuns(runs.experiment(), settings, (what, done, total) -> {}, stopped);
        assertThatThrownBy(paper::whole).isInstanceOf(CancellationException.class);
        assertThatThrownBy(paper::counts).isInstanceOf(CancellationException.class);
    }
}
