package org.eccexplorer.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eccexplorer.Resources;
import org.eccexplorer.array.NpyArray;
import org.eccexplorer.array.NpzWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What inspect and verify print for other programs. */
class JsonOutputTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir private Path folder = Path.of("");

    private static JsonNode json(int code, String... arguments) throws IOException {
        Ecc ecc = Ecc.run(arguments);
        assertThat(ecc.code()).as(ecc.err()).isEqualTo(code);
        return JSON.readTree(ecc.out());
    }

    /** All fields of a document, as a path of names each. */
    private static void collect(String place, JsonNode node, Set<String> fields) {
        if (node.isArray()) {
            node.forEach(element -> collect(place + "[]", element, fields));
        } else if (node.isObject()) {
            node.properties()
                    .forEach(field -> {
                        String path = place.isEmpty() ? "" : place + ".";
                        fields.add(path + field.getKey());
                        collect(path + field.getKey(), field.getValue(), fields);
                    });
        }
    }

    /** The names between backticks in the first column of a documentation. */
    private static Set<String> documented(String name) throws IOException {
        Path file = Path.of(System.getProperty("ecc.home", "."), "docs", name);
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.substring(2, line.indexOf('|', 2)))
                .flatMap(column -> names(column).stream())
                .collect(Collectors.toSet());
    }

    private static Set<String> names(String column) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = Pattern.compile("`([^`]+)`").matcher(column);
        String place = "";
        while (matcher.find()) {
            String name = matcher.group(1);
            found.add(name.contains(".") ? name : place + name);
            if (name.contains(".")) {
                place = name.substring(0, name.lastIndexOf('.') + 1);
            }
        }
        return found;
    }

    private static void assertDocumented(JsonNode json, String documentation) throws IOException {
        Set<String> fields = new TreeSet<>();
        collect("", json, fields);
        Set<String> documented = documented(documentation);
        for (String field : fields) {
            boolean known =
                    documented.contains(field)
                            || documented.stream().anyMatch(name -> name.startsWith(field + "."))
                            || documented.contains(field + "[]")
                            || field.matches("(versions|model|conversion\\.settings)\\..*")
                            || field.matches("conversion\\.(layers|problems)\\[]\\..*");
            assertThat(known).as(field).isTrue();
        }
    }

    @Test
    void inspectDescribesLayersAndConversion() throws IOException {
        JsonNode json = json(0, "inspect", Ecc.sample("fashion-cnn.keras").toString(), "--json");
        assertThat(json.path("schema").asInt()).isEqualTo(1);
        assertThat(json.path("model").path("sha256").asText()).hasSize(64);
        assertThat(json.path("model").path("weights").isNull()).isTrue();
        assertThat(json.path("input").toString()).isEqualTo("[28,28,1]");
        assertThat(json.path("outputs").asInt()).isEqualTo(10);
        assertThat(json.path("parameters").asInt()).isEqualTo(422_538);
        assertThat(json.path("macs").asInt()).isEqualTo(3_894_656);
        JsonNode first = json.path("layers").get(1);
        assertThat(first.path("kind").asText()).isEqualTo("convolution");
        assertThat(first.path("window").toString()).isEqualTo("[3,3]");
        assertThat(first.path("inputs").get(0).asText())
                .isEqualTo(json.path("layers").get(0).path("name").asText());
        JsonNode conversion = json.path("conversion");
        assertThat(conversion.path("possible").asBoolean()).isTrue();
        assertThat(conversion.path("problems")).isEmpty();
        assertThat(conversion.path("layers").findValuesAsText("action"))
                .contains("FOLDED", "NEURONS");
        assertDocumented(json, "inspect-json.md");
    }

    /** Maximum pooling asks for a choice: that is an answer and no failure. */
    @Test
    void whatTheConversionAsksIsData() throws IOException {
        String model = Resources.path("keras/seq.keras").toString();
        JsonNode asked = json(0, "inspect", model, "--json").path("conversion");
        assertThat(asked.path("possible").asBoolean()).isFalse();
        assertThat(asked.path("layers")).isEmpty();
        assertThat(asked.path("problems").get(0).path("remedy").asText()).contains("pooling");
        JsonNode chosen =
                json(0, "inspect", model, "--json", "--max-pooling", "average", "--no-cn");
        assertThat(chosen.path("conversion").path("possible").asBoolean()).isTrue();
        assertThat(chosen.path("conversion").path("settings").path("maximumPooling").asText())
                .isEqualTo("AVERAGE");
        assertThat(chosen.path("conversion").path("settings").path("currentNormalisation").asText())
                .isEqualTo("false");
        assertThat(chosen.path("layers").findValuesAsText("kind"))
                .contains("maximumPooling", "relu", "softmax");
        assertDocumented(chosen, "inspect-json.md");
    }

    /** Every kind of layer that the corpus has is described by documented fields. */
    @Test
    void allKindsAreDocumented() throws IOException {
        for (String name :
                new String[] {"inception_block", "mobile_block", "edges", "normalised_input"}) {
            String model = Resources.path("keras/corpus/" + name + ".keras").toString();
            assertDocumented(json(0, "inspect", model, "--json"), "inspect-json.md");
        }
    }

    @Test
    void aModelInPartsNamesBoth() throws IOException {
        JsonNode json =
                json(
                        0,
                        "inspect",
                        Resources.path("keras/parts/architecture.json").toString(),
                        "--weights",
                        Resources.path("keras/parts/model.weights.h5").toString(),
                        "--json");
        assertThat(json.path("model").path("file").asText()).endsWith("architecture.json");
        assertThat(json.path("model").path("weights").asText()).endsWith("model.weights.h5");
    }

    @Test
    void verifyTellsHowFarTheImportIs() throws Exception {
        String model = Resources.path("keras/seq.keras").toString();
        String against = Resources.path("keras/seq.keras.io.npz").toString();
        JsonNode json = json(0, "verify", model, "--against", against, "--json");
        assertThat(json.path("schema").asInt()).isEqualTo(1);
        assertThat(json.path("against").asText()).isEqualTo(against);
        assertThat(json.path("passes").asBoolean()).isTrue();
        assertThat(json.path("relativeError").asDouble()).isBetween(0.0, 1e-5);
        assertThat(json.path("sameClass").asInt()).isEqualTo(json.path("images").asInt());
        assertDocumented(json, "verify-json.md");

        JsonNode strict =
                json(5, "verify", model, "--against", against, "--tolerance", "0", "--json");
        assertThat(strict.path("passes").asBoolean()).isFalse();
        assertThat(strict.path("absoluteError").asDouble())
                .isCloseTo(json.path("absoluteError").asDouble(), within(0.0));

        Path broken = folder.resolve("nan.npz");
        float[] nothing = new float[10];
        nothing[3] = Float.NaN;
        NpzWriter.write(
                broken,
                Map.of(
                        "in0",
                        NpyArray.of(new float[28 * 28], 1, 28, 28, 1),
                        "out0",
                        NpyArray.of(nothing, 1, 10)));
        JsonNode nan =
                json(
                        5,
                        "verify",
                        Ecc.sample("fashion-cnn.keras").toString(),
                        "--against",
                        broken.toString(),
                        "--json");
        assertThat(nan.path("relativeError").isNull()).isTrue();
        assertThat(nan.path("passes").asBoolean()).isFalse();
    }

    /** A model that cannot be read prints no half document. */
    @Test
    void refusalsPrintNothing() {
        Ecc ecc = Ecc.run("inspect", Resources.path("keras/lambda.keras").toString(), "--json");
        assertThat(ecc.code()).isEqualTo(4);
        assertThat(ecc.out()).isEmpty();
        assertThat(ecc.err()).contains("Lambda");
    }
}
