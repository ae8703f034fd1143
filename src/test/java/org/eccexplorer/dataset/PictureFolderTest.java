package org.eccexplorer.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import org.eccexplorer.Resources;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.Problem.Kind;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.tensor.Shape;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** D14: folders of pictures, and every picture that a camera, a browser or an attacker made. */
class PictureFolderTest {
    private static final Shape COLOUR = new Shape(4, 4, 3);
    private static final Shape GREY = new Shape(4, 4, 1);

    @TempDir private Path folder = Path.of("");
    private Path cat = Path.of("");

    @BeforeEach
    void makeAClass() throws IOException {
        cat = Files.createDirectories(folder.resolve("cat"));
    }

    private static BufferedImage filled(int type, int width, int height, Color colour) {
        BufferedImage image = new BufferedImage(width, height, type);
        for (int i = 0; i < width * height; i++) {
            image.setRGB(i % width, i / width, colour.getRGB());
        }
        return image;
    }

    private static void picture(Path file, int width, int height, Color colour) throws IOException {
        Files.createDirectories(file.getParent());
        ImageIO.write(
                filled(BufferedImage.TYPE_INT_RGB, width, height, colour), "png", file.toFile());
    }

    private LabelledImages open(Shape target) throws ProblemException {
        return DataSets.open(folder.toString(), target);
    }

    private void assertFails(Kind kind, String... words) {
        ProblemException e = catchThrowableOfType(ProblemException.class, () -> open(COLOUR));
        assertThat(e).isNotNull();
        Problem problem = e.problems().getFirst();
        assertThat(problem.message()).contains(words);
        assertThat(problem.kind()).as(problem.message()).isEqualTo(kind);
    }

    /** Classes in alphabetical order; hidden files, other files and empty folders do not count. */
    @Test
    void readsAFolderPerClass() throws IOException, ProblemException {
        picture(folder.resolve("пёс/1.png"), 20, 10, Color.RED);
        picture(cat.resolve("2.png"), 4, 4, Color.BLUE);
        picture(cat.resolve(".hidden.png"), 4, 4, Color.BLUE);
        Files.write(cat.resolve("Thumbs.db"), new byte[] {1});
        Files.createDirectories(folder.resolve("empty"));
        LabelledImages images = open(COLOUR);
        assertThat(images.count()).isEqualTo(2);
        assertThat(images.classNames()).containsExactly("cat", "пёс");
        assertThat(images.labels()).containsExactly(0, 1);
        assertThat(images.image(1)).startsWith(255, 0, 0);
        assertThat(open(GREY).image(0)).hasSize(16);
    }

    /** They are decoded beside each other. */
    @Test
    void manyPicturesComeInTheirOrder() throws IOException, ProblemException {
        for (int i = 0; i < 50; i++) {
            picture(cat.resolve((100 + i) + ".png"), 3 + i, 4, new Color(i, i, i));
        }
        LabelledImages images = open(GREY);
        for (int i = 0; i < 50; i++) {
            assertThat(images.image(i)).containsOnly(i);
        }
        LabelledImages some = DataSets.open(folder + "@20:23", GREY);
        assertThat(some.count()).isEqualTo(3);
        assertThat(some.image(2)).containsOnly(22);
        Files.write(cat.resolve("130.png"), new byte[] {1});
        Files.write(cat.resolve("120.png"), new byte[] {1});
        assertFails(Kind.CORRUPT, "120.png");
    }

