package org.eccexplorer.app.open;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eccexplorer.Resources;
import org.eccexplorer.array.NpyArray;
import org.eccexplorer.array.NpzWriter;
import org.eccexplorer.dataset.DataSets;
import org.eccexplorer.dataset.LabelledImages;
import org.eccexplorer.network.forward.CnnEvaluator;
import org.eccexplorer.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Images and labels of the kinds that people bring give the accuracy of their frameworks. */
class FieldDataTest {

    static Path field(String name) {
        return Resources.path("field/" + name);
    }

    static Experiment open(String model, String data) throws ProblemException {
        return Experiment.open(
                ModelSource.of(field(model + "/model.keras")), data, null, 1000, List.of());
    }

    /** In percent, by the largest output. */
    static double accuracy(Experiment experiment) {
        CnnEvaluator cnn = experiment.model().cnn();
        LabelledImages images = experiment.test();
        int classes = cnn.network().outputShape().size();
        float[] outputs = cnn.evaluate(images.batch(0, images.count()), 0, images.count());
        int right = 0;
        for (int i = 0; i < images.count(); i++) {
            int best = 0;
            for (int c = 1; c < classes; c++) {
                best = outputs[i * classes + c] > outputs[i * classes + best] ? c : best;
            }
            right += best == images.labels()[i] ? 1 : 0;
        }
        return 100.0 * right / images.count();
    }

    @ParameterizedTest
    @CsvSource({
        "mlp-28x28, mlp-28x28/data.npz, '', 83.33",
        "mlp-28x28, two-files/x_test.npy, ?labels=y_test.npy, 83.33",
        "mlp-28x28, two-files/x_test.npz, ?labels=y_test.npz, 83.33",
        "mlp-28x28, idx-with-dots, '', 85",
        "mlp-28x28, idx-with-dots/t10k-images.idx3-ubyte, '', 85",
        "flat-colour, flat-colour/hwc-rows.npz, ?channel-order=hwc, 32.5",
        "flat-colour, flat-colour/chw-rows.npz, ?channel-order=chw, 32.5",
        "flat-colour, stray-folders/set, '', 33.33",
        "numbered-folders, numbered-folders/Test, ?class-order=number, 100",
        "numbered-folders, numbered-folders/Test, ?class-order=name, 4.65",
        "sequence-128x9, sequence-128x9/data.npz, '', 77.5",
    })
    void cnnIsAsAccurateAsInItsFramework(String model, String data, String reading, double accuracy)
            throws ProblemException {
        Path file = field(data);
        String labels = "?labels=" + file.resolveSibling("");
        String said = reading.replace("?labels=", labels.endsWith("/") ? labels : labels + "/");
        Experiment experiment = open(model, file + said);
        assertThat(accuracy(experiment)).isEqualTo(accuracy, within(0.01));
    }

    @Test
    void whatCouldBeReadInTwoWaysIsSaid() throws ProblemException {
        Experiment rows = open("flat-colour", field("flat-colour/hwc-rows.npz").toString());
        assertThat(accuracy(rows)).isEqualTo(32.5);
        assertThat(rows.warnings()).singleElement().asString().contains("--channel-order");
        Experiment planes = open("flat-colour", field("flat-colour/chw-rows.npz").toString());
        assertThat(accuracy(planes)).isEqualTo(32.5);
        assertThat(planes.warnings()).singleElement().asString().contains("(chw");
        Experiment numbered = open("numbered-folders", field("numbered-folders").toString());
        assertThat(accuracy(numbered)).isEqualTo(100);
        assertThat(numbered.className(10)).isEqualTo("10");
        assertThat(numbered.warnings())
                .anySatisfy(said -> assertThat(said).contains("--class-order name"));
    }

    @Test
    void labelsThatMayBeBesideAreNamed() throws ProblemException {
        Experiment alone = open("mlp-28x28", field("two-files/x_test.npy").toString());
        assertThat(alone.test().labels()).isEmpty();
        assertThat(alone.warnings())
                .anySatisfy(said -> assertThat(said).contains("y_test.npy", "--labels"));
    }

    @Test
    void strayFoldersAreNoClasses() throws ProblemException {
        Experiment set = open("flat-colour", field("stray-folders/set").toString());
        assertThat(set.classNames()).hasSize(10).startsWith("c0").endsWith("c9");
        assertThat(set.warnings()).singleElement().asString().contains("__MACOSX");
    }

    @Test
    void calibrationIsReadAsTheTestImagesAre() throws ProblemException {
        String rows = field("flat-colour/chw-rows.npz").toString();
        Experiment experiment =
                Experiment.open(
                        ModelSource.of(field("flat-colour/model.keras")),
                        rows + "?channel-order=chw",
                        rows,
                        5,
                        List.of());
        assertThat(experiment.calibration().image(3)).containsExactly(experiment.test().image(3));
    }

