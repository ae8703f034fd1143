package org.eccexplorer.figures.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.eccexplorer.Resources;
import org.eccexplorer.app.sweep.results.SweepPoint;
import org.eccexplorer.app.sweep.results.SweepResults;
import org.eccexplorer.app.sweep.results.SweepRun;
import org.eccexplorer.figures.table.SavedTable;
import org.eccexplorer.figures.table.TableKind;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.Profile;
import org.eccexplorer.plot.Reference;
import org.eccexplorer.plot.Series;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is said of a small sweep: λ, θ and techniques of the bundled digits. */
class SweepChartsTest {
    private static SweepResults results;

    @BeforeAll
    static void read() throws ProblemException {
        results = SweepResults.read(Resources.path("sweep"));
    }

    private static Chart.Lines front(Cost cost, At at, String colours) {
        return new SweepCharts(results).front(cost, at, colours);
    }

    @Test
    void everyRunIsADotAndTheFrontIsWhatNothingCheaperIsBetterThan() {
        Chart.Lines chart = front(Cost.ENERGY, new At.Every(), "lambda");
        assertThat(chart.series())
                .extracting(Series::name)
                .containsExactly("λ p99", "λ max", "front");
        assertThat(chart.series().getFirst().x()).hasSize(12);
        assertThat(chart.series().getFirst().points())
                .contains(
                        "techniques all · λ p99 · θ 0.5, t = 4: 100.0 % "
                                + "(95 % interval 88.6 – 100.0), n = 30");
        Series front = chart.series().getLast();
        assertThat(front.y())
                .containsExactly(4 / 30.0, 5 / 30.0, 0.2, 13 / 30.0, 22 / 30.0, 0.8, 1.0);
        assertThat(front.x()[6]).isEqualTo(0.5260897191191836);
        assertThat(front.band().orElseThrow().low()[6]).isEqualTo(0.8864866068260312);
        assertThat(chart.references())
                .extracting(Reference::name)
                .containsExactly("CNN 100.0 %", "the CNN’s energy");
        assertThat(chart.x().isLogarithmic()).isTrue();
    }

    @Test
    void costIsTimestepsOrSpikesToo() {
        Chart.Lines steps = front(Cost.TIMESTEPS, new At.Every(), "");
        assertThat(steps.series()).extracting(Series::name).containsExactly("all runs", "front");
        assertThat(steps.series().getLast().x()).containsExactly(2, 4);
        assertThat(steps.series().getLast().y()).containsExactly(22 / 30.0, 1);
        Chart.Lines spikes = front(Cost.SPIKES, new At.Step(8), "");
        assertThat(spikes.series().getFirst().x()).hasSize(8);
        assertThat(spikes.x().label()).isEqualTo("spikes per image");
    }

    @Test
    void aChartForEachValueOfASettingHasTheAxisOfAll() {
        List<Chart> charts = new SweepPanels(results).charts("theta", "lambda", new At.Last());
        assertThat(charts)
                .extracting(Chart::title)
                .containsExactly("λ p99, over θ", "λ max, over θ");
        Chart.Profiles most = (Chart.Profiles) charts.getLast();
        assertThat(most.categories()).containsExactly("0", "0.5");
        assertThat(most.subtitle()).isEqualTo("T of each run · 2 runs for each value");
        assertThat(most.top()).isEqualTo(29 / 30.0);
        assertThat(most.profiles())
                .extracting(Profile::name)
                .containsExactly(
                        "best of all charts", "worst of all charts", "best", "mean", "worst");
        assertThat(most.profiles().get(2).values()).containsExactly(14 / 30.0, 29 / 30.0);
        assertThat(most.profiles().get(3).values())
                .containsExactly(new double[] {13.5 / 30, 21 / 30.0}, within(1e-12));
        assertThat(most.profiles().get(4).values()).containsExactly(13 / 30.0, 13 / 30.0);
        Chart.Profiles one =
                (Chart.Profiles)
                        new SweepPanels(results).charts("theta", "", new At.Step(2)).getFirst();
        assertThat(one.subtitle()).isEqualTo("t = 2 · 4 runs for each value");
    }

