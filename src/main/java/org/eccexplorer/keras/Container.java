package org.eccexplorer.keras;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.eccexplorer.problem.ProblemException;

/** What kind of file this is, told by its content; its name does not count. */
enum Container {
    HDF5,
    KERAS_ARCHIVE;

    private static final byte[] HDF5_SIGNATURE = {
        (byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'
    };

    static Container of(Path file, byte[] bytes) throws ProblemException {
        for (int at = 0; at + 8 <= bytes.length && at <= 1 << 20; at = at == 0 ? 512 : 2 * at) {
            if (Arrays.equals(bytes, at, at + 8, HDF5_SIGNATURE, 0, 8)) {
                return HDF5;
            }
        }
        if (bytes.length >= 4 && bytes[0] == 'P' && bytes[1] == 'K') {
            return KERAS_ARCHIVE;
        }
        throw refusal(
                file, new String(bytes, 0, Math.min(200, bytes.length), StandardCharsets.UTF_8));
    }

    private static ProblemException refusal(Path file, String beginning) {
        String text = beginning.stripLeading().toLowerCase(Locale.ROOT);
        if (text.startsWith("version https://git-lfs")) {
            return Faults.unsupported(
                    file,
                    "This is a pointer of Git LFS, not the model",
                    "the file itself was not fetched",
                    "Run: git lfs pull");
        }
        if (text.startsWith("<!doctype html") || text.startsWith("<html")) {
            return Faults.unsupported(
                    file,
                    "This is a web page, not a model",
                    "the download gave HTML",
                    "Download the file itself, not the page about it");
        }
        if (text.startsWith("{") && text.contains("weight_map")) {
            return Faults.unsupported(
                    file,
                    "This is the index of weights that lie in several files",
                    "sharded weights hold no architecture",
                    "Save the whole model: model.save(\"model.keras\")");
        }
        if (text.startsWith("{")) {
            return Faults.unsupported(
                    file,
                    "This is JSON, not a model with weights",
                    "an architecture alone cannot run",
                    "Save the whole model: model.save(\"model.keras\")");
        }
        return Faults.unsupported(
                file,
                "This is no Keras model",
                "it is neither an HDF5 file nor a .keras archive",
                "Save the model with model.save(\"model.keras\")");
    }

    /** Folders are refused by what they are. */
    static ProblemException folder(Path folder) {
        if (Files.exists(folder.resolve("saved_model.pb"))) {
            return Faults.unsupported(
                    folder,
                    "This is a TensorFlow SavedModel",
                    "it holds a compiled graph, not layers",
                    "Save the model with model.save(\"model.keras\")");
        }
        return Faults.unreadable(folder, "it is a folder, not a file");
    }
}