    /** What was decided is a choice, with what was taken; said beforehand it is none any more. */
    @Test
    void whatWasDecidedCanBeChosen() throws ProblemException {
        String rows = field("flat-colour/chw-rows.npz").toString();
        assertThat(open("flat-colour", rows).choices())
                .singleElement()
                .satisfies(choice -> {
                    assertThat(choice.key()).isEqualTo("channel-order");
                    assertThat(choice.taken()).isEqualTo("chw");
                });
        assertThat(open("flat-colour", rows + "?channel-order=chw").choices()).isEmpty();
        String folders = field("numbered-folders/Test").toString();
        assertThat(open("numbered-folders", folders).choices())
                .singleElement()
                .satisfies(choice -> {
                    assertThat(choice.values()).containsExactly("number", "name");
                    assertThat(choice.taken()).isEqualTo("number");
                });
    }

    /** Pictures are prepared as the test images are, also where black is below 0. */
    @Test
    void ownPicturesArePreparedAsTheTestImages() throws ProblemException {
        String file = field("mlp-28x28/data.npz").toString();
        Path picture = Resources.path("field/pictures/grey/a/x.png");
        float[] plain = OwnImage.read(picture, open("mlp-28x28", file)).pixels();
        float[] both = OwnImage.read(picture, open("mlp-28x28", file + "?prepare=tf")).pixels();
        float[] drawn =
                OwnImage.drawn(new float[784], open("mlp-28x28", file + "?prepare=tf")).pixels();
        assertThat(drawn).containsOnly(-1);
        for (int i = 0; i < plain.length; i++) {
            assertThat(both[i]).isCloseTo(2 * plain[i] - 1, within(1e-5f));
        }
    }

    @Test
    void sequencesTakeNoPictures() throws ProblemException {
        Experiment sequences = open("sequence-128x9", field("sequence-128x9/data.npz").toString());
        Path picture = Resources.path("field/pictures/grey/a/x.png");
        assertThat(
                        catchThrowableOfType(
                                        ProblemException.class,
                                        () -> OwnImage.read(picture, sequences))
                                .problems()
                                .getFirst()
                                .message())
                .contains("takes no pictures", "1×128×9");
    }

    /** Text labels in another order than the outputs: said, and put right by a list of names. */
    @Test
    void anotherOrderOfClassesIsFoundAndCanBeSaid(@TempDir Path folder) throws Exception {
        Path images = field("two-files/x_test.npy");
        LabelledImages digits =
                DataSets.open(images + "?labels=" + field("two-files/y_test.npy"), null);
        List<String> names =
                List.of(
                        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight",
                        "nine");
        Path texts = folder.resolve("y.txt");
        Files.write(texts, Arrays.stream(digits.labels()).mapToObj(names::get).toList());
        Experiment alphabetical = open("mlp-28x28", images + "?labels=" + texts);
        assertThat(accuracy(alphabetical)).isLessThan(40);
        assertThat(alphabetical.warnings().getFirst()).contains("83 %", "another order");
        String order = "class-order=" + String.join(",", names);
        Experiment ordered = open("mlp-28x28", images + "?labels=" + texts + "&" + order);
        assertThat(accuracy(ordered)).isEqualTo(83.33, within(0.01));
        assertThat(ordered.classNames()).isEqualTo(names);
        assertThat(ordered.warnings()).isEmpty();
        ProblemException lacking =
                catchThrowableOfType(
                        ProblemException.class,
                        () ->
                                open(
                                        "mlp-28x28",
                                        images + "?labels=" + texts + "&class-order=zero,one"));
        assertThat(lacking.problems().getFirst().message()).contains("--class-order");
    }

    /** Floats from 0 to 255 are no bytes, but may have to be divided too: asked, not done. */
    @Test
    void floatsOfBytesAreAsked(@TempDir Path folder) throws Exception {
        LabelledImages bytes = DataSets.open(field("mlp-28x28/data.npz").toString(), null);
        float[] values = bytes.batch(0, bytes.count());
        Path file = folder.resolve("f.npz");
        NpzWriter.write(
                file,
                Map.of(
                        "x",
                        NpyArray.of(values, bytes.count(), 28, 28),
                        "y",
                        NpyArray.of(bytes.labels(), bytes.count())));
        Experiment asked = open("mlp-28x28", file.toString());
        assertThat(asked.choices())
                .singleElement()
                .satisfies(choice -> assertThat(choice.values()).contains("bytes", "unit"));
        Experiment divided = open("mlp-28x28", file + "?prepare=unit");
        assertThat(accuracy(divided)).isEqualTo(83.33, within(0.01));
        assertThat(divided.choices()).isEmpty();
    }
}
