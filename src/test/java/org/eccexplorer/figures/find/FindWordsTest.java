package org.eccexplorer.figures.find;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.eccexplorer.app.find.Without;
import org.eccexplorer.app.find.query.Axes;
import org.eccexplorer.app.find.query.Candidate;
import org.eccexplorer.app.find.query.Goal;
import org.eccexplorer.app.find.query.Query;
import org.eccexplorer.app.find.result.Checked;
import org.eccexplorer.app.find.result.Found;
import org.eccexplorer.app.find.result.FoundPoint;
import org.eccexplorer.app.find.result.SearchView;
import org.eccexplorer.app.find.trial.Loss;
import org.eccexplorer.app.find.trial.Point;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.convert.LambdaScope;
import org.eccexplorer.convert.Neurons;
import org.eccexplorer.figures.table.SavedTable;
import org.eccexplorer.figures.table.TableKind;
import org.eccexplorer.measure.Schedule;
import org.eccexplorer.measure.votes.ReadingChoice;
import org.eccexplorer.plot.Axis;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.Reference;
import org.eccexplorer.plot.Series;
import org.junit.jupiter.api.Test;

/** What is said and drawn of a search, from numbers that are made up. */
class FindWordsTest {
    private static final Candidate ECC = Candidate.free(ConversionOptions.ecc());

    private static final Candidate CHANNEL =
            ECC.with(
                    ECC.conversion()
                            .with(ConversionOptions.LAMBDA_PERCENTILE, 99)
                            .with(ConversionOptions.LAMBDA_SCOPE, LambdaScope.CHANNEL));

    private static final Query QUERY = Query.standard(1);
    private static final FindWords WORDS = new FindWords(QUERY);

    private static Point point(Candidate setting, int timesteps, int right, double cost) {
        double lost = (297 - right) / 3.0;
        return new Point(
                setting,
                timesteps,
                ReadingChoice.PLAIN,
                right,
                300,
                new Loss(lost, lost, lost),
                new Goal.Costs(timesteps, cost, 1e6, 2e5));
    }

    private static SearchView view(Found found) {
        return new SearchView(
                SearchView.Phase.ENDED, List.of(), found.counts(), 1, 10, Optional.of(found));
    }

    private static Candidate with(Candidate setting, Neurons neurons) {
        return setting.with(setting.conversion().with(ConversionOptions.NEURONS, neurons));
    }

    private static FoundPoint checked(Point point, int right) {
        return new FoundPoint(point, Optional.of(new Checked(1000, right, 954, point.costs())));
    }

    private static Found found(FoundPoint winner, boolean reached, Found.End end) {
        Candidate signed = with(CHANNEL, Neurons.SIGNED);
        FoundPoint other = checked(point(signed, 8, 296, 0.5), 953);
        FoundPoint paper =
                checked(
                        new Point(
                                ECC,
                                64,
                                ReadingChoice.PLAIN,
                                0,
                                0,
                                new Loss(0, 0, 0),
                                winner.costs()),
                        884);
        return new Found(
                Optional.of(winner),
                reached,
                List.of(winner, other),
                List.of(winner, other),
                Optional.of(paper),
                new Found.Counts(143, 1200, 140, 3, 130, 10, 200, 300, 297, true),
                end);
    }

    @Test
    void ofImagesThatAreAnsweredEarlyItSaysTheMean() {
        Point early =
                new Point(
                        CHANNEL,
                        16,
                        ReadingChoice.PLAIN.withEpsilon(0.01),
                        298,
                        300,
                        new Loss(0, 0, 0),
                        new Goal.Costs(7.25, 0.2, 1e6, 2e5));
        assertThat(WORDS.whole(early))
                .startsWith("λ 99 % · λ per channel · ")
                .endsWith(", plain neurons, T = 16 at most, 7.3 on average");
        FoundPoint winner =
                new FoundPoint(
                        early,
                        Optional.of(
                                new Checked(1000, 950, 954, new Goal.Costs(7.75, 0.2, 1e6, 2e5))));
        assertThat(WORDS.claim(found(winner, true, Found.End.COMPLETE), winner))
                .contains("at 0.20 × ")
                .contains("7.8 on average");
        assertThat(new FindRows(QUERY, found(winner, true, Found.End.COMPLETE)).rows())
                .first()
                .satisfies(row -> assertThat(row.cells()).contains("7.8 of 16"));
    }

