package org.eccexplorer.ui.explorer;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.TransferMode;
import org.eccexplorer.app.Experiment;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.ui.fx.Background;
import org.eccexplorer.ui.fx.Dialogs;

/**
 * One window: shows an experiment and opens others, by dialog or by dropping files. What cannot be
 * opened is explained, and the experiment before it stays.
 */
public final class ExplorerSession {
    private static final List<String> MODELS = List.of("*.keras", "*.h5", "*.hdf5");
    private static final List<String> DATA = List.of("*.npz", "*.npy", "*-ubyte*", "*.bin");

    private final Scene scene;
    private final Dialogs dialogs;
    private ExplorerViewModel model;
    private ExplorerView view;

    /** Shows an experiment in a scene, whose root is replaced. */
    public ExplorerSession(Scene scene, Dialogs dialogs, Experiment experiment) {
        this.scene = scene;
        this.dialogs = dialogs;
        model = new ExplorerViewModel(experiment);
        view = new ExplorerView(model, this::chooseAndOpen);
        scene.setRoot(view);
        scene.getAccelerators().put(new KeyCodeCombination(KeyCode.F5), () -> view.toggleRun());
        scene.getAccelerators()
                .put(
                        new KeyCodeCombination(KeyCode.O, KeyCombination.SHORTCUT_DOWN),
                        this::chooseAndOpen);
        acceptDrops();
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                view.pulse();
            }
        }.start();
    }

    /** The view that is shown now. */
    public ExplorerView view() {
        return view;
    }

    /** The view-model that is shown now. */
    public ExplorerViewModel model() {
        return model;
    }

    private void acceptDrops() {
        scene.setOnDragOver(event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
            }
            event.consume();
        });
        scene.setOnDragDropped(event -> {
            boolean files = event.getDragboard().hasFiles();
            if (files) {
                dropped(
                        event.getDragboard().getFiles().stream()
                                .map(file -> file.toPath())
                                .toList());
            }
            event.setDropCompleted(files);
            event.consume();
        });
    }

    /** Opens dropped files: a model, its data, or both at once. */
    public void dropped(List<Path> files) {
        Optional<Path> first = files.stream().filter(ExplorerSession::isModel).findFirst();
        Optional<Path> data = files.stream().filter(file -> !isModel(file)).findFirst();
        if (first.isEmpty()) {
            data.ifPresent(path -> open(model.experiment().model().file(), path));
        } else if (data.isPresent()) {
            open(first.get(), data.get());
        } else {
            chooseData(first.get());
        }
    }

    private static boolean isModel(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return name.endsWith(".keras") || name.endsWith(".h5") || name.endsWith(".hdf5");
    }

    private void chooseAndOpen() {
        dialogs.chooseFile("Open a Keras model", "Keras model", MODELS).ifPresent(this::chooseData);
    }

    private void chooseData(Path file) {
        dialogs.chooseFile("Images for " + file.getFileName(), "Images with labels", DATA)
                .ifPresent(data -> open(file, data));
    }

    /** Opens a model with images, off the FX thread, and runs it. */
    public void open(Path file, Path data) {
        view.say("Opening " + file.getFileName() + " …");
        Background.run(
                () -> Experiment.open(file, data.toString(), null, Integer.MAX_VALUE, List.of()),
                this::show,
                failure -> explain(file, failure));
    }

    private void show(Experiment experiment) {
        boolean dark = view.darkProperty().get();
        model.close();
        model = new ExplorerViewModel(experiment);
        view = new ExplorerView(model, this::chooseAndOpen);
        view.darkProperty().set(dark);
        scene.setRoot(view);
        model.run();
    }

    private void explain(Path file, Exception failure) {
        List<Problem> problems =
                failure instanceof ProblemException known
                        ? known.problems()
                        : List.of(
                                new Problem(
                                        Problem.Kind.CORRUPT,
                                        file.toString(),
                                        "An internal error",
                                        String.valueOf(failure),
                                        "Please report it"));
        view.say(problems.getFirst().message());
        dialogs.show(file.getFileName() + " cannot be opened", problems);
    }

    /** Whether the window may close: asks once if a run is going on. */
    public boolean mayClose() {
        if (model.isRunning() && !dialogs.confirm("A run is going on. Stop it and close?")) {
            return false;
        }
        model.close();
        return true;
    }
}
