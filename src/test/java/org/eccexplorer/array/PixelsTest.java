package org.eccexplorer.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32C;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.eccexplorer.HeapUse;
import org.eccexplorer.dataset.DataCheck;
import org.eccexplorer.dataset.DataSets;
import org.eccexplorer.dataset.DataSetsTest;
import org.eccexplorer.dataset.LabelledImages;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images are held as they were stored, and give the same bits as if they were float32. */
class PixelsTest {
    private static final Shape SHAPE = new Shape(32, 32, 3);

    @TempDir private Path folder = Path.of("");

    @Test
    void bytesGiveTheBitsOfFloats() {
        byte[] bytes = new byte[1000];
        new Random(1).nextBytes(bytes);
        float[] floats = new float[bytes.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = bytes[i] & 0xff;
        }
        for (double factor : new double[] {1, 1 / 255.0, 0.3, -2}) {
            Pixels held = new BytePixels(bytes).scaled(factor).range(17, 900);
            Pixels plain = new FloatPixels(floats).scaled(factor).range(17, 900);
            assertThat(held.size()).isEqualTo(883);
            float[] one = new float[400];
            float[] other = new float[400];
            held.read(100, 400, one);
            plain.read(100, 400, other);
            assertThat(one).containsExactly(other);
            assertThat(held.extremes()).isEqualTo(plain.extremes());
            assertThat(held.checksum()).isEqualTo(plain.checksum());
            assertThat(held.range(1, 800).checksum()).isNotEqualTo(plain.checksum());
            assertThatThrownBy(() -> held.read(500, 400, one))
                    .isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Test
    void checksumsAreThoseOfTheBytesOfFloats() {
        ByteBuffer digits = ByteBuffer.wrap("1234567890".getBytes(StandardCharsets.US_ASCII));
        CRC32C sum = new CRC32C();
        sum.update(digits.array(), 0, 8);
        digits.order(ByteOrder.LITTLE_ENDIAN);
        float[] values = {digits.getFloat(), digits.getFloat()};
        assertThat(new FloatPixels(values).checksum()).isEqualTo(sum.getValue());
        float[] many = new float[50_000];
        many[49_999] = 1;
        assertThat(new FloatPixels(many).checksum())
                .isNotEqualTo(new FloatPixels(new float[50_000]).checksum());
    }

    @Test
    void valuesThatAreNoNumbersAreCounted() {
        float[] values = {Float.NaN, 2, Float.NEGATIVE_INFINITY, -1};
        assertThat(new FloatPixels(values).extremes()).isEqualTo(new Pixels.Extremes(-1, 2, 2));
        assertThat(new FloatPixels(values).range(1, 2).extremes())
                .isEqualTo(new Pixels.Extremes(2, 2, 0));
    }

    /** CIFAR records, an IDX file and a compressed array of this many images, one path each. */
    private List<String> files(int count) throws IOException {
        Random random = new Random(2);
        byte[] pixels = new byte[count * SHAPE.size()];
        random.nextBytes(pixels);
        byte[] labels = new byte[count];
        List<String> files = new ArrayList<>();
        Path cifar = folder.resolve("test_batch.bin");
        try (var out = Files.newOutputStream(cifar)) {
            for (int i = 0; i < count; i++) {
                out.write(0);
                out.write(pixels, i * SHAPE.size(), SHAPE.size());
            }
        }
        files.add(cifar.toString());
        Path idx = folder.resolve("a-images-idx3-ubyte.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(idx))) {
            out.write(
                    ByteBuffer.allocate(16)
                            .putInt(0x803)
                            .putInt(count)
                            .putInt(32)
                            .putInt(96)
                            .array());
            out.write(pixels);
        }
        ByteBuffer label = ByteBuffer.allocate(8 + count).putInt(0x801).putInt(count).put(labels);
        Files.write(folder.resolve("a-labels-idx1-ubyte"), label.array());
        files.add(idx.toString());
        Path npz = folder.resolve("a.npz");
        try (var zip = new ZipOutputStream(Files.newOutputStream(npz))) {
            zip.putNextEntry(new ZipEntry("x.npy"));
            String shape = "(%d, 32, 32, 3)".formatted(count);
            zip.write(DataSetsTest.npy("|u1", false, shape, pixels));
        }
        files.add(npz.toString());
        return files;
    }

    @Test
    void aByteOfAFileTakesAByteOfMemory() throws IOException, ProblemException {
        int count = 2000;
        int selected = 1000;
        long bytes = (long) selected * SHAPE.size();
        for (String file : files(count)) {
            DataSets.open(file + "@0:1", null); // what is loaded once
            long before = HeapUse.allocated();
            LabelledImages images = DataSets.open(file + "@500:1500", null);
            LabelledImages prepared = DataCheck.prepare(images, images.shape(), 10, false);
            prepared.limit(700).range(3, 500);
            long taken = HeapUse.allocated() - before;
            assertThat(taken).as(file).isBetween(bytes, bytes + (1 << 20));
            assertThat(prepared.count()).isEqualTo(selected);
            assertThat(prepared.pixels().extremes()).isEqualTo(new Pixels.Extremes(0, 1, 0));
        }
    }
}
