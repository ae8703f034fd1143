package org.eccexplorer.ui.files;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.open.FileFilters;
import org.eccexplorer.app.open.FilesToOpen;
import org.eccexplorer.app.open.LoadedModel;
import org.eccexplorer.app.open.ModelSource;
import org.eccexplorer.app.open.OwnImage;
import org.eccexplorer.app.session.Preferences.Recent;
import org.eccexplorer.array.DataSpec;
import org.eccexplorer.dataset.BundledModels;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.problem.SizeLeftOpen;
import org.eccexplorer.tensor.Shape;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.command.Command;
import org.eccexplorer.ui.command.Commands;
import org.eccexplorer.ui.dialog.Dialogs;
import org.eccexplorer.ui.state.ExplorerViewModel;
import org.jspecify.annotations.Nullable;

/**
 * Opens models, images, pictures and sessions in a window: by dialog, by dropping or by name, off
 * the FX thread. What cannot be opened is explained, and what was there stays; of several requests
 * the newest wins.
 */
public final class FileOpener {
    private final Host window;

    private final Dialogs dialogs;
    private final FileLoader loader;
    private final SessionOpener sessions;

    public FileOpener(Host window, Dialogs dialogs) {
        this.window = window;
        this.dialogs = dialogs;
        loader = new FileLoader(window);
        sessions = new SessionOpener(window, dialogs, loader);
    }

    public void addTo(Commands commands) {
        commands.on(Command.OPEN_MODEL, this::chooseModel)
                .on(Command.OPEN_DATA, this::chooseData)
                .on(Command.OPEN_IMAGE, this::chooseImage)
                .on(Command.OPEN_SESSION, sessions::choose);
    }

    /** Opens sessions. */
    public SessionOpener sessions() {
        return sessions;
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

    private void sorted(FilesToOpen files) {
        Optional<ModelSource> source = files.source();
        if (files.session().isPresent()) {
            sessions.open(files.session().get());
        } else if (files.result().isPresent()) {
            sessions.run(files.result().get());
        } else if (source.isPresent() && files.needsWeights()) {
            chooseWeights(source.get(), files.data());
        } else if (source.isPresent()) {
            model(source.get(), files.data());
        } else if (files.weights().isPresent()) {
            explainLoneWeights(files.weights().get());
        } else if (files.data().isPresent()) {
            model(window.model().experiment().model().source(), files.data());
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
        loader.load(
                name,
                () -> Experiment.sample(name, BundledModels.STANDARD_IMAGES),
                experiment -> replace(name, experiment, () -> {}));
    }

    /** Opens a model with images, which are asked for if there are none yet, and runs it. */
    public void model(ModelSource source, Optional<Path> data) {
        open(source, data, "");
    }

    private void open(ModelSource source, Optional<Path> data, String calibration) {
        loader.load(
                source.title(),
                () -> LoadedModel.open(source),
                model ->
                        data.or(() -> chooseData(source))
                                .ifPresent(images -> model(model, images, calibration)),
                failure -> {
                    data.map(images -> recent(source, images).calibratedOn(calibration))
                            .ifPresent(recent -> window.forget(recent, failure));
                    return askSize(source, data, calibration, failure);
                });
    }

    private void model(LoadedModel model, Path data, String calibration) {
        Recent recent = recent(model.source(), data).calibratedOn(calibration);
        loader.load(
                Texts.text("ui.files.dataForModel", data.getFileName(), model.source().title()),
                () ->
                        Experiment.open(
                                model,
                                data.toString(),
                                readable(calibration),
                                Integer.MAX_VALUE,
                                List.of()),
                experiment ->
                        replace(
                                model.source().title(),
                                experiment,
                                () -> window.remember(window.preferences().withRecent(recent))),
                failure -> {
                    window.forget(recent, failure);
                    return false;
                });
    }

    /** Offers the model of an experiment with these calibration images from now on. */
    public void rememberCalibration(Experiment experiment, String calibration) {
        DataSpec data = DataSpec.of(experiment.dataSource());
        String whole = Path.of(data.file()).toAbsolutePath().toString();
        Recent opened =
                Recent.model(experiment.model().source(), data.withFile(whole).toString())
                        .calibratedOn(calibration);
        window.remember(window.preferences().withCalibration(opened));
    }

    /** Calibration images that are gone are no reason to open nothing: null in their place. */
    private static @Nullable String readable(String calibration) {
        boolean there =
                !calibration.isEmpty() && Files.exists(Path.of(DataSpec.of(calibration).file()));
        return there ? calibration : null;
    }

    private static Recent recent(ModelSource source, Path data) {
        return Recent.model(source, data.toAbsolutePath().toString());
    }

    private Optional<Path> chooseData(ModelSource model) {
        return dialogs.chooseFile(
                Texts.text("ui.files.imagesFor", model.title()),
                Texts.text("ui.files.imagesWithLabels"),
                FileFilters.DATA);
    }

    /**
     * Asks for the size of the images that a model leaves open; whether that was what it lacked.
     */
    private boolean askSize(
            ModelSource source, Optional<Path> data, String calibration, Exception failure) {
        if (source.size() != null || !(failure instanceof SizeLeftOpen)) {
            return false;
        }
        Optional<String> answer =
                dialogs.ask(
                        Texts.text("ui.files.sizeTitle"),
                        Texts.text("ui.files.sizeOfImages", source.title()),
                        "32x32x3");
        Optional<Shape> size = answer.map(ModelSource::size);
        size.ifPresent(given -> open(source.withSize(given), data, calibration));
        return size.isPresent();
    }

    /**
     * Runs what was read, once the user has given up what is there.
     *
     * @param opened is called if so
     */
    private void replace(String name, Experiment experiment, Runnable opened) {
        window.leave(
                Texts.text("ui.files.opening", name),
                () -> {
                    opened.run();
                    window.replace(new ExplorerViewModel(experiment), Optional.empty());
                    window.model().runs().start();
                });
    }

    /** Opens what was opened before. */
    public void recent(Recent recent) {
        if (recent.data().isEmpty()) {
            sessions.open(Path.of(recent.model()));
        } else {
            open(recent.source(), Optional.of(Path.of(recent.data())), recent.calibration());
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

    private void chooseData() {
        ModelSource source = window.model().experiment().model().source();
        chooseData(source).ifPresent(data -> model(source, Optional.of(data)));
    }

    private void chooseImage() {
        dialogs.chooseFile(
                        Texts.text("ui.files.openPicture"),
                        Texts.text("ui.files.picture"),
                        FileFilters.PICTURES)
                .ifPresent(this::picture);
    }
}
