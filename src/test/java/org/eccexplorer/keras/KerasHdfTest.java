package org.eccexplorer.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eccexplorer.keras.Attempt.assertSays;
import static org.eccexplorer.keras.Attempt.problem;
import static org.eccexplorer.keras.Attempt.problems;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.eccexplorer.TimeLimit;
import org.eccexplorer.network.Layer;
import org.eccexplorer.network.TrainedModel;
import org.eccexplorer.problem.Problem.Kind;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Numbers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** HDF5 files that are odd, damaged or made to harm. */
class KerasHdfTest {

    @ParameterizedTest
    @ValueSource(doubles = {0.25, 0.5, 0.9, 0.999})
    void saysHowMuchOfATruncatedFileIsThere(double share) {
        byte[] bytes = Fixtures.bytes("seq.h5");
        int kept = (int) (bytes.length * share);
        assertSays(
                problem(Arrays.copyOf(bytes, kept)),
                Kind.CORRUPT,
                "truncated",
                "it should have %s bytes, but has %s"
                        .formatted(Numbers.count(bytes.length), Numbers.count(kept)));
    }

    @Test
    void refusesWeightsCutInHalf() {
        Draft draft = new Draft().input("[null, 1000]").layer("Dense", "d", "\"units\":1000");
        byte[] whole =
                draft.weight("d/d/bias", new float[1000])
                        .weight("d/d/kernel", new float[1000][1000])
                        .legacy();
        assertSays(problem(Arrays.copyOf(whole, whole.length / 2)), Kind.CORRUPT, "truncated");
    }

    @Test
    void warnsOfTrailingBytes() throws ProblemException {
        byte[] bytes = Fixtures.bytes("seq.h5");
        TrainedModel model = Attempt.model(Arrays.copyOf(bytes, bytes.length + 1000));
        assertThat(model.network().nodes()).hasSize(12);
        assertThat(model.warnings()).singleElement().asString().contains("1000 bytes after");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "good",
                "user_block",
                "newest",
                "tracked",
                "names_in_parts",
                "names_of_fixed_length",
                "compressed",
                "big_endian",
                "half",
                "double"
            })
    void readsEveryWayOfStoring(String name) throws ProblemException {
        TrainedModel model = KerasModels.read(Fixtures.path("traps/" + name + ".h5"));
        Layer.Dense dense = (Layer.Dense) model.network().nodes().getLast().layer();
        assertThat(dense.weights()).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(dense.bias()).containsExactly(7, 8);
        assertThat(model.warnings()).isEmpty();
        assertThat(model.format()).isEqualTo("Keras 2.15.0 (.h5)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "external_link",
                "external_link_beside",
                "soft_link",
                "soft_loop",
                "dangling_link"
            })
    void followsNoLinks(String name) {
        assertSays(
                problems(Fixtures.path("traps/" + name + ".h5")).getFirst(),
                Kind.UNSUPPORTED,
                "links to something outside it",
                "/model_weights/d/d/kernel:0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "external_storage|UNSUPPORTED|lie in other files|/model_weights/d/d",
                "virtual|UNSUPPORTED|lie in other files|/model_weights/d/d",
                "integers|UNSUPPORTED|not floating-point numbers|kernel of layer d",
                "transposed|CORRUPT|expected [3, 2], found [2, 3]|kernel of layer d",
                "unwritten|CORRUPT|never written|kernel of layer d",
                "shape_bomb|CORRUPT|found [100000, 100000]|kernel of layer d",
                "fixed_bomb|CORRUPT|found [1099511627776, 1048576]|kernel of layer d",
                "chunk_bomb|LIMIT|chunks far larger|kernel of layer d",
                "hollow|LIMIT|far larger than what is stored|134\u202f217\u202f728 bytes",
                "unknown_filter|CORRUPT|damaged|kernel of layer d"
            })
    void refusesTraps(String name, Kind kind, String words, String place) {
        assertSays(problems(Fixtures.path("traps/" + name + ".h5")).getFirst(), kind, words, place);
    }

    @Test
    void goesOnceThroughGroupsThatContainEachOther() throws ProblemException {
        Draft draft = new Draft().input("[null, 3]").layer("Dense", "d", "\"units\":2");
        byte[] cycle = draft.archive(Fixtures.bytes("traps/cycle.weights.h5"));
        assertThat(Attempt.model(cycle).warnings())
                .singleElement()
                .asString()
                .contains("layers/dense/spare/vars/0");
    }

    /** M51: groups in groups, where the names of the layers are looked for. */
    @Test
    void refusesGroupsThatAreNestedTooDeeply() {
        byte[] deep =
                new Draft()
                        .input("[null, 1]")
                        .layer("Dense", "d", "\"units\":1,\"use_bias\":false")
                        .weight("layers/dense/vars/0", new float[][] {{1}})
                        .weight("layers/dense/" + "a/".repeat(50) + "b", new float[] {1})
                        .archive();
        assertSays(problem(deep), Kind.LIMIT, "nested too deeply", "32 levels");
    }

    /** M52: an attribute that says it has 200 MB, and one that has them. */
    @Test
    void refusesHugeAttributes() {
        byte[] good = Fixtures.bytes("traps/names_of_fixed_length.h5");
        // Behind the padded name lie class and size of the type (8 bytes), then the dataspace.
        int dimension = place(good, "layer_names") + 32;
        ByteBuffer lie = ByteBuffer.wrap(good).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(lie.getLong(dimension)).isEqualTo(1);
        lie.putLong(dimension, 10 << 20).putLong(dimension + 8, 10 << 20);
        assertSays(problem(good), Kind.CORRUPT, "damaged", "/model_weights");

        byte[] whole = Fixtures.bytes("traps/good.h5");
        int huge = 200 << 20;
        ByteBuffer file = ByteBuffer.allocate(whole.length + 32 + huge);
        file.order(ByteOrder.LITTLE_ENDIAN).put(whole);
        file.put("GCOL\1\0\0\0".getBytes(StandardCharsets.ISO_8859_1)).putLong(32L + huge);
        file.putShort((short) 1).putShort((short) 1).putInt(0).putLong(huge);
        Arrays.fill(file.array(), file.position(), file.capacity(), (byte) '7');
        int text = place(whole, "model_config") + 48;
        file.putInt(text, huge).putLong(text + 4, whole.length).putInt(text + 12, 1);
        file.putLong(40, file.capacity());
        assertSays(problem(file.array()), Kind.LIMIT, "too large", "209\u202f715\u202f216 bytes");
    }

    private static int place(byte[] file, String name) {
        return new String(file, StandardCharsets.ISO_8859_1).indexOf(name);
    }

    @Test
    void endsOnEveryFlippedBit(@TempDir Path folder) throws IOException {
        Random random = new Random(7);
        for (String name : new String[] {"seq.h5", "k2seq.h5", "old.h5", "traps/newest.h5"}) {
            byte[] good = Fixtures.bytes(name);
            for (int i = 0; i < 250; i++) {
                byte[] bad = good.clone();
                bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
                Path file = Files.write(folder.resolve("flipped"), bad);
                var _ = TimeLimit.assertWithin(Attempt.MOST, () -> readOrRefuse(file));
            }
        }
    }

    private static boolean readOrRefuse(Path file) {
        try {
            assertThat(KerasModels.read(file).network().nodes()).isNotEmpty();
            return true;
        } catch (ProblemException e) {
            assertThat(e.problems()).allSatisfy(Attempt::assertComplete);
            return false;
        }
    }
}
