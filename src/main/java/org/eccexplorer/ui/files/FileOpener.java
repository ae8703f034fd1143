package org.eccexplorer.ui.files;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.open.FileFilters;
import org.eccexplorer.app.open.FilesToOpen;
import org.eccexplorer.app.open.ImageChoice;
import org.eccexplorer.app.open.LoadedModel;
import org.eccexplorer.app.open.ModelSource;
import org.eccexplorer.app.open.OwnImage;
import org.eccexplorer.app.session.Recent;
import org.eccexplorer.array.DataSpec;
import org.eccexplorer.dataset.BundledModels;
import org.eccexplorer.dataset.DataChoice;
import org.eccexplorer.problem.ChoiceNeeded;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.problem.SizeLeftOpen;
import org.eccexplorer.tensor.Shape;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.command.Command;
import org.eccexplorer.ui.command.Commands;
import org.eccexplorer.ui.dialog.Dialogs;
import org.eccexplorer.ui.fx.Reading;
import org.eccexplorer.ui.state.ExplorerViewModel;

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
    private final SweepOpener sweeps;
    private final ImageChanges changes;

    public FileOpener(Host window, Dialogs dialogs) {
        this.window = window;
        this.dialogs = dialogs;
        loader = new FileLoader(window);
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
                read -> read.ifPresentOrElse(this::opened, () -> files(files)));
    }

    /** Shows a model that was read already, and runs it. */
    public void opened(PlainModel plain) {
        opened(plain.model(), plain.images(), plain.experiment());
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
            open(source.get(), files.data().map(data -> ImageChoice.of(data, files.labels())));
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
        loader.load(
                name,
                () -> Experiment.sample(name, BundledModels.STANDARD_IMAGES),
                experiment -> replace(name, experiment, () -> {}));
    }

    /** Opens a model with images, which are asked for if there are none yet, and runs it. */
    public void model(ModelSource source, Optional<Path> data) {
        open(source, data.map(ImageChoice::of));
    }

    private void open(ModelSource source, Optional<ImageChoice> images) {
        loader.load(
                source.title(),
                () -> LoadedModel.open(source),
                model ->
                        images.ifPresentOrElse(
                                chosen -> read(model, chosen), () -> ask(model, ImageChoice.NONE)),
                failure -> {
                    images.ifPresent(
                            chosen -> window.forget(Recent.model(source, chosen), failure));
                    return askSize(source, images, failure);
                });
    }

    private void read(LoadedModel model, ImageChoice chosen) {
        read(
                model,
                chosen,
                failure -> {
                    window.forget(Recent.model(model.source(), chosen), failure);
                    return false;
                });
    }

    /**
     * Reads images and runs the model on them.
     *
     * @param settled whether a failure needs no explanation any more
     */
    private void read(LoadedModel model, ImageChoice chosen, Predicate<Exception> settled) {
        String title = model.source().title();
        String images = DataSpec.of(chosen.data()).shortened().file();
        loader.load(
                Texts.text("ui.files.dataForModel", images, title),
                () -> Experiment.open(model, chosen),
                experiment -> {
                    if (experiment.choices().isEmpty()) {
                        opened(model, chosen, experiment);
                    } else {
                        choose(
                                model,
                                chosen,
                                experiment.choices(),
                                Optional.of(experiment),
                                settled);
                    }
                },
                failure -> {
                    if (failure instanceof ChoiceNeeded needed) {
                        Problem open = needed.problems().getFirst();
                        String question =
                                Texts.text(
                                        "ui.files.openQuestion",
                                        open.where(),
                                        open.what(),
                                        open.why());
                        DataChoice choice =
                                new DataChoice(needed.key(), question, needed.values(), "");
                        choose(model, chosen, List.of(choice), Optional.empty(), settled);
                        return true;
                    }
                    return settled.test(failure);
                });
    }

    private void opened(LoadedModel model, ImageChoice chosen, Experiment experiment) {
        replace(
                model.source().title(),
                experiment,
                () -> {
                    Recent recent = Recent.model(model.source(), chosen);
                    window.remember(window.preferences().withRecent(recent));
                });
    }

    /**
     * Asks how images are read; what is answered stands with their name from then on.
     *
     * @param known what was read already, if the user keeps all as it is
     */
    private void choose(
            LoadedModel model,
            ImageChoice chosen,
            List<DataChoice> choices,
            Optional<Experiment> known,
            Predicate<Exception> settled) {
        ChoicesSheet asked =
                new ChoicesSheet(
                        choices,
                        answers -> {
                            window.sheets().close();
                            ImageChoice next = chosen.read(answered(chosen.data(), answers));
                            if (next.equals(chosen) && known.isPresent()) {
                                opened(model, chosen, known.get());
                            } else {
                                read(model, next, settled);
                            }
                        },
                        () -> window.sheets().close());
        window.say(choices.getFirst().question());
        window.sheets().show(Texts.text("ui.files.howToRead", model.source().title()), asked);
    }

    private static String answered(String images, Map<String, String> answers) {
        DataSpec spec = DataSpec.of(images);
        for (Map.Entry<String, String> answer : answers.entrySet()) {
            spec = spec.with(answer.getKey(), answer.getValue());
        }
        return spec.toString();
    }

    /** Asks which images a model is opened with; what cannot be read is said above the fields. */
    private void ask(LoadedModel model, ImageChoice start) {
        Path folder = model.file().toAbsolutePath().getParent();
        if (folder != null) {
            dialogs.lookIn(folder);
        }
        String heading = Texts.text("ui.files.imagesFor", model.source().title());
        ImagesSheet asked =
                new ImagesSheet(
                        model,
                        start,
                        window.preferences(),
                        dialogs,
                        (sheet, chosen) ->
                                read(
                                        model,
                                        chosen,
                                        failure -> refused(heading, sheet, chosen, failure)),
                        () -> window.sheets().close());
        showAsked(heading, asked);
    }

    private void showAsked(String heading, ImagesSheet asked) {
        window.sheets().show(heading, asked);
        asked.focusData();
    }

    private boolean refused(
            String heading, ImagesSheet sheet, ImageChoice chosen, Exception failure) {
        List<Problem> problems = ProblemException.of(chosen.data(), failure);
        window.say(problems.getFirst().message());
        sheet.refuse(problems);
        showAsked(heading, sheet);
        return true;
    }

    /**
     * Asks for the size of the images that a model leaves open; whether that was what it lacked.
     */
    private boolean askSize(ModelSource source, Optional<ImageChoice> images, Exception failure) {
        if (source.size() != null || !(failure instanceof SizeLeftOpen)) {
            return false;
        }
        Optional<String> answer =
                dialogs.ask(
                        Texts.text("ui.files.sizeTitle"),
                        Texts.text("ui.files.sizeOfImages", source.title()),
                        "32x32x3");
        Optional<Shape> size = answer.map(ModelSource::size);
        size.ifPresent(given -> open(source.withSize(given), images));
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
                    int count = experiment.test().count();
                    if (count == ImageChoice.STANDARD_MOST) {
                        window.say(Texts.text("ui.files.firstOnly", Numbers.count(count)));
                    }
                });
    }

    /** Opens what was opened before. */
    public void recent(Recent recent) {
        if (recent.data().isEmpty()) {
            sessions.open(Path.of(recent.model()));
        } else {
            ModelSource source = recent.source();
            loader.load(
                    source.title(),
                    () -> readable(recent.choice()),
                    images -> open(source, Optional.of(images)));
        }
    }

    /** Calibration images that are gone are no reason to open nothing. */
    private static ImageChoice readable(ImageChoice images) {
        String calibration = images.calibration();
        return calibration.isEmpty() || Files.exists(Path.of(DataSpec.of(calibration).file()))
                ? images
                : images.calibratedOn("");
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
        ask(experiment.model(), ImageChoice.of(experiment));
    }

    /** Other images for the model that is open, whose classes keep their names. */
    private void images(ImageChoice data) {
        Experiment experiment = window.model().experiment();
        open(experiment.model().source(), Optional.of(data.named(experiment.classNames())));
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
