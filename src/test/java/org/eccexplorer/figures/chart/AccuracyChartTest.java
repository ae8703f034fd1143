package org.eccexplorer.figures.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eccexplorer.app.live.ClosedFormCurve;
import org.eccexplorer.app.live.CnnReference;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.figures.SmallRuns;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.plot.Axis;
import org.eccexplorer.plot.Band;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.Reference;
import org.eccexplorer.plot.Series;
import org.eccexplorer.plot.Series.Mark;
import org.eccexplorer.plot.SourceRun;
import org.eccexplorer.plot.Tint;
import org.eccexplorer.plot.ValueAxis;
import org.eccexplorer.problem.ProblemException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AccuracyChartTest {
    private static List<RunState> runs = List.of();

    @BeforeAll
    static void simulate() throws ProblemException {
        SmallRuns small = SmallRuns.digits();
        runs =
                List.of(
                        small.run(0, o -> o),
                        small.run(1, o -> o.with(ConversionOptions.RESIDUAL_ELIMINATION, false)),
                        small.run(2, o -> o.with(ConversionOptions.THETA, 0.3)));
    }

    private static List<Series> marked(Chart chart, Mark mark) {
        return ((Chart.Lines) chart)
                .series().stream().filter(series -> series.mark() == mark).toList();
    }

    @Test
    void everyRunHasItsLineAndTheFocusItsBand() {
        Chart.Lines chart = (Chart.Lines) AccuracyChart.of(runs, runs.get(1), 9);
        List<Series> lines = marked(chart, Mark.LINE);
        assertThat(lines).extracting(Series::name).containsExactly("run 0", "run 1", "run 2");
        assertThat(lines)
                .extracting(line -> line.band().orElseThrow().drawn())
                .containsExactly(false, true, false);
        Series focus = lines.get(1);
        RunSnapshot measured = runs.get(1).snapshot().orElseThrow();
        Band band = focus.band().orElseThrow();
        for (int t = 1; t <= SmallRuns.TIMESTEPS; t++) {
            assertThat(focus.x()[t - 1]).isEqualTo(t);
            assertThat(focus.y()[t - 1]).isEqualTo(measured.accuracy(t));
            assertThat(focus.y()[t - 1]).isBetween(band.low()[t - 1], band.high()[t - 1]);
        }
        assertThat(chart.y()).isEqualTo(ValueAxis.shares("accuracy, % of images"));
        assertThat(chart.x().kind()).isEqualTo(Axis.Kind.LOG_TIMESTEPS);
        assertThat(chart.marker()).isEqualTo(9);
        assertThat(chart.x().high()).isEqualTo(SmallRuns.TIMESTEPS);
    }

    @Test
    void theClosedFormIsDashedOfTheFocusOrOfBothOfTwo() {
        assertThat(marked(AccuracyChart.of(runs, runs.get(1), 1), Mark.DASHED))
                .extracting(Series::name)
                .containsExactly("run 1, closed form");
        List<Series> both =
                marked(AccuracyChart.of(runs.subList(0, 2), runs.get(1), 1), Mark.DASHED);
        assertThat(both).extracting(Series::tint).containsExactly(Tint.run(0), Tint.run(1));
        assertThat(both.getFirst().x()).containsExactly(6, 12, 24);
        assertThat(both.getFirst().y()[1])
                .isEqualTo(runs.getFirst().closedForm().accuracy().get(12));
    }

    @Test
    void aDotMarksWhereTheRunComesNearTheCnn() {
        Chart.Lines chart = (Chart.Lines) AccuracyChart.of(runs.subList(0, 1), runs.getFirst(), 1);
        RunSnapshot run = runs.getFirst().snapshot().orElseThrow();
        int first = run.withinFrom(0.01);
        assertThat(first).isPositive();
        assertThat(marked(chart, Mark.DOT))
                .singleElement()
                .satisfies(dot -> {
                    assertThat(dot.name())
                            .isEqualTo(
                                    "run 0, within 1 point of the CNN from t = " + first + " on");
                    assertThat(dot.x()).containsExactly(first);
                    assertThat(dot.y()).containsExactly(run.accuracy(first));
                });
        assertThat(chart.references())
                .containsExactly(
                        new Reference("CNN 100.0 % · 12 images", run.cnnAccuracy())
                                .from("CNN", new SourceRun("", 12, 0)));
        assertThat(chart.subtitle())
                .isEqualTo(
                        "run 0 · T = 24, n = 12 · band: 95 % interval"
                                + " · dot: within 1 point of the CNN from there on");
    }

    @Test
    void aClosedFormHasPointsOnlyWhereItWasEvaluated() throws ProblemException {
        RunState run = SmallRuns.digits().closedForm(5, List.of(6, 24));
        RunSnapshot measured = run.snapshot().orElseThrow();
        assertThat(measured.knowsEachTimestep()).isFalse();
        Series line = marked(AccuracyChart.of(List.of(run), run, Double.NaN), Mark.LINE).getFirst();
        assertThat(line.name()).isEqualTo("run 5, closed form");
        assertThat(AccuracyChart.of(List.of(run), run, 1).subtitle())
                .startsWith("run 5, closed form · T = 24, n = 12 · band");
        assertThat(line.x()).containsExactly(6, 24);
        assertThat(line.y()).containsExactly(measured.accuracy(6), measured.accuracy(24));
        assertThat(line.band().orElseThrow().low()).hasSize(2);
    }

    @Test
    void beforeTheFirstImageThereIsNoLine() {
        RunState waiting = SmallRuns.waiting(0);
        Chart.Lines chart = (Chart.Lines) AccuracyChart.of(List.of(waiting), waiting, 1);
        assertThat(chart.series()).isEmpty();
        assertThat(chart.references()).isEmpty();
        assertThat(chart.subtitle()).startsWith("band: 95 %");
    }

    @Test
    void theCnnOfAllImagesIsOneLineWhateverARunHasDone() {
        Chart.Lines chart =
                (Chart.Lines)
                        AccuracyChart.of(
                                runs,
                                runs.get(1),
                                Optional.of(new CnnReference(915, 1000, 1000)),
                                1);
        assertThat(chart.references())
                .containsExactly(
                        new Reference("CNN 91.5 % · 1000 images", 0.915)
                                .from("CNN", new SourceRun("", 1000, 0)));
        Chart.Lines soFar =
                (Chart.Lines)
                        AccuracyChart.of(
                                runs, runs.get(1), Optional.of(new CnnReference(80, 91, 1000)), 1);
        assertThat(soFar.references().getFirst().name())
                .isEqualTo("CNN 87.9 % · first 91 of 1000 images");
    }

    @Test
    void aClosedFormOfOtherImagesSaysHowMany() {
        RunState whole = runs.getFirst();
        RunState preview =
                new RunState(
                        0,
                        0,
                        "mine",
                        whole.settings(),
                        RunState.Phase.SIMULATING,
                        new ClosedFormCurve(5, Map.of(24, 0.8)),
                        whole.prepared(),
                        whole.snapshot(),
                        1);
        Chart chart = AccuracyChart.of(List.of(preview), preview, Optional.empty(), 1);
        assertThat(marked(chart, Mark.DOT))
                .as("a dot is where the run comes near the CNN")
                .noneMatch(dot -> dot.name().contains("closed form"));
        assertThat(marked(chart, Mark.DASHED))
                .singleElement()
                .satisfies(dot -> {
                    assertThat(dot.name()).isEqualTo("mine, closed form of 5 images, T = 24");
                    assertThat(dot.x()).containsExactly(24);
                    assertThat(dot.y()).containsExactly(0.8);
                });
    }
}
