package org.eccexplorer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTest {
    @TempDir private Path folder = Path.of("");

    private String out = "";
    private String err = "";

    private int ecc(String... arguments) {
        Ecc ecc = Ecc.run(arguments);
        out = ecc.out();
        err = ecc.err();
        return ecc.code();
    }

    @Test
    void compareRunsTheChosenCombinations() throws IOException {
        assertThat(
                        ecc(
                                "compare",
                                "--limit",
                                "10",
                                "--timesteps",
                                "16",
                                "--combinations",
                                "cn+tre+cmb,cn,none",
                                "--tables",
                                "--out",
                                folder + "/c"))
                .isZero();
        assertThat(out).contains("ECC (all three)", "CN ", "none");
        JsonNode json = new ObjectMapper().readTree(folder.resolve("c/compare.json").toFile());
        assertThat(json.path("runs")).hasSize(3);
        assertThat(json.path("model").path("sha256").asText()).hasSize(64);
        assertThat(json.path("runs").get(1).path("settings").path("theta").asDouble())
                .isEqualTo(0.5);
        assertThat(json.path("runs").get(0).path("closedFormAccuracy").path("16").asDouble())
                .isBetween(0.5, 1.0);
        assertThat(Files.readAllLines(folder.resolve("c/compare.csv")))
                .hasSize(4)
                .element(1, InstanceOfAssertFactories.STRING)
                .matches(".*,once,16,10,false,(1\\.0|0\\.\\d+)");
        assertThat(out.lines())
                .anyMatch(line -> line.matches("techniques +T +n +CNN +8 +16 .*"))
                .anyMatch(line -> line.matches("CN +16 +10 .*"));
        assertThat(Files.readString(folder.resolve("c/compare.md")))
                .startsWith("Runs of ")
                .contains("| CN ", "| none ", "SNN − CNN, points");
        assertThat(Files.readString(folder.resolve("c/compare.tex")))
                .startsWith("% \\usepackage{booktabs}")
                .contains("    CN & 16 & 10 & ");
        assertThat(ecc("compare", "--limit", "2", "--quiet", "--out", folder + "/c")).isEqualTo(7);
        assertThat(err).contains("compare.json already exists", "--force");
    }

    @Test
    void tablesNeedAFolder() {
        assertThat(ecc("compare", "--limit", "2", "--tables")).isEqualTo(2);
        assertThat(err).contains("--tables", "--out");
    }

    @Test
    void compareRunsAllEight() {
        assertThat(ecc("compare", "--limit", "2", "--timesteps", "8")).isZero();
        List<String> rows =
                out.lines().filter(line -> line.contains(".") && !line.contains("%")).toList();
        assertThat(rows).hasSize(16);
        assertThat(rows).filteredOn(row -> row.startsWith("  closed form")).hasSize(8);
    }

    @Test
    void variantsOfTheClosedFormAreCompared() throws IOException {
        String[] run = {
            "compare",
            "--limit",
            "20",
            "--timesteps",
            "2",
            "--combinations",
            "cn",
            "--json",
            "--extension",
            "3",
            "--unrounded"
        };
        assertThat(ecc(run)).isZero();
        JsonNode json = new ObjectMapper().readTree(out);
        assertThat(json.path("closedForm").path("extension").asInt()).isEqualTo(3);
        assertThat(json.path("closedForm").path("rounded").asBoolean()).isFalse();
        JsonNode cn = json.path("runs").get(0);
        assertThat(cn.path("closedFormAccuracy").path("2").asDouble())
                .isGreaterThan(cn.path("accuracy").get(1).asDouble());
    }

    @Test
    void compareAsJson() throws IOException {
        assertThat(ecc("compare", "--limit", "2", "--timesteps", "4", "--json")).isZero();
        assertThat(new ObjectMapper().readTree(out).path("runs")).hasSize(8);
    }
}
