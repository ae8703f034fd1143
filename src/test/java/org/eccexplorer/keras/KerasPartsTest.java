package org.eccexplorer.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.eccexplorer.keras.Attempt.assertSays;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eccexplorer.Resources;
import org.eccexplorer.array.Npz;
import org.eccexplorer.network.TrainedModel;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.Problem.Kind;
import org.eccexplorer.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One model whose architecture and weights Keras wrote in every way apart. */
class KerasPartsTest {
    @TempDir private Path folder = Path.of("");

    private static Path part(String name) {
        return Fixtures.path("parts/architecture.json").resolveSibling(name);
    }

    private static void assertRight(TrainedModel model) throws ProblemException {
        try (Npz npz = Npz.open(part("io.npz"))) {
            float[] images = npz.array("in0").floats();
            Golden.assertSame(model.network(), images, npz.array("out0").floats(), 1e-5);
        }
        assertThat(model.warnings()).isEmpty();
        assertThat(model.sha256()).hasSize(64);
    }

    private static Problem problem(Path architecture, Path weights) {
        ProblemException e =
                catchThrowableOfType(
                        ProblemException.class,
                        () -> KerasModels.read(architecture, weights, null));
        assertThat(e).isNotNull();
        Attempt.assertComplete(e.problems().getFirst());
        return e.problems().getFirst();
    }

    @ParameterizedTest
    @CsvSource({
        "architecture.json, model.weights.h5",
        "architecture.json, sharded.weights.json",
        "architecture.json, legacy.h5",
        "whole.keras, model.weights.h5"
    })
    void readsWeightsFromAFileOfTheirOwn(String architecture, String weights)
            throws ProblemException {
        TrainedModel model = KerasModels.read(part(architecture), part(weights), null);
        assertRight(model);
        assertThat(model.format()).contains("weights in " + weights);
    }

    @Test
    void readsAnUnpackedArchive() throws ProblemException {
        TrainedModel model = KerasModels.read(part("unpacked"));
        assertRight(model);
        assertThat(model.format()).isEqualTo("Keras 3.15.1 (folder)");
    }

    /** As the cache of Hugging Face keeps it. */
    @Test
    void readsAFolderOfLinks() throws Exception {
        assumeTrue(Resources.hasPermissions());
        Path blobs = Files.createDirectories(folder.resolve("blobs"));
        Path snapshot = Files.createDirectories(folder.resolve("snapshots/1a2b"));
        for (String name : List.of("config.json", "metadata.json", "model.weights.h5")) {
            Files.copy(part("unpacked").resolve(name), blobs.resolve("hash-of-" + name));
            Files.createSymbolicLink(
                    snapshot.resolve(name), Path.of("../../blobs/hash-of-" + name));
        }
        assertThat(KerasModels.read(snapshot).sha256())
                .isEqualTo(KerasModels.read(part("unpacked")).sha256());
    }

    @Test
    void refusesAnUnpackedArchiveThatIsIncomplete() throws IOException {
        Files.copy(part("unpacked").resolve("config.json"), folder.resolve("config.json"));
        assertSays(Attempt.problems(folder).getFirst(), Kind.UNREADABLE, "metadata.json");
        Files.copy(part("unpacked").resolve("metadata.json"), folder.resolve("metadata.json"));
        assertSays(Attempt.problems(folder).getFirst(), Kind.UNREADABLE, "model.weights.h5");
        Files.createSymbolicLink(folder.resolve("model.weights.h5"), part("model.weights.h5"));
        assertSays(Attempt.problems(folder).getFirst(), Kind.UNSUPPORTED, "outside");
    }

    /** A refused layer is told before any weights are looked for. */
    @Test
    void refusesTheArchitectureFirst() {
        Path lambda = Fixtures.path("lambda.keras");
        assertSays(problem(lambda, folder.resolve("none.h5")), Kind.UNSUPPORTED, "Lambda");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x.h5", "/etc/passwd", "a\\\\b.h5", "..", ""})
    void staysInTheFolderOfAnIndex(String name) throws IOException {
        Path index = folder.resolve("x.weights.json");
        Files.writeString(
                index, "{\"weight_map\": {\"/layers/dense/vars\": [\"%s\"]}}".formatted(name));
        assertSays(problem(part("architecture.json"), index), Kind.UNSUPPORTED, "outside");
    }

    @Test
    void namesWhatIsWrongWithWeights() throws IOException {
        Path architecture = part("architecture.json");
        Path index = folder.resolve("x.weights.json");
        Files.writeString(index, "{\"weight_map\": {\"/layers/dense/vars\": \"gone.h5\"}}");
        assertSays(problem(architecture, index), Kind.UNREADABLE, "gone.h5", "missing");
        Files.writeString(index, "{\"weight_map\": {\"/layers/dense/vars\": 5}}");
        assertSays(problem(architecture, index), Kind.CORRUPT, "no name");
        Files.writeString(index, "{\"metadata\": {}}");
        assertSays(problem(architecture, index), Kind.UNSUPPORTED, "not an index of weights");
        assertSays(
                problem(architecture, part("whole.keras")), Kind.UNSUPPORTED, "open it by itself");
        assertSays(
                problem(architecture, Fixtures.path("seq.weights.h5")),
                Kind.CORRUPT,
                "The archive contradicts itself");
        assertSays(
                problem(part("model.weights.h5"), part("model.weights.h5")),
                Kind.UNSUPPORTED,
                "no architecture");
    }

    @ParameterizedTest
    @CsvSource({"model.weights.h5", "legacy.h5", "sharded.weights.json", "architecture.json"})
    void saysWhatAPartNeeds(String name) {
        assertSays(
                Attempt.problems(part(name)).getFirst(),
                Kind.UNSUPPORTED,
                "architecture",
                "--weights");
    }
}
