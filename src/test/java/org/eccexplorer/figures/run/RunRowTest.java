package org.eccexplorer.figures.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.figures.SmallRuns;
import org.eccexplorer.figures.run.RunRow.Column;
import org.eccexplorer.figures.words.RunWords;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.measure.energy.Accounting;
import org.eccexplorer.measure.energy.EnergyModel;
import org.eccexplorer.measure.energy.InputMacs;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Numbers;
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
        return rows(t, ecc, plain);
    }

    private static List<RunRow> rows(int t, RunState... runs) {
        return new RunRows()
                .of(List.of(runs), TableSteps.of(List.of(runs), t), Accounting.STANDARD);
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
                .isCloseTo(measured.cost().synOps(), within(1e-3 * measured.cost().synOps()));
        assertThat(row.value(Column.ACCURACY)).isEqualTo(100 * measured.accuracy(40));
        assertThat(row.value(Column.FIRST_STEP)).isEqualTo(100 * measured.accuracy(8));
        assertThat(row.value(Column.THIRD_STEP)).isEqualTo(100 * measured.accuracy(32));
        assertThat(row.value(Column.T)).isEqualTo(40);
        assertThat(row.text(Column.N)).isEqualTo("12");
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
        rows.of(List.of(plain, ecc), new TableSteps(9, List.of()), Accounting.STANDARD);
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
                rows.of(List.of(ecc), new TableSteps(40, List.of()), Accounting.STANDARD)
                        .getFirst()
                        .value(Column.ENERGY);
        RunRow anew = rows.of(List.of(ecc), new TableSteps(40, List.of()), each).getFirst();
        assertThat(anew.value(Column.ENERGY))
                .isGreaterThan(2 * once)
                .isEqualTo(ecc.snapshot().orElseThrow().energyRatio(each));
        assertThat(Column.ENERGY.meaning(each)).contains("input MACs counted at every timestep");
        assertThat(Column.ENERGY.meaning(each.with(EnergyModel.LOIHI)))
                .contains("not like with like");
    }

    @Test
    void beforeTheFirstImageEveryFigureIsUnknown() {
        RunRow row = rows(1, SmallRuns.waiting(3)).getFirst();
        for (Column column : Column.values()) {
            assertThat(row.text(column)).isEqualTo(column == Column.T ? "24" : "–");
        }
    }

    @Test
    void figuresAreWrittenTheSameInEveryLocale() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            assertThat(Column.SPIKES.text(-1234, true)).isEqualTo("−1.23 k");
            assertThat(Column.SPIKES.text(12345.6, false)).isEqualTo("12.3 k");
            assertThat(Column.SPIKES.text(949.4, false)).isEqualTo("949");
            assertThat(Column.SPIKES.text(999.6, false)).isEqualTo("1.00 k");
            assertThat(Column.SPIKES.text(999_600, false)).isEqualTo("1.00 M");
            assertThat(Column.SYN_OPS.text(52_300, false)).isEqualTo("52.3 k");
            assertThat(Column.SYN_OPS.text(1_230_000, false)).isEqualTo("1.23 M");
            assertThat(Column.SYN_OPS.text(2.5e9, false)).isEqualTo("2.50 G");
            assertThat(Column.SPIKES.text(0.42, false)).isEqualTo("0.4");
            assertThat(Column.FIRST_STEP.text(2, true)).isEqualTo("+2.0");
            assertThat(Column.DIFFERENCE.text(-1.25, false)).startsWith("−1.");
            assertThat(Column.ENERGY.text(67.671, false)).isEqualTo("67.67×");
            TableSteps steps = new TableSteps(12, List.of(32, 64, 128));
            assertThat(Column.ACCURACY.title(steps)).isEqualTo("t = 12");
            assertThat(Column.SECOND_STEP.title(steps)).isEqualTo("t = 64");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void theTimestepsOfColumnsFitTheRuns() {
        assertThat(TableSteps.fitting(256, 256)).containsExactly(32, 64, 128);
        assertThat(TableSteps.fitting(16, 16)).containsExactly(2, 4, 8);
        assertThat(TableSteps.fitting(40, 40)).containsExactly(8, 16, 32);
        assertThat(TableSteps.fitting(16, 2048)).containsExactly(16, 128, 1024);
        assertThat(TableSteps.fitting(1, 1)).isEmpty();
        assertThat(TableSteps.fitting(2, 2)).containsExactly(1);
        assertThat(TableSteps.fitting(3, 3)).containsExactly(1, 2);
        assertThat(TableSteps.of(List.of(), 7)).isEqualTo(new TableSteps(7, List.of()));
    }

    /** Read under "t = 40" what happened at T = 16 would be wrong. */
    @Test
    void aRunThatEndsBeforeTheTimestepSaysWhere() throws ProblemException {
        RunState small = SmallRuns.digits().run(2, SmallRuns.settings(o -> o).withTimesteps(16));
        List<RunRow> rows = rows(40, small, ecc);
        RunRow row = rows.getFirst();
        String own =
                Numbers.fixed(100 * small.snapshot().orElseThrow().accuracy(16), 1) + " at T = 16";
        assertThat(row.text(Column.ACCURACY)).isEqualTo(own);
        for (Column column :
                List.of(Column.DIFFERENCE, Column.SPIKES, Column.SYN_OPS, Column.ENERGY)) {
            assertThat(row.text(column)).as(column.name()).isEqualTo("–");
            assertThat(rows.getLast().text(column)).as(column.name()).isNotEqualTo("–");
        }
        List<RunRow> sorted = new ArrayList<>(rows);
        sorted.sort(RunRow.ranks(Optional.of(Column.ACCURACY)));
        assertThat(sorted).extracting(RunRow::name).containsExactly("run 0", "run 2");
        assertThat(rows(16, small, ecc).getFirst().text(Column.ACCURACY)).doesNotContain("at");
    }

    @Test
    void partialRunsSayOfHowManyImagesTheyAreAndAreNotRankedWithWholeOnes()
            throws ProblemException {
        RunState partial =
                SmallRuns.digits().stoppedAfter(3, 2, SmallRuns.settings(o -> o).withTimesteps(40));
        int done = partial.snapshot().orElseThrow().images();
        assertThat(done).isBetween(1, 11);
        List<RunRow> rows = rows(40, SmallRuns.waiting(4), partial, ecc, plain);
        assertThat(rows.get(1).text(Column.N)).isEqualTo(done + " of 12");
        RunRow difference = RunRow.difference(rows.get(1), rows.get(2));
        assertThat(difference.text(Column.ACCURACY)).isEqualTo("–");
        assertThat(difference.text(Column.SPIKES)).isNotEqualTo("–");
        List<RunRow> sorted = new ArrayList<>(rows);
        sorted.add(0, difference);
        Comparator<RunRow> best =
                Comparator.comparingDouble((RunRow row) -> -row.value(Column.ACCURACY));
        sorted.sort(RunRow.ranks(Optional.of(Column.ACCURACY)).thenComparing(best));
        assertThat(sorted)
                .extracting(RunRow::name)
                .containsSubsequence("run 3", "run 4", "A − B")
                .endsWith("run 3", "run 4", "A − B");
        assertThat(RunWords.choice(partial))
                .isEqualTo("run 3 · T = 40 · partial, " + done + " of 12 images");
        assertThat(RunWords.choice(ecc)).isEqualTo("run 0 · T = 40 · 12 images");
        assertThat(RunWords.legend(partial)).isEqualTo("run 3 · " + done + " of 12 images");
        assertThat(RunWords.legend(ecc)).isEqualTo("run 0");
        assertThat(RunWords.whyEmpty(partial)).isEmpty();
        assertThat(RunWords.whyEmpty(SmallRuns.waiting(4)))
                .isEqualTo("run 4 waits for the runs before it");
    }
}
