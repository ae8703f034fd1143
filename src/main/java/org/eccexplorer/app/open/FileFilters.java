package org.eccexplorer.app.open;

import java.util.List;
import java.util.stream.Stream;
import org.eccexplorer.files.FileKind;

/** What a file chooser offers for each purpose, as patterns of names. */
public final class FileFilters {
    public static final List<String> MODELS =
            FileKind.patterns(
                    FileKind.KERAS_ARCHIVE,
                    FileKind.HDF5,
                    FileKind.JSON,
                    FileKind.EXPORTED_PROGRAM,
                    FileKind.ONNX,
                    FileKind.NIR);
    public static final List<String> WEIGHTS =
            FileKind.patterns(FileKind.KERAS_WEIGHTS, FileKind.HDF5);
    public static final List<String> DATA = data();
    public static final List<String> PICTURES = FileKind.patterns(FileKind.PICTURE);
    public static final List<String> SESSIONS = FileKind.patterns(FileKind.SESSION);
    public static final List<String> TEXTS = List.of("*.txt", "*.csv");
    public static final List<String> ARCHIVES = FileKind.patterns(FileKind.NPZ);
    public static final List<String> ONNX = FileKind.patterns(FileKind.ONNX);

    private FileFilters() {}

    /** IDX files have no ending of their own; these are the names of those of MNIST. */
    private static List<String> data() {
        return Stream.concat(
                        FileKind.patterns(
                                FileKind.NPZ,
                                FileKind.NPY,
                                FileKind.HDF5,
                                FileKind.CIFAR,
                                FileKind.TABLE)
                                .stream(),
                        Stream.of("*-ubyte*"))
                .toList();
    }
}
