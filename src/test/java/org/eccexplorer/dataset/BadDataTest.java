package org.eccexplorer.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.eccexplorer.Resources;
import org.eccexplorer.array.NpyArray;
import org.eccexplorer.array.NpyReader;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.Problem.Kind;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Data sets that are damaged, odd or something else; those that DataSetsTest does not have. */
class BadDataTest {
    private static final Shape TARGET = new Shape(4, 4, 3);

    @TempDir private Path folder = Path.of("");

    private static void refused(Object spec, Kind kind, String... words) {
        ProblemException e =
                catchThrowableOfType(
                        ProblemException.class, () -> DataSets.open(spec.toString(), TARGET));
        assertThat(e).as("a problem with %s", spec).isNotNull();
        Problem problem = e.problems().getFirst();
        assertThat(problem.message()).contains(words);
        assertThat(problem.kind()).as(problem.message()).isEqualTo(kind);
    }

    private Path write(String name, byte... bytes) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        return Files.write(folder.resolve(name), bytes);
    }

    private Path zeros(String name, byte[] start, long count) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(start);
            byte[] block = new byte[1 << 20];
            for (long left = count; left > 0; left -= block.length) {
                out.write(block, 0, (int) Math.min(left, block.length));
            }
        }
        return file;
    }

    /** D4: 300 MB of zeros take 300 kB. */
    @Test
    void gzipBomb() throws IOException {
        byte[] header = {0, 0, 8, 3, 0, 0, 1, 0, 0, 0, 16, 0, 0, 0, 16, 0};
        refused(zeros("a-images-idx3-ubyte.gz", header, 300L << 20), Kind.LIMIT, "too large");
    }

    /** D5: labels are bytes, not floats. */
    @Test
    void labelsOfFloats() throws IOException {
        Path images =
                write("a-images-idx3-ubyte", 0, 0, 8, 3, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 7);
        write("a-labels-idx1-ubyte", 0, 0, 13, 1, 0, 0, 0, 1, 0, 0, 0, 0);
        refused(images, Kind.UNSUPPORTED, "a-labels", "Only IDX files of bytes", "0x0d");
    }

    private Path write(String name, int... values) throws IOException {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return write(name, bytes);
    }

    /** D8. */
    @Test
    void label255() throws IOException {
        byte[] record = new byte[3073];
        record[0] = (byte) 255;
        refused(write("x.bin", record), Kind.CORRUPT, "label is out of range", "label 255");
    }

    /** D9: records of CIFAR-100 have a byte more. */
    @Test
    void cifar100UnderAnotherName() throws IOException, ProblemException {
        byte[] records = new byte[2 * 3074];
        records[1] = 99;
        refused(write("mine.bin", records), Kind.CORRUPT, "multiple of 3073", "6148");
        LabelledImages images = DataSets.open(write("test.bin", records).toString(), TARGET);
        assertThat(images.labels()).containsExactly(99, 0);
    }

    /** D20: events of N-MNIST, five bytes each. */
    @Test
    void eventsAreNoImages() throws IOException {
        refused(write("00002.bin", new byte[5 * 4196]), Kind.CORRUPT, "not a file of CIFAR-10");
    }

    /** D10: the third version of the header is UTF-8, its length 4 bytes. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void laterHeaders(int version) throws ProblemException {
        NpyArray array = NpyReader.read("x", npy(version, "(2,)", -1, new byte[] {5, 6}));
        assertThat(array.values()).containsExactly(5, 6);
    }

    private static byte[] npy(int version, String shape, int length, byte[] data) {
        byte[] header =
                "{'descr': '|u1', 'fortran_order': False, 'shape': %s, }\n"
                        .formatted(shape)
                        .getBytes(StandardCharsets.UTF_8);
        ByteBuffer buffer = ByteBuffer.allocate(12 + header.length + data.length);
        buffer.order(ByteOrder.LITTLE_ENDIAN);
        buffer.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII));
        buffer.put((byte) version).put((byte) 0);
        return buffer.putInt(length < 0 ? header.length : length).put(header).put(data).array();
    }

    /** D12: a header of 2 GB, and more data than the shape takes. */
    @Test
    void headersThatLie() throws IOException {
        Path file = write("x.npy", npy(2, "(2,)", Integer.MAX_VALUE, new byte[2]));
        refused(file, Kind.CORRUPT, "header");
        refused(write("x.npy", npy(2, "(1,)", -1, new byte[2])), Kind.CORRUPT, "needs 1 bytes");
    }

    /** D13: a member that unpacks to a thousand times its size, and one that says too little. */
    @Test
    void npzBomb() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("x.npy"));
            zip.write(npy(2, "(9999999999,)", -1, new byte[1 << 20]));
        }
        refused(write("x.npz", out.toByteArray()), Kind.LIMIT, "too large");
        byte[] lying = out.toByteArray();
        int central = lastIndexOf(lying, new byte[] {'P', 'K', 1, 2});
        ByteBuffer.wrap(lying).order(ByteOrder.LITTLE_ENDIAN).putInt(central + 24, 10);
        refused(write("y.npz", lying), Kind.CORRUPT, "not as long as the archive says");
    }

    private static int lastIndexOf(byte[] bytes, byte[] part) {
        for (int i = bytes.length - part.length; i >= 0; i--) {
            if (Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) {
                return i;
            }
        }
        throw new AssertionError("not there");
    }

    // D14: pictures.

    private void picture(String name, BufferedImage image, String format) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        assertThat(ImageIO.write(image, format, file.toFile())).isTrue();
    }

    private static BufferedImage image(int type, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, type);
        var graphics = image.createGraphics();
        graphics.setColor(java.awt.Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        return image;
    }

    /** One class; sizes, depths and colour models of all kinds, all of them white. */
    @Test
    void picturesOfEveryKind() throws IOException, ProblemException {
        picture("one/a.png", image(BufferedImage.TYPE_USHORT_GRAY, 9, 5), "png");
        picture("one/b.gif", image(BufferedImage.TYPE_BYTE_INDEXED, 5, 9), "gif");
        picture("one/c.JPG", image(BufferedImage.TYPE_3BYTE_BGR, 16, 16), "jpg");
        picture("one/d.bmp", image(BufferedImage.TYPE_INT_RGB, 1, 1), "bmp");
        picture("one/e.png", image(BufferedImage.TYPE_INT_ARGB, 4, 4), "png");
        byte[] white = {(byte) 255};
        IndexColorModel palette = new IndexColorModel(1, 1, white, white, white, white);
        picture(
                "one/f.png",
                new BufferedImage(4, 4, BufferedImage.TYPE_BYTE_BINARY, palette),
                "png");

        LabelledImages images = DataSets.open(folder.toString(), TARGET);

        assertThat(images.count()).isEqualTo(6);
        assertThat(images.classNames()).containsExactly("one");
        for (float pixel : images.batch(0, images.count())) {
            assertThat(pixel).isGreaterThan(250);
        }
    }

    @Test
    void aCutOffJpegIsNamed() throws IOException {
        picture("one/a.jpg", image(BufferedImage.TYPE_3BYTE_BGR, 64, 64), "jpg");
        byte[] bytes = Files.readAllBytes(folder.resolve("one/a.jpg"));
        write("one/a.jpg", Arrays.copyOf(bytes, 300));
        refused(folder, Kind.CORRUPT, "a.jpg", "cannot be decoded");
    }

    /** Java decodes no JPEG of four inks: it is named, not shown in wrong colours. */
    @Test
    void aJpegOfFourInksIsNamed() throws IOException {
        picture("one/a.jpg", image(BufferedImage.TYPE_3BYTE_BGR, 16, 16), "jpg");
        byte[] bytes = Files.readAllBytes(folder.resolve("one/a.jpg"));
        int frame = lastIndexOf(bytes, new byte[] {(byte) 0xff, (byte) 0xc0});
        bytes[frame + 9] = 4;
        write("one/a.jpg", bytes);
        refused(folder, Kind.CORRUPT, "a.jpg", "cannot be decoded");
    }

    @Test
    void aFileThatMayNotBeReadIsNamed() throws IOException {
        assumeFalse("root".equals(System.getProperty("user.name")), "root may read everything");
        assumeTrue(Resources.hasPermissions());
        picture("one/a.png", image(BufferedImage.TYPE_INT_RGB, 4, 4), "png");
        Files.setPosixFilePermissions(
                folder.resolve("one/a.png"), PosixFilePermissions.fromString("---------"));
        refused(folder, Kind.UNREADABLE, "a.png", "permission");
    }

    @Test
    void foldersThatContainThemselves() throws IOException, ProblemException {
        assumeTrue(Resources.hasPermissions());
        picture("one/a.png", image(BufferedImage.TYPE_INT_RGB, 4, 4), "png");
        Files.createSymbolicLink(folder.resolve("one/loop"), folder);
        Files.createSymbolicLink(folder.resolve("self"), folder.resolve("self"));
        assertThat(DataSets.open(folder.toString(), TARGET).count()).isEqualTo(1);
    }

    /** D16: more classes than the model has outputs, in one-hot labels as well. */
    @ParameterizedTest
    @CsvSource({"2, true", "3, false"})
    void labelsBeyondTheModel(int classes, boolean refused) {
        LabelledImages images =
                new LabelledImages("x", TARGET, new float[48], new int[] {2}, List.of(), false);
        ProblemException e =
                catchThrowableOfType(
                        ProblemException.class,
                        () -> DataCheck.prepare(images, TARGET, classes, false));
        assertThat(e != null).isEqualTo(refused);
    }

    /** D21, D22: what was opened stays whole when its file changes or goes away. */
    @Test
    void filesThatGoAwayAfterwards() throws IOException, ProblemException {
        byte[] records = new byte[3 * 3073];
        Arrays.fill(records, (byte) 9);
        Path file = write("test_batch.bin", records);
        LabelledImages images = DataSets.open(file.toString(), TARGET);
        Files.write(file, new byte[3073]);
        assertThat(images.image(2)).containsOnly(9);
        Files.delete(file);
        assertThat(images.count()).isEqualTo(3);
        refused(file, Kind.UNREADABLE, "no such file");
    }
}
