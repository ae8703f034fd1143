package org.eccexplorer.keras.weights;

import org.eccexplorer.container.ArchiveReader;
import org.eccexplorer.container.ModelFaults;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Texts;

/** ZIP archives that are no Keras models but that people try. */
public final class ForeignArchive {
    private static final String SAVE = Texts.text("keras.weights.saveArchive");

    private static final String EXPORT = Texts.text("keras.weights.exportTorch");

    private ForeignArchive() {}

    public static ProblemException refusal(ArchiveReader archive) {
        String where = archive.where();
        if (archive.hasEnding("serialized_exported_program.json")) {
            return ModelFaults.unsupported(
                    where,
                    Texts.text("keras.weights.oldProgram"),
                    Texts.text("keras.weights.oldProgramHolds"),
                    Texts.text("keras.weights.exportNewer"));
        }
        if (archive.hasEnding("constants.pkl")) {
            return ModelFaults.unsupported(
                    where,
                    Texts.text("keras.weights.torchScript"),
                    Texts.text("keras.weights.torchScriptHolds"),
                    Texts.text("keras.weights.exportModule"));
        }
        if (archive.hasEnding("data.pkl")) {
            return ModelFaults.unsupported(
                    where,
                    Texts.text("keras.weights.checkpoint"),
                    Texts.text("keras.weights.checkpointHolds"),
                    EXPORT);
        }
        if (archive.hasEnding("saved_model.pb")) {
            return ModelFaults.unsupported(
                    where,
                    Texts.text("keras.weights.savedModelInside"),
                    Texts.text("keras.weights.compiledGraph"),
                    SAVE);
        }
        if (archive.hasEnding(".mlmodel")) {
            return ModelFaults.unsupported(
                    where,
                    Texts.text("keras.weights.coreMl"),
                    Texts.text("keras.weights.tfLiteMerged"),
                    Texts.text("keras.weights.useOriginal"));
        }
        if (archive.hasEnding(".npy")) {
            return ModelFaults.unsupported(
                    where,
                    Texts.text("keras.weights.numPyArchive"),
                    Texts.text("keras.weights.arraysOnly"),
                    Texts.text("keras.weights.openAsData"));
        }
        if (archive.hasEnding(".keras") || archive.hasEnding(".h5")) {
            return ModelFaults.unsupported(
                    where,
                    Texts.text("keras.weights.modelInside"),
                    Texts.text("keras.weights.noConfigAtTop"),
                    Texts.text("keras.weights.unpack"));
        }
        return ModelFaults.unsupported(
                where,
                Texts.text("keras.weights.notKerasArchive"),
                Texts.text("keras.weights.noConfigInside"),
                SAVE);
    }
}
