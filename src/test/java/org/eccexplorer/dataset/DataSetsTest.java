package org.eccexplorer.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.eccexplorer.Resources;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.Problem.Kind;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of data set that is read, and what can be wrong with it. */
public class DataSetsTest {
    @TempDir private Path folder = Path.of("");

    private static void is(Problem problem, Kind kind, String... words) {
        assertThat(problem.message()).contains(words);
        assertThat(problem.kind()).as(problem.message()).isEqualTo(kind);
    }

    private Problem problem(Object spec) {
        return problem(spec, null);
    }

    private static Problem problem(Object spec, Shape target) {
        ProblemException e =
                catchThrowableOfType(
                        ProblemException.class, () -> DataSets.open(spec.toString(), target));
        assertThat(e).as("a problem with %s", spec).isNotNull();
        return e.problems().getFirst();
    }

    private Path write(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private static byte[] idx(int type, int[] sizes, int values) {
        ByteBuffer buffer = ByteBuffer.allocate(4 + 4 * sizes.length + values);
        buffer.put((byte) 0).put((byte) 0).put((byte) type).put((byte) sizes.length);
        for (int size : sizes) {
            buffer.putInt(size);
        }
        for (int i = 0; i < values; i++) {
            buffer.put((byte) (i % 10));
        }
        return buffer.array();
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        }
        return out.toByteArray();
    }

