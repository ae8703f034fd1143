package org.eccexplorer.keras.weights;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eccexplorer.container.HdfContainer;
import org.eccexplorer.container.ModelFaults;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Texts;

/** What kind of file this is, told by its content; its name does not count. */
public enum Container {
    HDF5,
    KERAS_ARCHIVE;

    /** The signature may stand behind a user block of 512, 1024, 2048 … bytes. */
    public static Container of(Path file, byte[] bytes) throws ProblemException {
        if (HdfContainer.start(bytes) >= 0) {
            return HDF5;
        }
        if (bytes.length >= 4 && bytes[0] == 'P' && bytes[1] == 'K') {
            return KERAS_ARCHIVE;
        }
        throw ForeignFile.refusal(file, bytes);
    }

    /** Whether a file begins as JSON does: an architecture, or an index of weights. */
    public static boolean isJson(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(100, bytes.length), StandardCharsets.UTF_8);
        return head.replaceFirst("^\uFEFF", "").stripLeading().startsWith("{");
    }

    /** Why a folder that is no unpacked archive cannot be read. */
    public static ProblemException folder(Path folder) {
        return Files.exists(folder.resolve("saved_model.pb"))
                ? ForeignFile.SAVED_MODEL.refusal(folder)
                : ModelFaults.unreadable(folder, Texts.text("keras.weights.noConfig"));
    }
}
