package org.eccexplorer.ui.files;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.open.FilesToOpen;
import org.eccexplorer.app.open.ImageChoice;
import org.eccexplorer.app.open.LoadedModel;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.app.work.WatchedReading;
import org.eccexplorer.problem.ProblemException;

/** A model with images that was read without a question to the user. */
public record PlainModel(LoadedModel model, ImageChoice images, Experiment experiment) {

    /**
     * Reads files, if they are a model and images and nothing has to be asked or explained.
     *
     * @return empty: the files have to be opened in a window
     */
    public static Optional<PlainModel> read(List<Path> files) {
        try {
            FilesToOpen sorted = FilesToOpen.of(files);
            return isPlain(sorted)
                    ? WatchedReading.read(
                            String.valueOf(files.getFirst().getFileName()),
                            new Cancellation(),
                            () -> read(sorted))
                    : Optional.empty();
        } catch (ProblemException explainedInAWindow) {
            return Optional.empty();
        }
    }

    private static boolean isPlain(FilesToOpen files) {
        return files.session().isEmpty()
                && files.sweep().isEmpty()
                && files.result().isEmpty()
                && files.source().isPresent()
                && !files.needsWeights()
                && files.data().isPresent();
    }

    private static Optional<PlainModel> read(FilesToOpen files) throws ProblemException {
        LoadedModel model = LoadedModel.open(files.source().orElseThrow());
        ImageChoice images = ImageChoice.of(files.data().orElseThrow(), files.labels());
        Experiment experiment = Experiment.open(model, images);
        return experiment.choices().isEmpty()
                ? Optional.of(new PlainModel(model, images, experiment))
                : Optional.empty();
    }
}
