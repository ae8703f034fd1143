package org.eccexplorer.dataset;

import java.nio.file.Path;
import java.util.List;
import org.eccexplorer.container.HdfContainer;
import org.eccexplorer.container.HdfNumbers;
import org.eccexplorer.container.ModelFile;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.tensor.Shape;
import org.jspecify.annotations.Nullable;

/** Images and labels in an HDF5 file, read whole from memory behind the guards of models. */
final class HdfImages {
    private HdfImages() {}

    /**
     * Reads a file.
     *
     * @param part the paths of images and labels, separated by a comma; empty for the usual ones
     */
    static LabelledImages read(Path file, String part, @Nullable Shape target, Selection selection)
            throws ProblemException {
        String where = file.toString();
        HdfContainer hdf = HdfContainer.open(where, ModelFile.read(file).bytes());
        String[] keys = part.isEmpty() ? new String[0] : part.split(",", 2);
        String images = keys.length > 0 ? keys[0] : known(hdf, DataSets.IMAGE_KEYS);
        String labels =
                keys.length > 1 ? keys[1] : keys.length > 0 ? "" : known(hdf, DataSets.LABEL_KEYS);
        NpyArray array = images.isEmpty() ? null : array(hdf, images);
        if (array == null) {
            throw Faults.unsupported(
                    file,
                    "It is not clear which dataset holds the images",
                    "the file has " + String.join(", ", hdf.children("/").keySet()),
                    "Name them: file.h5#images,labels");
        }
        NpyArray labelArray = labels.isEmpty() ? null : array(hdf, labels);
        if (!labels.isEmpty() && labelArray == null) {
            throw Faults.corrupt(file, "There is no dataset of labels", "it lacks " + labels);
        }
        LabelledImages all =
                ArrayImages.of(String.valueOf(file.getFileName()), array, labelArray, target);
        Selection chosen = selection.within(all.count());
        return chosen.count() == all.count() ? all : all.range(chosen.from(), chosen.to());
    }

    private static String known(HdfContainer hdf, List<String> keys) throws ProblemException {
        var names = hdf.children("/").keySet();
        return keys.stream().filter(names::contains).findFirst().orElse("");
    }

    private static @Nullable NpyArray array(HdfContainer hdf, String path) throws ProblemException {
        var dataset = hdf.dataset(path);
        if (dataset == null) {
            return null;
        }
        HdfNumbers.Array read = HdfNumbers.array(hdf.where() + ", " + path, dataset);
        boolean whole = true;
        for (double value : read.values()) {
            whole &= value == Math.rint(value);
        }
        String type = read.bytes() ? "u1" : whole ? "i8" : "f8";
        return new NpyArray(type, read.shape(), read.values());
    }
}
