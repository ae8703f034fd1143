package org.eccexplorer.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.eccexplorer.dataset.DataSets;
import org.eccexplorer.dataset.DataSetsTest;
import org.eccexplorer.dataset.LabelledImages;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.Problem.Kind;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A part of a data set is the same as that part of the whole. */
class SelectionTest {
    private static final Shape SHAPE = new Shape(20, 10, 3);
    private static final int COUNT = 300;

    @TempDir private Path folder = Path.of("");

    private byte[] images(boolean fortran) {
        ByteBuffer values = ByteBuffer.allocate(COUNT * SHAPE.size() * 4);
        values.order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < COUNT * SHAPE.size(); i++) {
            values.putFloat(i * 0.25f);
        }
        return DataSetsTest.npy("<f4", fortran, "(300, 20, 10, 3)", values.array());
    }

    private static byte[] labels() {
        byte[] classes = new byte[COUNT];
        for (int i = 0; i < COUNT; i++) {
            classes[i] = (byte) (i % 10);
        }
        return DataSetsTest.npy("|u1", false, "(300,)", classes);
    }

    private Path npz(byte[] images) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("images.npy"));
            zip.write(images);
            zip.putNextEntry(new ZipEntry("labels.npy"));
            zip.write(labels());
        }
        return Files.write(folder.resolve("data.npz"), out.toByteArray());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void ofNumPyArrays(boolean fortran) throws IOException, ProblemException {
        String file = npz(images(fortran)).toString();
        LabelledImages whole = DataSets.open(file, SHAPE);
        assertThat(whole.count()).isEqualTo(COUNT);
        assertSamePart(whole, DataSets.open(file + "@100:250", SHAPE), 100, 250);
        assertSamePart(whole, DataSets.open(file, SHAPE, 7), 0, 7);
        assertSamePart(whole, DataSets.open(file + "@290:300", SHAPE, 4), 290, 294);
        Path alone = Files.write(folder.resolve("x.npy"), images(fortran));
        float[] some = DataSets.open(alone + "@299:300", SHAPE).image(0);
        assertThat(some).containsExactly(whole.image(299));
    }

    private static void assertSamePart(
            LabelledImages whole, LabelledImages part, int from, int to) {
        assertThat(part.labels()).containsExactly(Arrays.copyOfRange(whole.labels(), from, to));
        assertThat(part.batch(0, to - from)).containsExactly(whole.batch(from, to - from));
    }

    @Test
    void ofTheBundledImages() throws ProblemException {
        Path home = Path.of(System.getProperty("ecc.home", ".")).resolve("sample-models");
        for (String name : new String[] {"fashion-mnist", "cifar10/test.bin.gz"}) {
            String file = home.resolve(name).toString();
            LabelledImages whole = DataSets.open(file, null).range(40, 43);
            LabelledImages part = DataSets.open(file + "@40:100", null, 3);
            assertThat(part.labels()).containsExactly(whole.labels());
            assertThat(part.batch(0, 3)).containsExactly(whole.batch(0, 3));
        }
    }

    private static Problem problem(String spec) {
        return catchThrowableOfType(ProblemException.class, () -> DataSets.open(spec, SHAPE))
                .problems()
                .getFirst();
    }

    @Test
    void whatIsNotThereIsSaid() throws IOException {
        String file = npz(images(false)).toString();
        assertThat(problem(file + "@290:301").kind()).isEqualTo(Kind.USAGE);
        assertThat(problem(file + "@9:9").why()).contains("9 to 9", "there are 300");
    }

    /** A flipped bit anywhere in a compressed array is found, wherever the selected rows lie. */
    @Test
    void damageIsFoundOutsideTheSelectedRowsToo() throws IOException {
        byte[] bytes = Files.readAllBytes(npz(images(false)));
        bytes[bytes.length / 2] ^= 1;
        Path file = Files.write(folder.resolve("damaged.npz"), bytes);
        assertThat(problem(file + "@0:2").kind()).isEqualTo(Kind.CORRUPT);
    }

    @Test
    void whatDoesNotFitIntoMemoryIsRefusedBefore() {
        Selection most = new Selection("big.npz", 0, 2_000_000_000, Integer.MAX_VALUE);
        ProblemException e =
                catchThrowableOfType(ProblemException.class, () -> most.checkMemory(3072, 8));
        assertThat(e.problems().getFirst().kind()).isEqualTo(Kind.LIMIT);
        assertThat(e.problems().getFirst().remedy()).contains("big.npz@0:1000");
    }
}
