package org.eccexplorer.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eccexplorer.array.DataFaults;
import org.eccexplorer.array.DataFile;
import org.eccexplorer.array.PixelBuilder;
import org.eccexplorer.array.Selection;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.problem.Reason;
import org.eccexplorer.tensor.Shape;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The binary version of CIFAR-10 and CIFAR-100: one (or a coarse and a fine) label byte, then 1,024
 * red, green and blue bytes each.
 */
final class CifarBinary {
    private static final Shape SHAPE = new Shape(32, 32, 3);

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
        DataFile data = DataFile.of(file);
        boolean fine = isCifar100(file);
        int record = (fine ? 2 : 1) + SHAPE.size();
        if (data.length() == 0 || data.length() % record != 0) {
            throw DataFaults.corrupt(
                    file,
                    Texts.text("dataset.notCifar", (fine ? "100" : "10")),
                    Texts.text(
                            "dataset.notAMultiple",
                            Numbers.count(data.length()),
                            Numbers.count(record)));
        }
        long total = data.length() / record;
        Selection part = selection.within((int) Math.min(Integer.MAX_VALUE - 1, total));
        part.checkMemory(SHAPE.size(), 1);
        PixelBuilder pixels = new PixelBuilder(PixelBuilder.BYTES, part.count() * SHAPE.size());
        int[] labels =
                data.read(in -> {
                    in.skipNBytes((long) part.from() * record);
                    return records(file, in, part, fine, pixels);
                });
        pixels.channelsLast(SHAPE);
        String name = String.valueOf(file.getFileName());
        return new LabelledImages(
                name, SHAPE, pixels.pixels(), labels, classNames(file, fine), true);
    }

    /** Reads the selected records, of which the last byte before the pixels is the label. */
    private static int[] records(
            Path file, InputStream in, Selection part, boolean fine, PixelBuilder pixels)
            throws IOException, ProblemException {
        int[] labels = new int[part.count()];
        for (int i = 0; i < labels.length; i++) {
            in.skipNBytes(fine ? 1 : 0);
            labels[i] = in.read();
            if (labels[i] >= (fine ? 100 : 10)) {
                throw DataFaults.corrupt(
                        file,
                        Texts.text("dataset.labelOutOfRange"),
                        Texts.text("dataset.labelOf", Numbers.count(part.from() + i), labels[i]));
            }
            pixels.add(in, ByteOrder.BIG_ENDIAN, SHAPE.size());
        }
        return labels;
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
            throw DataFaults.unreadable(names, Reason.of(e));
        }
    }
}
