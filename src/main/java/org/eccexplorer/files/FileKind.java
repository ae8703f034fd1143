package org.eccexplorer.files;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The kinds of files that are read or written, by the endings of their names. */
public enum FileKind {
    SESSION(".eccx"),
    PICTURE(
            ".png", ".jpg", ".jpeg", ".bmp", ".gif", ".webp", ".tif", ".tiff", ".ppm", ".pgm",
            ".pbm", ".pnm"),
    KERAS_ARCHIVE(".keras"),
    /** A whole model, weights or images. */
    HDF5(".h5", ".hdf5"),
    /** An architecture, or an index of weights. */
    JSON(".json"),
    KERAS_WEIGHTS(".weights.h5", ".weights.json"),
    EXPORTED_PROGRAM(".pt2"),
    ONNX(".onnx"),
    /** A network that spikes already. */
    NIR(".nir"),
    /** Weights that an ONNX model keeps beside it. */
    ONNX_DATA(".onnx.data"),
    NPZ(".npz"),
    NPY(".npy"),
    /** Rows of values in a text. */
    TABLE(".csv", ".csv.gz", ".tsv"),
    /** Of Hugging Face's data sets; not read, but named. */
    PARQUET(".parquet", ".arrow"),
    CIFAR(".bin", ".bin.gz");

    @SuppressWarnings("ImmutableEnumChecker") // List.of cannot be changed
    private final List<String> endings;

    FileKind(String... endings) {
        this.endings = List.of(endings);
    }

    /** In lower case, with the dot. */
    public List<String> endings() {
        return endings;
    }

    /** Whether a file's name ends as those of this kind do, in letters of either case. */
    public boolean matches(Path file) {
        return matches(String.valueOf(file.getFileName()));
    }

    /** The same of a name, or of a path in whatever way it is written. */
    public boolean matches(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return endings.stream().anyMatch(lower::endsWith);
    }

    /** Patterns such as {@code *.npz}, as file choosers take them. */
    public static List<String> patterns(FileKind... kinds) {
        return Stream.of(kinds)
                .flatMap(kind -> kind.endings.stream())
                .map(ending -> "*" + ending)
                .toList();
    }
}
