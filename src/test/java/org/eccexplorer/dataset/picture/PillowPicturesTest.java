package org.eccexplorer.dataset.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.eccexplorer.Resources;
import org.eccexplorer.TimeLimit;
import org.eccexplorer.dataset.DataSets;
import org.eccexplorer.dataset.LabelledImages;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pictures of every kind are what Pillow's {@code convert("RGB")} makes of the same files. */
class PillowPicturesTest {
    private static final Path FOLDER = Resources.path("dataset/pictures");
    private static final Shape SHAPE = new Shape(16, 16, 3);

    @TempDir private Path folder = Path.of("");

    static List<String> pictures() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> !name.endsWith(".npz"))
                    .sorted()
                    .toList();
        }
    }

    /** Lossy WebP spreads its colours in another way between pixels than Pillow's decoder. */
    private static double allowed(String name) {
        return name.startsWith("lossy") ? 16 : 1;
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void isWhatPillowReads(String name) throws ProblemException {
        float[] read = PictureFile.read(FOLDER.resolve(name), SHAPE);
        String key = FOLDER.resolve("expected.npz") + "#" + name.replace('.', '_');
        LabelledImages expected = DataSets.open(key, null);
        float[] values = expected.batch(0, expected.count());
        double most = 0;
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            most = Math.max(most, Math.abs(read[i] - values[i]));
            sum += Math.abs(read[i] - values[i]);
        }
        assertThat(most).as(name).isLessThanOrEqualTo(allowed(name));
        assertThat(sum / values.length).as(name).isLessThan(allowed(name) == 1 ? 0.5 : 4);
    }

    /** A part of a file is no picture, whatever its kind. */
    @ParameterizedTest
    @MethodSource("pictures")
    void refusesPartsOfAFile(String name) throws IOException {
        byte[] bytes = Files.readAllBytes(FOLDER.resolve(name));
        Path part = folder.resolve(name);
        for (int eighths : new int[] {1, 4, 7}) {
            Files.write(part, Arrays.copyOf(bytes, bytes.length * eighths / 8));
            Problem problem = problem(part);
            assertThat(problem.kind()).isEqualTo(Problem.Kind.CORRUPT);
            assertThat(problem.message()).contains(name);
        }
    }

    private static Problem problem(Path file) {
        ProblemException refused =
                catchThrowableOfType(ProblemException.class, () -> PictureFile.read(file, SHAPE));
        assertThat(refused).isNotNull();
        return refused.problems().getFirst();
    }

    /** Broken bytes give a picture or one problem, soon and in little memory. */
    @ParameterizedTest
    @MethodSource("pictures")
    void survivesBrokenBytes(String name) throws IOException {
        byte[] bytes = Files.readAllBytes(FOLDER.resolve(name));
        Random random = new Random(name.hashCode());
        Path file = folder.resolve(name);
        for (int round = 0; round < 30; round++) {
            byte[] broken = bytes.clone();
            for (int i = 0; i <= round % 4; i++) {
                int most = round % 2 == 0 ? broken.length : Math.min(80, broken.length);
                broken[random.nextInt(most)] = (byte) random.nextInt();
            }
            Files.write(file, broken);
            var _ = TimeLimit.assertWithin(5, () -> readOrRefuse(file));
        }
    }

    private static boolean readOrRefuse(Path file) {
        try {
            assertThat(PictureFile.read(file, SHAPE)).hasSize(SHAPE.size());
            return true;
        } catch (ProblemException e) {
            assertThat(e.problems()).hasSize(1);
            return false;
        }
    }

    @Test
    void refusesHugeSizesBeforeAnythingIsDecoded() throws IOException {
        byte[] webp = Files.readAllBytes(FOLDER.resolve("lossless.webp"));
        webp[21] = (byte) 0xff;
        webp[22] = (byte) 0xff;
        webp[23] = (byte) 0xff;
        webp[24] = (byte) (webp[24] | 0x0f);
        byte[] ppm = "P6\n60000 60000\n255\n0".getBytes(StandardCharsets.US_ASCII);
        for (byte[] bytes : List.of(webp, ppm)) {
            Path file = folder.resolve(bytes == ppm ? "huge.ppm" : "huge.webp");
            Files.write(file, bytes);
            assertThat(problem(file).kind()).isEqualTo(Problem.Kind.LIMIT);
            assertThat(problem(file).message()).contains("pixels");
        }
    }
}
