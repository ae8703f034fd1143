package org.eccexplorer.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eccexplorer.array.NpyArray;
import org.eccexplorer.array.NpzWriter;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Labels as people have them: under many names, from 0 or 1, as texts, in files of their own. */
class LabelsTest {
    private static final Shape SHAPE = new Shape(2, 2, 1);

    @TempDir private Path folder = Path.of("");

    private static NpyArray images(int count) {
        return NpyArray.of(new float[count * 4], count, 2, 2);
    }

    private Path npz(String images, String labels, int... classes) throws ProblemException {
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        arrays.put(labels, NpyArray.of(classes, classes.length));
        arrays.put(images, images(classes.length));
        Path file = folder.resolve("data.npz");
        NpzWriter.write(file, arrays);
        return file;
    }

    private static LabelledImages open(String spec) throws ProblemException {
        return DataSets.open(spec, SHAPE);
    }

    @ParameterizedTest
    @CsvSource({
        "X_test, Y_test", "X, y", "x, Y", "test_images, test_labels", "arr_0, arr_1",
        "images, label", "image, label", "data, target", "Data, Labels", "test_x, test_y",
        "xTrain, yTrain", "features, targets", "x_val, y_val"
    })
    void namesAreFoundInLettersOfEitherCase(String images, String labels) throws ProblemException {
        assertThat(open(npz(images, labels, 3, 1, 2).toString()).labels()).containsExactly(3, 1, 2);
    }

    @Test
    void labelsOfTheSamePartComeFirst() {
        Set<String> names = Set.of("x_train", "y_train", "y_test", "x_test");
        ArrayKeys keys = ArrayKeys.of("", names);
        assertThat(keys.images()).isEqualTo("x_test");
        assertThat(keys.labels()).isEqualTo("y_test");
        assertThat(ArrayKeys.of("", Set.of("only")).images()).isEqualTo("only");
    }

    @Test
    void arraysThatCouldBeLabelsAreNamed() throws ProblemException {
        LabelledImages images = open(npz("x", "strange", 0, 1).toString());
        assertThat(images.labels()).isEmpty();
        assertThat(images.notes().said()).singleElement().asString().contains("strange");
        assertThat(open(folder.resolve("data.npz") + "#x").notes().said()).isEmpty();
    }

    @Test
    void labelsThatCountFromOneAreSaidAndSubtracted() throws ProblemException {
        Path file = npz("x", "y", 1, 2, 3);
        LabelledImages images = open(file.toString());
        Problem problem =
                catchThrowableOfType(
                                ProblemException.class,
                                () -> DataCheck.prepare(images, SHAPE, 3, false))
                        .problems()
                        .getFirst();
        assertThat(problem.message()).contains("from 1 to 3", "--labels-from 1");
        assertThat(open(file + "?labels-from=1").labels()).containsExactly(0, 1, 2);
        assertThat(
                        catchThrowableOfType(
                                        ProblemException.class, () -> open(file + "?labels-from=2"))
                                .problems()
                                .getFirst()
                                .kind())
                .isEqualTo(Problem.Kind.USAGE);
        int[] many = new int[40];
        Arrays.fill(many, 1);
        assertThat(DataCheck.labelNotes(open(npz("x", "y", many).toString()), 3).said())
                .satisfiesExactly(
                        said -> assertThat(said).contains("--labels-from 1"),
                        said -> assertThat(said).contains("only 1 of 3 classes"));
    }

