package org.eccexplorer.ui.runs;

import java.nio.file.Path;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.eccexplorer.nir.certificate.Certificate;
import org.eccexplorer.nir.certificate.CertificateJson;
import org.eccexplorer.nir.certificate.ChipFit;
import org.eccexplorer.nir.certificate.Verdict;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.fx.LiveScroll;
import org.eccexplorer.ui.fx.WrappedText;

/** A certificate to read: a row for each reader and each chip. */
final class CertificatePane extends VBox {

    CertificatePane(Certificate certificate, Path file) {
        super(12);
        GridPane readers = grid();
        for (Certificate.Entry entry : certificate.readers()) {
            row(
                    readers,
                    entry.reader().title(),
                    entry.verdict().word(),
                    entry.verdict() == Verdict.UNSUPPORTED,
                    entry.statement(),
                    entry.reader().words());
        }
        GridPane chips = grid();
        for (ChipFit fit : certificate.chips()) {
            row(
                    chips,
                    fit.chip().title(),
                    Texts.text(fit.fits() ? "ui.runs.chipFits" : "ui.runs.chipFitsNot"),
                    !fit.fits(),
                    fit.fits() ? Texts.text("ui.runs.allLimits") : fit.faults(),
                    fit.chip().source());
        }
        VBox all =
                new VBox(
                        12,
                        WrappedText.wrapped(
                                Texts.text(
                                        "ui.runs.certified",
                                        certificate.profile().title(),
                                        Numbers.count(certificate.timesteps()),
                                        Numbers.count(certificate.images()),
                                        Numbers.percent(certificate.accuracy(), 1)),
                                "sheet-text"),
                        heading(Texts.text("ui.runs.readers")),
                        readers,
                        heading(Texts.text("ui.runs.chips")),
                        chips);
        if (!certificate.notes().isEmpty()) {
            VBox notes = new VBox(2);
            certificate
                    .notes()
                    .forEach(note -> notes.getChildren().add(WrappedText.wrapped(note, "muted")));
            all.getChildren().addAll(heading(Texts.text("ui.runs.nirNotes")), notes);
        }
        all.getChildren()
                .add(
                        WrappedText.wrapped(
                                Texts.text("ui.runs.nirFiles", file, CertificateJson.beside(file)),
                                "muted"));
        ScrollPane scroll = new LiveScroll(all);
        scroll.setFitToWidth(true);
        scroll.prefViewportHeightProperty().bind(all.heightProperty());
        scroll.getStyleClass().add("sheet-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().add(scroll);
    }

    private static Label heading(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("card-title");
        return label;
    }

    private static GridPane grid() {
        GridPane grid = new GridPane(16, 6);
        ColumnConstraints name = new ColumnConstraints();
        name.setMinWidth(USE_PREF_SIZE);
        ColumnConstraints word = new ColumnConstraints();
        word.setMinWidth(USE_PREF_SIZE);
        ColumnConstraints rest = new ColumnConstraints();
        rest.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(name, word, rest);
        return grid;
    }

    private static void row(
            GridPane grid,
            String name,
            String word,
            boolean wrong,
            String statement,
            String explanation) {
        Label first = new Label(name);
        first.setTooltip(new Tooltip(explanation));
        Label second = new Label(word);
        if (wrong) {
            second.getStyleClass().add("warning");
        }
        Label third = WrappedText.wrapped(statement, "muted");
        third.setTooltip(new Tooltip(explanation));
        grid.addRow(grid.getRowCount(), first, second, third);
    }
}
