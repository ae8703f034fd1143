package org.eccexplorer.dataset;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.eccexplorer.array.ArrayRows;
import org.eccexplorer.array.DataFaults;
import org.eccexplorer.array.DataFile;
import org.eccexplorer.array.DataSpec;
import org.eccexplorer.array.NpyStream;
import org.eccexplorer.array.Npz;
import org.eccexplorer.array.Selection;
import org.eccexplorer.files.FileKind;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.tensor.Shape;
import org.eccexplorer.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Opens a data set by what a user writes: {@code file.npz#images,labels}, {@code
 * file.h5#images,labels}, {@code file.npy}, {@code file.csv#label}, an IDX file or a folder of them ({@code folder#train}),
 * a CIFAR-10 or -100 binary file or folder, a folder of class folders with pictures, or the name of
 * a bundled model for its test images ({@code fashion-mnist#calibration} for the others). {@code
 * @from:to} at the end takes only these images, counted from 0; {@code ?key=value} behind it says
 * how they are read (see {@link DataSpec}).
 */
public final class DataSets {
    private DataSets() {}

    /**
     * Reads a data set.
     *
     * @param target the model's input shape: pictures are scaled to it, channel orders told by it
     */
    public static LabelledImages open(String spec, @Nullable Shape target) throws ProblemException {
        return open(spec, target, Integer.MAX_VALUE);
    }

    /** Reads at most this many images of a data set, the first of those named. */
    public static LabelledImages open(String spec, @Nullable Shape target, int most)
            throws ProblemException {
        return open(spec, target, most, false);
    }

    /**
     * The same.
     *
     * @param planesFirst whether the model's framework has channels before rows and steps, which is
     *     taken where nothing else tells them apart
     */
    public static LabelledImages open(
            String spec, @Nullable Shape target, int most, boolean planesFirst)
            throws ProblemException {
        DataSpec wanted = DataSpec.of(spec);
        DataSpec.Range range = wanted.range();
        Selection selection =
                range == null
                        ? Selection.all(spec, most)
                        : new Selection(spec, range.from(), range.to(), most);
        try {
            return selected(wanted, target, selection, planesFirst);
        } catch (OutOfMemoryError e) {
            throw DataFaults.limit(
                    spec,
                    Texts.text("dataset.tooLargeForMemory"),
                    Texts.text("dataset.ranOutOfMemory"),
                    Texts.text("dataset.takePart"));
        }
    }

    private static LabelledImages selected(
            DataSpec spec, @Nullable Shape target, Selection selection, boolean planesFirst)
            throws ProblemException {
        Path path = path(spec.file());
        String part = spec.part();
        Reading reading = Reading.of(spec, planesFirst);
        if (!Files.exists(path)) {
            if (path.getNameCount() == 1 && BundledModels.has(path.toString())) {
                BundledModels.Sample sample = BundledModels.open(path.toString());
                String inner = part.equals("calibration") ? sample.calibration() : sample.test();
                return selected(
                        DataSpec.of(inner).reading(spec.reading()), target, selection, planesFirst);
            }
            throw DataFaults.unreadable(path, Texts.text("dataset.noSuchFile"));
        }
        if (FileKind.NPZ.matches(path) && !Files.isDirectory(path)) {
            return npz(path, part, target, selection, reading);
        }
        if (FileKind.HDF5.matches(path) && !Files.isDirectory(path)) {
            return HdfImages.read(path, part, target, selection, reading);
        }
        if (FileKind.NPY.matches(path) && !Files.isDirectory(path)) {
            String name = String.valueOf(path.getFileName());
            Labels labels = LabelFile.named(reading, selection);
            return beside(
                    path,
                    ArrayImages.of(name, NpyStream.read(path, selection), labels, target, reading));
        }
        if (FileKind.TABLE.matches(path) && !Files.isDirectory(path)) {
            return TableImages.read(path, part, target, selection, reading);
        }
        LabelledImages images =
                Files.isDirectory(path)
                        ? Folders.read(path, part, target, selection, reading)
                        : file(path, selection, reading);
        Labels labels = LabelFile.named(reading, selection);
        return labels == null ? images : images.labelled(labels);
    }

    /** A file that has its labels in itself or beside it. */
    static LabelledImages file(Path path, Selection selection, Reading reading)
            throws ProblemException {
        if (Idx.looksLike(path)) {
            return Idx.read(path, selection, reading);
        }
        if (FileKind.CIFAR.matches(path)) {
            return CifarBinary.read(path, selection);
        }
        DataFile.requireRegular(path);
        OtherKinds.refuseFile(path);
        throw DataFaults.unsupported(
                path,
                Texts.text("dataset.unknownKind"),
                Texts.text("dataset.endings"),
                Texts.text("dataset.useSavez"));
    }

    /** Says where labels may be, if the images have none. */
    private static LabelledImages beside(Path file, LabelledImages images) {
        if (images.labels().length > 0 || !images.notes().said().isEmpty()) {
            return images;
        }
        return LabelFile.beside(file)
                .map(other -> {
                    Findings found = new Findings();
                    found.decide(
                            DataChoice.ofLabels(Texts.text("dataset.labelsBeside", other), other));
                    return images.found(found.notes(0));
                })
                .orElse(images);
    }

    /** Says which arrays could be labels, if none is known to be. */
    static List<String> unused(ArrayKeys keys, Reading reading) {
        return keys.others().isEmpty() || !reading.labels().isEmpty()
                ? List.of()
                : List.of(
                        Texts.text(
                                "dataset.otherArrays",
                                keys.images(),
                                String.join(", ", keys.others())));
    }

    /** A path as a user writes it, in whatever characters the system allows in one. */
    public static Path path(String text) throws ProblemException {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw DataFaults.unreadable(text, Texts.text("dataset.impossibleName", e.getReason()));
        }
    }

    private static LabelledImages npz(
            Path file, String part, @Nullable Shape target, Selection selection, Reading reading)
            throws ProblemException {
        try (Npz npz = Npz.open(file)) {
            ArrayKeys keys = ArrayKeys.of(part, npz.names());
            if (keys.images().isEmpty()) {
                throw DataFaults.unsupported(
                        file,
                        Texts.text("dataset.whichArray"),
                        Texts.text("dataset.archiveHas", String.join(", ", npz.names())),
                        Texts.text("dataset.nameArrays"));
            }
            String name = String.valueOf(file.getFileName());
            ArrayRows found = npz.rows(keys.images(), selection);
            Labels labels =
                    keys.labels().isEmpty() || !reading.labels().isEmpty()
                            ? LabelFile.named(reading, selection)
                            : LabelFile.of(name, npz, keys.labels(), selection, reading);
            LabelledImages images = ArrayImages.of(name, found, labels, target, reading);
            return beside(file, images.said(unused(keys, reading)));
        }
    }
}
