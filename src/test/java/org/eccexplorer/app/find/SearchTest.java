package org.eccexplorer.app.find;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eccexplorer.app.find.query.Axes;
import org.eccexplorer.app.find.query.Axis;
import org.eccexplorer.app.find.query.Candidate;
import org.eccexplorer.app.find.query.Goal;
import org.eccexplorer.app.find.query.Query;
import org.eccexplorer.app.find.race.Plan;
import org.eccexplorer.app.find.result.Checked;
import org.eccexplorer.app.find.result.Found;
import org.eccexplorer.app.find.result.FoundFiles;
import org.eccexplorer.app.find.result.FoundPoint;
import org.eccexplorer.app.find.result.RecordsFile;
import org.eccexplorer.app.find.result.SearchView;
import org.eccexplorer.app.find.result.SearchView.Phase;
import org.eccexplorer.app.find.trial.Laboratory;
import org.eccexplorer.app.find.trial.Point;
import org.eccexplorer.app.find.trial.Split;
import org.eccexplorer.app.find.trial.Trial;
import org.eccexplorer.app.find.trial.Truth;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.run.ClosedFormAccuracy;
import org.eccexplorer.app.run.ImageJob;
import org.eccexplorer.app.run.Prepared;
import org.eccexplorer.app.run.ReadingBasis;
import org.eccexplorer.app.run.RunJob;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.dataset.LabelledImages;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.measure.Schedule;
import org.eccexplorer.measure.energy.Accounting;
import org.eccexplorer.measure.votes.Reading;
import org.eccexplorer.measure.votes.ReadingChoice;
import org.eccexplorer.problem.ProblemException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small search on the handwritten digits. */
class SearchTest {
    private static final int TEST_IMAGES = 60;
    private static final double CLOSE = 1e-9;
    private static final Plan PLAN =
            new Plan(
                    4,
                    6,
                    10,
                    new int[] {8, 20, Integer.MAX_VALUE},
                    new int[] {5, 3},
                    new int[] {4, 2},
                    1,
                    2,
                    3);

    private static Experiment digits;
    private static SearchView whole;

    @TempDir private Path folder = Path.of("");

    @BeforeAll
    static void search() throws ProblemException {
        Experiment all = Experiment.sample("digits", TEST_IMAGES);
        digits = withCalibration(all, all.calibration().limit(100));
        whole = search(2, Optional.empty()).run(view -> {}, new Cancellation());
    }

    private static Experiment withCalibration(Experiment all, LabelledImages images) {
        return new Experiment(
                all.model(),
                all.test(),
                images,
                all.dataSource(),
                all.calibrationSource(),
                all.classNames(),
                List.of(),
                List.of());
    }

    private static Query query(int threads) {
        return new Query(
                ConversionOptions.ecc(),
                Goal.ENERGY,
                2,
                16,
                Query.standard(1).axes(),
                1,
                Optional.empty(),
                Accounting.STANDARD,
                threads);
    }

    private static Search search(int threads, Optional<Path> folder) throws ProblemException {
        return new Search(digits, query(threads), folder, false, PLAN);
    }

    private static Found found(SearchView view) {
        return view.found().orElseThrow();
    }

    @Test
    void itFindsASettingThatLosesLittle() {
        Found found = found(whole);
        assertThat(whole.phase()).isEqualTo(Phase.ENDED);
        assertThat(found.end()).isEqualTo(Found.End.COMPLETE);
        assertThat(found.reached()).isTrue();
        FoundPoint winner = found.winner().orElseThrow();
        assertThat(winner.checked()).isPresent();
        assertThat(winner.checked().get().images()).isEqualTo(TEST_IMAGES);
        assertThat(found.paper().orElseThrow().costs().energyRatio())
                .isGreaterThan(winner.costs().energyRatio());
        assertThat(found.winners())
                .extracting(one -> one.chosen().setting().neurons())
                .doesNotHaveDuplicates()
                .hasSize(query(1).neurons().size());
        assertThat(found.front())
                .isNotEmpty()
                .allMatch(one -> one.checked().isPresent())
                .extracting(one -> one.chosen().costs().energyRatio())
                .isSorted();
    }

