package org.eccexplorer.keras.weights;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.eccexplorer.container.ModelFaults;
import org.eccexplorer.problem.ProblemException;

/** Files that are no Keras models but that people try; each is told what it is. */
public enum ForeignFile {
    LFS_POINTER(
            "version https://git-lfs",
            "This is a pointer of Git LFS, not the model",
            "the file itself was not fetched",
            "Run: git lfs pull"),
    WEB_PAGE(
            "<!doctype html|<html",
            "This is a web page, not a model",
            "the download gave HTML",
            "Download the file itself, not the page about it"),
    SERVER_ERROR(
            "\\{\\s*\"error\"",
            "This is the error message of a server, not a model",
            "the download failed",
            "Download the file again; it may need a login"),
    SHARDED_WEIGHTS(
            "\\{.*\"weight_map\"",
            "This is the index of weights that lie in several files",
            "sharded weights hold no architecture",
            Advice.ADD_ARCHITECTURE),
    JSON(
            "\\{",
            "This is JSON, not a model with weights",
            "an architecture alone cannot run",
            "Open it together with its weights (--weights on the command line):"
                    + " .weights.h5 or .weights.json"),
    SAVED_MODEL(
            "\\x08\\x01\\x12",
            "This is a TensorFlow SavedModel",
            "it holds a compiled graph, not layers",
            Advice.SAVE_WHOLE),
    TFLITE(
            ".{4}tfl3",
            "This is a TensorFlow Lite model",
            "its layers were merged and its weights may be quantised",
            "Use the Keras model that it was made from"),
    PICKLE(
            "\\x80[\\x02-\\x05]",
            "This is a Python pickle, such as an old PyTorch checkpoint",
            "pickles can run code, and hold no architecture",
            Advice.SAVE_WHOLE),
    SAFETENSORS(
            ".{8}\\{\"",
            "This is a safetensors file",
            "it holds weights without an architecture",
            Advice.SAVE_WHOLE),
    NUMPY(
            "\\x93numpy",
            "This is a NumPy array, not a model",
            "a model is a .keras or .h5 file",
            "Open it as a data set"),
    GZIP(
            "\\x1F\\x8B",
            "This file is compressed with gzip",
            "a model is read as Keras saved it",
            "Unpack it first: gunzip"),
    UNKNOWN(
            "",
            "This is no Keras model",
            "it is neither an HDF5 file nor a .keras archive",
            Advice.SAVE_WHOLE);

    /** Remedies that several of them share. */
    private static final class Advice {
        static final String SAVE_WHOLE = "Save the whole model: model.save(\"model.keras\")";
        static final String ADD_ARCHITECTURE =
                SAVE_WHOLE
                        + ", or open them together with what model.to_json() gives (--weights on"
                        + " the command line)";
    }

    /** What to do with weights that have no architecture. */
    public static String architectureNeeded() {
        return Advice.ADD_ARCHITECTURE;
    }

    private final String signature;
    private final String what;
    private final String why;
    private final String remedy;

    /**
     * A kind of file.
     *
     * @param signature regular expression that its first bytes begin with, as Latin-1 text in lower
     *     case
     */
    ForeignFile(String signature, String what, String why, String remedy) {
        this.signature = signature;
        this.what = what;
        this.why = why;
        this.remedy = remedy;
    }

    private boolean isBeginningOf(String head) {
        return Pattern.compile(signature, Pattern.DOTALL).matcher(head).lookingAt();
    }

    ProblemException refusal(Path file) {
        return ModelFaults.unsupported(file, what, why, remedy);
    }

    /** Says what a file is that is neither HDF5 nor an archive. */
    static ProblemException refusal(Path file, byte[] bytes) {
        String head =
                new String(bytes, 0, Math.min(1000, bytes.length), StandardCharsets.ISO_8859_1);
        String text = head.stripLeading().toLowerCase(Locale.ROOT);
        // Binary signatures may begin with what a text would call a space.
        String binary = head.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(kind -> kind.isBeginningOf(text) || kind.isBeginningOf(binary))
                .findFirst()
                .orElse(UNKNOWN)
                .refusal(file);
    }
}
