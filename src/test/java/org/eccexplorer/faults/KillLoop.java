package org.eccexplorer.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.eccexplorer.app.live.RunExport;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.app.session.Preferences;
import org.eccexplorer.app.session.PreferencesFile;
import org.eccexplorer.app.session.SessionFile;
import org.eccexplorer.app.session.SessionState;
import org.eccexplorer.export.Outcome;
import org.eccexplorer.export.RunFiles;
import org.eccexplorer.export.RunReport;
import org.eccexplorer.export.RunTimes;
import org.eccexplorer.figures.SmallRuns;
import org.eccexplorer.files.HostSystem;
import org.eccexplorer.files.ResultFolder;
import org.eccexplorer.measure.energy.InputMacs;
import org.eccexplorer.problem.ProblemException;

/**
 * {@code ecc kill [KILLS [SEED]]}: kills a process that writes sessions, preferences and results at
 * a random moment, again and again; every third is stopped before, as by a suspended machine. What
 * is left has to be whole each time, and no results of two runs together.
 */
public final class KillLoop {
    private static final int MOST_MILLISECONDS = 1_500;

    private final Path folder;
    private final List<Map<String, byte[]>> valid;
    private int withResults;

    private KillLoop(Path folder, List<Map<String, byte[]>> valid) {
        this.folder = folder;
        this.valid = valid;
    }

    /** Leaves with 1 where something was found. */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 2 && arguments[0].equals("writer")) {
            new Writer().forEver(Path.of(arguments[1]));
        }
        int kills = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
        Path parent = Files.createTempDirectory("ecc-kill");
        Writer writer = new Writer();
        Path folder = parent.resolve("loop");
        writer.write(folder, 0);
        Map<String, byte[]> even = Contents.of(folder);
        writer.write(folder, 1);
        Map<String, byte[]> odd = Contents.of(folder);
        KillLoop loop = new KillLoop(folder, List.of(even, odd));
        Random random = new Random(seed);
        long start = System.nanoTime();
        for (int kill = 1; kill <= kills; kill++) {
            loop.kill(random.nextInt(MOST_MILLISECONDS), kill % 3 == 0);
        }
        writer.write(folder, 0);
        if (!Contents.same(Contents.of(folder), even)) {
            throw new IllegalStateException("files were left: " + Contents.of(folder).keySet());
        }
        System.out.printf(
                "%d kills, %d s: every file whole; %d times with the results of one run, %d times"
                        + " with none; nothing left after the next write%n",
                kills,
                (System.nanoTime() - start) / 1_000_000_000,
                loop.withResults,
                kills - loop.withResults);
        System.exit(0);
    }

    private void kill(int milliseconds, boolean stopped) throws IOException, InterruptedException {
        Process writer =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "--add-modules=jdk.incubator.vector",
                                "-Decc.home=" + System.getProperty("ecc.home", "."),
                                "-cp",
                                System.getProperty("java.class.path"),
                                KillLoop.class.getName(),
                                "writer",
                                folder.toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try (BufferedReader ready = writer.inputReader()) {
            if (ready.readLine() == null) {
                throw new IllegalStateException("the writer did not begin");
            }
            TimeUnit.MILLISECONDS.sleep(milliseconds);
            if (stopped && HostSystem.current() != HostSystem.WINDOWS) {
                new ProcessBuilder("kill", "-STOP", String.valueOf(writer.pid())).start().waitFor();
                judge();
            }
        } finally {
            writer.destroyForcibly().waitFor();
        }
        withResults += judge() ? 1 : 0;
    }

    /** Whether there are results. */
    private boolean judge() throws IOException {
        Map<String, byte[]> left = Contents.of(folder);
        left.keySet().removeIf(Contents::isHidden);
        left.forEach((name, bytes) -> {
            if (valid.stream().noneMatch(state -> Arrays.equals(state.get(name), bytes))) {
                throw new IllegalStateException(name + " is not whole: " + folder);
            }
        });
        byte[] proof = left.get("results/" + RunFiles.RUN);
        boolean mixed =
                proof != null
                        && valid.stream()
                                .filter(state ->
                                        Arrays.equals(state.get("results/" + RunFiles.RUN), proof))
                                .noneMatch(state -> areOf(state, left));
        if (mixed) {
            throw new IllegalStateException("results of two runs are mixed: " + folder);
        }
        return proof != null;
    }

    private static boolean areOf(Map<String, byte[]> state, Map<String, byte[]> left) {
        return state.entrySet().stream()
                .filter(file -> file.getKey().startsWith("results/"))
                .allMatch(file -> Arrays.equals(file.getValue(), left.get(file.getKey())));
    }

    /** Writes one of two states, the same bytes in every process. */
    private static final class Writer {
        private final List<RunReport> reports;
        private final List<SessionState> sessions;

        Writer() throws ProblemException {
            SmallRuns runs = SmallRuns.digits();
            Settings settings = SmallRuns.settings(given -> given);
            reports = List.of(report(runs, settings), report(runs, settings.withTimesteps(16)));
            Experiment experiment = runs.experiment();
            sessions =
                    List.of(
                            SessionState.of(experiment, settings, Set.of()),
                            SessionState.of(experiment, settings.withTimesteps(16), Set.of()));
        }

        private static RunReport report(SmallRuns runs, Settings settings) throws ProblemException {
            RunReport measured =
                    RunExport.report(
                            runs.experiment(), runs.run(0, settings), "ecc run", InputMacs.ONCE);
            Outcome outcome = measured.outcome();
            RunTimes always = new RunTimes(0.2, OptionalDouble.empty(), OptionalDouble.of(0.1));
            return new RunReport(
                    measured.source(),
                    measured.labelled(),
                    measured.command(),
                    measured.seed(),
                    measured.options(),
                    measured.network(),
                    measured.conversion(),
                    measured.cnnStages(),
                    measured.variant(),
                    measured.inputMacs(),
                    measured.reading(),
                    measured.schedule(),
                    new Outcome(
                            outcome.mode(),
                            outcome.at(),
                            outcome.result(),
                            outcome.closedForm(),
                            always));
        }

        void write(Path folder, int state) throws ProblemException {
            PreferencesFile.write(
                    folder.resolve("p.json"), Preferences.standard().withTextPercent(100 + state));
            SessionFile.write(folder.resolve("s.eccx"), sessions.get(state));
            Path results = folder.resolve("results");
            try (ResultFolder claimed = ResultFolder.claim(results, RunFiles.RUN, true)) {
                claimed.begin();
                RunFiles.write(results, reports.get(state));
            }
        }

        void forEver(Path folder) throws ProblemException {
            System.out.println("ready");
            for (int i = 0; ; i++) {
                write(folder, i % 2);
            }
        }
    }
}
