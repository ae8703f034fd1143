package org.eccexplorer.keras.weights;

import org.eccexplorer.container.ArchiveReader;
import org.eccexplorer.container.ModelFaults;
import org.eccexplorer.problem.ProblemException;

/** ZIP archives that are no Keras models but that people try. */
public final class ForeignArchive {
    private static final String SAVE = "Save the model with model.save(\"model.keras\")";

    private static final String EXPORT =
            "Export it: ep = torch.export.export(model.eval(), (x,));"
                    + " torch.export.save(ep, \"model.pt2\")";

    private ForeignArchive() {}

    public static ProblemException refusal(ArchiveReader archive) {
        String where = archive.where();
        if (archive.hasEnding("data.pkl")) {
            return ModelFaults.unsupported(
                    where,
                    "This is a PyTorch checkpoint",
                    "it holds pickled Python objects, which can run code, and no architecture",
                    EXPORT);
        }
        if (archive.hasEnding("saved_model.pb")) {
            return ModelFaults.unsupported(
                    where,
                    "This archive holds a TensorFlow SavedModel",
                    "it holds a compiled graph, not layers",
                    SAVE);
        }
        if (archive.hasEnding(".npy")) {
            return ModelFaults.unsupported(
                    where,
                    "This is a NumPy archive, not a model",
                    "it holds arrays without an architecture",
                    "Open it as a data set");
        }
        if (archive.hasEnding(".keras") || archive.hasEnding(".h5")) {
            return ModelFaults.unsupported(
                    where,
                    "This archive holds a model, but is not one itself",
                    "it has no config.json at its top",
                    "Unpack it and open the .keras or .h5 file inside");
        }
        return ModelFaults.unsupported(
                where, "This is no Keras archive", "it has no config.json", SAVE);
    }
}
