package org.eccexplorer.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Data sets that are not read are called what they are; others are found however they are nested.
 */
class OtherKindsTest {
    private static final Shape SHAPE = new Shape(2, 2, 1);

    @TempDir private Path folder = Path.of("");

    private void write(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, new byte[] {1, 2, 3});
    }

    private Problem problem(String name) {
        String where = folder.resolve(name).toString();
        ProblemException refused =
                catchThrowableOfType(ProblemException.class, () -> DataSets.open(where, SHAPE));
        assertThat(refused).isNotNull();
        return refused.problems().getFirst();
    }

    @ParameterizedTest
    @CsvSource({
        "cifar-10-batches-py/data_batch_1, cifar-10-batches-py, CIFAR-10 in its version for Python, binary",
        "cifar-10-batches-py/test_batch, cifar-10-batches-py/test_batch, CIFAR-10 in its, binary",
        "a/cifar-10-batches-py/test_batch, a, CIFAR-10 in its version for Python, binary",
        "data/train-00000.parquet, data, Parquet, numpy.savez",
        "data/train-00000.parquet, data/train-00000.parquet, Parquet, numpy.savez",
        "hf/default/data.arrow, hf, Parquet or Arrow, numpy.savez",
        "x.pkl, x.pkl, pickle, numpy.savez",
        "test.pt, test.pt, PyTorch, numpy.savez",
        "test_32x32.mat, test_32x32.mat, MATLAB, scipy",
        "x.zip, x.zip, archive, Unpack",
        "x.tfrecord, x.tfrecord, TensorFlow, tfds",
        "x.png, x.png, one picture, folder",
        "x.foo, x.foo, not known, numpy.savez",
    })
    void isNamedWithAWayOut(String file, String opened, String what, String remedy)
            throws IOException {
        write(file);
        Problem problem = problem(opened);
        assertThat(problem.kind()).isEqualTo(Problem.Kind.UNSUPPORTED);
        assertThat(problem.message()).contains(what, remedy);
    }

    @Test
    void hundredClassesForPython() throws IOException {
        write("cifar-100-python/meta");
        write("cifar-100-python/test");
        write("cifar-100-python/train");
        assertThat(problem("cifar-100-python").message()).contains("CIFAR-100");
        assertThat(problem("cifar-100-python/test").message()).contains("CIFAR-100");
    }

    private void picture(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        BufferedImage image = new BufferedImage(2, 2, BufferedImage.TYPE_BYTE_GRAY);
        ImageIO.write(image, "png", file.toFile());
    }

    @ParameterizedTest
    @CsvSource({
        "archive/dataset/test, archive/dataset/train",
        "chest_xray/chest_xray/test, chest_xray/chest_xray/train",
        "data/seg_test/seg_test, data/seg_train/seg_train",
        "x/Testing, x/Training",
        "x/validation, x/train",
        "x/y/z, q/r/s",
    })
    void kagglesFoldersAreFoundHoweverNested(String test, String other)
            throws IOException, ProblemException {
        boolean single = test.startsWith("x/y");
        for (String part : single ? new String[] {test} : new String[] {test, other}) {
            picture("set/" + part + "/cats/1.png");
            picture("set/" + part + "/dogs/1.png");
            picture("set/" + part + "/dogs/2.png");
        }
        picture("set/__MACOSX/x/1.png");
        LabelledImages images = DataSets.open(folder.resolve("set").toString(), SHAPE);
        assertThat(images.classNames()).containsExactly("cats", "dogs");
        assertThat(images.labels()).containsExactly(0, 1, 1);
        assertThat(images.notes().said()).anySatisfy(said -> assertThat(said).contains(test));
    }

    @ParameterizedTest
    @CsvSource({"MNIST/raw", "data/MNIST/raw", "."})
    void idxFilesAreFoundInTheirFolders(String where) throws IOException, ProblemException {
        Path raw = Files.createDirectories(folder.resolve("set").resolve(where).normalize());
        Files.createDirectories(raw.resolveSibling("processed"));
        for (String part : new String[] {"t10k", "train"}) {
            int count = part.equals("t10k") ? 2 : 3;
            ByteBuffer images = ByteBuffer.allocate(16 + 4 * count).putInt(0x803).putInt(count);
            Files.write(
                    raw.resolve(part + "-images-idx3-ubyte"), images.putInt(2).putInt(2).array());
            ByteBuffer labels = ByteBuffer.allocate(8 + count).putInt(0x801).putInt(count);
            Files.write(raw.resolve(part + "-labels-idx1-ubyte"), labels.array());
        }
        assertThat(DataSets.open(folder.resolve("set").toString(), SHAPE).count()).isEqualTo(2);
    }
}
