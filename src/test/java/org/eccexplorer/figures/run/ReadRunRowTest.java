package org.eccexplorer.figures.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.figures.SmallRuns;
import org.eccexplorer.figures.run.RunRow.Column;
import org.eccexplorer.figures.words.ScheduleWords;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.measure.Schedule;
import org.eccexplorer.measure.energy.Accounting;
import org.eccexplorer.measure.votes.Reading;
import org.eccexplorer.text.Numbers;
import org.junit.jupiter.api.Test;

/** Rows of runs whose classes are read early, and of those that were evaluated for some T only. */
class ReadRunRowTest {
    private static RunRow row(RunState run, int t) {
        TableSteps steps = new TableSteps(t, List.of());
        return new RunRows().of(List.of(run), steps, Accounting.STANDARD).getFirst();
    }

    @Test
    void whatIsAnsweredEarlySendsNoMoreSpikes() throws Exception {
        RunState run = SmallRuns.digits().run(0, o -> o);
        RunState early =
                run.read(Reading.PLAIN.early(Collections.nCopies(SmallRuns.TIMESTEPS, -1.0)));
        RunRow row = row(early, SmallRuns.TIMESTEPS);
        RunRow first = row(run, 1);
        for (Column column : List.of(Column.ACCURACY, Column.SPIKES, Column.SYN_OPS)) {
            assertThat(row.text(column)).as("%s", column).isEqualTo(first.text(column));
        }
    }

    @Test
    void whatWasNotEvaluatedIsNotZero() throws Exception {
        RunState run = SmallRuns.digits().closedForm(0, List.of(6, 24));
        RunSnapshot measured = run.snapshot().orElseThrow();
        assertThat(row(run, 6).value(Column.ACCURACY)).isEqualTo(100 * measured.accuracy(6));
        assertThat(row(run, 7).text(Column.ACCURACY)).contains("T = 24");
        assertThat(row(run, 7).text(Column.DIFFERENCE)).isEqualTo(Numbers.NONE);
    }

    @Test
    void aRunThatWaitsSaysItsLatency() throws Exception {
        RunState run = SmallRuns.digits().run(0, o -> o);
        RunState waits =
                new RunState(
                        0,
                        0,
                        "",
                        run.settings().with(Schedule.SYNCHRONOUS),
                        run.phase(),
                        run.closedForm(),
                        run.prepared(),
                        run.snapshot(),
                        0);
        assertThat(row(run, 24).text(Column.T)).isEqualTo("24");
        assertThat(row(waits, 24).text(Column.T)).isEqualTo("24, latency 72");
        assertThat(ScheduleWords.latencyOf(run, 24)).isEmpty();
        assertThat(ScheduleWords.latencyOf(waits, 24)).isEqualTo("latency 72 timesteps");
    }
}
