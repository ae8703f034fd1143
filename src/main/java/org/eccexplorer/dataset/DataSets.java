package org.eccexplorer.dataset;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
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
 * file.h5#images,labels}, {@code file.npy}, an IDX file or a folder of them ({@code folder#train}),
 * a CIFAR-10 or -100 binary file or folder, a folder of class folders with pictures, or the name of
 * a bundled model for its test images ({@code fashion-mnist#calibration} for the others). {@code
 * @from:to} at the end takes only these images, counted from 0.
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
        DataSpec wanted = DataSpec.of(spec);
        DataSpec.Range range = wanted.range();
        Selection selection =
                range == null
                        ? Selection.all(spec, most)
                        : new Selection(spec, range.from(), range.to(), most);
        try {
            return selected(wanted, target, selection);
        } catch (OutOfMemoryError e) {
            throw DataFaults.limit(
                    spec,
                    Texts.text("dataset.tooLargeForMemory"),
                    Texts.text("dataset.ranOutOfMemory"),
                    Texts.text("dataset.takePart"));
        }
    }

    private static LabelledImages selected(
            DataSpec spec, @Nullable Shape target, Selection selection) throws ProblemException {
        Path path = path(spec.file());
        String part = spec.part();
        if (!Files.exists(path)) {
            if (path.getNameCount() == 1 && BundledModels.has(path.toString())) {
                BundledModels.Sample sample = BundledModels.open(path.toString());
                String inner = part.equals("calibration") ? sample.calibration() : sample.test();
                return selected(DataSpec.of(inner), target, selection);
            }
            throw DataFaults.unreadable(path, Texts.text("dataset.noSuchFile"));
        }
        String name = String.valueOf(path.getFileName());
        if (Files.isDirectory(path)) {
            return folder(path, part, target, selection);
        }
        if (FileKind.NPZ.matches(path)) {
            return npz(path, part, target, selection);
        }
        if (FileKind.HDF5.matches(path)) {
            return HdfImages.read(path, part, target, selection);
        }
        if (FileKind.NPY.matches(path)) {
            return ArrayImages.of(name, NpyStream.read(path, selection), null, target);
        }
        if (Idx.looksLike(path)) {
            return Idx.read(path, selection);
        }
        if (FileKind.CIFAR.matches(path)) {
            return CifarBinary.read(path, selection);
        }
        DataFile.requireRegular(path);
        throw DataFaults.unsupported(
                path,
                Texts.text("dataset.unknownKind"),
                Texts.text("dataset.endings"),
                Texts.text("dataset.useSavez"));
    }

    /** A path as a user writes it, in whatever characters the system allows in one. */
    public static Path path(String text) throws ProblemException {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw DataFaults.unreadable(text, Texts.text("dataset.impossibleName", e.getReason()));
        }
    }

    private static LabelledImages folder(
            Path folder, String part, @Nullable Shape target, Selection selection)
            throws ProblemException {
        Path images = Idx.imagesIn(folder, part);
        if (images != null) {
            return Idx.read(images, selection);
        }
        Path cifar = CifarBinary.testFileIn(folder);
        if (cifar != null) {
            return CifarBinary.read(cifar, selection);
        }
        if (target == null) {
            throw DataFaults.unsupported(
                    folder,
                    Texts.text("dataset.picturesNeedSize"),
                    Texts.text("dataset.inputUnknown"),
                    Texts.text("dataset.openModelFirst"));
        }
        return ImageFolder.read(folder, target, selection);
    }

    private static LabelledImages npz(
            Path file, String part, @Nullable Shape target, Selection selection)
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
            ArrayRows classes = keys.labels().isEmpty() ? null : npz.rows(keys.labels(), selection);
            return ArrayImages.of(name, found, classes, target);
        }
    }
}