    @Test
    void itCountsWhatItDid() {
        Found.Counts counts = found(whole).counts();
        assertThat(counts.fitImages()).isEqualTo(40);
        assertThat(counts.chooseImages()).isEqualTo(60);
        assertThat(counts.labelled()).isTrue();
        assertThat(counts.settings()).isEqualTo(counts.simulated() + counts.ruledOut());
        assertThat(counts.simulated()).isEqualTo(counts.givenUp() + counts.finalists());
        assertThat(counts.settings()).isBetween(10, 16);
        assertThat(counts.space()).isGreaterThan(100);
    }

    @Test
    void theNumberOfThreadsChangesNothing() throws ProblemException {
        SearchView one = search(1, Optional.empty()).run(view -> {}, new Cancellation());
        assertThat(one.found()).isEqualTo(whole.found());
        assertThat(one.dots()).isEqualTo(whole.dots());
    }

    @Test
    void aSearchThatWasStoppedGoesOnAndFindsTheSame() throws ProblemException {
        Cancellation stop = new Cancellation();
        List<SearchView> views = new ArrayList<>();
        SearchView some =
                search(2, Optional.of(folder))
                        .run(
                                view -> {
                                    views.add(view);
                                    if (view.counts().givenUp() > 0) {
                                        stop.cancel();
                                    }
                                },
                                stop);
        assertThat(found(some).end()).isEqualTo(Found.End.STOPPED);
        assertThat(found(some).winner()).isPresent();
        assertThat(found(some).winner().get().checked()).isEmpty();
        assertThat(views).isNotEmpty();
        Search rest = search(1, Optional.of(folder));
        assertThat(rest.resumes()).isTrue();
        SearchView end = rest.run(view -> {}, new Cancellation());
        assertThat(end.found()).isEqualTo(whole.found());
        assertThat(end.dots()).isEqualTo(whole.dots());
    }

    @Test
    void runningTheWinnerAgainGivesTheVeryNumbers() throws ProblemException {
        for (FoundPoint one : found(whole).front()) {
            Point point = one.chosen();
            Settings settings = FoundFiles.settings(query(2), point);
            assertThat(settings.timesteps()).isEqualTo(point.timesteps());
            Prepared prepared =
                    Prepared.of(digits.model(), digits.calibration(), settings, new Cancellation());
            RunSnapshot run =
                    new RunJob(prepared, digits.test())
                            .run(tally -> {}, new Cancellation())
                            .read(Reading.from(point.readFrom()));
            Checked checked = one.checked().orElseThrow();
            assertThat(checked.accuracy()).isEqualTo(run.accuracy(point.timesteps()));
            assertThat(checked.cnnAccuracy()).isEqualTo(run.cnnAccuracy());
            assertThat(checked.costs().energyRatio())
                    .isEqualTo(run.energyRatio(Accounting.STANDARD));
            assertThat(checked.costs().spikes()).isEqualTo(run.spikesPerImage());
            assertThat(checked.costs().synOps()).isEqualTo(run.cost().synOps());
        }
    }

    private static Query early(int threads) {
        return with(Axes.EXIT, query(threads).goal(), threads);
    }

    private static Query with(Axis another, Goal goal, int threads) {
        Query query = query(threads);
        List<Axis> axes = new ArrayList<>(query.axes());
        axes.add(another);
        return new Query(
                query.base(),
                goal,
                query.within(),
                query.mostTimesteps(),
                axes,
                query.seed(),
                query.budget(),
                query.accounting(),
                threads);
    }

    private static SearchView early(int threads, Optional<Path> folder) throws ProblemException {
        return new Search(digits, early(threads), folder, false, PLAN)
                .run(view -> {}, new Cancellation());
    }

