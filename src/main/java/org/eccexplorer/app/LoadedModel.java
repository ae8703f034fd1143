package org.eccexplorer.app;

import java.nio.file.Path;
import org.eccexplorer.keras.KerasModel;
import org.eccexplorer.keras.KerasModels;
import org.eccexplorer.network.CnnEvaluator;
import org.eccexplorer.network.Network;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.tensor.DenseBackends;

/**
 * A model that was read, ready to be evaluated.
 *
 * @param cnn of the model as trained
 */
public record LoadedModel(Path file, KerasModel model, CnnEvaluator cnn) {

    /** Reads a model file. */
    public static LoadedModel open(Path file) throws ProblemException {
        KerasModel model = KerasModels.read(file);
        return new LoadedModel(
                file, model, new CnnEvaluator(model.network(), DenseBackends.chosen()));
    }

    public Network network() {
        return model.network();
    }
}
