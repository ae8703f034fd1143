package org.eccexplorer.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** HDF5 images that were damaged after they were written, or that lie elsewhere. */
class DamagedDataTest {
    private static final String CHECKSUMS = "checksums.h5";

    @TempDir private Path folder = Path.of("");

    private static Path file(String name) {
        return Resources.path("damaged/" + name);
    }

    private static Problem problem(String spec) {
        ProblemException e =
                catchThrowableOfType(ProblemException.class, () -> DataSets.open(spec, null));
        assertThat(e).as("a problem with %s", spec).isNotNull();
        return e.problems().getFirst();
    }

    @Test
    void checksumsThatAreRightAreTaken() throws ProblemException {
        LabelledImages plain = DataSets.open(file(CHECKSUMS) + "#plain,y", null);
        assertThat(plain.shape()).isEqualTo(new Shape(8, 8, 1));
        assertThat(plain.image(3)[63]).isEqualTo(255);
        LabelledImages odd = DataSets.open(file(CHECKSUMS) + "#odd,y", null);
        assertThat(odd.image(3)[24]).isEqualTo(192 + 4 * 8 + 4);
        LabelledImages packed = DataSets.open(file(CHECKSUMS) + "#packed,y", null);
        assertThat(packed.image(2)).startsWith(128, 129, 130).endsWith(191);
    }

    /** The bytes of a chunk and those of its checksum, each with a bit that is not as it was. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 63, 64, 126, 127, 128, 129, 130, 131})
    void everyByteOfAChunkIsCompared(int at) throws IOException {
        byte[] bytes = Files.readAllBytes(file(CHECKSUMS));
        int chunk = chunk(bytes);
        bytes[chunk + at] ^= (byte) (1 << at % 8);
        Path wrong = Files.write(folder.resolve("wrong.h5"), bytes);
        Problem problem = problem(wrong + "#plain,y");
        assertThat(problem.kind()).isEqualTo(Kind.CORRUPT);
        assertThat(problem.where()).endsWith("wrong.h5, plain");
        assertThat(problem.why()).contains("the checksum of a chunk is");
        assertThat(problem(wrong + "#plain,y@0:1").kind()).isEqualTo(Kind.CORRUPT);
    }

    /** Where the bytes 0, 1, 2 … 127 begin. */
    private static int chunk(byte[] bytes) {
        for (int at = 0; at < bytes.length - 128; at++) {
            int same = 0;
            while (same < 128 && bytes[at + same] == (byte) same) {
                same++;
            }
            if (same == 128) {
                return at;
            }
        }
        throw new AssertionError("no such chunk");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "chunk-length-zero.h5 | CORRUPT | chunk-length-zero.h5, x_test | chunks have the",
                "short-chunk.h5 | CORRUPT | short-chunk.h5, x_test | it ends early, or holds sizes",
                "virtual.h5 | UNSUPPORTED | virtual.h5 | Virtual storage",
                "external.h5 | UNSUPPORTED | external.h5 | External Data Files"
            })
    void isRefusedWithItsReason(String name, Kind kind, String where, String why) {
        Problem problem = problem(file(name) + "#x_test,y_test");
        assertThat(problem.kind()).isEqualTo(kind);
        assertThat(problem.where()).endsWith(where);
        assertThat(problem.why()).contains(why).doesNotContain("Exception");
    }

    /** Each length of a chunk: 0, huge, and with all bits set. */
    @ParameterizedTest
    @ValueSource(ints = {0, Integer.MAX_VALUE, -1})
    void everyLengthOfAChunkIsLookedAt(int length) throws IOException {
        byte[] bytes = Files.readAllBytes(file("chunk-length-zero.h5"));
        ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int lengths = 0; // of which the first was 0 already
        while (file.getInt(lengths) != 0
                || file.getInt(lengths + 4) != 4
                || file.getInt(lengths + 8) != 4
                || file.getInt(lengths + 12) != 3) {
            lengths++;
        }
        for (int d = 0; d < 4; d++) {
            ByteBuffer wrong = ByteBuffer.wrap(bytes.clone()).order(ByteOrder.LITTLE_ENDIAN);
            wrong.putInt(lengths, 5).putInt(lengths + 4 * d, length);
            Path written = Files.write(folder.resolve("wrong.h5"), wrong.array());
            assertThat(problem(written + "#x_test,y_test").kind()).isIn(Kind.CORRUPT, Kind.LIMIT);
        }
    }
}