    @Test
    void rowsHaveWhatVariesAndResultsAndAreSortedByValue() {
        SweepRows rows = new SweepRows(results);
        assertThat(rows.columns())
                .extracting(SweepRows.Column::heading)
                .containsExactly(
                        "techniques",
                        "λ",
                        "θ",
                        "t",
                        "accuracy %",
                        "95 % interval",
                        "SNN − CNN, points",
                        "energy",
                        "spikes/image",
                        "n",
                        "front");
        assertThat(rows.columns()).allSatisfy(column -> assertThat(column.tooltip()).isNotEmpty());
        List<SweepRows.Row> all = rows.rows(new At.Last(), Cost.ENERGY);
        assertThat(all).hasSize(8);
        assertThat(all.get(6).cells())
                .containsExactly(
                        "all",
                        "p99",
                        "0.5",
                        "8",
                        "96.7",
                        "83.3 – 99.4",
                        "−3.3",
                        "0.84×",
                        "842",
                        "30",
                        "");
        assertThat(all.get(2).front()).isTrue();
        assertThat(all.get(0).keys().get(1)).isEqualTo(1.0);
        assertThat(all.get(6).keys().get(1)).isEqualTo(0.0);
        SavedTable saved = rows.saved(all);
        assertThat(saved.text(TableKind.CSV).lines().toList())
                .hasSize(9)
                .element(7)
                .asString()
                .startsWith("all,p99,0.5,8,0.9666666666666667,0.8332960900859081,")
                .endsWith(",30,false,5277c24efca991e7");
        assertThat(saved.text(TableKind.MARKDOWN)).contains("Sweep sweep: 8 of 9 runs done");
    }

    @Test
    void theBestTheCheapestAndWhatFailedAreSaid() {
        SweepWords words = new SweepWords(results);
        assertThat(words.state()).isEqualTo("8 of 9 runs done, 1 failed");
        assertThat(words.findings())
                .containsExactly(
                        "Most accurate: techniques all · λ p99 · θ 0.5, t = 4: 100.0 % "
                                + "(95 % interval 88.6 – 100.0), n = 30.",
                        "Least energy within 1 point of the CNN: 0.53 × that of the CNN with "
                                + "techniques all · λ p99 · θ 0.5, t = 4: 100.0 % "
                                + "(95 % interval 88.6 – 100.0), n = 30.");
        assertThat(words.failures())
                .extracting(Problem::where)
                .containsExactly("techniques all · Read from t₀ 8 · λ max · θ 0.5: --read-from");
    }

    private static SweepResults made(int runs, double accuracy) {
        List<SweepRun> made =
                IntStream.range(0, runs)
                        .mapToObj(i ->
                                new SweepRun(
                                        "r" + i,
                                        Map.of("theta", String.valueOf(i / 100.0), "model", "m"),
                                        List.of(
                                                new SweepPoint(
                                                        8,
                                                        10,
                                                        accuracy,
                                                        0,
                                                        1,
                                                        1,
                                                        0.9,
                                                        8,
                                                        5,
                                                        7,
                                                        1,
                                                        Double.NaN)),
                                        ""))
                        .toList();
        return new SweepResults(results.folder(), results.plan(), made, List.of(), 0);
    }

    @Test
    void manyNumbersArePutTogetherInRanges() {
        SettingValues values = new SettingValues(made(60, 0.5), "theta");
        assertThat(values.labels())
                .hasSize(6)
                .startsWith("0.0 – 0.09", "0.1 – 0.19")
                .endsWith("0.5 – 0.59");
    }

    @Test
    void withoutLabelsAgreementIsShownAndUnknownEnergyIsNoDot() {
        SweepResults unlabelled = made(2, Double.NaN);
        Chart.Lines chart =
                new SweepCharts(unlabelled).front(Cost.TIMESTEPS, new At.Every(), "theta");
        assertThat(chart.y().label()).isEqualTo("agreement with the CNN, % of images");
        assertThat(chart.series().getFirst().y()).containsExactly(0.9);
        assertThat(chart.references()).isEmpty();
        assertThat(new SweepCharts(unlabelled).front(Cost.ENERGY, new At.Every(), "").series())
                .isEmpty();
        assertThat(new SweepRows(unlabelled).columns())
                .extracting(SweepRows.Column::heading)
                .contains("agreement %");
        SweepResults nothing =
                new SweepResults(results.folder(), results.plan(), List.of(), List.of(), 9);
        assertThat(new SweepWords(nothing).findings())
                .containsExactly(
                        "No run of this sweep is done yet.", "0 of 9 runs done, 9 not done yet");
        assertThat(new SweepRows(nothing).rows(new At.Every(), Cost.ENERGY)).isEmpty();
    }
}