    @Test
    void imagesThatAreAnsweredEarlyGiveTheVeryNumbersAgain() throws ProblemException {
        Found found = found(early(2, Optional.empty()));
        assertThat(found.winner().orElseThrow().chosen().costs().energyRatio())
                .isLessThanOrEqualTo(
                        found(whole).winner().orElseThrow().chosen().costs().energyRatio());
        List<FoundPoint> exits =
                found.front().stream().filter(one -> one.chosen().reading().endsEarly()).toList();
        assertThat(exits).anyMatch(one -> one.costs().timesteps() < one.chosen().timesteps());
        for (FoundPoint one : exits) {
            Point point = one.chosen();
            Settings settings = FoundFiles.settings(early(2), point);
            assertThat(settings.reading()).isEqualTo(point.reading());
            Prepared prepared =
                    Prepared.of(digits.model(), digits.calibration(), settings, new Cancellation());
            Reading reading =
                    ReadingBasis.decided(
                            prepared, digits.calibration(), count -> {}, new Cancellation());
            RunSnapshot run =
                    new RunJob(prepared, digits.test())
                            .run(tally -> {}, new Cancellation())
                            .read(reading);
            Checked checked = one.checked().orElseThrow();
            assertThat(checked.accuracy()).isEqualTo(run.accuracy(point.timesteps()));
            assertThat(checked.costs().timesteps()).isEqualTo(run.meanTimesteps(point.timesteps()));
            assertThat(checked.costs().energyRatio())
                    .isEqualTo(run.energyRatio(Accounting.STANDARD));
            assertThat(checked.costs().spikes()).isEqualTo(run.spikesPerImage());
            assertThat(checked.costs().synOps()).isEqualTo(run.synOps());
        }
        FoundFiles files = new FoundFiles(digits, early(2), early(1, Optional.of(folder)));
        assertThat(files.json().get("front").findValuesAsText("command"))
                .anyMatch(command -> command.contains("--early-exit"));
        assertThat(found(early(1, Optional.of(folder)))).isEqualTo(found);
    }

    private static Found waiting(Goal goal, int threads, Optional<Path> folder)
            throws ProblemException {
        Query query = with(Axes.SCHEDULE, goal, threads);
        Plan plan =
                new Plan(
                        4,
                        6,
                        20,
                        new int[] {8, 20, Integer.MAX_VALUE},
                        new int[] {10, 6},
                        new int[] {4, 2},
                        1,
                        2,
                        6);
        return found(
                new Search(digits, query, folder, false, plan).run(view -> {}, new Cancellation()));
    }

    @Test
    void layersThatWaitGiveTheVeryNumbersOfARun() throws Exception {
        Query query = with(Axes.SCHEDULE, Goal.ENERGY, 2);
        Found found = waiting(Goal.ENERGY, 2, Optional.of(folder));
        assertThat(found.winners())
                .extracting(one -> one.chosen().setting().machine())
                .doesNotHaveDuplicates()
                .hasSize(5);
        List<FoundPoint> waiting =
                found.front().stream().filter(one -> one.chosen().setting().waits()).toList();
        assertThat(waiting).hasSizeGreaterThan(2);
        for (FoundPoint one : waiting) {
            Point point = one.chosen();
            Settings settings = FoundFiles.settings(query, point);
            assertThat(settings.schedule()).isEqualTo(Schedule.SYNCHRONOUS);
            Prepared prepared =
                    Prepared.of(digits.model(), digits.calibration(), settings, new Cancellation());
            RunSnapshot run =
                    ImageJob.of(prepared, digits.test(), List.of())
                            .run(tally -> {}, new Cancellation());
            Checked checked = one.checked().orElseThrow();
            int t = point.timesteps();
            assertThat(checked.accuracy())
                    .isEqualTo(run.accuracy(t))
                    .isEqualTo(
                            ClosedFormAccuracy.at(prepared, digits.test(), t, new Cancellation()));
            assertThat(checked.cnnAccuracy()).isEqualTo(run.cnnAccuracy());
            assertThat(checked.costs().energyRatio())
                    .isEqualTo(run.energyRatio(Accounting.STANDARD));
            assertThat(checked.costs().spikes()).isEqualTo(run.spikesPerImage());
            assertThat(checked.costs().synOps()).isEqualTo(run.synOps());
            assertThat(point.latency()).isEqualTo(prepared.network().depth() * t);
            assertThat(checked.costs().timesteps()).isEqualTo(point.latency());
        }
        JsonNode state = new ObjectMapper().readTree(folder.resolve(RecordsFile.NAME).toFile());
        assertThat(state.get("screened").findValues("schedule"))
                .as("the closed form is the machine: it rules nothing out")
                .isEmpty();
        assertThat(state.get("trials").findValuesAsText("schedule"))
                .isNotEmpty()
                .containsOnly("synchronous");
        assertThat(waiting(Goal.ENERGY, 1, Optional.of(folder))).isEqualTo(found);
        assertThat(waiting(Goal.ENERGY, 1, Optional.empty())).isEqualTo(found);
    }

