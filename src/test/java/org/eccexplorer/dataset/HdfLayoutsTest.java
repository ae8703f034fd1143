package org.eccexplorer.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.eccexplorer.Resources;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.Problem.Kind;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The same images in every layout of HDF5, written with h5py (src/test/python/hdf5_images.py), of
 * which a part is read.
 */
class HdfLayoutsTest {
    private static final Shape SHAPE = new Shape(5, 4, 3);
    private static final int COUNT = 23;

    @TempDir private Path folder = Path.of("");

    private static Path file() {
        return Resources.path("dataset/layouts.h5");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "contiguous",
                "big_endian",
                "big_float",
                "half",
                "double",
                "long",
                "chunked",
                "one_chunk",
                "grown",
                "compact"
            })
    void anyPartOfAnyLayout(String layout) throws ProblemException {
        for (int from = 0; from < COUNT; from += 5) {
            for (int to = from + 1; to <= COUNT; to += 3) {
                String spec = "%s#%s,hot@%d:%d".formatted(file(), layout, from, to);
                LabelledImages images = DataSets.open(spec, SHAPE);
                assertThat(images.count()).isEqualTo(to - from);
                float[] values = images.batch(0, images.count());
                for (int i = 0; i < values.length; i++) {
                    assertThat(values[i]).isEqualTo(7 * (from * SHAPE.size() + i) % 251);
                }
                assertThat(images.labels()[0]).isEqualTo(from % 5);
            }
        }
    }

    /** A literal and a match, packed by hand: src/test/python/hdf5_lz4.py. */
    @Test
    void chunksPackedByLz4() throws ProblemException {
        LabelledImages images =
                DataSets.open(
                        Resources.path("dataset/lz4.h5") + "#x_test,y_test", new Shape(4, 4, 1));
        float[] values = images.batch(0, 4);
        for (int i = 0; i < values.length; i++) {
            assertThat(values[i]).isEqualTo(new float[] {1, 0x22, 0x80, 0xff}[i % 4]);
        }
        assertThat(images.labels()).containsExactly(0, 1, 0, 1);
    }

    @ParameterizedTest
    @CsvSource({"unwritten,CORRUPT,never written", "bfloat16,UNSUPPORTED,holds no numbers"})
    void whatHoldsNoImages(String layout, Kind kind, String words) {
        assertProblem(file() + "#" + layout, kind, words);
    }

    private static void assertProblem(String spec, Kind kind, String words) {
        Problem problem =
                catchThrowableOfType(ProblemException.class, () -> DataSets.open(spec, SHAPE))
                        .problems()
                        .getFirst();
        assertThat(problem.message()).contains(words);
        assertThat(problem.kind()).isEqualTo(kind);
    }

    @Test
    void aPartThatIsNotThere() {
        assertProblem(file() + "#contiguous@20:24", Kind.USAGE, "there are 23");
    }

    /** D15: the library by itself gives the beginning of the file again for what was cut off. */
    @Test
    void filesThatWereCutOff() throws IOException {
        byte[] whole = Files.readAllBytes(file());
        for (int share = 1; share < 16; share++) {
            Path cut = folder.resolve("cut%d.h5".formatted(share));
            Files.write(cut, Arrays.copyOf(whole, whole.length * share / 16));
            assertProblem(cut + "#contiguous@0:1", Kind.CORRUPT, "truncated");
        }
    }

    /** A file that becomes shorter while it is open. */
    @Test
    void nothingIsMadeUpForWhatIsNoLongerThere() throws IOException, ProblemException {
        Path shrinking = Files.copy(file(), folder.resolve("shrinking.h5"));
        var hdf = org.eccexplorer.container.HdfContainer.open(shrinking);
        var rows = Objects.requireNonNull(hdf.rows("one_chunk"));
        Files.write(shrinking, new byte[1000]);
        assertCorrupt(() -> rows.read(0, COUNT, block -> {}));
        assertCorrupt(hdf::close);
    }

    private static void assertCorrupt(ThrowingCallable reading) {
        ProblemException e = catchThrowableOfType(ProblemException.class, reading);
        assertThat(e.problems().getFirst().kind()).isEqualTo(Kind.CORRUPT);
    }

    /** Two billion rows of nothing: refused before memory is taken for them. */
    @Test
    void rowsWithoutValuesAreRefused() {
        String spec = Resources.path("damaged/rows-without-values.h5") + "#x_test,y_test";
        ProblemException e =
                catchThrowableOfType(ProblemException.class, () -> DataSets.open(spec, SHAPE));
        assertThat(e).hasMessageContaining("[2000000000, 0]");
        assertThat(e.problems().getFirst().kind()).isEqualTo(Kind.CORRUPT);
    }
}
