package org.eccexplorer.keras.weights;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eccexplorer.container.ModelFaults;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Texts;

/** Files that are no Keras models but that people try; each is told what it is. */
public enum ForeignFile {
    LFS_POINTER(
            "version https://git-lfs",
            Texts.text("keras.weights.lfsPointer"),
            Texts.text("keras.weights.lfsNotFetched"),
            Texts.text("keras.weights.lfsPull")),
    WEB_PAGE(
            "<!doctype html|<html",
            Texts.text("keras.weights.webPage"),
            Texts.text("keras.weights.downloadedHtml"),
            Texts.text("keras.weights.downloadFile")),
    SERVER_ERROR(
            "\\{\\s*\"error\"",
            Texts.text("keras.weights.serverError"),
            Texts.text("keras.weights.downloadFailed"),
            Texts.text("keras.weights.downloadAgain")),
    SHARDED_WEIGHTS(
            "\\{.*\"weight_map\"",
            Texts.text("keras.weights.weightsIndex"),
            Texts.text("keras.weights.shardsHoldNoArchitecture"),
            Advice.ADD_ARCHITECTURE),
    JSON(
            "\\{",
            Texts.text("keras.weights.jsonOnly"),
            Texts.text("keras.weights.architectureOnly"),
            Texts.text("keras.weights.openWithWeights")),
    SAVED_MODEL(
            "\\x08\\x01\\x12",
            Texts.text("keras.weights.savedModel"),
            Texts.text("keras.weights.compiledGraph"),
            Advice.SAVE_WHOLE),
    TFLITE(
            ".{4}tfl3",
            Texts.text("keras.weights.tfLite"),
            Texts.text("keras.weights.tfLiteMerged"),
            Texts.text("keras.weights.useOriginal")),
    /** Of PyTorch before 1.6: a pickle that begins with a number of its own. */
    OLD_CHECKPOINT(
            "\\x80\\x02\\x8a\\x0al\\xfc\\x9cf",
            Texts.text("keras.weights.checkpoint"),
            Texts.text("keras.weights.checkpointHolds"),
            Advice.EXPORT),
    PICKLE(
            "\\x80[\\x02-\\x05]",
            Texts.text("keras.weights.pickle"),
            Texts.text("keras.weights.pickleRunsCode"),
            Advice.EITHER),
    SAFETENSORS(
            ".{8}\\{\"",
            Texts.text("keras.weights.safetensors"),
            Texts.text("keras.weights.safetensorsHolds"),
            Advice.EITHER),
    NUMPY(
            "\\x93numpy",
            Texts.text("keras.weights.numPyArray"),
            Texts.text("keras.weights.modelsAre"),
            Texts.text("keras.weights.openAsData")),
    /** Network of Caffe as text, or its weights, which begin with a name. */
    CAFFE(
            "name:\\s*\"|layer\\s*\\{|layers\\s*\\{|input:\\s*\"",
            Texts.text("keras.weights.caffe"),
            Texts.text("keras.weights.caffeHolds"),
            Texts.text("keras.weights.toOnnx")),
    DARKNET(
            "\\[net\\]|\\[convolutional\\]",
            Texts.text("keras.weights.darknet"),
            Texts.text("keras.weights.caffeHolds"),
            Texts.text("keras.weights.toOnnx")),
    OPENVINO(
            "<\\?xml[^>]*>\\s*<net|<net ",
            Texts.text("keras.weights.openVino"),
            Texts.text("keras.weights.tfLiteMerged"),
            Texts.text("keras.weights.useOriginal")),
    MATLAB(
            "matlab 5",
            Texts.text("keras.weights.matlab"),
            Texts.text("keras.weights.matlabHolds"),
            Texts.text("keras.weights.matlabToOnnx")),
    GZIP(
            "\\x1F\\x8B",
            Texts.text("keras.weights.gzipped"),
            Texts.text("keras.weights.readAsSaved"),
            Texts.text("keras.weights.gunzip")),
    UNKNOWN(
            "",
            Texts.text("keras.weights.notKeras"),
            Texts.text("keras.weights.neitherHdfNorArchive"),
            Advice.SAVE_WHOLE);

    /** Remedies that several of them share. */
    private static final class Advice {
        static final String SAVE_WHOLE = Texts.text("keras.weights.saveWhole");
        static final String EXPORT = Texts.text("keras.weights.exportTorch");
        static final String EITHER = Texts.text("keras.weights.exportOrSave");
        static final String ADD_ARCHITECTURE =
                Texts.text("keras.weights.saveWholeOrOpenTogether", SAVE_WHOLE);
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
        return known(file, bytes).orElseGet(() -> ForeignEnding.refusal(file));
    }

    /** Says what a file is that is no model of any kind; empty if its beginning does not tell. */
    public static Optional<ProblemException> known(Path file, byte[] bytes) {
        String head =
                new String(bytes, 0, Math.min(1000, bytes.length), StandardCharsets.ISO_8859_1);
        String text = head.stripLeading().toLowerCase(Locale.ROOT);
        // Binary signatures may begin with what a text would call a space.
        String binary = head.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(kind -> kind.isBeginningOf(text) || kind.isBeginningOf(binary))
                .filter(kind -> kind != UNKNOWN)
                .findFirst()
                .map(kind -> kind.refusal(file));
    }
}