    @Test
    void readingEndsWhereItIsInterrupted() throws IOException {
        picture(cat.resolve("1.png"), 3, 4, Color.RED);
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> open(GREY)).isInstanceOf(CancellationException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void oneClassIsEnough() throws IOException, ProblemException {
        picture(cat.resolve("1.png"), 9, 5, Color.GREEN);
        assertThat(open(COLOUR).classNames()).containsExactly("cat");
        assertThat(open(COLOUR).labels()).containsExactly(0);
    }

    @Test
    void needsPicturesAndATarget() {
        assertFails(Kind.UNSUPPORTED, "no pictures", "one folder per class");
        ProblemException e = catchThrowableOfType(ProblemException.class, () -> open(null));
        assertThat(e.problems().getFirst().message()).contains("Open a model first");
    }

    /** A value of grey stays that value, however it is stored. */
    @ParameterizedTest
    @CsvSource({"png, 10, 1", "png, 5, 1", "png, 1, 1", "png, 2, 1", "bmp, 5, 1", "gif, 13, 3"})
    void keepsValues(String format, int type, float most) throws IOException, ProblemException {
        BufferedImage image = filled(type, 8, 8, new Color(128, 128, 128));
        if (image.getColorModel().getNumColorComponents() == 1) {
            for (int i = 0; i < 64; i++) {
                image.getRaster().setSample(i % 8, i / 8, 0, 128);
            }
        }
        assertThat(ImageIO.write(image, format, cat.resolve("1." + format).toFile())).isTrue();
        for (Shape target : List.of(COLOUR, GREY)) {
            for (float pixel : open(target).image(0)) {
                assertThat(pixel).as("%s", target).isCloseTo(128, within(most));
            }
        }
    }

    @Test
    void readsPalettesWithTransparencyAndTheFirstPictureOfAnAnimation()
            throws IOException, ProblemException {
        byte[] ramp = {0, (byte) 255};
        IndexColorModel palette = new IndexColorModel(1, 2, ramp, ramp, ramp, new byte[] {0, -1});
        BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_BINARY, palette);
        image.getRaster().setSample(0, 0, 0, 1);
        ImageIO.write(image, "png", cat.resolve("1.png").toFile());
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        try (var out = ImageIO.createImageOutputStream(cat.resolve("2.gif").toFile())) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (Color colour : List.of(Color.WHITE, Color.BLACK)) {
                BufferedImage frame = filled(BufferedImage.TYPE_BYTE_INDEXED, 8, 8, colour);
                writer.writeToSequence(new IIOImage(frame, null, null), null);
            }
            writer.endWriteSequence();
        }
        writer.dispose();
        LabelledImages images = open(COLOUR);
        assertThat(images.count()).isEqualTo(2);
        assertThat(images.image(1)).containsOnly(255);
    }

    /** Half of magenta and of yellow, written by Pillow. */
    @Test
    void readsTheFourInksOfPrinters() throws IOException, ProblemException {
        try (var jpeg = PictureFolderTest.class.getResourceAsStream("cmyk.jpg")) {
            Files.copy(jpeg, cat.resolve("1.jpg"));
        }
        float[] pixels = open(COLOUR).image(0);
        assertThat(pixels[0]).isGreaterThan(250);
        assertThat(pixels[1]).isBetween(100f, 200f).isCloseTo(pixels[2], within(2f));
    }

    @Test
    void refusesDamagedPictures() throws IOException {
        Path file = cat.resolve("0.png");
        Files.write(file, new byte[0]);
        assertFails(Kind.CORRUPT, "0.png", "not a picture");
        picture(file, 30, 30, Color.RED);
        byte[] png = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(png, 45));
        assertFails(Kind.CORRUPT, "0.png", "cannot be decoded");
        ByteBuffer.wrap(png).putInt(16, 60_000).putInt(20, 60_000);
        Files.write(file, png);
        assertFails(Kind.LIMIT, "0.png", "60\u202f000 × 60\u202f000 pixels");
        Files.delete(file);
        Path jpeg = cat.resolve("1.jpg");
        ImageIO.write(filled(BufferedImage.TYPE_INT_RGB, 90, 90, Color.RED), "jpg", jpeg.toFile());
        byte[] bytes = Files.readAllBytes(jpeg);
        Files.write(jpeg, Arrays.copyOf(bytes, 100));
        assertFails(Kind.CORRUPT, "1.jpg", "cannot be decoded");
    }

    /** What Pillow's convert gives of the same grey values, with and without alpha. */
    @ParameterizedTest
    @CsvSource({"grey", "grey-alpha"})
    void greyIsGreyWithAlphaToo(String kind) throws ProblemException {
        String expected = Resources.path("field/pictures/expected.npz") + "#grey";
        float[] values = DataSets.open(expected, null).image(0);
        Path pictures = Resources.path("field/pictures/" + kind);
        float[] grey = DataSets.open(pictures.toString(), new Shape(32, 32, 1)).image(0);
        float[] colour = DataSets.open(pictures.toString(), new Shape(32, 32, 3)).image(0);
        for (int i = 0; i < values.length; i++) {
            assertThat(grey[i]).isCloseTo(values[i], within(1f));
            assertThat(colour[3 * i + i % 3]).isCloseTo(values[i], within(1f));
        }
    }

    @Test
    void alphaIsLeftOutAndColoursBecomeGreyAsInPillow() throws IOException, ProblemException {
        BufferedImage image = new BufferedImage(4, 4, BufferedImage.TYPE_INT_ARGB);
        for (int i = 0; i < 16; i++) {
            image.setRGB(i % 4, i / 4, 0x40C86432);
        }
        ImageIO.write(image, "png", cat.resolve("1.png").toFile());
        assertThat(open(COLOUR).image(0)).startsWith(200, 100, 50);
        assertThat(open(GREY).image(0)).containsOnly(124);
    }

    @Test
    void picturesThatAreNotReadAreCounted() throws IOException, ProblemException {
        Path mixed = Resources.path("field/pictures/mixed");
        assertThat(DataSets.open(mixed.toString(), COLOUR).count()).isEqualTo(3);
        picture(cat.resolve("1.png"), 4, 4, Color.RED);
        for (String other : List.of("2.heic", "3.AVIF", "4.heic")) {
            Files.write(cat.resolve(other), new byte[] {1});
        }
        LabelledImages images = open(COLOUR);
        assertThat(images.count()).isEqualTo(1);
        assertThat(images.notes().said()).containsExactly("3 pictures left out: 1 .avif, 2 .heic");
    }

    /** Of grey with 16 bits Pillow keeps what is below 256; that most are lost is said. */
    @Test
    void shadesThatAreCutOffAreSaid() throws IOException, ProblemException {
        BufferedImage image = new BufferedImage(4, 4, BufferedImage.TYPE_USHORT_GRAY);
        image.getRaster().setSample(1, 0, 0, 200);
        ImageIO.write(image, "png", cat.resolve("1.png").toFile());
        assertThat(open(GREY).image(0)).startsWith(0, 200);
        assertThat(open(GREY).notes().said()).isEmpty();
        image.getRaster().setSample(0, 0, 0, 40_000);
        ImageIO.write(image, "png", cat.resolve("1.png").toFile());
        assertThat(open(GREY).image(0)).startsWith(255, 200);
        assertThat(open(GREY).notes().said())
                .singleElement()
                .asString()
                .contains("1 picture", "8 bits");
    }

    @Test
    void refusesPicturesThatEndTooEarly() throws IOException {
        BufferedImage image = new BufferedImage(90, 90, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 8100; i++) {
            image.setRGB(i % 90, i / 90, i * 7919);
        }
        for (String format : List.of("jpg", "png", "gif", "bmp")) {
            Path file = cat.resolve("1." + format);
            ImageIO.write(image, format, file.toFile());
            byte[] bytes = Files.readAllBytes(file);
            Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
            assertFails(Kind.CORRUPT, "1." + format, "cannot be decoded");
            Files.delete(file);
        }
    }

    @Test
    void goesRoundNoLoop() throws IOException, ProblemException {
        picture(cat.resolve("1.png"), 4, 4, Color.RED);
        Files.createSymbolicLink(cat.resolve("again"), folder);
        Files.createSymbolicLink(folder.resolve("self"), folder.resolve("self"));
        assertThat(open(COLOUR).count()).isEqualTo(1);
    }

    @Test
    void refusesPicturesThatMayNotBeRead() throws IOException {
        Path locked = cat.resolve("1.png");
        picture(locked, 4, 4, Color.RED);
        assumeTrue(locked.toFile().setReadable(false) && !Files.isReadable(locked));
        assertFails(Kind.UNREADABLE, "permission denied");
    }
}
