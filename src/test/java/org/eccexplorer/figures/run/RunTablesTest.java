package org.eccexplorer.figures.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.figures.SmallRuns;
import org.eccexplorer.figures.table.SavedTable;
import org.eccexplorer.figures.table.TableKind;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.measure.energy.Accounting;
import org.eccexplorer.measure.energy.EnergyModel;
import org.eccexplorer.measure.energy.InputMacs;
import org.eccexplorer.measure.layer.LayerMeasures;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Numbers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the table of runs and the comparison are outside the program. */
class RunTablesTest {
    private static final String HEADER =
            "run,timesteps,images,imagesToDo,partial,T4,T8,T16,timestep,accuracy,accuracyAtEnd,"
                    + "cnnAccuracy,differencePoints,spikesPerImage,synOps,energyRatio,"
                    + "energyModel,inputMacsCounted,withinOnePointFrom";

    private static RunState ecc = SmallRuns.waiting(0);
    private static RunState partial = ecc;

    @TempDir private Path folder = Path.of("");

    @BeforeAll
    static void simulate() throws ProblemException {
        SmallRuns runs = SmallRuns.digits();
        ecc = runs.run(0, o -> o).named("a|b, \"c\"\n50 % of $x_1$");
        partial =
                runs.stoppedAfter(
                        1,
                        5,
                        SmallRuns.settings(
                                o -> o.with(ConversionOptions.CURRENT_NORMALISATION, false)));
    }

    private static SavedTable table(int t, RunState... runs) {
        return RunTables.runs(List.of(runs), t, Accounting.STANDARD, "digits");
    }

    private static List<String> cells(String line) {
        return Stream.of(line.split("\\|")).map(String::strip).filter(s -> !s.isEmpty()).toList();
    }

    @Test
    void csvHasARowPerRunWithAllDigits() {
        RunSnapshot done = partial.snapshot().orElseThrow();
        String csv = table(10, partial, SmallRuns.waiting(2)).text(TableKind.CSV);
        assertThat(csv.split("\r\n", -1))
                .containsExactly(
                        HEADER,
                        String.join(
                                ",",
                                "run 1,24," + done.images() + ",12,true",
                                "" + done.accuracy(4),
                                "" + done.accuracy(8),
                                "" + done.accuracy(16),
                                "10",
                                "" + done.accuracy(10),
                                "" + done.accuracy(24),
                                "" + done.cnnAccuracy(),
                                "" + 100 * (done.accuracy(10) - done.cnnAccuracy()),
                                "" + spikes(done, 10),
                                "" + done.synOpsUntil()[9],
                                "" + done.energyRatio(Accounting.STANDARD, 10),
                                "45nm,once",
                                done.withinFrom(0.01) == 0 ? "" : "" + done.withinFrom(0.01)),
                        "run 2,24,,,,,,,10,,,,,,,,45nm,once,",
                        "");
    }

    private static double spikes(RunSnapshot run, int until) {
        double sum = 0;
        for (int t = 0; t < until; t++) {
            for (LayerMeasures layer : run.layers()) {
                sum += layer.spikesPerStep()[t];
            }
        }
        return sum;
    }

