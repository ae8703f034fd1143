package org.eccexplorer.app.sweep.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eccexplorer.Resources;
import org.eccexplorer.app.open.FilesToOpen;
import org.eccexplorer.app.sweep.folder.Shard;
import org.eccexplorer.app.sweep.folder.Sweep;
import org.eccexplorer.app.sweep.plan.PlanReader;
import org.eccexplorer.app.sweep.plan.SweepPlan;
import org.eccexplorer.app.sweep.run.Survey;
import org.eccexplorer.app.sweep.run.ThreadEngine;
import org.eccexplorer.app.sweep.run.Workplace;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A small sweep of the bundled digits, and what is left of it where parts are damaged or gone. */
class SweepResultsTest {
    private static final Path GOLDEN = Resources.path("sweep");

    @TempDir private Path folder = Path.of("");

    private void copy() throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(String.valueOf(file.getFileName())));
            }
        }
    }

    private void change(String file, String from, String to) throws IOException {
        Path changed = folder.resolve(file);
        Files.writeString(changed, Files.readString(changed).replace(from, to));
    }

    private static Problem refused(Path place) {
        return catchThrowableOfType(ProblemException.class, () -> SweepResults.read(place))
                .problems()
                .getFirst();
    }

    @Test
    void aFolderHasRunsWithTheirResultsAndWhatFailed() throws ProblemException {
        SweepResults results = SweepResults.read(GOLDEN);
        assertThat(results.runs()).hasSize(8);
        assertThat(results.missing()).isZero();
        assertThat(results.varied()).containsExactly("techniques", "lambda", "theta");
        SweepRun first = results.runs().getFirst();
        assertThat(first.value("theta")).isEqualTo("0");
        assertThat(first.command()).startsWith("./ecc run --sample digits --limit 30");
        assertThat(first.points()).extracting(SweepPoint::t).containsExactly(2, 4, 8);
        SweepPoint last = first.last();
        assertThat(last.images()).isEqualTo(30);
        assertThat(last.accuracy()).isEqualTo(14 / 30.0);
        assertThat(last.low()).isEqualTo(0.30232388907699753);
        assertThat(last.energyRatio()).isEqualTo(0.4898562444748051);
        assertThat(results.failed()).hasSize(1);
        FailedRun failed = results.failed().getFirst();
        assertThat(failed.problem().where()).isEqualTo("--read-from");
        assertThat(failed.run().value("read-from")).isEqualTo("8");
        assertThat(results.variedOfAll()).contains("read-from");
    }

    @Test
    void aTableLeadsToItsFolder() throws ProblemException {
        assertThat(SweepResults.read(GOLDEN.resolve("sweep.csv")).runs()).hasSize(8);
        for (String name : List.of("", "sweep.csv", "failures.csv", "sweep.json")) {
            assertThat(FilesToOpen.of(List.of(GOLDEN.resolve(name))).sweep()).isPresent();
        }
    }

    @Test
    void aFolderWithoutSweepIsNone() throws ProblemException {
        assertThat(FilesToOpen.of(List.of(folder)).sweep()).isEmpty();
        assertThat(refused(folder).kind()).isEqualTo(Problem.Kind.UNREADABLE);
    }

    @ParameterizedTest
    @CsvSource({
        "sweep.csv, energyRatio, ratio, energyRatio",
        "sweep.csv, 'none,8,30', 'none,0,30', \"0\"",
        "sweep.csv, 'none,8,30', 'none,8,', images",
        "sweep.csv, 0.13333333333333333, much, \"much\"",
        "sweep.csv, ',digits,,,', ',digits,,', 60 cells",
        "failures.csv, 'from\",', 'from,', never closed",
        "failures.csv, USAGE, ODD, ODD",
        "sweep.json, digits, figures, figures"
    })
    void whatIsDamagedIsRefusedWithItsPlace(String file, String from, String to, String said)
            throws IOException {
        copy();
        change(file, from, to);
        Problem problem = refused(folder);
        assertThat(problem.kind()).isEqualTo(Problem.Kind.CORRUPT);
        assertThat(problem.where()).contains(file);
        assertThat(problem.message()).contains(said);
        assertThat(problem.remedy()).isNotEmpty();
    }

    @Test
    void aSweepThatHasNotBegunHasNoRuns() throws IOException, ProblemException {
        copy();
        Files.delete(folder.resolve("sweep.csv"));
        Files.delete(folder.resolve("failures.csv"));
        SweepResults results = SweepResults.read(folder);
        assertThat(results.runs()).isEmpty();
        assertThat(results.missing()).isEqualTo(9);
    }

    @Test
    void runsThatEndedSinceTheTableWasWrittenAreThere() throws IOException, ProblemException {
        SweepPlan plan =
                PlanReader.read(
                        "p.yaml",
                        "models: [digits]\nimages: 3\ntimesteps: 2\n"
                                + "settings: {theta: [0, 0.5], techniques: [none, cn]}",
                        folder);
        Workplace workplace = new Workplace();
        Survey survey = Survey.of(plan, workplace, new Cancellation());
        new Sweep(plan, survey, Shard.WHOLE, folder, false)
                .run(new ThreadEngine(1, workplace), progress -> {}, new Cancellation());
        SweepResults whole = SweepResults.read(folder);
        assertThat(whole.runs()).hasSize(4);
        Path table = folder.resolve("sweep.csv");
        List<String> lines = Files.readAllLines(table);
        String gone = whole.runs().get(1).task();
        Files.write(table, lines.stream().filter(line -> !line.startsWith(gone)).toList());
        List<String> tasks = whole.runs().stream().map(SweepRun::task).toList();
        assertThat(SweepResults.read(folder).runs())
                .extracting(SweepRun::task)
                .containsExactly(tasks.get(0), tasks.get(2), tasks.get(3), gone);
        Files.delete(table);
        SweepResults files = SweepResults.read(folder);
        assertThat(files.runs()).extracting(SweepRun::task).isEqualTo(tasks);
        assertThat(files.runs())
                .extracting(SweepRun::points)
                .isEqualTo(whole.runs().stream().map(SweepRun::points).toList());
        SweepRun run = files.runs().getLast();
        RunOpening opening = RunOpening.of(files, run, new Cancellation());
        assertThat(opening.experiment().test().count()).isEqualTo(3);
        assertThat(opening.settings().withThreads(1)).isEqualTo(plan.task(3).settings());
    }

    @Test
    void aModelThatIsAnotherNowIsNotOpened() throws IOException, ProblemException {
        copy();
        change("sweep.json", "932ae7f7", "00000000");
        SweepResults results = SweepResults.read(folder);
        Problem problem =
                catchThrowableOfType(
                                ProblemException.class,
                                () ->
                                        RunOpening.of(
                                                results,
                                                results.runs().getFirst(),
                                                new Cancellation()))
                        .problems()
                        .getFirst();
        assertThat(problem.kind()).isEqualTo(Problem.Kind.CORRUPT);
        assertThat(problem.why()).isEqualTo("the model is another one now");
    }
}
