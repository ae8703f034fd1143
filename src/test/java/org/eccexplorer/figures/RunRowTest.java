package org.eccexplorer.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.TimeUnit;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.ui.state.ExplorerViewModel;
import org.eccexplorer.ui.state.SampleModel;
import org.junit.jupiter.api.Test;

/** The figures of runs in the table, at any timestep, and their differences. */
class RunRowTest {
    private static RunState ended(ExplorerViewModel model) throws InterruptedException {
        for (int i = 0; i < 1500 && model.runs().isRunning(); i++) {
            TimeUnit.MILLISECONDS.sleep(20);
            model.pulse();
        }
        return model.runs().all().getFirst();
    }

    @Test
    void figuresFollowTheTimestepAndDifferencesAreSigned() throws Exception {
        try (ExplorerViewModel model = SampleModel.of(12, 40)) {
            model.runs().start();
            RunState first = ended(model);
            model.settings().change(o -> o.residualElimination = false);
            RunState second = ended(model);
            RunRow a = RunRow.of(first, 40);
            RunRow b = RunRow.of(second, 40);
            RunSnapshot measured = first.snapshot().orElseThrow();
            assertThat(a.value(RunRow.Column.SPIKES))
                    .isCloseTo(measured.spikesPerImage(), within(1e-3 * measured.spikesPerImage()));
            assertThat(a.value(RunRow.Column.SYN_OPS))
                    .isCloseTo(measured.cost().synOps() * 1e-6, within(1e-3));
            assertThat(a.value(RunRow.Column.ACCURACY)).isEqualTo(100 * measured.accuracy(40));
            assertThat(a.value(RunRow.Column.AT_64)).as("beyond T").isNaN();
            assertThat(RunRow.of(first, 10).value(RunRow.Column.SPIKES))
                    .isLessThan(a.value(RunRow.Column.SPIKES));
            RunRow difference = RunRow.difference(a, b);
            assertThat(difference.run()).isEmpty();
            assertThat(difference.value(RunRow.Column.AT_32))
                    .isEqualTo(a.value(RunRow.Column.AT_32) - b.value(RunRow.Column.AT_32));
            assertThat(RunRow.Column.SPIKES.text(-1234, true)).isEqualTo("−1,234");
            assertThat(RunRow.Column.AT_32.text(2, true)).isEqualTo("+2.0");
            assertThat(RunRow.Column.AT_32.text(Double.NaN, false)).isEqualTo("–");
            assertThat(Sentences.answers(first, second, 8, model.experiment().test().labels()))
                    .startsWith(" At t = 8 only A is right on");
        }
    }
}