    @Test
    void csvAndTabsKeepHostileNamesInTheirCell() {
        assertThat(table(24, ecc).text(TableKind.CSV))
                .startsWith(HEADER + "\r\n\"a|b, \"\"c\"\"\n50 % of $x_1$\",24,12,12,false,");
        List<String> lines = table(24, ecc).tabbed().lines().toList();
        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst()).isEqualTo(HEADER.replace(',', '\t'));
        assertThat(lines.getLast()).startsWith("a|b, \"c\" 50 % of $x_1$\t24\t12\t12\tfalse\t");
        assertThat(lines.getLast().split("\t", -1)).hasSameSizeAs(HEADER.split(","));
    }

    @Test
    void markdownSaysWhatTheWindowSaysWithUnitsAndPartialRunsInWords() {
        RunSnapshot done = partial.snapshot().orElseThrow();
        RunRow row =
                new RunRows()
                        .of(
                                List.of(partial),
                                TableSteps.of(List.of(partial), 24),
                                Accounting.STANDARD)
                        .getFirst();
        List<String> lines = table(24, partial).text(TableKind.MARKDOWN).lines().toList();
        assertThat(lines.getFirst())
                .isEqualTo(
                        "Runs of digits at t = 24. SNN and CNN: accuracy in % of n images."
                                + " Energy: 45 nm CMOS, float32, input MACs counted once.");
        assertThat(cells(lines.get(2)))
                .containsExactly(
                        "run",
                        "T",
                        "n",
                        "SNN at t = 4, %",
                        "SNN at t = 8, %",
                        "SNN at t = 16, %",
                        "SNN at t = 24, %",
                        "CNN, %",
                        "SNN − CNN, points",
                        "spikes per image",
                        "synaptic operations per image",
                        "energy ratio SNN / CNN",
                        "within 1 point from t");
        assertThat(cells(lines.get(4)))
                .startsWith("run 1", "24", done.images() + " of 12 (partial)")
                .contains(
                        Numbers.fixed(100 * done.cnnAccuracy(), 1),
                        row.text(RunRow.Column.DIFFERENCE),
                        row.text(RunRow.Column.SYN_OPS),
                        row.text(RunRow.Column.ENERGY))
                .hasSize(13);
    }

    @Test
    void theComparisonHasTheDifferenceAndTheErrorsOfLayers() {
        SavedTable table =
                RunTables.comparison(
                        ecc,
                        partial,
                        24,
                        new Accounting(EnergyModel.LOIHI, InputMacs.EVERY_TIMESTEP),
                        "digits");
        List<String> lines = table.tabbed().lines().toList();
        List<LayerMeasures> layers = ecc.snapshot().orElseThrow().layers();
        assertThat(lines).hasSize(4);
        assertThat(lines.getFirst())
                .startsWith("side\trun\t")
                .endsWith("\terror:" + layers.getLast().name());
        double a = layers.getLast().error().total().meanAbsolute();
        double b =
                partial.snapshot().orElseThrow().layers().getLast().error().total().meanAbsolute();
        assertThat(lines.get(1)).startsWith("A\t").endsWith("\t" + a);
        assertThat(lines.get(2))
                .startsWith("B\trun 1\t24\t" + partial.images() + "\t12\ttrue\t")
                .endsWith("\t" + b);
        // Accuracies and errors of different numbers of images are not subtracted.
        assertThat(lines.get(3))
                .startsWith("A-B\tA − B\t\t\t\t\t\t\t\t24\t\t\t\t\t")
                .contains("\tloihi\teveryTimestep\t")
                .endsWith("\t".repeat(layers.size()));
        List<String> markdown = table.text(TableKind.MARKDOWN).lines().toList();
        assertThat(markdown.get(2)).endsWith(" A − B |").contains(" B: run 1 |");
        assertThat(markdown).anyMatch(line -> line.matches("\\| n +\\| +12 \\|.*partial.*"));
        assertThat(markdown)
                .anyMatch(line ->
                        line.endsWith("B: run 1 (T = 24, n = " + partial.images() + " of 12).")
                                && line.startsWith(
                                        "Mean error of each layer, \\|SNN − CNN\\| in % of λ. A: "));
        assertThat(cells(markdown.getLast()))
                .containsExactly(
                        layers.getLast().name().replace("_", "\\_"),
                        Numbers.fixed(100 * a, 2),
                        Numbers.fixed(100 * b, 2),
                        Numbers.NONE);
        assertThat(table.text(TableKind.LATEX).chars()).allMatch(sign -> sign < 128);
    }

    @Test
    void theNameOfAFileSaysItsKind() throws Exception {
        for (TableKind kind : TableKind.values()) {
            Path file = folder.resolve("Runs." + kind.ending().toUpperCase(Locale.ROOT));
            table(24, ecc).write(file);
            assertThat(Files.readString(file)).isEqualTo(table(24, ecc).text(kind));
        }
        assertThatThrownBy(() -> table(24, ecc).write(folder.resolve("runs.xlsx")))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(".csv, .md or .tex");
        assertThat(folder.resolve("runs.xlsx")).doesNotExist();
    }
}
