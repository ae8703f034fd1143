package org.eccexplorer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Runs that share work give the very numbers of each run by itself. */
class SharedRunsTest {
    private static final List<String> FIELDS =
            List.of("accuracy", "closedFormAccuracy", "cnnStages", "layers", "reading");

    private static final List<List<String>> SWITCHES =
            List.of(
                    List.of(),
                    List.of("--no-cmb"),
                    List.of("--no-tre"),
                    List.of("--no-tre", "--no-cmb"),
                    List.of("--no-cn"),
                    List.of("--no-cn", "--no-cmb"),
                    List.of("--no-cn", "--no-tre"),
                    List.of("--no-cn", "--no-tre", "--no-cmb"));

    private static JsonNode json(String command, List<String> given, List<String> more)
            throws IOException {
        List<String> arguments = new ArrayList<>(List.of(command, "--json"));
        arguments.addAll(given);
        arguments.addAll(more);
        Ecc ecc = Ecc.run(arguments.toArray(String[]::new));
        assertThat(ecc.code()).as(ecc.err()).isZero();
        return new ObjectMapper().readTree(ecc.out());
    }

    private static void assertThatRowsAreRuns(String... given) throws IOException {
        JsonNode rows = json("compare", List.of(given), List.of()).path("runs");
        assertThat(rows).hasSize(8);
        for (int i = 0; i < 8; i++) {
            List<String> more = new ArrayList<>(SWITCHES.get(i));
            more.addAll(List.of("--at", "8"));
            JsonNode run = json("run", List.of(given), more);
            JsonNode row = rows.get(i);
            row.path("settings")
                    .properties()
                    .forEach(set ->
                            assertThat(set.getValue())
                                    .isEqualTo(run.path("settings").path(set.getKey())));
            for (String field : FIELDS) {
                assertThat(row.path(field)).as(field + " of " + more).isEqualTo(run.path(field));
            }
        }
    }

    @Test
    void combinationsAreWhatEachIsByItself() throws IOException {
        assertThatRowsAreRuns(
                "--sample", "fashion-mnist", "--limit", "6", "--timesteps", "8", "--lambda", "p99");
    }

    @Test
    void combinationsWithTheSameNetworkAreWhatEachIsByItself() throws IOException {
        assertThatRowsAreRuns(
                "--sample",
                "fashion-mnist",
                "--limit",
                "6",
                "--timesteps",
                "8",
                "--epsilon",
                "0.001",
                "--read-from",
                "4");
    }
}
