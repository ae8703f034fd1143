package org.eccexplorer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eccexplorer.Resources;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command line writes satisfies the schemas in docs, which allow no other field. */
class JsonSchemasTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path DOCS = Path.of(System.getProperty("ecc.home", "."), "docs");

    private static final SchemaRegistry SCHEMAS =
            SchemaRegistry.withDefaultDialect(
                    SpecificationVersion.DRAFT_2020_12,
                    registry -> registry.schemas(JsonSchemasTest::content));

    @TempDir private Path folder = Path.of("");

    /** The schema at a place; those of the language itself come from the library. */
    private static @Nullable String content(String place) {
        if (!place.startsWith("file:")) {
            return null;
        }
        try {
            return Files.readString(Path.of(URI.create(place)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> faults(String schema, JsonNode json) {
        URI place = DOCS.resolve(schema).toAbsolutePath().toUri();
        List<Error> errors = SCHEMAS.getSchema(SchemaLocation.of(place.toString())).validate(json);
        return errors.stream().map(Error::toString).toList();
    }

    private static JsonNode printed(int code, String... arguments) throws IOException {
        Ecc ecc = Ecc.run(arguments);
        assertThat(ecc.code()).as(ecc.err()).isEqualTo(code);
        return JSON.readTree(ecc.out());
    }

    private JsonNode written(String file, String... arguments) throws IOException {
        Ecc ecc = Ecc.run(arguments);
        assertThat(ecc.code()).as(ecc.err()).isZero();
        return JSON.readTree(folder.resolve(file).toFile());
    }

    @Test
    void aSimulation() throws IOException {
        JsonNode run = printed(0, "run", "--limit", "3", "--timesteps", "8", "--json");
        assertThat(faults("run.schema.json", run)).isEmpty();
    }

    @Test
    void aRunOfTheClosedForm() throws IOException {
        JsonNode run =
                printed(
                        0,
                        "run",
                        "--limit",
                        "3",
                        "--mode",
                        "closed-form",
                        "--at",
                        "4,16",
                        "--json");
        assertThat(faults("run.schema.json", run)).isEmpty();
    }

    @Test
    void aComparison() throws IOException {
        JsonNode compared =
                written(
                        "compare.json",
                        "compare",
                        "--limit",
                        "2",
                        "--timesteps",
                        "8",
                        "--quiet",
                        "--out",
                        folder.toString());
        assertThat(faults("compare.schema.json", compared)).isEmpty();
    }

    @Test
    void aSearch() throws IOException {
        JsonNode found =
                written(
                        "find.json",
                        "find",
                        "--sample",
                        "digits",
                        "--limit",
                        "5",
                        "--max-timesteps",
                        "4",
                        "--neurons",
                        "plain",
                        "--vary",
                        "scope",
                        "--quiet",
                        "--out",
                        folder.toString());
        assertThat(faults("find.schema.json", found)).isEmpty();
    }

    /** With a model that cannot be opened. */
    @Test
    void aSweep() throws IOException {
        String text =
                """
                models: [digits, {model: none.keras, data: none.npz}]
                images: 2
                timesteps: 2
                settings: {theta: [0, 0.5]}
                """;
        Path plan = Files.writeString(folder.resolve("plan.yaml"), text);
        JsonNode swept =
                printed(
                        8,
                        "sweep",
                        plan.toString(),
                        "--no-spark",
                        "--json",
                        "--out",
                        folder.toString());
        assertThat(faults("sweep.schema.json", swept)).isEmpty();
    }

    @Test
    void aNetwork() throws IOException {
        JsonNode network =
                written("network.json", "export", "--limit", "2", "--out", folder.toString());
        assertThat(faults("network.schema.json", network)).isEmpty();
    }

    @Test
    void aCertificate() throws IOException {
        JsonNode certificate =
                written(
                        "net.nir.json",
                        "export",
                        "--sample",
                        "digits",
                        "--limit",
                        "3",
                        "--timesteps",
                        "8",
                        "--format",
                        "nir",
                        "--out",
                        folder.resolve("net.nir").toString());
        assertThat(faults("nir-certificate.schema.json", certificate)).isEmpty();
        assertThat(certificate.path("readers")).hasSize(9);
        assertThat(certificate.path("chips")).hasSize(3);
    }

    /** Among them one whose conversion asks for a choice. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "seq.keras",
                "corpus/inception_block.keras",
                "corpus/mobile_block.keras",
                "corpus/edges.keras",
                "corpus/normalised_input.keras"
            })
    void anInspection(String model) throws IOException {
        JsonNode inspected =
                printed(0, "inspect", Resources.path("keras/" + model).toString(), "--json");
        assertThat(faults("inspect.schema.json", inspected)).isEmpty();
    }

    @Test
    void aVerification() throws IOException {
        String model = Resources.path("keras/seq.keras").toString();
        String against = Resources.path("keras/seq.keras.io.npz").toString();
        JsonNode verified = printed(0, "verify", model, "--against", against, "--json");
        assertThat(faults("verify.schema.json", verified)).isEmpty();
    }

    /** Wherever it stands, also where a schema is put together from two. */
    @Test
    void aFieldThatIsNotDescribedIsAFault() throws IOException {
        JsonNode run = printed(0, "run", "--limit", "1", "--timesteps", "2", "--json");
        for (String place : List.of("", "/settings", "/model", "/layers/0/errorSplit/total")) {
            ObjectNode changed = run.deepCopy();
            ((ObjectNode) changed.at(place)).put("surprise", 1);
            assertThat(faults("run.schema.json", changed)).as(place).isNotEmpty();
        }
        ObjectNode lacking = run.deepCopy();
        ((ObjectNode) lacking.path("settings")).remove("theta");
        assertThat(faults("run.schema.json", lacking)).isNotEmpty();
    }

    @Test
    void aMeasurementOfSpeeds() throws IOException {
        String[] bench = {"bench", "--limit", "2", "--timesteps", "8", "--json", "--against"};
        List<String> arguments = new ArrayList<>(List.of(bench));
        arguments.add(folder.toString());
        // Nothing was kept to compare with.
        JsonNode measured = printed(1, arguments.toArray(String[]::new));
        assertThat(faults("bench.schema.json", measured)).isEmpty();
    }

    /** The ones that the workflow compares with. */
    @Test
    void keptSpeeds() throws IOException {
        try (Stream<Path> kept = Files.list(DOCS.resolveSibling("src/bench/kept"))) {
            assertThat(kept.toList())
                    .isNotEmpty()
                    .allSatisfy(file -> {
                        assertThat(faults("bench.schema.json", JSON.readTree(file.toFile())))
                                .isEmpty();
                    });
        }
    }
}
