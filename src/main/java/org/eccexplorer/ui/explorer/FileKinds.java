package org.eccexplorer.ui.explorer;

import java.util.List;

/** What files are for, by their names. */
final class FileKinds {
    static final List<String> MODELS =
            List.of("*.keras", "*.h5", "*.hdf5", "*.json", "*.pt2", "*.onnx");
    static final List<String> WEIGHTS = List.of("*.weights.h5", "*.weights.json", "*.h5", "*.hdf5");
    static final List<String> DATA =
            List.of("*.npz", "*.npy", "*.h5", "*.hdf5", "*-ubyte*", "*.bin", "*.bin.gz");
    static final List<String> PICTURES = List.of("*.png", "*.jpg", "*.jpeg", "*.bmp");
    static final List<String> SESSIONS = List.of("*.eccx");
    static final List<String> ARCHIVES = List.of("*.npz");

    private FileKinds() {}
}
