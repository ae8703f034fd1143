package org.eccexplorer.ui.files;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.open.FileFilters;
import org.eccexplorer.app.open.FilesToOpen;
import org.eccexplorer.app.open.ImageChoice;
import org.eccexplorer.app.open.ModelSource;
import org.eccexplorer.app.open.OwnImage;
import org.eccexplorer.app.session.Recent;
import org.eccexplorer.array.DataSpec;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.command.Command;
import org.eccexplorer.ui.command.Commands;
import org.eccexplorer.ui.dialog.Dialogs;
import org.eccexplorer.ui.fx.Reading;

/**
 * Opens models, images, pictures and sessions in a window: by dialog, by dropping or by name, off
 * the FX thread. What cannot be opened is explained, and what was there stays; of several requests
 * the newest wins.
 */
public final class FileOpener {
    private final Host window;
    private final Dialogs dialogs;
    private final FileLoader loader;
    private final ModelOpener models;
    private final SessionOpener sessions;
    private final SweepOpener sweeps;
    private final ImageChanges changes;

    public FileOpener(Host window, Dialogs dialogs) {
        this.window = window;
        this.dialogs = dialogs;
        loader = new FileLoader(window);
        models = new ModelOpener(window, dialogs, loader);
        sessions = new SessionOpener(window, dialogs, loader);
        sweeps = new SweepOpener(window, dialogs, loader);
        changes = new ImageChanges(window, dialogs, loader);
    }

    public void addTo(Commands commands) {
        commands.on(Command.OPEN_MODEL, this::chooseModel)
                .on(Command.OPEN_DATA, this::askImages)
                .on(Command.OPEN_IMAGE, this::chooseImage)
                .on(Command.OPEN_SESSION, sessions::choose)
                .on(Command.OPEN_SWEEP, sweeps::choose);
        changes.addTo(commands);
    }

    /** Changes the images of the model that is open. */
    public ImageChanges changes() {
        return changes;
    }

    /** Opens sessions. */
    public SessionOpener sessions() {
        return sessions;
    }

    /** Opens sweeps, and runs of the one that is open. */
    public SweepOpener sweeps() {
        return sweeps;
    }

    /** What reads files for this window. */
    public FileLoader loader() {
        return loader;
    }

    /** Opens files that belong together: what each is for, its content says. */
    public void files(List<Path> files) {
        if (!files.isEmpty()) {
            loader.load(
                    String.valueOf(files.getFirst().getFileName()),
                    () -> FilesToOpen.of(files),
                    this::sorted);
        }
    }

    /**
     * The same of files that are being read already; those that are no plain model are read again.
     */
    public void files(List<Path> files, Reading<Optional<PlainModel>> reading) {
        loader.load(
                String.valueOf(files.getFirst().getFileName()),
                reading::get,
                read -> read.ifPresentOrElse(models::opened, () -> files(files)));
    }

    private void sorted(FilesToOpen files) {
        Optional<ModelSource> source = files.source();
        if (files.session().isPresent()) {
            sessions.open(files.session().get());
        } else if (files.sweep().isPresent()) {
            sweeps.open(files.sweep().get());
        } else if (files.result().isPresent()) {
            sessions.run(files.result().get());
        } else if (source.isPresent() && files.needsWeights()) {
            chooseWeights(source.get(), files.data());
        } else if (source.isPresent()) {
            models.open(
                    source.get(), files.data().map(data -> ImageChoice.of(data, files.labels())));
        } else if (files.weights().isPresent()) {
            explainLoneWeights(files.weights().get());
        } else if (files.data().isPresent()) {
            images(ImageChoice.of(files.data().get(), files.labels()));
        } else if (files.labels().isPresent()) {
            labels(files.labels().get());
        } else {
            files.picture().ifPresent(this::picture);
        }
    }

    private void chooseWeights(ModelSource architecture, Optional<Path> data) {
        String name = architecture.title();
        dialogs.chooseFile(
                        Texts.text("ui.files.chooseWeights", name),
                        Texts.text("ui.files.kerasWeights"),
                        FileFilters.WEIGHTS)
                .ifPresentOrElse(
                        weights -> model(architecture.withWeights(weights), data),
                        () -> window.say(Texts.text("ui.files.needsWeights", name)));
    }

    private void explainLoneWeights(Path weights) {
        String name = String.valueOf(weights.getFileName());
        loader.explain(
                Texts.text("ui.files.halfAModel", name),
                name,
                new ProblemException(
                        Problem.Kind.UNSUPPORTED,
                        weights.toString(),
                        Texts.text("ui.files.weightsAlone"),
                        Texts.text("ui.files.weightsAloneWhy"),
                        Texts.text("ui.files.weightsAloneRemedy")));
    }

    /** Shows a picture of the user's own. */
    void picture(Path picture) {
        Experiment experiment = window.model().experiment();
        loader.load(
                String.valueOf(picture.getFileName()),
                () -> OwnImage.read(picture, experiment),
                image -> window.model().selection().imageProperty().set(image));
    }

    /** Opens a bundled model and runs it. */
    public void sample(String name) {
        models.sample(name);
    }

    /** Shows a model that was read already, and runs it. */
    public void opened(PlainModel plain) {
        models.opened(plain);
    }

    /** Opens a model with images, which are asked for if there are none yet, and runs it. */
    public void model(ModelSource source, Optional<Path> data) {
        models.open(source, data.map(ImageChoice::of));
    }

    /** Opens what was opened before. */
    public void recent(Recent recent) {
        if (recent.data().isEmpty()) {
            sessions.open(Path.of(recent.model()));
        } else {
            models.again(recent);
        }
    }

    private void chooseModel() {
        List<Path> chosen =
                dialogs.chooseFiles(
                        Texts.text("ui.files.openModel"),
                        Texts.text("ui.files.trainedModel"),
                        FileFilters.MODELS);
        if (!chosen.isEmpty()) {
            Path first = chosen.getFirst();
            loader.load(
                    String.valueOf(first.getFileName()),
                    () -> FilesToOpen.of(chosen),
                    files -> {
                        if (files.source().isPresent() || files.weights().isPresent()) {
                            sorted(files);
                        } else {
                            model(ModelSource.of(first), Optional.empty());
                        }
                    });
        }
    }

    private void askImages() {
        Experiment experiment = window.model().experiment();
        models.ask(experiment.model(), ImageChoice.of(experiment));
    }

    /** Other images for the model that is open, whose classes keep their names. */
    private void images(ImageChoice data) {
        Experiment experiment = window.model().experiment();
        models.open(experiment.model().source(), Optional.of(data.named(experiment.classNames())));
    }

    /** The images that are open with labels of another file. */
    private void labels(Path file) {
        ImageChoice now = ImageChoice.of(window.model().experiment());
        DataSpec spec = DataSpec.of(now.data()).with(DataSpec.LABELS, file.toString());
        images(now.read(spec.toString()));
    }

    private void chooseImage() {
        dialogs.chooseFile(
                        Texts.text("ui.files.openPicture"),
                        Texts.text("ui.files.picture"),
                        FileFilters.PICTURES)
                .ifPresent(this::picture);
    }
}
