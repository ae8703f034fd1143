package org.eccexplorer.ui.files;

import java.nio.file.Path;
import java.util.Optional;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.app.session.PageId;
import org.eccexplorer.app.session.SessionState;
import org.eccexplorer.app.sweep.results.RunOpening;
import org.eccexplorer.app.sweep.results.SweepResults;
import org.eccexplorer.app.sweep.results.SweepRun;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.dialog.Dialogs;
import org.eccexplorer.ui.state.ExplorerViewModel;

/** Opens the folders of sweeps, and the runs in them. */
public final class SweepOpener {
    private final Host window;
    private final Dialogs dialogs;
    private final FileLoader loader;

    SweepOpener(Host window, Dialogs dialogs, FileLoader loader) {
        this.window = window;
        this.dialogs = dialogs;
        this.loader = loader;
    }

    /** Asks for a folder. */
    void choose() {
        dialogs.chooseFolder(Texts.text("ui.files.openSweep")).ifPresent(this::open);
    }

    /** Shows the sweep of a folder, or of one of the files in it; what has run stays. */
    void open(Path place) {
        loader.load(
                String.valueOf(place.getFileName()),
                () -> SweepResults.read(place),
                results -> {
                    show(window.model(), results);
                    window.model().currentPage().sweepingProperty().set(true);
                    window.say(Texts.text("ui.files.sweepOpened", results.folder()));
                });
    }

    private static void show(ExplorerViewModel model, SweepResults results) {
        model.sweepProperty().set(Optional.of(results));
    }

    /**
     * Opens the model and the images of a run of the sweep that is shown, unless they are open, and
     * runs it again with its settings.
     */
    public void run(SweepRun run) {
        Optional<SweepResults> shown = window.model().sweepProperty().get();
        shown.ifPresent(results ->
                loader.load(
                        run.value("model"),
                        () -> RunOpening.of(results, run, new Cancellation()),
                        opening -> open(opening, results)));
    }

    private void open(RunOpening opening, SweepResults results) {
        Settings settings =
                opening.settings().withThreads(window.model().settings().get().threads());
        if (isOpen(opening.experiment())) {
            window.model().settings().set(settings);
            begin(opening, results);
            return;
        }
        window.leave(
                Texts.text("ui.files.opening", opening.experiment().model().source().title()),
                () -> {
                    ExplorerViewModel next =
                            new ExplorerViewModel(
                                    SessionState.of(
                                            opening.experiment(),
                                            settings,
                                            window.model().hiddenParts()));
                    show(next, results);
                    window.replace(next, Optional.empty());
                    begin(opening, results);
                });
    }

    private void begin(RunOpening opening, SweepResults results) {
        ExplorerViewModel model = window.model();
        model.accountingProperty().set(model.accountingProperty().get().with(opening.inputMacs()));
        model.currentPage().show(PageId.LIVE);
        model.runs().start();
        window.say(Texts.text("ui.files.sweepRun", results.name()));
    }

    /** Whether the window shows the same model on the same images. */
    private boolean isOpen(Experiment other) {
        Experiment now = window.model().experiment();
        return now.model().id().sha256().equals(other.model().id().sha256())
                && now.dataSource().equals(other.dataSource())
                && now.calibrationSource().equals(other.calibrationSource())
                && now.test().count() == other.test().count();
    }
}
