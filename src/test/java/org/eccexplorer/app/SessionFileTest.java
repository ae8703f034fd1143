package org.eccexplorer.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionFileTest {
    @TempDir private Path folder = Path.of("");

    private static List<RunState> run(Experiment experiment, Settings... settings)
            throws InterruptedException {
        ConcurrentHashMap<Integer, RunState> states = new ConcurrentHashMap<>();
        try (LiveRuns live = new LiveRuns(experiment, 0, s -> states.put(s.id(), s), e -> {})) {
            for (Settings one : settings) {
                live.queue(one);
            }
            for (int i = 0; i < 1000; i++) {
                boolean done =
                        states.size() == settings.length
                                && states.values().stream().noneMatch(RunState::isActive);
                if (done) {
                    return new ArrayList<>(states.values());
                }
                TimeUnit.MILLISECONDS.sleep(20);
            }
        }
        throw new AssertionError("the runs do not end");
    }

    @Test
    void whatIsSavedComesBack() throws Exception {
        Experiment experiment = Experiment.sample("fashion-mnist", 12);
        Settings ecc = Settings.standard().withTimesteps(16);
        Settings other =
                ecc.with(o -> {
                    o.residualElimination = false;
                    o.lambdaScope = ConversionOptions.LambdaScope.CHANNEL;
                });
        List<RunState> runs = run(experiment, ecc, other);
        Path file = folder.resolve("session.eccx");
        SessionFile.write(
                file,
                new SessionFile.State(
                        experiment,
                        other,
                        Set.of(Part.RUNS),
                        List.of(runs.get(0).named("mine"), runs.get(1))));

        SessionFile.State opened = SessionFile.read(file);
        assertThat(opened.settings()).isEqualTo(other);
        assertThat(opened.experiment().test().count()).isEqualTo(12);
        assertThat(opened.experiment().classNames()).isEqualTo(experiment.classNames());
        assertThat(opened.runs())
                .extracting(RunState::name)
                .containsExactly("mine", "CN + CMB · λ per channel");
        for (int i = 0; i < 2; i++) {
            RunSnapshot before = runs.get(i).snapshot().orElseThrow();
            RunSnapshot after = opened.runs().get(i).snapshot().orElseThrow();
            assertThat(after).usingRecursiveComparison().isEqualTo(before);
            assertThat(opened.runs().get(i).settings()).isEqualTo(runs.get(i).settings());
            assertThat(opened.runs().get(i).closedForm()).isEqualTo(runs.get(i).closedForm());
            assertThat(opened.runs().get(i).network().orElseThrow().layers().getFirst().bias())
                    .isEqualTo(runs.get(i).network().orElseThrow().layers().getFirst().bias());
        }
    }

    @Test
    void otherFilesAreRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("a.eccx"), "not a session");
        assertThatThrownBy(() -> SessionFile.read(file))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e ->
                                assertThat(e.problems().getFirst().kind())
                                        .isEqualTo(Problem.Kind.CORRUPT));
        assertThatThrownBy(() -> SessionFile.read(folder.resolve("missing.eccx")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e ->
                                assertThat(e.problems().getFirst().kind())
                                        .isEqualTo(Problem.Kind.UNREADABLE));
    }

    @Test
    void anotherModelIsNoticed() throws Exception {
        Experiment experiment = Experiment.sample("fashion-mnist", 4);
        Path file = folder.resolve("session.eccx");
        SessionFile.write(
                file, new SessionFile.State(experiment, Settings.standard(), Set.of(), List.of()));
        String json;
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            json = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        String hash = experiment.model().model().sha256();
        ByteArrayOutputStream changed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(changed)) {
            out.write(
                    json.replace(hash, "0".repeat(hash.length())).getBytes(StandardCharsets.UTF_8));
        }
        Files.write(file, changed.toByteArray());
        assertThatThrownBy(() -> SessionFile.read(file))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("not the one of this session");
    }
}
