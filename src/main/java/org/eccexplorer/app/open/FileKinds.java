package org.eccexplorer.app.open;

import java.util.List;

/** What files are for, by their names. */
public final class FileKinds {
    public static final List<String> MODELS =
            List.of("*.keras", "*.h5", "*.hdf5", "*.json", "*.pt2", "*.onnx");
    public static final List<String> WEIGHTS =
            List.of("*.weights.h5", "*.weights.json", "*.h5", "*.hdf5");
    public static final List<String> DATA =
            List.of("*.npz", "*.npy", "*.h5", "*.hdf5", "*-ubyte*", "*.bin", "*.bin.gz");
    public static final List<String> PICTURES = List.of("*.png", "*.jpg", "*.jpeg", "*.bmp");
    public static final List<String> SESSIONS = List.of("*.eccx");
    public static final List<String> ARCHIVES = List.of("*.npz");

    private FileKinds() {}
}
