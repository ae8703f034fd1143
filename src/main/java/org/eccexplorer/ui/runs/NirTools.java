package org.eccexplorer.ui.runs;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import javafx.application.Platform;
import javafx.scene.control.Label;
import org.eccexplorer.app.export.NirExport;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.run.Prepared;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.dataset.LabelledImages;
import org.eccexplorer.files.FileKind;
import org.eccexplorer.nir.Profile;
import org.eccexplorer.nir.certificate.Certificate;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.desk.Workbench;
import org.eccexplorer.ui.dialog.ProblemList;
import org.eccexplorer.ui.fx.Background;
import org.eccexplorer.ui.fx.WrappedText;
import org.eccexplorer.ui.state.Viewed;

/** Exports the network of the run in focus as NIR, and shows its certificate. */
public final class NirTools {
    private final Workbench bench;

    public NirTools(Workbench bench) {
        this.bench = bench;
    }

    /** Asks for the reader, then for a file. */
    public void ask() {
        Optional<RunState> run = bench.model().viewed().map(Viewed::focus);
        run.flatMap(RunState::prepared)
                .ifPresent(prepared ->
                        bench.sheets()
                                .show(
                                        Texts.text("ui.runs.exportNir"),
                                        new NirSheet(
                                                prepared,
                                                profile -> choose(prepared, profile),
                                                bench.sheets()::close)));
    }

    private void choose(Prepared prepared, Profile profile) {
        bench.dialogs()
                .saveFile(
                        Texts.text("ui.runs.exportNir"),
                        Texts.text("ui.runs.nirFile", profile.word()),
                        FileKind.patterns(FileKind.NIR))
                .ifPresent(file -> write(prepared, profile, file));
    }

    /** Compares and writes; closing the sheet stops it. */
    private void write(Prepared prepared, Profile profile, Path file) {
        Cancellation cancellation = new Cancellation();
        Label progress = WrappedText.wrapped(Texts.text("ui.runs.comparingReaders"), "sheet-text");
        bench.sheets().show(Texts.text("ui.runs.exportNir"), progress, cancellation::cancel);
        Experiment experiment = bench.model().experiment();
        LabelledImages images = experiment.test().limit(NirExport.IMAGES);
        Background.save(
                () ->
                        new NirExport(
                                        prepared,
                                        images,
                                        profile,
                                        (done, all) -> say(progress, done, all),
                                        cancellation)
                                .write(file),
                certificate -> show(certificate, file, cancellation),
                failure -> failed(failure, file));
    }

    private static void say(Label progress, int done, int all) {
        Platform.runLater(() ->
                progress.setText(
                        Texts.text(
                                "ui.runs.comparedImages",
                                Numbers.count(done),
                                Numbers.count(all))));
    }

    private void show(Certificate certificate, Path file, Cancellation cancellation) {
        bench.say().accept(Texts.text("ui.runs.savedNir", file));
        if (!cancellation.isRequested()) {
            bench.sheets()
                    .show(
                            Texts.text("ui.runs.certificate", certificate.file()),
                            new CertificatePane(certificate, file));
        }
    }

    private void failed(Exception failure, Path file) {
        if (failure instanceof CancellationException) {
            bench.say().accept(Texts.text("ui.runs.nirStopped"));
            return;
        }
        bench.sheets()
                .show(
                        Texts.text("ui.runs.nirNotSaved"),
                        new ProblemList(ProblemException.of(file.toString(), failure)));
    }
}