    @Test
    void ofLayersThatWaitItSaysTheLatency() {
        Point waiting =
                new Point(
                        CHANNEL.with(Schedule.SYNCHRONOUS),
                        4,
                        ReadingChoice.PLAIN,
                        298,
                        300,
                        new Loss(0, 0, 0),
                        new Goal.Costs(32, 0.2, 1e6, 2e5));
        assertThat(WORDS.whole(waiting))
                .isEqualTo(
                        "λ 99 % · λ per channel · layer-synchronous, plain neurons, T = 4, latency 32"
                                + " timesteps");
        FoundPoint winner = checked(waiting, 950);
        Found found = found(winner, true, Found.End.COMPLETE);
        assertThat(WORDS.statements(found)).anyMatch(said -> said.contains("L·T timesteps"));
        FindRows rows = new FindRows(QUERY, found);
        assertThat(rows.rows().getFirst().cells()).contains("4, latency 32");
        assertThat(rows.values(rows.rows().getFirst())).contains("synchronous", 32);
        Query soonest =
                new Query(
                        QUERY.base(),
                        Goal.TIMESTEPS,
                        QUERY.within(),
                        QUERY.mostTimesteps(),
                        QUERY.axes(),
                        QUERY.seed(),
                        QUERY.budget(),
                        QUERY.accounting(),
                        1);
        assertThat(new FindWords(soonest).claim(found, winner)).contains("at latency 32 timesteps");
        Chart.Lines chart = (Chart.Lines) new FindCharts(soonest).chart(view(found));
        assertThat(chart.series())
                .filteredOn(one -> one.name().equals("front, plain neurons, layer-synchronous"))
                .singleElement()
                .satisfies(one -> assertThat(one.x()).containsExactly(32));
    }

    @Test
    void whatAPartBuysStandsWithItsInterval() {
        Point with = expecting(new Loss(0.2, 0.5, 0.9));
        List<String> said =
                WORDS.explained(
                        with,
                        List.of(
                                new Without(Axes.THETA, with, expecting(new Loss(0.1, 0.4, 0.8))),
                                new Without(Axes.SCOPE, with, expecting(new Loss(1.5, 2, 2.6)))));
        assertThat(said).hasSize(3);
        assertThat(said.get(0)).contains("0.5 points (0.20 to 0.90) expected to be lost");
        assertThat(said.get(1)).contains("2 points (1.50 to 2.60)").endsWith("images.");
        assertThat(said.get(1)).doesNotContain("cannot be told");
        assertThat(said.get(2)).contains("0.4 points (0.10 to 0.80)").contains("cannot be told");
    }

    private static Point expecting(Loss loss) {
        return new Point(
                CHANNEL,
                16,
                ReadingChoice.PLAIN,
                298,
                300,
                loss,
                new Goal.Costs(16, 0.4, 1e6, 2e5));
    }

    @Test
    void theWinnerIsNamedWithItsProof() {
        FoundPoint winner = checked(point(CHANNEL, 16, 298, 0.384), 950);
        assertThat(WORDS.headline(found(winner, true, Found.End.COMPLETE)))
                .isEqualTo(
                        "Within 1 point of the CNN at 0.38 × its energy: λ 99 % · λ per channel,"
                                + " plain neurons, T = 16. Checked on 1000 images it never saw: 95.0 %"
                                + " (95 % interval 93.5 – 96.2) against the CNN's 95.4 %. ECC as in the"
                                + " paper has, at T = 64, 88.4 % and 0.38 × its energy.");
    }

    @Test
    void aLossThatTheTestImagesShowIsSaid() {
        FoundPoint winner = checked(point(CHANNEL, 16, 298, 0.384), 930);
        assertThat(WORDS.headline(found(winner, true, Found.End.COMPLETE)))
                .startsWith(
                        "Expected within 1 point of the CNN at 0.38 × its energy, but not so on the"
                                + " test images: λ 99 %")
                .contains("On these it loses 2.4 points; −0.33 were expected.");
    }

    @Test
    void whatIsNotReachedOrNotCheckedIsSaid() {
        FoundPoint winner = new FoundPoint(point(CHANNEL, 16, 270, 0.384), Optional.empty());
        assertThat(WORDS.headline(found(winner, false, Found.End.STOPPED)))
                .startsWith("No setting is expected to lose at most 1 point on other images.")
                .contains("9 points are expected", "Not checked: 90.0 % on 300 images");
        assertThat(WORDS.headline(Found.nothing())).isEqualTo("Nothing was found yet.");
    }

    @Test
    void otherNeuronsAreNotCalledThePapers() {
        Candidate multi = with(ECC, Neurons.MULTI);
        assertThat(WORDS.setting(point(multi, 3, 298, 0.7))).isEqualTo("λ maximum");
        assertThat(WORDS.whole(point(multi, 3, 298, 0.7)))
                .isEqualTo("λ maximum, multi-threshold neurons, T = 3");
        assertThat(WORDS.whole(point(ECC, 3, 298, 0.7)))
                .isEqualTo("ECC as in the paper, plain neurons, T = 3");
    }

