package org.eccexplorer.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.eccexplorer.Resources;
import org.eccexplorer.app.live.RunExport;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.app.session.Preferences;
import org.eccexplorer.app.session.PreferencesFile;
import org.eccexplorer.app.session.Recovery;
import org.eccexplorer.app.session.SessionFile;
import org.eccexplorer.app.session.SessionState;
import org.eccexplorer.export.NetworkFiles;
import org.eccexplorer.export.RunFiles;
import org.eccexplorer.export.RunReport;
import org.eccexplorer.figures.SmallRuns;
import org.eccexplorer.files.AtomicFile;
import org.eccexplorer.files.ResultFolder;
import org.eccexplorer.measure.energy.InputMacs;
import org.eccexplorer.plot.Axis;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.Series;
import org.eccexplorer.plot.Tint;
import org.eccexplorer.plot.ValueAxis;
import org.eccexplorer.plot.file.ChartFile;
import org.eccexplorer.plot.file.FigureStyle;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every operation on files fails once: what was there stays whole, or what is new is. */
class FaultLoopTest {
    @TempDir private Path folder;

    private static SessionState session(int timesteps) throws ProblemException {
        Settings settings = Settings.standard().withTimesteps(timesteps);
        return SessionState.of(Experiment.sample("digits", 2), settings, Set.of());
    }

    private static FaultLoop.Act text(String text) {
        return in ->
                AtomicFile.write(
                        in.resolve("a.txt"),
                        out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aFile() throws Exception {
        int failures = new FaultLoop(folder, text("old")).run(text("new"));
        assertThat(failures).isGreaterThan(20);
        new FaultLoop(folder, nothing -> {}).run(text("new"));
    }

    /** The very loop notices a writer that is none. */
    @Test
    void theLoopNoticesAFileWrittenInPlace() {
        FaultLoop.Act old = in -> Files.writeString(in.resolve("a.txt"), "old");
        FaultLoop.Act careless =
                in -> {
                    try {
                        Files.writeString(in.resolve("a.txt"), "new and longer");
                    } catch (IOException e) {
                        throw new ProblemException(
                                Problem.Kind.UNWRITABLE, "a.txt", "what", "why", "remedy");
                    }
                };
        assertThat(catchThrowable(() -> new FaultLoop(folder, old).run(careless)))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void preferences() throws Exception {
        Preferences old = Preferences.standard();
        Preferences fresh = old.withTextPercent(150);
        FaultLoop.Act write = in -> PreferencesFile.write(in.resolve("own").resolve("p.json"), old);
        new FaultLoop(folder, nothing -> {}).run(write);
        new FaultLoop(folder, write)
                .run(in -> PreferencesFile.write(in.resolve("own").resolve("p.json"), fresh));
    }

    @ParameterizedTest
    @ValueSource(strings = {"svg", "png", "csv"})
    void aChart(String ending) throws Exception {
        FaultLoop.Act write =
                in -> ChartFile.write(in.resolve("c." + ending), chart(), FigureStyle.STANDARD);
        new FaultLoop(folder, nothing -> {}).run(write);
    }

    private static Chart chart() {
        return new Chart.Lines(
                "Accuracy",
                "",
                Axis.timesteps(3),
                ValueAxis.shares("accuracy, %"),
                List.of(
                        Series.line(
                                "ECC",
                                Tint.run(0),
                                new double[] {1, 2, 3},
                                new double[] {0.1, 0.5, 0.9})),
                List.of(),
                1);
    }

    @Test
    void aSession() throws Exception {
        SessionState old = session(8);
        SessionState fresh = session(9);
        int failures =
                new FaultLoop(folder, in -> SessionFile.write(in.resolve("s.eccx"), old))
                        .run(in -> SessionFile.write(in.resolve("s.eccx"), fresh));
        assertThat(failures).isGreaterThan(20);
    }

    @Test
    void aSessionOverAnOlderOne() throws Exception {
        Path older = Resources.path("frozen/session-digits.eccx");
        SessionState fresh = session(9);
        new FaultLoop(folder, in -> Files.copy(older, in.resolve("s.eccx")))
                .orMiddle(in -> {
                    Files.copy(older, in.resolve("s.eccx"));
                    Files.copy(older, in.resolve("s.eccx.v2.bak"));
                })
                .run(in -> SessionFile.write(in.resolve("s.eccx"), fresh));
    }

    @Test
    void recovery() throws Exception {
        SessionState first = session(8);
        SessionState second = session(9);
        new FaultLoop(folder, nothing -> {})
                .orMiddle(in -> new Recovery(in.resolve("recovery")).save(first))
                .run(in -> {
                    Recovery recovery = new Recovery(in.resolve("recovery"));
                    recovery.save(first);
                    recovery.save(second);
                });
    }

    @Test
    void results() throws Exception {
        SmallRuns runs = SmallRuns.digits();
        RunReport old = report(runs, runs.run(0, given -> given));
        RunReport fresh =
                report(runs, runs.run(1, SmallRuns.settings(given -> given).withTimesteps(16)));
        new FaultLoop(folder, in -> write(in, old))
                .provenBy(RunFiles.RUN)
                .every(7)
                .run(in -> write(in, fresh));
    }

    private static RunReport report(SmallRuns runs, RunState run) {
        return RunExport.report(runs.experiment(), run, "ecc run", InputMacs.ONCE);
    }

    private static void write(Path folder, RunReport report) throws ProblemException {
        try (ResultFolder claimed = ResultFolder.claim(folder, RunFiles.RUN, true)) {
            claimed.begin();
            RunFiles.write(folder, report);
        }
    }

    @Test
    void anExportedNetwork() throws Exception {
        SmallRuns runs = SmallRuns.digits();
        var network = runs.run(0, given -> given).prepared().orElseThrow().network();
        var images = runs.experiment().test();
        new FaultLoop(folder, nothing -> {})
                .provenBy(NetworkFiles.NETWORK)
                .every(3)
                .run(in -> {
                    try (ResultFolder claimed =
                            ResultFolder.claim(in, NetworkFiles.NETWORK, false)) {
                        claimed.begin();
                        NetworkFiles.write(in, network, images);
                    }
                });
    }
}
