package org.eccexplorer.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.session.PackPlan;
import org.eccexplorer.app.session.PackWriter;
import org.eccexplorer.app.session.PackedLesson;
import org.eccexplorer.app.session.WindowPart;
import org.eccexplorer.files.FolderTree;
import org.eccexplorer.lesson.ShippedLessons;
import org.eccexplorer.problem.ProblemException;

/** Good files of images as the smallest bundled model takes them, 8 × 8, and of texts. */
final class Seeds {
    private static final int COUNT = 6;
    private static final int PIXELS = 64;

    private static final List<String> DATASETS =
            List.of("contiguous", "chunked", "one_chunk", "compact", "big_float", "grown");

    private Seeds() {}

    static byte[] npy(String type) {
        boolean floats = type.endsWith("4");
        ByteBuffer data =
                ByteBuffer.allocate(COUNT * PIXELS * (floats ? 4 : 1))
                        .order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < COUNT * PIXELS; i++) {
            if (floats) {
                data.putFloat(i % 17 / 17f);
            } else {
                data.put((byte) (i % 251));
            }
        }
        return npy(type, "(" + COUNT + ", 8, 8)", data.array());
    }

    private static byte[] npy(String type, String shape, byte[] data) {
        String header =
                "{'descr': '" + type + "', 'fortran_order': False, 'shape': " + shape + ", }";
        String padded = header + " ".repeat(117 - header.length()) + "\n";
        return ByteBuffer.allocate(10 + padded.length() + data.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0})
                .putShort((short) padded.length())
                .put(padded.getBytes(StandardCharsets.US_ASCII))
                .put(data)
                .array();
    }

    static byte[] npz() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("x_test.npy"));
            zip.write(npy("<f4"));
            zip.putNextEntry(new ZipEntry("y_test.npy"));
            zip.write(npy("|u1", "(" + COUNT + ",)", new byte[COUNT]));
        }
        return bytes.toByteArray();
    }

    static byte[] idx() {
        ByteBuffer idx = ByteBuffer.allocate(16 + COUNT * PIXELS);
        idx.putInt(0x803).putInt(COUNT).putInt(8).putInt(8);
        while (idx.hasRemaining()) {
            idx.put((byte) idx.position());
        }
        return idx.array();
    }

    static byte[] csv() {
        String header =
                "label,"
                        + IntStream.range(0, PIXELS)
                                .mapToObj(i -> "pixel" + i)
                                .collect(Collectors.joining(","));
        String rows =
                IntStream.range(0, COUNT)
                        .mapToObj(row ->
                                row
                                        + IntStream.range(0, PIXELS)
                                                .mapToObj(i -> "," + (row * 7 + i) % 256)
                                                .collect(Collectors.joining()))
                        .collect(Collectors.joining("\n"));
        return (header + "\n" + rows + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] pack() throws IOException {
        Path folder = Files.createTempDirectory("ecc-fuzz");
        try {
            Path file = folder.resolve("class.eccx");
            PackWriter.write(
                    file,
                    new PackPlan(
                            "Monday",
                            Experiment.sample("digits", 2),
                            Trial.SETTINGS,
                            Set.of(WindowPart.COST),
                            List.of(PackedLesson.shipped(1)),
                            "Ask first."));
            return Files.readAllBytes(file);
        } catch (ProblemException e) {
            throw new AssertionError(e);
        } finally {
            FolderTree.delete(folder);
        }
    }

    static List<byte[]> lessons() {
        return IntStream.rangeClosed(1, ShippedLessons.COUNT)
                .mapToObj(n -> ShippedLessons.text(n).getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    static List<byte[]> plans() {
        String plan =
                """
                # Depth against T
                models: [digits]
                images: 200
                timesteps: 32
                at: [4, 8, 16]
                seeds: [1, 2]
                sampling: {method: quasi-random, points: 20, seed: 1}
                settings:
                  lambda: {from: p95, to: max}
                  theta: {from: 0, to: 1}
                  neurons: [plain, signed]
                """;
        return List.of(plan.getBytes(StandardCharsets.UTF_8));
    }

    /** One of the data sets of a file, the same for the same name. */
    static String dataset(Path file) {
        return DATASETS.get(Math.floorMod(file.toString().hashCode(), DATASETS.size()));
    }
}