    @Test
    void howManyWereComparedIsSaid() {
        FoundPoint winner = checked(point(CHANNEL, 16, 298, 0.384), 950);
        assertThat(WORDS.statements(found(winner, true, Found.End.COMPLETE)))
                .hasSize(4)
                .first()
                .asString()
                .startsWith("143 settings of 1200 were compared by successive halving on 300")
                .contains("ruled out 3, 130 were given up early and 10 tried on all");
        assertThat(WORDS.statements(found(winner, true, Found.End.OUT_OF_TIME)).getLast())
                .startsWith("The time was up");
    }

    @Test
    void rowsHaveTheWinnerFirstAndThePaperLast() {
        FoundPoint winner = checked(point(CHANNEL, 16, 298, 0.384), 950);
        FindRows rows = new FindRows(QUERY, found(winner, true, Found.End.COMPLETE));
        assertThat(rows.rows()).hasSize(3);
        assertThat(rows.rows().getFirst().winner()).isTrue();
        assertThat(rows.rows().getFirst().cells())
                .containsExactly(
                        "λ 99 % · λ per channel",
                        "plain", "16", "95.0", "93.5 – 96.2", "−0.4", "200 k", "0.38×", "1000")
                .hasSameSizeAs(rows.columns());
        assertThat(rows.rows().getLast().cells().getFirst()).isEqualTo("ECC as in the paper");
        assertThat(rows.values(rows.rows().getFirst())).hasSameSizeAs(rows.keys());
    }

    @Test
    void theChartHasDotsFrontsWinnerAndTheLinesOfTheCnn() {
        FoundPoint winner = checked(point(CHANNEL, 16, 298, 0.384), 950);
        Found found = found(winner, true, Found.End.COMPLETE);
        SearchView view =
                new SearchView(
                        SearchView.Phase.ENDED,
                        List.of(
                                new SearchView.Dot(point(CHANNEL, 4, 200, 0.1), true),
                                new SearchView.Dot(point(CHANNEL, 16, 298, 0.384), true),
                                new SearchView.Dot(point(CHANNEL, 32, 250, 1.5), false),
                                new SearchView.Dot(point(CHANNEL, 1, 30, 0.02), true)),
                        found.counts(),
                        1,
                        10,
                        Optional.of(found));
        Chart.Lines chart = (Chart.Lines) new FindCharts(QUERY).chart(view);
        assertThat(chart.series())
                .filteredOn(series -> series.mark() == Series.Mark.DOTS)
                .extracting(Series::name)
                .containsExactly("given up early", "T ≤ 4", "T ≤ 16");
        assertThat(chart.series())
                .filteredOn(series -> series.mark() == Series.Mark.LINE)
                .extracting(Series::name)
                .containsExactly("front, plain neurons", "front, signed neurons");
        assertThat(chart.series().getLast().name()).isEqualTo("the winner");
        assertThat(chart.series().getLast().y()).containsExactly(0.95);
        assertThat(chart.x().kind()).isEqualTo(Axis.Kind.LOGARITHMIC);
        assertThat(chart.x().low()).isLessThan(0.1);
        assertThat(chart.x().high()).isGreaterThan(1.5);
        assertThat(chart.references())
                .extracting(Reference::name)
                .containsExactly(
                        "CNN 99.0 % · 300 images to choose on",
                        "CNN 95.4 % · 1000 images tested", "the CNN’s energy");
    }

    @Test
    void theLineOfAFrontNeverFalls() {
        FoundPoint cheap = checked(point(CHANNEL, 4, 290, 0.2), 940);
        FoundPoint dearer = checked(point(CHANNEL, 8, 295, 0.3), 930);
        FoundPoint best = checked(point(CHANNEL, 16, 298, 0.4), 950);
        Found found =
                new Found(
                        Optional.of(best),
                        true,
                        List.of(best),
                        List.of(cheap, dearer, best),
                        Optional.empty(),
                        new Found.Counts(3, 3, 3, 0, 0, 3, 200, 300, 297, true),
                        Found.End.COMPLETE);
        Chart.Lines chart = (Chart.Lines) new FindCharts(QUERY).chart(view(found));
        assertThat(chart.series())
                .filteredOn(series -> series.mark() == Series.Mark.LINE)
                .singleElement()
                .satisfies(line -> assertThat(line.y()).containsExactly(0.94, 0.95));
        assertThat(chart.series())
                .filteredOn(series -> series.mark() == Series.Mark.DOT)
                .hasSize(3);
    }

    @Test
    void theTableIsPrintedWithItsStatements() {
        FoundPoint winner = checked(point(CHANNEL, 16, 298, 0.384), 950);
        SavedTable table =
                FindTables.of(QUERY, found(winner, true, Found.End.COMPLETE), "vgg.keras");
        assertThat(table.text(TableKind.CSV).lines()).hasSize(4);
        assertThat(table.text(TableKind.MARKDOWN))
                .startsWith("vgg.keras. 143 settings")
                .contains("| λ 99 % · λ per channel ");
    }
}
