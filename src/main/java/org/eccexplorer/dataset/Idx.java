package org.eccexplorer.dataset;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.eccexplorer.array.DataFaults;
import org.eccexplorer.array.DataFile;
import org.eccexplorer.array.PixelBuilder;
import org.eccexplorer.array.Pixels;
import org.eccexplorer.array.Selection;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.problem.Reason;
import org.eccexplorer.tensor.Shape;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;
import org.jspecify.annotations.Nullable;

/** The IDX format of MNIST and its kin: big-endian sizes, then bytes; plain or gzipped. */
final class Idx {
    private static final int UNSIGNED_BYTE = 8;
    private static final long MAX_VALUES = 1L << 40;

    private Idx() {}

    /** A file whose header was read. */
    private record Content(DataFile file, int[] sizes) {
        int header() {
            return 4 + 4 * sizes.length;
        }

        /** The values from one on. */
        PixelBuilder values(long from, int count) throws ProblemException {
            PixelBuilder values = new PixelBuilder(PixelBuilder.BYTES, count);
            return file.read(in -> {
                in.skipNBytes(header() + from);
                values.add(in, ByteOrder.BIG_ENDIAN, count);
                return values;
            });
        }
    }

    static boolean looksLike(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.contains("-idx") || name.contains(".idx");
    }

    /** The file of images in a folder, preferring the test set unless a part is named. */
    static @Nullable Path imagesIn(Path folder, String part) throws ProblemException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> images =
                    files.filter(f -> String.valueOf(f.getFileName()).matches(".*images[-.]idx3.*"))
                            .sorted()
                            .toList();
            for (Path file : images) {
                String name = String.valueOf(file.getFileName());
                boolean test = name.startsWith("t10k") || name.startsWith("test");
                if (part.isEmpty() ? test : name.startsWith(part)) {
                    return file;
                }
            }
            return part.isEmpty() && !images.isEmpty() ? images.getFirst() : null;
        } catch (IOException e) {
            throw DataFaults.unreadable(folder, Reason.of(e));
        }
    }

    /**
     * Images with the labels beside them.
     *
     * @param reading whether labels come from elsewhere, and the first one
     */
    static LabelledImages read(Path images, Selection selection, Reading reading)
            throws ProblemException {
        Content content = content(images, 3);
        int[] sizes = content.sizes;
        if (sizes[0] == 0) {
            throw DataFaults.corrupt(
                    images, Texts.text("dataset.empty"), Texts.text("dataset.noImages"));
        }
        Content labels = reading.labels().isEmpty() ? labels(images, sizes[0]) : null;
        Selection part = selection.within(sizes[0]);
        long size = (long) sizes[1] * sizes[2];
        part.checkMemory(size, 1);
        Pixels pixels = content.values(part.from() * size, (int) size * part.count()).pixels();
        boolean lacks = labels == null && reading.labels().isEmpty();
        return new LabelledImages(
                        String.valueOf(images.getFileName()),
                        new Shape(sizes[1], sizes[2], 1),
                        pixels,
                        labels == null ? new int[0] : classes(labels, part, reading.labelsFrom()),
                        List.of(),
                        true)
                .said(
                        lacks
                                ? List.of(
                                        Texts.text(
                                                "dataset.labelsNotBeside",
                                                images.getFileName(),
                                                labelsName(images)))
                                : List.of());
    }

    /** A file of labels alone. */
    static Labels labels(Path file, Selection selection, int from) throws ProblemException {
        Content content = content(file, 1);
        int total = content.sizes[0];
        int[] classes = classes(content, selection.within(total), from);
        return new Labels(classes, total, List.of(), DataNotes.NONE);
    }

    private static int[] classes(Content labels, Selection part, int from) throws ProblemException {
        float[] values = new float[part.count()];
        labels.values(part.from(), part.count()).pixels().read(0, values.length, values);
        int[] classes = new int[values.length];
        for (int i = 0; i < classes.length; i++) {
            classes[i] = (int) values[i] - from;
            if (classes[i] < 0) {
                throw DataFaults.corrupt(
                        labels.file.path(),
                        Texts.text("dataset.labelNotAClass"),
                        Texts.text(
                                "dataset.labelOf",
                                Numbers.count(part.from() + i),
                                (int) values[i]));
            }
        }
        return classes;
    }

    private static String labelsName(Path images) {
        return String.valueOf(images.getFileName())
                .replace("images", "labels")
                .replace("idx3", "idx1");
    }

    /** Those beside the images; null if there are none. */
    private static @Nullable Content labels(Path images, int count) throws ProblemException {
        String name = labelsName(images);
        Path file = images.resolveSibling(name);
        if (!Files.exists(file)) {
            String other =
                    name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name + ".gz";
            file = images.resolveSibling(other);
        }
        if (file.equals(images) || !Files.exists(file)) {
            return null;
        }
        Content content = content(file, 1);
        if (content.sizes[0] != count) {
            throw DataFaults.corrupt(
                    file,
                    Texts.text("dataset.notTogether"),
                    Texts.text(
                            "dataset.imagesAndLabels",
                            Numbers.count(count),
                            Numbers.count(content.sizes[0])));
        }
        return content;
    }

    private static Content content(Path file, int rank) throws ProblemException {
        DataFile data = DataFile.of(file);
        byte[] bytes = data.read(in -> in.readNBytes(4 + 4 * rank));
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        int magic = bytes.length < 4 + 4 * rank ? -1 : buffer.getInt();
        if (magic >>> 16 != 0 || (magic & 0xff) != rank) {
            throw DataFaults.corrupt(
                    file,
                    Texts.text("dataset.notIdx", rank),
                    bytes.length < 4
                            ? Texts.text("dataset.hasBytes", bytes.length)
                            : Texts.text(
                                    "dataset.begins",
                                    HexFormat.of().toHexDigits(ByteBuffer.wrap(bytes).getInt())));
        }
        if (magic >> 8 != UNSIGNED_BYTE) {
            throw DataFaults.unsupported(
                    file,
                    Texts.text("dataset.onlyBytes"),
                    Texts.text("dataset.typeIs", HexFormat.of().toHexDigits((byte) (magic >> 8))),
                    Texts.text("dataset.saveAsNpz"));
        }
        int[] sizes = new int[rank];
        long product = 1;
        for (int d = 0; d < rank; d++) {
            sizes[d] = buffer.getInt();
            int least = d == 0 ? 0 : 1;
            if (sizes[d] < least || product * sizes[d] > MAX_VALUES) {
                throw DataFaults.corrupt(
                        file,
                        Texts.text("dataset.impossibleSizes"),
                        Texts.text("dataset.size", sizes[d]));
            }
            product *= sizes[d];
        }
        if (product != data.length() - bytes.length) {
            throw DataFaults.corrupt(
                    file,
                    Texts.text("dataset.wrongLength"),
                    Texts.text(
                            "dataset.valuesAndHeader",
                            Numbers.count(product),
                            Numbers.count(data.length() - bytes.length)));
        }
        return new Content(data, sizes);
    }
}
