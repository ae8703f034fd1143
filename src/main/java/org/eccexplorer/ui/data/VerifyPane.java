package org.eccexplorer.ui.data;

import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.eccexplorer.app.open.FileKinds;
import org.eccexplorer.app.open.LoadedModel;
import org.eccexplorer.app.open.Verification;
import org.eccexplorer.app.open.VerificationScript;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.ui.dialog.Dialogs;
import org.eccexplorer.ui.dialog.ProblemList;
import org.eccexplorer.ui.fx.Background;
import org.eccexplorer.ui.fx.WrappedText;

/**
 * Shows that the imported CNN computes what the trained one does: lines of Python that write inputs
 * and outputs of the user's own model, and the comparison with what they wrote.
 */
public final class VerifyPane extends VBox {
    private final LoadedModel model;
    private final Dialogs dialogs;
    private final VBox result = new VBox();

    public VerifyPane(LoadedModel model, Dialogs dialogs) {
        super(10);
        this.model = model;
        this.dialogs = dialogs;
        String python = String.join("\n", VerificationScript.of(model)) + "\n";
        TextArea lines = new TextArea(python);
        lines.setEditable(false);
        lines.setPrefRowCount((int) python.lines().count() + 1);
        lines.getStyleClass().add("code");
        lines.setAccessibleText("Lines of Python");
        Button copy = new Button("Copy");
        copy.setOnAction(event -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(python);
            Clipboard.getSystemClipboard().setContent(content);
        });
        Button choose = new Button("Compare with verify.npz …");
        choose.getStyleClass().add("primary");
        choose.setOnAction(event -> choose());
        HBox buttons = new HBox(8, copy, choose);
        buttons.getStyleClass().add("row");
        getChildren()
                .addAll(
                        WrappedText.wrapped(
                                "1. Run these lines where the model was trained. They write random"
                                        + " inputs and what the model answers.",
                                "sheet-text"),
                        lines,
                        WrappedText.wrapped(
                                "2. Compare. The imported CNN passes if no output differs by more"
                                        + " than 1e-4 of the largest output of its image.",
                                "sheet-text"),
                        buttons,
                        result);
    }

    private void choose() {
        dialogs.chooseFile("What the lines wrote", "NumPy archive", FileKinds.ARCHIVES)
                .ifPresent(this::compare);
    }

    /** Compares with a file that the lines wrote. */
    public void compare(Path file) {
        result.getChildren().setAll(WrappedText.wrapped("Comparing …", "muted"));
        Background.run(
                () ->
                        Verification.of(
                                model, file, VerificationScript.INPUTS, VerificationScript.OUTPUTS),
                this::show,
                failure ->
                        result.getChildren()
                                .setAll(
                                        new ProblemList(
                                                ProblemException.of(file.toString(), failure))));
    }

    private void show(Verification found) {
        boolean passed = found.relativeError() <= Verification.TOLERANCE;
        Label verdict =
                WrappedText.wrapped(
                        passed
                                ? "The imported CNN computes what the trained one does."
                                : "The imported CNN computes something else.",
                        passed ? "passed" : "warning");
        Label figures =
                WrappedText.wrapped(
                        String.format(
                                Locale.ROOT,
                                "%,d images · largest absolute error %.2g · largest relative"
                                        + " error %.2g · same class on %,d of %,d",
                                found.images(),
                                found.absoluteError(),
                                found.relativeError(),
                                found.sameClass(),
                                found.images()),
                        "muted");
        result.getChildren().setAll(verdict, figures);
    }
}
