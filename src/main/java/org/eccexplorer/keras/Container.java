package org.eccexplorer.keras;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.eccexplorer.container.Faults;
import org.eccexplorer.problem.ProblemException;

/** What kind of file this is, told by its content; its name does not count. */
enum Container {
    HDF5,
    KERAS_ARCHIVE;

    private static final byte[] HDF5_SIGNATURE = {
        (byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'
    };

    /** The signature may stand behind a user block of 512, 1024, 2048 … bytes. */
    private static final int LONGEST_USER_BLOCK = 1 << 20;

    static Container of(Path file, byte[] bytes) throws ProblemException {
        if (hdf5Start(bytes) >= 0) {
            return HDF5;
        }
        if (bytes.length >= 4 && bytes[0] == 'P' && bytes[1] == 'K') {
            return KERAS_ARCHIVE;
        }
        throw ForeignFile.refusal(file, bytes);
    }

    /** Where the HDF5 data begin; −1 if nowhere. */
    static int hdf5Start(byte[] bytes) {
        for (int at = 0; at <= LONGEST_USER_BLOCK; at = at == 0 ? 512 : 2 * at) {
            if (at + 8 <= bytes.length && Arrays.equals(bytes, at, at + 8, HDF5_SIGNATURE, 0, 8)) {
                return at;
            }
        }
        return -1;
    }

    /** Folders are refused by what they are. */
    static ProblemException folder(Path folder) {
        if (Files.exists(folder.resolve("saved_model.pb"))) {
            return ForeignFile.SAVED_MODEL.refusal(folder);
        }
        if (Files.exists(folder.resolve("config.json"))
                && Files.exists(folder.resolve("model.weights.h5"))) {
            return Faults.unsupported(
                    folder,
                    "This is an unpacked Keras model",
                    "it is a folder with config.json and model.weights.h5, not a file",
                    "Save the model as one file: model.save(\"model.keras\")");
        }
        return Faults.unreadable(folder, "it is a folder, not a file");
    }
}
