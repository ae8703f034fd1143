package org.eccexplorer.keras;

import java.nio.file.Files;
import java.nio.file.Path;
import org.eccexplorer.container.Faults;
import org.eccexplorer.container.HdfContainer;
import org.eccexplorer.problem.ProblemException;

/** What kind of file this is, told by its content; its name does not count. */
enum Container {
    HDF5,
    KERAS_ARCHIVE;

    /** The signature may stand behind a user block of 512, 1024, 2048 … bytes. */
    static Container of(Path file, byte[] bytes) throws ProblemException {
        if (HdfContainer.start(bytes) >= 0) {
            return HDF5;
        }
        if (bytes.length >= 4 && bytes[0] == 'P' && bytes[1] == 'K') {
            return KERAS_ARCHIVE;
        }
        throw ForeignFile.refusal(file, bytes);
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