    private static byte[] texts(String type, Charset charset, int width, String... texts) {
        String header =
                "{'descr': '"
                        + type
                        + "', 'fortran_order': False, 'shape': ("
                        + texts.length
                        + ",), }\n";
        ByteBuffer npy = ByteBuffer.allocate(10 + header.length() + texts.length * width);
        npy.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII));
        npy.put((byte) 1).put((byte) 0).put((byte) header.length()).put((byte) 0);
        npy.put(header.getBytes(StandardCharsets.US_ASCII));
        for (String text : texts) {
            int start = npy.position();
            npy.put(text.getBytes(charset)).position(start + width);
        }
        return npy.array();
    }

    @Test
    void textsAreClassesInAlphabeticalOrder() throws IOException, ProblemException {
        Path images = npz("x", "other", 0, 0, 0);
        Path wide = folder.resolve("wide.npy");
        Charset utf32 = Charset.forName("UTF-32LE");
        Files.write(wide, texts("<U4", utf32, 16, "dog", "cat", "dog"));
        Path narrow = folder.resolve("narrow.npy");
        Files.write(narrow, texts("|S4", StandardCharsets.UTF_8, 4, "dog", "cat", "dog"));
        Path lines = folder.resolve("lines.txt");
        Files.writeString(lines, "dog\ncat\ndog\n");
        for (Path file : List.of(wide, narrow, lines)) {
            LabelledImages labelled = open(images + "#x?labels=" + file);
            assertThat(labelled.labels()).containsExactly(1, 0, 1);
            assertThat(labelled.classNames()).containsExactly("cat", "dog");
            assertThat(labelled.notes().said()).singleElement().asString().contains("cat, dog");
        }
    }

    @Test
    void aSecondFileHoldsTheSameRows() throws IOException, ProblemException {
        Path images = npz("x", "y", 0, 0, 0);
        Path lines = folder.resolve("labels.csv");
        Files.writeString(lines, "label\n4\n5\n6\n");
        assertThat(open(images + "@1:3?labels=" + lines).labels()).containsExactly(5, 6);
        Files.writeString(lines, "4\n5\n");
        assertThat(
                        catchThrowableOfType(
                                        ProblemException.class,
                                        () -> open(images + "?labels=" + lines))
                                .problems()
                                .getFirst()
                                .message())
                .contains("3 images, 2 labels");
    }

    @Test
    void moreAndFewerClassesThanOutputsAreSaid() throws ProblemException {
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        arrays.put("x", images(2));
        arrays.put("y", NpyArray.of(new float[] {1, 0, 0, 0, 0, 1}, 2, 3));
        Path file = folder.resolve("hot.npz");
        NpzWriter.write(file, arrays);
        LabelledImages images = open(file.toString());
        assertThat(images.labels()).containsExactly(0, 2);
        assertThat(DataCheck.labelNotes(images, 3).said()).isEmpty();
        assertThat(DataCheck.labelNotes(images, 5).said())
                .singleElement()
                .asString()
                .contains("3", "5");
    }

    /** The window offers all arrays, with those chosen that are taken. */
    @Test
    void allArraysOfAFileAreNamed() throws ProblemException {
        Path file = npz("X", "strange", 0, 1);
        assertThat(NamedArrays.of(file.toString()))
                .isEqualTo(new NamedArrays(List.of("X", "strange"), "X", ""));
        assertThat(NamedArrays.of(file + "#X,strange@0:1?labels-from=1"))
                .isEqualTo(new NamedArrays(List.of("X", "strange"), "X", "strange"));
        assertThat(NamedArrays.of(folder.toString()).names()).isEmpty();
    }

    @Test
    void whatIsWrongOfLabelsIsToldWithWhatToDo() throws ProblemException {
        Path signs = npz("x", "y", -1, 1, 1);
        ProblemException refused =
                catchThrowableOfType(ProblemException.class, () -> open(signs.toString()));
        assertThat(refused.problems().getFirst().message()).contains("\u22121 and 1", "0 and 1");
        Path images = npz("x", "none", 0, 1, 2);
        Path labels = folder.resolve("y.npz");
        NpzWriter.write(labels, Map.of("y", NpyArray.of(new int[] {1, 0}, 2)));
        ProblemException apart =
                catchThrowableOfType(
                        ProblemException.class, () -> open(images + "#x?labels=" + labels));
        assertThat(apart.problems().getFirst().message())
                .contains("3 images, 2 labels", "one set", "y.npz");
    }
}
