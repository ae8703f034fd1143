package org.eccexplorer.dataset;

import java.nio.file.Path;
import java.util.Set;
import org.eccexplorer.array.ArrayRows;
import org.eccexplorer.array.DataFaults;
import org.eccexplorer.array.PixelBuilder;
import org.eccexplorer.array.Selection;
import org.eccexplorer.container.HdfContainer;
import org.eccexplorer.container.HdfRows;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.tensor.Shape;
import org.eccexplorer.text.Texts;
import org.jspecify.annotations.Nullable;

/** Images and labels in an HDF5 file, of which only the selected rows are read. */
final class HdfImages {
    private HdfImages() {}

    /**
     * Reads a file.
     *
     * @param part the paths of images and labels, separated by a comma; empty for the usual ones
     */
    static LabelledImages read(
            Path file, String part, @Nullable Shape target, Selection selection, Reading reading)
            throws ProblemException {
        try (HdfContainer hdf = HdfContainer.open(file)) {
            Set<String> names = part.isEmpty() ? hdf.children("/").keySet() : Set.of();
            ArrayKeys keys = ArrayKeys.of(part, names);
            String labels = keys.labels();
            HdfRows imageRows = keys.images().isEmpty() ? null : hdf.rows(keys.images());
            if (imageRows == null) {
                throw DataFaults.unsupported(
                        file,
                        Texts.text("dataset.whichDataset"),
                        Texts.text(
                                "dataset.fileHas", String.join(", ", hdf.children("/").keySet())),
                        Texts.text("dataset.nameDatasets"));
            }
            HdfRows labelRows = labels.isEmpty() ? null : hdf.rows(labels);
            if (!labels.isEmpty() && labelRows == null) {
                throw DataFaults.corrupt(
                        file, Texts.text("dataset.noLabels"), Texts.text("dataset.lacks", labels));
            }
            String name = String.valueOf(file.getFileName());
            Labels found =
                    labelRows == null || !reading.labels().isEmpty()
                            ? LabelFile.named(reading, selection)
                            : Labels.of(name, rows(labelRows, selection), reading);
            return ArrayImages.of(name, rows(imageRows, selection), found, target, reading)
                    .said(DataSets.unused(keys, reading));
        }
    }

    /** The labels in a file that may hold nothing else. */
    static ArrayRows labels(Path file, String part, Selection selection) throws ProblemException {
        try (HdfContainer hdf = HdfContainer.open(file)) {
            Set<String> names = part.isEmpty() ? hdf.children("/").keySet() : Set.of();
            String key = ArrayKeys.labels(part, names);
            HdfRows found = key.isEmpty() ? null : hdf.rows(key);
            if (found == null) {
                throw DataFaults.corrupt(
                        file,
                        Texts.text("dataset.noLabels"),
                        Texts.text("dataset.fileHas", String.join(", ", names)));
            }
            return rows(found, selection);
        }
    }

    private static ArrayRows rows(HdfRows rows, Selection selection) throws ProblemException {
        int[] shape = rows.shape();
        int total = shape.length == 0 ? 0 : shape[0];
        if (total == 0) {
            return new ArrayRows(rows.type(), shape, 0, new PixelBuilder(rows.type(), 0));
        }
        rows.requireValues();
        Selection part = selection.within(total);
        part.checkMemory(rows.rowSize(), PixelBuilder.width(rows.type()));
        shape[0] = part.count();
        PixelBuilder values = new PixelBuilder(rows.type(), (int) rows.rowSize() * part.count());
        rows.read(part.from(), part.to(), values::add);
        return new ArrayRows(rows.type(), shape, total, values);
    }
}
