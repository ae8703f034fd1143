package org.eccexplorer.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.measure.Agreement;
import org.eccexplorer.measure.ErrorSplit;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.Tint;
import org.eccexplorer.problem.ProblemException;
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
        assertThat(chart.over()).isEqualTo(Chart.Over.LAYERS);
        assertThat(chart.stacks()).hasSize(6);
        assertThat(chart.subtitle()).endsWith("in % of λ, by cause and layer · one bar per run");
        Chart.Stack bar = chart.stacks().get(4);
        assertThat(bar.name()).isEqualTo("run 1");
        assertThat(bar.category()).isEqualTo(1);
        assertThat(bar.group()).isEqualTo(1);
        ErrorSplit split = plain.snapshot().orElseThrow().layers().get(1).error();
        assertThat(bar.values())
                .containsExactly(
                        split.clipping().meanAbsolute(),
                        split.quantisation().meanAbsolute(),
                        split.inherited().meanAbsolute(),
                        split.unevenness().meanAbsolute());
        assertThat(bar.values()[1])
                .as("without TRE every count is rounded down")
                .isGreaterThan(chart.stacks().get(1).values()[1]);
    }

    @Test
    void oneRunNeedsNoWordAboutBars() {
        assertThat(ErrorCharts.errors(List.of(ecc, SmallRuns.waiting(2)), ecc, 0).subtitle())
                .endsWith("by cause and layer");
    }

    @Test
    void correlationsNameTheLowest() {
        Chart.Profiles chart =
                (Chart.Profiles) ErrorCharts.correlations(List.of(ecc, plain), ecc, 0);
        assertThat(chart.profiles()).hasSize(2);
        double lowest = 2;
        String where = "";
        for (Chart.Profile profile : chart.profiles()) {
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
                        "Pearson's r of CNN activation and SNN rate · lowest "
                                + Numbers.fixed(lowest, 4)
                                + ": "
                                + where);
    }

    @Test
    void agreementShowsRatesOverActivations() {
        Chart.Scatter chart = (Chart.Scatter) ErrorCharts.agreement(plain, 1);
        Agreement measured = plain.snapshot().orElseThrow().layers().get(1).agreement();
        assertThat(chart.title()).isEqualTo("SNN rate against CNN activation");
        assertThat(chart.subtitle()).startsWith("conv2 · sampled neurons");
        assertThat(chart.tint()).isEqualTo(Tint.run(1));
        assertThat(chart.x()).isNotEmpty().isEqualTo(measured.activations());
        assertThat(chart.y()).isEqualTo(measured.rates());
        assertThat(chart.note()).isEqualTo("r = " + Numbers.fixed(measured.pearson(), 4));
        assertThat(((Chart.Scatter) ErrorCharts.agreement(SmallRuns.waiting(0), 0)).x()).isEmpty();
    }
}
