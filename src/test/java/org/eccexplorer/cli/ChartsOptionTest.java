package org.eccexplorer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Charts beside the results of run and compare. */
class ChartsOptionTest {
    private static final List<String> OVER_TIME = List.of("energy", "operations", "residuals");
    private static final List<String> ALWAYS =
            List.of("accuracy", "correlations", "currents", "errors", "rates");

    @TempDir private Path folder = Path.of("");

    private List<String> charts(String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ending))
                    .map(name -> name.substring(0, name.length() - ending.length()))
                    .sorted()
                    .toList();
        }
    }

    private String text(String chart) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(folder.resolve(chart).toFile())
                .getDocumentElement()
                .getTextContent();
    }

    private Ecc digits(String command, String... more) {
        List<String> arguments =
                Stream.concat(
                                Stream.of(
                                        command,
                                        "--sample",
                                        "digits",
                                        "--limit",
                                        "6",
                                        "--timesteps",
                                        "16"),
                                Stream.of(more))
                        .toList();
        return Ecc.run(arguments.toArray(String[]::new));
    }

    @Test
    void aRunIsDrawnBesideItsResults() throws Exception {
        assertThat(digits("run", "--out", folder.toString(), "--charts").code()).isZero();
        assertThat(charts(".svg"))
                .containsExactlyElementsOf(
                        Stream.concat(ALWAYS.stream(), OVER_TIME.stream()).sorted().toList());
        assertThat(folder.resolve("run.json")).exists();
        assertThat(text("accuracy.svg"))
                .contains("Accuracy against timestep", "n = 6", "CNN 100.0 %", "16");
        assertThat(text("errors.svg")).contains("quantisation", "conv1", "conv2", "digit");
        assertThat(text("energy.svg"))
                .contains(
                        "Accuracy against energy",
                        "the CNN uses 0.07964 µJ",
                        "input MACs counted once");
        assertThat(text("residuals.svg")).contains("Residual membrane potential");
    }

    @Test
    void withoutTimestepsThereAreNoChartsOverThem() throws Exception {
        Ecc ecc =
                digits(
                        "run",
                        "--mode",
                        "closed-form",
                        "--at",
                        "4,16",
                        "--charts=svg",
                        "--out",
                        folder.toString());
        assertThat(ecc.code()).as(ecc.err()).isZero();
        assertThat(charts(".svg")).containsExactlyElementsOf(ALWAYS);
    }

    @Test
    void comparedRunsAreDrawnTogether() throws Exception {
        String[] options = {"--combinations", "cn+tre+cmb,none", "--charts", "--out"};
        Ecc ecc =
                digits(
                        "compare",
                        Stream.concat(Stream.of(options), Stream.of(folder.toString()))
                                .toArray(String[]::new));
        assertThat(ecc.code()).as(ecc.err()).isZero();
        assertThat(charts(".svg")).hasSize(8);
        assertThat(text("errors.svg")).contains("A  ECC (all three)", "B  none");
        assertThat(folder.resolve("compare.json")).exists();
    }

    @Test
    void chartsHaveOtherKinds() throws IOException {
        assertThat(digits("run", "--out", folder.toString(), "--charts", "png", "--quiet").code())
                .isZero();
        assertThat(charts(".png")).hasSize(8);
        assertThat(charts(".svg")).isEmpty();
    }

    @Test
    void chartsAreMadeForAPaper() throws Exception {
        String[] options = {
            "--charts", "--figure-width", "88", "--font-size", "7", "--untitled", "--quiet"
        };
        Stream<String> all = Stream.of(options);
        assertThat(
                        digits(
                                        "run",
                                        Stream.concat(all, Stream.of("--out", folder.toString()))
                                                .toArray(String[]::new))
                                .code())
                .isZero();
        String accuracy = Files.readString(folder.resolve("accuracy.svg"));
        assertThat(accuracy).contains("width=\"88mm\"", "font-size=\"7\"");
        assertThat(accuracy).doesNotContain(">Accuracy against timestep</text>");
    }

    @Test
    void dataOfChartsAreWritten() throws Exception {
        assertThat(digits("run", "--out", folder.toString(), "--charts", "csv", "--quiet").code())
                .isZero();
        assertThat(folder.resolve("accuracy.csv")).content().startsWith("timestep,accuracy,low95");
        List<String> rows = Files.readAllLines(folder.resolve("chart-accuracy.csv"));
        assertThat(rows.getFirst()).startsWith("run,images,T,series,timestep,");
        assertThat(rows)
                .anyMatch(row -> row.startsWith("ECC (all three),6,16,ECC (all three),16,"));
        List<String> errors = Files.readAllLines(folder.resolve("chart-errors.csv"));
        assertThat(errors.getFirst())
                .isEqualTo("run,images,T,layer,part,mean_abs_cnn_minus_snn_share_of_lambda");
        assertThat(errors.get(1)).startsWith("ECC (all three),6,16,conv1,");
    }

    @Test
    void withoutTheOptionNothingIsDrawn() throws IOException {
        assertThat(digits("run", "--out", folder.toString(), "--quiet").code()).isZero();
        assertThat(charts(".svg")).isEmpty();
    }

    @Test
    void theOptionIsCheckedBeforeAnythingIsComputed() {
        Ecc kind = digits("run", "--charts=gif", "--out", folder.toString());
        assertThat(kind.code()).isEqualTo(2);
        assertThat(kind.err()).contains("--charts", "gif", "svg, pdf, png or csv");
        Ecc narrow = digits("run", "--charts", "--figure-width=5", "--out", folder.toString());
        assertThat(narrow.code()).isEqualTo(2);
        assertThat(narrow.err()).contains("--figure-width", "from 40 to 1000");
        Ecc large = digits("run", "--charts", "--font-size=40", "--out", folder.toString());
        assertThat(large.err()).contains("--font-size", "from 4 to 24");
        Ecc folderless = digits("compare", "--charts");
        assertThat(folderless.code()).isEqualTo(2);
        assertThat(folderless.err()).contains("--charts", "Add --out");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void helpSaysWhatIsWritten() {
        assertThat(Ecc.run("run", "--help").out()).contains("--charts", "accuracy, rates");
        assertThat(Ecc.run("compare", "--help").out()).contains("--charts");
    }
}
