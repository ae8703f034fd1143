package org.eccexplorer.dataset;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eccexplorer.array.ArrayRows;
import org.eccexplorer.array.DataFaults;
import org.eccexplorer.array.DataFile;
import org.eccexplorer.array.DataSpec;
import org.eccexplorer.array.NpyStream;
import org.eccexplorer.array.NpyTexts;
import org.eccexplorer.array.Npz;
import org.eccexplorer.array.Selection;
import org.eccexplorer.container.FileState;
import org.eccexplorer.files.FileKind;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Labels in a file of their own: NPY, NPZ ({@code file.npz#name}), IDX, HDF5, or a text with one
 * label per line.
 */
public final class LabelFile {
    private static final Pattern NAME =
            Pattern.compile("y|y[-_. ].*|.*[-_. ]y|.*(labels?|targets?)([-_. ].*|\\d*)?");
    private static final Pattern IMAGES = Pattern.compile(".*(images|data|pixels).*");
    private static final long MAX_TEXT = 64L << 20;

    private LabelFile() {}

    /**
     * Whether a file is called as files of labels are: y_test.npy, labels.txt, …-labels-idx1-ubyte.
     */
    public static boolean isNamedSo(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        return !Files.isDirectory(file)
                && NAME.matcher(stem).matches()
                && !IMAGES.matcher(stem).matches();
    }

    /** Those that a user names beside the images; null if there are none. */
    static @Nullable Labels named(Reading reading, Selection selection) throws ProblemException {
        return reading.labels().isEmpty() ? null : read(reading.labels(), selection, reading);
    }

    /** The labels of the same images as those that are selected. */
    static Labels read(String source, Selection selection, Reading reading)
            throws ProblemException {
        DataSpec spec = DataSpec.of(source);
        Path file = DataSets.path(spec.file());
        DataFile.requireRegular(file);
        String name = String.valueOf(file.getFileName());
        if (FileKind.NPZ.matches(file)) {
            try (Npz npz = Npz.open(file)) {
                String key = ArrayKeys.labels(spec.part(), npz.names());
                if (key.isEmpty()) {
                    throw unclear(file, String.join(", ", npz.names()));
                }
                return of(name, npz, key, selection, reading);
            }
        }
        if (FileKind.HDF5.matches(file)) {
            return Labels.of(name, HdfImages.labels(file, spec.part(), selection), reading);
        }
        if (FileKind.NPY.matches(file)) {
            Optional<List<String>> texts = texts(file);
            return texts.isPresent()
                    ? Labels.of(name, texts.get(), selection, reading)
                    : Labels.of(name, NpyStream.read(file, selection), reading);
        }
        if (Idx.looksLike(file)) {
            return Idx.labels(file, selection, reading.labelsFrom());
        }
        if (FileKind.TABLE.matches(file)) {
            TableFile table = TableFile.of(file);
            if (table.columns() > 1) {
                return TableLabels.read(table, spec.part(), selection, reading);
            }
        }
        return lines(file, name, selection, reading);
    }

    /** An array of an archive as labels, be they numbers or texts. */
    static Labels of(String name, Npz npz, String key, Selection selection, Reading reading)
            throws ProblemException {
        Optional<List<String>> texts = npz.texts(key);
        return texts.isPresent()
                ? Labels.of(name, texts.get(), selection, reading)
                : Labels.of(name, npz.rows(key, selection), reading);
    }

    private static Optional<List<String>> texts(Path file) throws ProblemException {
        DataFile data = DataFile.of(file);
        return data.length() > MAX_TEXT
                ? Optional.empty()
                : data.read(in -> NpyTexts.read(in.readAllBytes()));
    }

    /** One label per line; a first line that is no number above numbers is a heading. */
    private static Labels lines(Path file, String name, Selection selection, Reading reading)
            throws ProblemException {
        List<String> lines;
        try {
            FileState state = FileState.of(file);
            if (state.size() > MAX_TEXT) {
                throw unclear(file, Texts.text("dataset.endings"));
            }
            lines =
                    Files.readString(file, StandardCharsets.UTF_8)
                            .lines()
                            .map(String::strip)
                            .filter(line -> !line.isEmpty())
                            .toList();
            state.requireUnchanged();
        } catch (IOException e) {
            throw unclear(file, Texts.text("dataset.labelEndings"));
        }
        if (lines.isEmpty() || lines.stream().anyMatch(line -> line.contains(","))) {
            throw unclear(file, Texts.text("dataset.labelEndings"));
        }
        boolean numbers = lines.stream().skip(1).allMatch(LabelFile::isNumber);
        boolean headed = numbers && lines.size() > 1 && !isNumber(lines.getFirst());
        List<String> labels = headed ? lines.subList(1, lines.size()) : lines;
        if (!labels.stream().allMatch(LabelFile::isNumber)) {
            return Labels.of(name, labels, selection, reading);
        }
        Selection part = selection.within(labels.size());
        ArrayRows rows =
                ArrayRows.of(labels.stream().mapToDouble(Double::parseDouble).toArray(), part);
        return Labels.of(name, rows, reading);
    }

    private static boolean isNumber(String text) {
        return text.matches("[+-]?\\d{1,9}(\\.\\d{0,9})?");
    }

    private static ProblemException unclear(Path file, String why) {
        return DataFaults.unsupported(
                file, Texts.text("dataset.whichLabels"), why, Texts.text("dataset.nameLabels"));
    }

    /** A file beside that of the images which looks like their labels. */
    static Optional<Path> beside(Path images) {
        String name = String.valueOf(images.getFileName());
        return Arrays.stream(
                        new String[] {
                            name.replace("images", "labels"),
                            name.replaceFirst("^x", "y"),
                            name.replaceFirst("^X", "y"),
                            name.replaceFirst("^X", "Y"),
                            name.replaceFirst("_x\\.", "_y."),
                            name.replaceFirst("_X\\.", "_y."),
                            name.replace("data", "labels")
                        })
                .filter(other -> !other.equals(name))
                .map(images::resolveSibling)
                .filter(Files::isRegularFile)
                .findFirst();
    }
}
