package org.eccexplorer.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.tensor.Shape;
import org.jspecify.annotations.Nullable;

/**
 * The binary version of CIFAR-10 and CIFAR-100: one (or a coarse and a fine) label byte, then 1,024
 * red, green and blue bytes each.
 */
final class CifarBinary {
    private static final Shape SHAPE = new Shape(32, 32, 3);
    private static final int PLANE = 32 * 32;

    private CifarBinary() {}

    /** The test file of a folder, or null if it holds none. */
    static @Nullable Path testFileIn(Path folder) {
        for (String name : List.of("test_batch.bin", "test.bin")) {
            if (Files.exists(folder.resolve(name))) {
                return folder.resolve(name);
            }
        }
        return null;
    }

    static LabelledImages read(Path file, Selection selection) throws ProblemException {
        byte[] bytes = FileBytes.read(file);
        boolean fine = isCifar100(file);
        int record = (fine ? 2 : 1) + 3 * PLANE;
        if (bytes.length == 0 || bytes.length % record != 0) {
            throw Faults.corrupt(
                    file,
                    "This is not a file of CIFAR-" + (fine ? "100" : "10") + " records",
                    "%,d bytes are not a multiple of %,d".formatted(bytes.length, record));
        }
        Selection part = selection.within(bytes.length / record);
        int count = part.count();
        part.checkMemory(SHAPE.size(), Selection.SCALED_FLOATS);
        float[] pixels = new float[count * SHAPE.size()];
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            int start = (part.from() + i) * record;
            labels[i] = bytes[start + (fine ? 1 : 0)] & 0xff;
            if (labels[i] >= (fine ? 100 : 10)) {
                throw Faults.corrupt(
                        file,
                        "A label is out of range",
                        "image %,d has label %d".formatted(part.from() + i, labels[i]));
            }
            planesToPixels(bytes, start + record - 3 * PLANE, pixels, i * SHAPE.size());
        }
        String name = String.valueOf(file.getFileName());
        return new LabelledImages(name, SHAPE, pixels, labels, classNames(file, fine), true);
    }

    private static void planesToPixels(byte[] bytes, int start, float[] pixels, int target) {
        for (int p = 0; p < PLANE; p++) {
            for (int c = 0; c < 3; c++) {
                pixels[target + p * 3 + c] = bytes[start + c * PLANE + p] & 0xff;
            }
        }
    }

    /** CIFAR-100 comes with a list of fine labels beside it, and as test.bin or train.bin. */
    private static boolean isCifar100(Path file) {
        return Files.exists(file.resolveSibling("fine_label_names.txt"))
                || List.of("test.bin", "train.bin").contains(String.valueOf(file.getFileName()));
    }

    private static List<String> classNames(Path file, boolean fine) throws ProblemException {
        Path names = file.resolveSibling(fine ? "fine_label_names.txt" : "batches.meta.txt");
        if (!Files.isRegularFile(names)) {
            return List.of();
        }
        try (Stream<String> lines = Files.lines(names)) {
            return lines.map(String::strip).filter(line -> !line.isEmpty()).toList();
        } catch (IOException e) {
            throw Faults.unreadable(names, String.valueOf(e.getMessage()));
        }
    }
}
