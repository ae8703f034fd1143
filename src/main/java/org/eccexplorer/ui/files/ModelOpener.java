package org.eccexplorer.ui.files;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.open.ImageChoice;
import org.eccexplorer.app.open.LoadedModel;
import org.eccexplorer.app.open.ModelSource;
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
import org.eccexplorer.ui.dialog.Dialogs;
import org.eccexplorer.ui.state.ExplorerViewModel;

/**
 * Opens a model with its images: asks for what it leaves open, and runs it once the user has given
 * up what is there.
 */
final class ModelOpener {
    private final Host window;
    private final Dialogs dialogs;
    private final FileLoader loader;

    ModelOpener(Host window, Dialogs dialogs, FileLoader loader) {
        this.window = window;
        this.dialogs = dialogs;
        this.loader = loader;
    }

    /** Opens a bundled model and runs it. */
    void sample(String name) {
        loader.load(
                name,
                () -> Experiment.sample(name, BundledModels.STANDARD_IMAGES),
                experiment -> replace(name, experiment, () -> {}));
    }

    /** Opens a model with images, which are asked for if there are none yet, and runs it. */
    void open(ModelSource source, Optional<ImageChoice> images) {
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
    void ask(LoadedModel model, ImageChoice start) {
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

    /** Opens a model that was opened before. */
    void again(Recent recent) {
        ModelSource source = recent.source();
        loader.load(
                source.title(),
                () -> readable(recent.choice()),
                images -> open(source, Optional.of(images)));
    }

    /** Calibration images that are gone are no reason to open nothing. */
    private static ImageChoice readable(ImageChoice images) {
        String calibration = images.calibration();
        return calibration.isEmpty() || Files.exists(Path.of(DataSpec.of(calibration).file()))
                ? images
                : images.calibratedOn("");
    }

    /** Shows a model that was read already, and runs it. */
    void opened(PlainModel plain) {
        opened(plain.model(), plain.images(), plain.experiment());
    }
}
