package org.eccexplorer.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.figures.RunRow.Column;
import org.eccexplorer.measure.Accounting;
import org.eccexplorer.measure.EnergyModel;
import org.eccexplorer.measure.InputMacs;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.problem.ProblemException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The figures of runs in the table, at any timestep, and their differences. */
class RunRowTest {
    private static RunState ecc = SmallRuns.waiting(0);
    private static RunState plain = ecc;

    @BeforeAll
    static void simulate() throws ProblemException {
        SmallRuns runs = SmallRuns.digits();
        ecc = runs.run(0, SmallRuns.settings(o -> o).withTimesteps(40));
        plain =
                runs.run(
                        1,
                        SmallRuns.settings(
                                        o -> o.with(ConversionOptions.RESIDUAL_ELIMINATION, false))
                                .withTimesteps(40));
    }

    private static List<RunRow> at(int t) {
        return new RunRows().of(List.of(ecc, plain), t, Accounting.STANDARD);
    }

    @Test
    void figuresAreThoseOfTheRun() {
        RunRow row = at(40).getFirst();
        RunSnapshot measured = ecc.snapshot().orElseThrow();
        assertThat(row.name()).isEqualTo("run 0");
        assertThat(row.run()).contains(ecc);
        assertThat(row.value(Column.SPIKES))
                .isCloseTo(measured.spikesPerImage(), within(1e-3 * measured.spikesPerImage()));
        assertThat(row.value(Column.SYN_OPS))
                .isCloseTo(measured.cost().synOps() * 1e-6, within(1e-3));
        assertThat(row.value(Column.ACCURACY)).isEqualTo(100 * measured.accuracy(40));
        assertThat(row.value(Column.AT_32)).isEqualTo(100 * measured.accuracy(32));
        assertThat(row.value(Column.AT_64)).as("beyond T").isNaN();
        assertThat(row.value(Column.ENERGY))
                .isEqualTo(measured.energyRatio(Accounting.STANDARD, 40));
        assertThat(row.value(Column.WITHIN_FROM)).isEqualTo(measured.withinFrom(0.01));
    }

    @Test
    void figuresFollowTheTimestepUpToTheEnd() {
        RunSnapshot measured = ecc.snapshot().orElseThrow();
        double until = 0;
        for (int t = 1; t <= 40; t++) {
            for (var layer : measured.layers()) {
                until += layer.spikesPerStep()[t - 1];
            }
            assertThat(at(t).getFirst().value(Column.SPIKES))
                    .isCloseTo(until, within(1e-9 * until));
        }
        assertThat(at(7).getFirst().value(Column.ACCURACY)).isEqualTo(100 * measured.accuracy(7));
        assertThat(at(99).getFirst()).isEqualTo(at(40).getFirst());
    }

    @Test
    void differencesAreTheFirstMinusTheSecond() {
        List<RunRow> rows = at(40);
        RunRow difference = RunRow.difference(rows.get(0), rows.get(1));
        assertThat(difference.name()).isEqualTo("A − B");
        assertThat(difference.run()).isEmpty();
        assertThat(difference.value(Column.SPIKES))
                .isNotZero()
                .isEqualTo(rows.get(0).value(Column.SPIKES) - rows.get(1).value(Column.SPIKES));
    }

    @Test
    void aSnapshotIsSummedOnce() {
        RunRows rows = new RunRows();
        RunTotals first = rows.totals(ecc, Accounting.STANDARD).orElseThrow();
        rows.of(List.of(plain, ecc), 9, Accounting.STANDARD);
        assertThat(rows.totals(ecc, Accounting.STANDARD).orElseThrow()).isSameAs(first);
        assertThat(rows.totals(ecc.named("other"), Accounting.STANDARD).orElseThrow())
                .isSameAs(first);
        RunState further =
                new RunState(
                        ecc.id(),
                        ecc.style(),
                        "",
                        ecc.settings(),
                        ecc.phase(),
                        ecc.closedForm(),
                        ecc.prepared(),
                        plain.snapshot(),
                        1);
        assertThat(rows.totals(further, Accounting.STANDARD).orElseThrow().snapshot())
                .isEqualTo(plain.snapshot().orElseThrow());
        assertThat(rows.totals(SmallRuns.waiting(5), Accounting.STANDARD)).isEmpty();
    }

    @Test
    void anotherAccountingGivesAnotherEnergy() {
        RunRows rows = new RunRows();
        Accounting each = Accounting.STANDARD.with(InputMacs.EVERY_TIMESTEP);
        double once =
                rows.of(List.of(ecc), 40, Accounting.STANDARD).getFirst().value(Column.ENERGY);
        RunRow anew = rows.of(List.of(ecc), 40, each).getFirst();
        assertThat(anew.value(Column.ENERGY))
                .isGreaterThan(2 * once)
                .isEqualTo(ecc.snapshot().orElseThrow().energyRatio(each));
        assertThat(Column.ENERGY.meaning(each)).contains("input MACs counted at every timestep");
        assertThat(Column.ENERGY.meaning(each.with(EnergyModel.LOIHI)))
                .contains("not like with like");
    }

    @Test
    void beforeTheFirstImageEveryFigureIsUnknown() {
        RunRow row =
                new RunRows().of(List.of(SmallRuns.waiting(3)), 1, Accounting.STANDARD).getFirst();
        for (Column column : Column.values()) {
            assertThat(column.text(row.value(column), false)).isEqualTo("–");
        }
    }

    @Test
    void figuresAreWrittenTheSameInEveryLocale() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            assertThat(Column.SPIKES.text(-1234, true)).isEqualTo("−1234");
            assertThat(Column.SPIKES.text(12345.6, false)).isEqualTo("12\u202f346");
            assertThat(Column.AT_32.text(2, true)).isEqualTo("+2.0");
            assertThat(Column.DIFFERENCE.text(-1.25, false)).startsWith("−1.");
            assertThat(Column.SYN_OPS.text(0.52, false)).isEqualTo("0.5 M");
            assertThat(Column.ENERGY.text(67.671, false)).isEqualTo("67.67×");
            assertThat(Column.ACCURACY.title(12)).isEqualTo("t = 12");
            assertThat(Column.AT_64.title(12)).isEqualTo("T = 64");
            assertThat(Column.AT_64.meaning(Accounting.STANDARD))
                    .isEqualTo("SNN accuracy in % at T = 64");
        } finally {
            Locale.setDefault(before);
        }
    }
}
