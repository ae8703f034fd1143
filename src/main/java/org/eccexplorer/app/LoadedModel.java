package org.eccexplorer.app;

import java.nio.file.Files;
import java.nio.file.Path;
import org.eccexplorer.container.ModelFile;
import org.eccexplorer.keras.KerasModels;
import org.eccexplorer.network.CnnEvaluator;
import org.eccexplorer.network.Network;
import org.eccexplorer.network.TrainedModel;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.tensor.DenseBackends;
import org.eccexplorer.torch.ExportedPrograms;
import org.eccexplorer.torch.OnnxModels;
import org.jspecify.annotations.Nullable;

/**
 * A model that was read, ready to be evaluated.
 *
 * @param cnn of the model as trained
 */
public record LoadedModel(Path file, TrainedModel model, CnnEvaluator cnn) {

    /** Reads a model file; what kind it is, its content says and not its name. */
    public static LoadedModel open(Path file) throws ProblemException {
        TrainedModel model = read(file);
        return new LoadedModel(
                file, model, new CnnEvaluator(model.network(), DenseBackends.chosen()));
    }

    /**
     * Reads a model whose weights lie in a file of their own.
     *
     * @param weights null if they do not
     */
    public static LoadedModel open(Path file, @Nullable Path weights) throws ProblemException {
        if (weights == null) {
            return open(file);
        }
        TrainedModel model = KerasModels.read(file, weights, null);
        return new LoadedModel(
                file, model, new CnnEvaluator(model.network(), DenseBackends.chosen()));
    }

    private static TrainedModel read(Path file) throws ProblemException {
        if (!Files.isRegularFile(file)) {
            return KerasModels.read(file);
        }
        ModelFile bytes = ModelFile.read(file);
        if (OnnxModels.isOne(bytes)) {
            return OnnxModels.read(bytes);
        }
        return ExportedPrograms.isOne(bytes)
                ? ExportedPrograms.read(bytes)
                : KerasModels.read(bytes, null);
    }

    public Network network() {
        return model.network();
    }
}