    public static byte[] npy(String descr, boolean fortran, String shape, byte[] data) {
        String header =
                "{'descr': '%s', 'fortran_order': %s, 'shape': %s, }\n"
                        .formatted(descr, fortran ? "True" : "False", shape);
        ByteBuffer buffer = ByteBuffer.allocate(10 + header.length() + data.length);
        buffer.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII));
        buffer.put((byte) 1).put((byte) 0);
        buffer.put((byte) header.length()).put((byte) (header.length() >> 8));
        buffer.put(header.getBytes(StandardCharsets.US_ASCII)).put(data);
        return buffer.array();
    }

    private Path npz(Map<String, byte[]> arrays) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (var array : arrays.entrySet()) {
                zip.putNextEntry(new ZipEntry(array.getKey() + ".npy"));
                zip.write(array.getValue());
                zip.closeEntry();
            }
        }
        return write("data.npz", out.toByteArray());
    }

    // IDX

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void idxPairsPlainAndGzipped(boolean gzipped) throws IOException, ProblemException {
        byte[] images = idx(8, new int[] {3, 2, 4}, 24);
        byte[] labels = idx(8, new int[] {3}, 3);
        String end = gzipped ? ".gz" : "";
        write("t10k-images-idx3-ubyte" + end, gzipped ? gzip(images) : images);
        write("t10k-labels-idx1-ubyte" + end, gzipped ? gzip(labels) : labels);
        write("train-images-idx3-ubyte", idx(8, new int[] {1, 2, 4}, 8));
        write("train-labels-idx1-ubyte", idx(8, new int[] {1}, 1));
        LabelledImages test = DataSets.open(folder.toString(), null);
        assertThat(test.count()).isEqualTo(3);
        assertThat(test.shape()).isEqualTo(new Shape(2, 4, 1));
        assertThat(test.labels()).containsExactly(0, 1, 2);
        assertThat(test.bytes()).isTrue();
        assertThat(test.image(1)).startsWith(8, 9, 0, 1);
        assertThat(DataSets.open(folder + "#train", null).count()).isEqualTo(1);
    }

    /** As people bring the images of a test whose answers they do not have. */
    @Test
    void idxWithoutLabelsHasNone() throws IOException, ProblemException {
        Path images = write("train-images-idx3-ubyte", idx(8, new int[] {3, 2, 4}, 24));
        LabelledImages read = DataSets.open(images.toString(), null);
        assertThat(read.count()).isEqualTo(3);
        assertThat(read.labels()).isEmpty();
        assertThat(read.notes().said())
                .containsExactly(
                        "train-images-idx3-ubyte: there is no train-labels-idx1-ubyte in its"
                                + " folder, so the images have no labels. If the labels are in"
                                + " another file, name it with --labels");
        assertThat(DataSets.open(folder.toString(), null).labels()).isEmpty();
        write("train-labels-idx1-ubyte", idx(8, new int[] {3}, 3));
        assertThat(DataSets.open(images.toString(), null).notes().said()).isEmpty();
    }

    /** D1, D2, D3, D4, D5, D6. */
    @Test
    void damagedIdx() throws IOException {
        Path images = write("a-images-idx3-ubyte", idx(8, new int[] {3, 2, 4}, 24));
        write("a-labels-idx1-ubyte", idx(8, new int[] {2}, 2));
        is(problem(images), Kind.CORRUPT, "do not belong together", "3 images, 2 labels");
        write("a-images-idx3-ubyte", idx(8, new int[] {4, 2, 4}, 24));
        is(problem(images), Kind.CORRUPT, "not as long", "32 values, there are 24");
        write("a-images-idx3-ubyte", new byte[] {3, 8, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0});
        is(problem(images), Kind.CORRUPT, "not an IDX file", "0x03080000");
        write("a-images-idx3-ubyte", idx(13, new int[] {1, 1, 1}, 4));
        is(problem(images), Kind.UNSUPPORTED, "Only IDX files of bytes", "0x0d");
        write("a-images-idx3-ubyte", idx(8, new int[] {0, 2, 2}, 0));
        is(problem(images), Kind.CORRUPT, "empty", "0 images");
        write("a-images-idx3-ubyte", idx(8, new int[] {1 << 30, 1 << 30, 4}, 0));
        is(problem(images), Kind.CORRUPT, "impossible");
        byte[] zipped = gzip(idx(8, new int[] {3, 2, 4}, 24));
        byte[] bomb = gzip(idx(8, new int[] {1, 1, 1}, 300 << 20));
        assertThat(bomb.length).isLessThan(1 << 20);
        is(problem(write("c-images-idx3-ubyte.gz", bomb)), Kind.LIMIT, "too large");
        write("a-images-idx3-ubyte", idx(8, new int[] {3, 2, 4}, 24));
        write("a-labels-idx1-ubyte", idx(13, new int[] {3}, 12));
        is(problem(images), Kind.UNSUPPORTED, "a-labels", "0x0d");
        Path cut = write("b-images-idx3-ubyte.gz", Arrays.copyOf(zipped, zipped.length - 12));
        is(problem(cut), Kind.CORRUPT, "gzip");
    }

    // CIFAR

    @Test
    void cifarBinary() throws IOException, ProblemException {
        byte[] bytes = new byte[2 * 3073];
        bytes[0] = 7;
        bytes[1] = (byte) 200;
        bytes[1 + 1024] = 100;
        bytes[3073] = 2;
        write("test_batch.bin", bytes);
        LabelledImages images = DataSets.open(folder.toString(), null);
        assertThat(images.shape()).isEqualTo(new Shape(32, 32, 3));
        assertThat(images.labels()).containsExactly(7, 2);
        assertThat(images.image(0)).startsWith(200, 100, 0);
    }

    /** D7 to D9. */
    @Test
    void damagedCifar() throws IOException {
        is(problem(write("x.bin", new byte[5000])), Kind.CORRUPT, "multiple of 3073", "5000");
        byte[] bytes = new byte[3073];
        bytes[0] = 77;
        is(problem(write("x.bin", bytes)), Kind.CORRUPT, "label is out of range", "label 77");
        byte[] fine = new byte[3074 * 2];
        Arrays.fill(fine, (byte) 90);
        is(problem(write("test_batch.bin", fine)), Kind.CORRUPT, "multiple of 3073", "6148");
    }

    // NPZ and HDF5

    private static String resource(String name) {
        return Resources.path("dataset/" + name).toString();
    }

    @Test
    void npzWithKeysLabelsAndOneHot() throws IOException, ProblemException {
        byte[] images = npy("|u1", false, "(2, 2, 2)", new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
        byte[] labels = npy("|u1", false, "(2,)", new byte[] {1, 0});
        byte[] hot = npy("|u1", false, "(2, 3)", new byte[] {0, 0, 1, 0, 1, 0});
        Path file = npz(Map.of("images", images, "labels", labels, "hot", hot));
        assertThat(DataSets.open(file.toString(), null).labels()).containsExactly(1, 0);
        assertThat(DataSets.open(file + "#images,hot", null).labels()).containsExactly(2, 1);
        assertThat(DataSets.open(file + "#images", null).labels()).isEmpty();
    }

    /** Written with h5py: x_test (6, 4, 4, 3) bytes, y_test, float (6, 3, 4, 4) and one-hot. */
    @Test
    void hdf5WithUsualAndGivenNames() throws ProblemException {
        String file = resource("images.h5");
        LabelledImages images = DataSets.open(file, new Shape(4, 4, 3));
        assertThat(images.count()).isEqualTo(6);
        assertThat(images.bytes()).isTrue();
        assertThat(images.labels()).containsExactly(0, 1, 2, 0, 1, 2);
        LabelledImages planes = DataSets.open(file + "#group/planes,group/hot", images.shape());
        assertThat(planes.bytes()).isFalse();
        assertThat(planes.labels()).isEqualTo(images.labels());
        for (int i = 0; i < 6 * images.shape().size(); i++) {
            assertThat(planes.batch(0, 6)[i] * 255)
                    .isCloseTo(
                            images.batch(0, 6)[i], org.assertj.core.api.Assertions.within(1e-3f));
        }
        LabelledImages some = DataSets.open(file + "@2:5", new Shape(4, 4, 3));
        assertThat(some.labels()).containsExactly(2, 0, 1);
    }

    @Test
    void hdf5ThatDoesNotFit() throws IOException {
        String file = resource("images.h5");
        is(problem(Path.of(file + "#nothing")), Kind.UNSUPPORTED, "not clear");
        is(problem(Path.of(file + "#x_test,nothing")), Kind.CORRUPT, "no dataset of labels");
        is(problem(Path.of(file + "#group/text")), Kind.UNSUPPORTED, "no numbers");
        byte[] whole = Files.readAllBytes(Path.of(file));
        is(
                problem(write("cut.h5", Arrays.copyOf(whole, whole.length / 2))),
                Kind.CORRUPT,
                "truncated");
    }

    /** Several columns that are not one-hot: of zeros and ones, and of other numbers. */
    @Test
    void columnsThatAreNoClassesAreNamed() throws IOException, ProblemException {
        byte[] two = npy("|u1", false, "(2, 1, 1)", new byte[2]);
        byte[] half = npy("|u1", false, "(2, 2)", new byte[] {0, 1, 1, 1});
        LabelledImages several = DataSets.open(npz(Map.of("x", two, "y", half)).toString(), null);
        assertThat(several.labels()).isEmpty();
        assertThat(several.notes().said())
                .singleElement()
                .asString()
                .contains("multi-label", "2 columns", "image 1 add up to 2", "without labels");
        byte[] whole = npy("|u1", false, "(2, 2)", new byte[] {0, 1, 7, 40});
        LabelledImages targets = DataSets.open(npz(Map.of("x", two, "y", whole)).toString(), null);
        assertThat(targets.labels()).isEmpty();
        assertThat(targets.notes().said())
                .singleElement()
                .asString()
                .contains("regression", "image 1 add up to 47", "without labels");
    }

    /** D13, D16. */
    @Test
    void npzThatDoesNotFit() throws IOException, ProblemException {
        byte[] two = npy("|u1", false, "(2, 1, 1)", new byte[2]);
        byte[] three = npy("|u1", false, "(3,)", new byte[3]);
        Path file = npz(Map.of("images", two, "labels", three));
        is(problem(file), Kind.CORRUPT, "do not belong together");
        is(problem(file + "#pictures"), Kind.UNSUPPORTED, "no such array", "images", "labels");
        is(problem(npz(Map.of("a", two, "b", two))), Kind.UNSUPPORTED, "not clear");
        byte[] scalar = npy("<f4", false, "()", new byte[4]);
        is(problem(write("x.npy", scalar)), Kind.CORRUPT, "empty");
        ByteBuffer point = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        byte[] fraction = npy("<f8", false, "(2,)", point.putDouble(1).putDouble(0.5).array());
        LabelledImages regression =
                DataSets.open(npz(Map.of("x", two, "y", fraction)).toString(), null);
        assertThat(regression.labels()).isEmpty();
        assertThat(regression.notes().said())
                .singleElement()
                .asString()
                .contains("regression", "the first is 0.5");
        byte[] below = npy("|i1", false, "(2,)", new byte[] {-1, 1});
        is(problem(npz(Map.of("x", two, "y", below))), Kind.CORRUPT, "label is not a class");
        byte[] bomb = new byte[300 << 20];
        System.arraycopy(two, 0, bomb, 0, two.length);
        is(problem(npz(Map.of("x", bomb))), Kind.LIMIT, "too large");
        byte[] zip = Files.readAllBytes(file);
        is(problem(write("cut.npz", Arrays.copyOf(zip, zip.length / 2))), Kind.CORRUPT, "complete");
    }

    @Test
    void channelOrderIsToldByTheModel() throws IOException, ProblemException {
        byte[] planes = npy("|u1", false, "(1, 2, 1, 3)", new byte[] {1, 2, 3, 4, 5, 6});
        Path file = npz(Map.of("x", planes));
        LabelledImages first = DataSets.open(file.toString(), new Shape(1, 3, 2));
        assertThat(first.image(0)).containsExactly(1, 4, 2, 5, 3, 6);
        LabelledImages last = DataSets.open(file.toString(), new Shape(2, 1, 3));
        assertThat(last.image(0)).containsExactly(1, 2, 3, 4, 5, 6);
        byte[] cube = npy("|u1", false, "(1, 3, 3, 3)", new byte[27]);
        is(
                problem(npz(Map.of("x", cube)), new Shape(3, 3, 3)),
                Kind.UNSUPPORTED,
                "cannot be told apart");
    }

    @Test
    void unknownAndMissingFiles() throws IOException {
        is(problem(folder.resolve("none.npz")), Kind.UNREADABLE, "no such file");
        is(problem(write("data.xyz", new byte[] {1})), Kind.UNSUPPORTED, "not known");
    }

    // Fitting a model: D17, D18, D19.

    private static LabelledImages images(Shape shape, boolean bytes, float... pixels) {
        return new LabelledImages("x", shape, pixels, new int[] {0}, List.of(), bytes);
    }

    @Test
    void bytesAreScaledUnlessTheModelRescales() throws ProblemException {
        Shape shape = new Shape(1, 2, 1);
        LabelledImages bytes = images(shape, true, 0, 255);
        assertThat(DataCheck.prepare(bytes, shape, 2, false).image(0)).containsExactly(0, 1);
        assertThat(DataCheck.prepare(bytes, shape, 2, true).image(0)).containsExactly(0, 255);
    }

    @Test
    void whatDoesNotFitAModelIsSaid() throws ProblemException {
        Shape shape = new Shape(1, 2, 1);
        assertThat(DataCheck.warnings(images(shape, false, 0, 255), false))
                .singleElement()
                .asString()
                .contains("from 0", "to 255");
        assertThat(DataCheck.warnings(images(shape, false, 0, 1), true)).hasSize(1);
        assertThat(DataCheck.warnings(images(shape, false, 0, 1), false)).isEmpty();
        is(unfit(images(shape, false, 0, Float.NaN), shape, 2), Kind.CORRUPT, "1 values are NaN");
        is(unfit(images(shape, false, 0, 1), new Shape(1, 2, 3), 2), Kind.CORRUPT, "1×2×3");
        LabelledImages labelled =
                new LabelledImages("x", shape, new float[2], new int[] {5}, List.of(), false);
        is(unfit(labelled, shape, 2), Kind.CORRUPT, "label 5", "2 classes");
    }

    private static Problem unfit(LabelledImages images, Shape input, int classes) {
        return catchThrowableOfType(
                        ProblemException.class,
                        () -> DataCheck.prepare(images, input, classes, false))
                .problems()
                .getFirst();
    }
}