    @Test
    void onImagesToChooseOnLayersThatWaitAreRunToEachT() throws ProblemException {
        Query query = with(Axes.SCHEDULE, Goal.ENERGY, 1);
        Settings settings = Settings.standard().withThreads(1);
        Split split = Split.of(digits, 1);
        Truth truth = Truth.of(digits.model().cnn(), split.choose(), 1, new Cancellation());
        Laboratory laboratory = new Laboratory(digits.model(), split, query, settings, truth);
        Candidate setting =
                Candidate.free(
                                ConversionOptions.ecc()
                                        .with(ConversionOptions.LAMBDA_PERCENTILE, 99))
                        .with(Schedule.SYNCHRONOUS);
        List<Trial> trials = new ArrayList<>();
        laboratory.run(
                List.of(new Laboratory.Order(setting, 0, 40, 6)), trials::add, new Cancellation());
        for (int t = 1; t <= 6; t++) {
            Prepared prepared = laboratory.prepared(setting, t, new Cancellation());
            RunSnapshot run =
                    ImageJob.of(prepared, split.choose().limit(40), List.of())
                            .run(tally -> {}, new Cancellation());
            Point point = trials.getFirst().point(0, t, truth);
            assertThat(point.accuracy()).isEqualTo(run.accuracy(t));
            assertThat(point.costs().timesteps()).isEqualTo(3 * t);
            assertThat(point.costs().spikes()).isCloseTo(run.spikesPerImage(), within(CLOSE));
            assertThat(point.costs().synOps()).isCloseTo(run.synOps(), within(CLOSE));
            assertThat(point.costs().energyRatio())
                    .isCloseTo(run.energyRatio(Accounting.STANDARD), within(CLOSE));
        }
    }

    @Test
    void asTimestepsAllThatLayersWaitForCount() throws ProblemException {
        Found found = waiting(Goal.TIMESTEPS, 2, Optional.empty());
        assertThat(found.winner().orElseThrow().chosen().setting().waits()).isFalse();
        assertThat(found.front()).extracting(one -> one.chosen().costs().timesteps()).isSorted();
        assertThat(found.front())
                .filteredOn(one -> one.chosen().setting().waits())
                .isNotEmpty()
                .allMatch(one -> one.costs().timesteps() == 3 * one.chosen().timesteps());
    }

    @Test
    void whatWaitingBuysIsExplained() throws ProblemException {
        Point point =
                waiting(Goal.ENERGY, 2, Optional.empty()).front().stream()
                        .map(FoundPoint::chosen)
                        .filter(one -> one.setting().waits())
                        .findFirst()
                        .orElseThrow();
        Query query = with(Axes.SCHEDULE, Goal.ENERGY, 2);
        List<Without> parts = Explanation.of(digits, query, point, new Cancellation());
        assertThat(parts)
                .allSatisfy(part -> {
                    assertThat(part.with().setting()).isEqualTo(point.setting());
                    assertThat(part.with().costs()).isEqualTo(point.costs());
                    assertThat(part.with().right()).isEqualTo(point.right());
                });
        Without free =
                parts.stream()
                        .filter(part -> part.axis().equals(Axes.SCHEDULE))
                        .findFirst()
                        .orElseThrow();
        assertThat(free.setting()).isEqualTo(point.setting().with(Schedule.FREE));
        assertThat(free.without().costs().timesteps()).isEqualTo(point.timesteps());
    }

