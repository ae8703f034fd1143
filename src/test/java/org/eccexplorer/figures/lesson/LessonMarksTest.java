package org.eccexplorer.figures.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.eccexplorer.app.lesson.LessonState;
import org.eccexplorer.app.lesson.Progress;
import org.eccexplorer.figures.lesson.LessonMarks.Mark;
import org.eccexplorer.lesson.ShippedLessons;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.Tint;
import org.junit.jupiter.api.Test;

/** Numbers of a formula and marks of a chart are told to be the same. */
class LessonMarksTest {

    private static LessonState page(int lesson, int page) {
        LessonState state = new LessonState(ShippedLessons.lesson(lesson), Progress.NONE);
        state.turn(page - 1);
        return state;
    }

    private static Chart.Lines lines(LessonState state, String name) {
        return (Chart.Lines) LessonCharts.of(state, name).orElseThrow();
    }

    @Test
    void aNumberHasItsMark() {
        Chart.Lines chart = lines(page(3, 2), "membrane");
        List<Mark> residual = LessonMarks.of(chart, "membrane", Set.of("residual"));
        assertThat(residual).containsExactly(new Mark.Line(1));
        assertThat(LessonMarks.name(chart, residual.getFirst())).isEqualTo("residual 0.76");
        List<Mark> spikes = LessonMarks.of(chart, "membrane", Set.of("spikes"));
        assertThat(LessonMarks.name(chart, spikes.getFirst())).isEqualTo("3 spikes");
        assertThat(LessonMarks.of(chart, "membrane", Set.of("mean_error"))).isEmpty();
        Chart.Lines rate = lines(page(3, 2), "rate");
        assertThat(LessonMarks.of(rate, "rate", Set.of("error")))
                .extracting(mark -> LessonMarks.name(rate, mark))
                .containsExactly("T = 8", "asked for 0.47");
    }

    @Test
    void allElseIsFaint() {
        Chart.Lines chart = lines(page(3, 2), "rate");
        assertThat(LessonMarks.emphasised(chart, List.of())).isSameAs(chart);
        Chart.Lines shown =
                (Chart.Lines) LessonMarks.emphasised(chart, List.of(new Mark.Dashed(0)));
        assertThat(shown.series()).hasSize(chart.series().size() + 1);
        assertThat(shown.series().subList(0, chart.series().size()))
                .allMatch(series -> series.tint() == Tint.Fixed.FAINT);
        assertThat(shown.series().getLast().tint()).isEqualTo(Tint.Fixed.ACCENT);
        assertThat(shown.series().getLast().y()).containsExactly(0.47, 0.47);
        Chart.Lines dot = (Chart.Lines) LessonMarks.emphasised(chart, List.of(new Mark.Line(1)));
        assertThat(dot.series().get(1)).isSameAs(chart.series().get(1));
        assertThat(dot.series().get(0).tint()).isEqualTo(Tint.Fixed.FAINT);
    }

    @Test
    void aPlaceHasTheNumbersOfTheNearestMark() {
        Chart.Lines chart = lines(page(3, 2), "rate");
        assertThat(LessonMarks.at(chart, "rate", 8, 0.375)).contains("rate", "spikes", "T");
        assertThat(LessonMarks.at(chart, "rate", 24, 0.47)).contains("asked", "current");
        assertThat(LessonMarks.at(chart, "rate", 24, 0.1)).isEmpty();
        assertThat(LessonMarks.numbers(chart, "rate")).contains("rate", "asked", "error");
    }

    @Test
    void rowsOfSpikesStandOut() {
        Chart chart = LessonCharts.of(page(5, 4), "raster").orElseThrow();
        List<Mark> marks = LessonMarks.of(chart, "raster", Set.of("a_spikes"));
        assertThat(LessonMarks.name(chart, marks.getFirst())).isEqualTo("A");
        assertThat(((Chart.Raster) LessonMarks.emphasised(chart, marks)).strong()).isZero();
    }
}
