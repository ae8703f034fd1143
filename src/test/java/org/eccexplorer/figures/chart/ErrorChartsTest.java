package org.eccexplorer.figures.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.app.run.ImageTrace;
import org.eccexplorer.app.run.Prepared;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.figures.SmallRuns;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.measure.layer.Agreement;
import org.eccexplorer.measure.layer.ErrorSplit;
import org.eccexplorer.plot.Bar;
import org.eccexplorer.plot.BarGroup;
import org.eccexplorer.plot.Categories;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.Profile;
import org.eccexplorer.plot.Tint;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.spiking.SpikingLayer;
import org.eccexplorer.spiking.SpikingNetwork;
import org.eccexplorer.text.Numbers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ErrorChartsTest {
    private static RunState ecc = SmallRuns.waiting(0);
    private static RunState plain = ecc;

    @BeforeAll
    static void simulate() throws ProblemException {
        SmallRuns runs = SmallRuns.digits();
        ecc = runs.run(0, o -> o);
        plain = runs.run(1, o -> o.with(ConversionOptions.RESIDUAL_ELIMINATION, false));
    }

    @Test
    void everyLayerHasABarForEachRunOfItsParts() {
        Chart.Stacks chart = (Chart.Stacks) ErrorCharts.errors(List.of(ecc, plain), ecc, 1);
        assertThat(chart.parts())
                .containsExactly("clipping", "quantisation", "inherited", "unevenness");
        assertThat(chart.categories()).containsExactly("conv1", "conv2", "digit");
        assertThat(chart.over()).isEqualTo(Categories.LAYERS);
        assertThat(chart.stacks()).hasSize(6);
        assertThat(chart.valueLabel()).isEqualTo("mean |CNN − SNN|, % of λ");
        assertThat(chart.subtitle()).startsWith("T = 24, n = 12 · height: mean |CNN activation");
        assertThat(chart.groups())
                .containsExactly(
                        new BarGroup("run 0", Tint.run(0)), new BarGroup("run 1", Tint.run(1)));
        Bar bar = chart.stacks().get(4);
        assertThat(bar.category()).isEqualTo(1);
        assertThat(bar.group()).isEqualTo(1);
        ErrorSplit split = plain.snapshot().orElseThrow().layers().get(1).error();
        assertThat(bar.whole()).isEqualTo(split.total().meanAbsolute());
        assertThat(bar.parts())
                .containsExactly(
                        split.clipping().meanAbsolute(),
                        split.quantisation().meanAbsolute(),
                        split.inherited().meanAbsolute(),
                        split.unevenness().meanAbsolute());
        assertThat(bar.parts()[1])
                .as("without TRE every count is rounded down")
                .isGreaterThan(chart.stacks().get(1).parts()[1]);
    }

    @Test
    void aRunWithoutImagesHasNoBar() {
        Chart.Stacks chart =
                (Chart.Stacks) ErrorCharts.errors(List.of(ecc, SmallRuns.waiting(2)), ecc, 0);
        assertThat(chart.groups())
                .as("named in the notes")
                .extracting(BarGroup::name)
                .containsExactly("");
        assertThat(chart.subtitle()).startsWith("run 0 · ");
        assertThat(chart.stacks()).hasSize(3);
    }

    @Test
    void runsOfOtherLengthsAndPartialRunsSayTheirs() throws ProblemException {
        RunState shorter = SmallRuns.digits().run(3, SmallRuns.settings(o -> o).withTimesteps(8));
        RunState partial = partial(plain);
        Chart.Stacks chart =
                (Chart.Stacks) ErrorCharts.errors(List.of(ecc, shorter, partial), ecc, 0);
        assertThat(chart.subtitle()).startsWith("height: ");
        assertThat(chart.groups())
                .extracting(BarGroup::name)
                .containsExactly(
                        "run 0 (T = 24, n = 12)",
                        "run 3 (T = 8, n = 12)",
                        "run 1 (T = 24, n = 12 of 40, partial)");
    }

    /** The same results of a run that was to have more images. */
    private static RunState partial(RunState run) {
        RunSnapshot s = run.snapshot().orElseThrow();
        RunSnapshot part =
                new RunSnapshot(
                        s.images(),
                        40,
                        s.timesteps(),
                        s.cnnRight(),
                        s.right(),
                        s.agreeing(),
                        s.answers(),
                        s.cnnAnswers(),
                        s.outputs(),
                        s.layers(),
                        s.cost());
        return new RunState(
                run.id(),
                run.style(),
                run.label(),
                run.settings(),
                RunState.Phase.STOPPED,
                run.closedForm(),
                run.prepared(),
                Optional.of(part),
                1);
    }

    /** By themselves, from the CNN's values and the counts of the simulation. */
    @Test
    void barsAreAsHighAsTheErrorInUnitsOfLambda() throws ProblemException {
        SmallRuns runs = SmallRuns.digits();
        RunState unscaled =
                runs.run(4, o -> o.with(ConversionOptions.CURRENT_NORMALISATION, false));
        Prepared prepared = unscaled.prepared().orElseThrow();
        SpikingNetwork network = prepared.network();
        double[] sums = new double[network.layers().size()];
        for (int i = 0; i < SmallRuns.IMAGES; i++) {
            float[] image = runs.experiment().test().image(i);
            ImageTrace trace = ImageTrace.of(prepared, image, i, () -> false);
            for (int l = 0; l < sums.length; l++) {
                SpikingLayer layer = network.layers().get(l);
                float[] rates = trace.rates(l, SmallRuns.TIMESTEPS);
                for (int n = 0; n < layer.neurons(); n++) {
                    // Without CN a rate of 1 stands for 1, so a rate is rate / λ in units of λ.
                    double said = rates[n] / layer.lambda()[n % layer.shape().channels()];
                    sums[l] += Math.abs(trace.activations().get(l)[n] - said);
                }
            }
        }
        Chart.Stacks chart = (Chart.Stacks) ErrorCharts.errors(List.of(unscaled), unscaled, 0);
        for (int l = 0; l < sums.length; l++) {
            double mean = sums[l] / SmallRuns.IMAGES / network.layers().get(l).neurons();
            assertThat(chart.stacks().get(l).whole()).isCloseTo(mean, within(1e-5));
            double[] parts = chart.stacks().get(l).parts();
            assertThat(Arrays.stream(parts).sum())
                    .as("parts may cancel")
                    .isGreaterThanOrEqualTo(chart.stacks().get(l).whole() - 1e-12);
        }
        assertThat(chart.stacks().getLast().parts()[0]).as("outputs have no clip").isZero();
    }

    @Test
    void correlationsNameTheLowest() {
        Chart.Profiles chart =
                (Chart.Profiles) ErrorCharts.correlations(List.of(ecc, plain), ecc, 0);
        assertThat(chart.profiles()).hasSize(2);
        double lowest = 2;
        String where = "";
        for (Profile profile : chart.profiles()) {
            for (int l = 0; l < 3; l++) {
                if (profile.values()[l] < lowest) {
                    lowest = profile.values()[l];
                    where = chart.categories().get(l) + ", " + profile.name();
                }
            }
        }
        assertThat(lowest).isBetween(0.5, 1.0);
        assertThat(chart.subtitle())
                .isEqualTo(
                        "T = 24, n = 12 · Pearson's r of CNN activation and SNN rate or output · lowest "
                                + Numbers.fixed(lowest, 4)
                                + ": "
                                + where);
    }

    @Test
    void agreementShowsRatesOverActivations() {
        Chart.Scatter chart = (Chart.Scatter) ErrorCharts.agreement(plain, 1);
        Agreement measured = plain.snapshot().orElseThrow().layers().get(1).agreement();
        assertThat(chart.title()).isEqualTo("SNN rate against CNN activation");
        assertThat(chart.subtitle()).startsWith("run 1 · T = 24, n = 12 · conv2 · sampled neurons");
        assertThat(chart.tint()).isEqualTo(Tint.run(1));
        assertThat(chart.x()).isNotEmpty().isEqualTo(measured.activations());
        assertThat(chart.y()).isEqualTo(measured.rates());
        assertThat(chart.note()).isEqualTo("r = " + Numbers.fixed(measured.pearson(), 4));
        assertThat(chart.yLabel()).isEqualTo("SNN rate × scale, of λ");
        assertThat(((Chart.Scatter) ErrorCharts.agreement(SmallRuns.waiting(0), 0)).x()).isEmpty();
        Chart.Scatter outputs = (Chart.Scatter) ErrorCharts.agreement(plain, 2);
        assertThat(outputs.title()).isEqualTo("SNN output against CNN output");
        assertThat(outputs.yLabel()).isEqualTo("SNN output, of λ");
    }
}
