package org.eccexplorer.dataset;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.eccexplorer.array.DataSpec;
import org.eccexplorer.array.Npz;
import org.eccexplorer.container.HdfContainer;
import org.eccexplorer.files.FileKind;
import org.eccexplorer.problem.ProblemException;

/**
 * The arrays of a file, and which of them are taken.
 *
 * @param names sorted; empty if the file is of another kind
 * @param images empty if it is not clear
 * @param labels empty if there are none
 */
public record NamedArrays(List<String> names, String images, String labels) {
    public NamedArrays {
        names = List.copyOf(names);
    }

    /** Those of a file as a user names it. */
    public static NamedArrays of(String source) throws ProblemException {
        DataSpec spec = DataSpec.of(source);
        Path file = DataSets.path(spec.file());
        Set<String> names = Set.of();
        if (Files.isRegularFile(file) && FileKind.NPZ.matches(file)) {
            try (Npz npz = Npz.open(file)) {
                names = npz.names();
            }
        } else if (Files.isRegularFile(file) && FileKind.HDF5.matches(file)) {
            try (HdfContainer hdf = HdfContainer.open(file)) {
                names = hdf.children("/").keySet();
            }
        }
        ArrayKeys keys = ArrayKeys.of(spec.part(), names);
        return new NamedArrays(names.stream().sorted().toList(), keys.images(), keys.labels());
    }
}
