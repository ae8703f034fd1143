package org.eccexplorer.ui.explorer;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What files are for, by their names. */
final class FileKinds {
    static final List<String> MODELS = List.of("*.keras", "*.h5", "*.hdf5", "*.pt2", "*.onnx");
    static final List<String> DATA =
            List.of("*.npz", "*.npy", "*.h5", "*.hdf5", "*-ubyte*", "*.bin", "*.bin.gz");
    static final List<String> PICTURES = List.of("*.png", "*.jpg", "*.jpeg", "*.bmp");
    static final List<String> SESSIONS = List.of("*.eccx");
    static final List<String> ARCHIVES = List.of("*.npz");

    private FileKinds() {}

    static boolean isModel(Path file) {
        return isOne(file, MODELS);
    }

    static boolean isSession(Path file) {
        return isOne(file, SESSIONS);
    }

    private static boolean isOne(Path file, List<String> patterns) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return patterns.stream().anyMatch(pattern -> name.endsWith(pattern.substring(1)));
    }
}