    @Test
    void whatAnEarlyExitBuysIsExplained() throws ProblemException {
        Point point =
                found(early(2, Optional.empty())).front().stream()
                        .map(FoundPoint::chosen)
                        .filter(one -> one.reading().endsEarly())
                        .findFirst()
                        .orElseThrow();
        List<Without> parts = Explanation.of(digits, early(2), point, new Cancellation());
        assertThat(parts).allSatisfy(part -> assertThat(part.with()).isEqualTo(point));
        assertThat(parts.getLast().axis()).isEqualTo(Axes.EXIT);
        assertThat(parts.getLast().without().reading())
                .isEqualTo(point.reading().withEpsilon(ReadingChoice.OFF));
        assertThat(parts.getLast().without().costs().energyRatio())
                .isGreaterThan(point.costs().energyRatio());
    }

    @Test
    void withoutLabelsItChoosesByAgreement() throws ProblemException {
        LabelledImages with = digits.calibration();
        LabelledImages without =
                new LabelledImages(
                        with.name(),
                        with.shape(),
                        with.pixels(),
                        new int[0],
                        List.of(),
                        with.bytes());
        Experiment unlabelled = withCalibration(digits, without);
        SearchView end =
                new Search(unlabelled, query(2), Optional.empty(), false, PLAN)
                        .run(view -> {}, new Cancellation());
        assertThat(found(end).counts().labelled()).isFalse();
        assertThat(found(end).counts().cnnAccuracy()).isEqualTo(1);
        assertThat(found(end).reached()).isTrue();
    }

    @Test
    void imagesThatAreTestedCannotBeChosenOn() {
        Experiment same =
                new Experiment(
                        digits.model(),
                        digits.test(),
                        digits.test(),
                        digits.dataSource(),
                        digits.dataSource(),
                        List.of(),
                        List.of(),
                        List.of());
        assertThatThrownBy(() -> new Search(same, query(1), Optional.empty(), false, PLAN))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("--calibration");
    }

    @Test
    void fewImagesCannotBeChosenOn() {
        Experiment few = withCalibration(digits, digits.calibration().limit(Split.FEWEST - 1));
        assertThatThrownBy(() -> new Search(few, query(1), Optional.empty(), false, PLAN))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("19")
                .hasMessageContaining("20");
    }

    @Test
    void aFolderOfAnotherSearchIsRefused() throws Exception {
        search(2, Optional.of(folder)).run(view -> {}, stopped());
        Query other =
                new Query(
                        ConversionOptions.ecc(),
                        Goal.ENERGY,
                        2,
                        16,
                        query(1).axes(),
                        7,
                        Optional.empty(),
                        Accounting.STANDARD,
                        1);
        assertThatThrownBy(() -> new Search(digits, other, Optional.of(folder), false, PLAN))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("another search");
        assertThat(new Search(digits, other, Optional.of(folder), true, PLAN).resumes()).isFalse();
        Files.writeString(folder.resolve(RecordsFile.NAME), "{\"schema\":");
        assertThatThrownBy(() -> search(1, Optional.of(folder)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(RecordsFile.NAME);
    }

    private static Cancellation stopped() {
        Cancellation stop = new Cancellation();
        stop.cancel();
        return stop;
    }

    @Test
    void whatIsStoppedAtOnceHasFoundNothing() throws ProblemException {
        SearchView end = search(1, Optional.empty()).run(view -> {}, stopped());
        assertThat(found(end).winner()).isEmpty();
        assertThat(found(end).end()).isEqualTo(Found.End.STOPPED);
        assertThat(end.dots()).isEmpty();
    }
}
