package org.eccexplorer.keras.weights;

import java.nio.file.Path;
import java.util.Locale;
import org.eccexplorer.container.ModelFaults;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Texts;

/** Models of other programs whose content says little, told by how their names end. */
final class ForeignEnding {
    private ForeignEnding() {}

    /** Says what a file is by its name; the general refusal if that says nothing. */
    static ProblemException refusal(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        String ending = name.substring(name.lastIndexOf('.') + 1);
        return switch (ending) {
            case "mlmodel" ->
                    ModelFaults.unsupported(
                            file,
                            Texts.text("keras.weights.coreMl"),
                            Texts.text("keras.weights.tfLiteMerged"),
                            Texts.text("keras.weights.useOriginal"));
            case "caffemodel" ->
                    ModelFaults.unsupported(
                            file,
                            Texts.text("keras.weights.caffe"),
                            Texts.text("keras.weights.caffeHolds"),
                            Texts.text("keras.weights.toOnnx"));
            case "pb" ->
                    ModelFaults.unsupported(
                            file,
                            Texts.text("keras.weights.frozenGraph"),
                            Texts.text("keras.weights.compiledGraph"),
                            Texts.text("keras.weights.saveWhole"));
            case "weights" ->
                    ModelFaults.unsupported(
                            file,
                            Texts.text("keras.weights.darknet"),
                            Texts.text("keras.weights.caffeHolds"),
                            Texts.text("keras.weights.toOnnx"));
            case "engine", "plan", "trt", "rknn" ->
                    ModelFaults.unsupported(
                            file,
                            Texts.text("keras.weights.compiledModel"),
                            Texts.text("keras.weights.tfLiteMerged"),
                            Texts.text("keras.weights.useOriginal"));
            default -> ForeignFile.UNKNOWN.refusal(file);
        };
    }
}
