package org.eccexplorer.ui.data;

import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.eccexplorer.app.open.FileFilters;
import org.eccexplorer.app.open.LoadedModel;
import org.eccexplorer.app.open.Tolerance;
import org.eccexplorer.app.open.Verification;
import org.eccexplorer.app.open.VerificationScript;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;
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
    private final Tolerance tolerance;
    private final VBox result = new VBox();

    public VerifyPane(LoadedModel model, Dialogs dialogs) {
        super(10);
        this.model = model;
        this.dialogs = dialogs;
        tolerance = Tolerance.of(model.model());
        String python = String.join("\n", VerificationScript.of(model)) + "\n";
        TextArea lines = new TextArea(python);
        lines.setEditable(false);
        lines.setPrefRowCount((int) python.lines().count() + 1);
        lines.getStyleClass().add("code");
        lines.setAccessibleText(Texts.text("ui.data.python"));
        Button copy = new Button(Texts.text("ui.data.copy"));
        copy.setOnAction(event -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(python);
            Clipboard.getSystemClipboard().setContent(content);
        });
        Button choose = new Button(Texts.text("ui.data.compareFile"));
        choose.getStyleClass().add("primary");
        choose.setOnAction(event -> choose());
        HBox buttons = new HBox(8, copy, choose);
        buttons.getStyleClass().add("row");
        getChildren()
                .addAll(
                        WrappedText.wrapped(Texts.text("ui.data.verifyRun"), "sheet-text"),
                        lines,
                        WrappedText.wrapped(
                                Texts.text(
                                        "ui.data.verifyCompare",
                                        Numbers.significant(tolerance.value(), 2)),
                                "sheet-text"),
                        buttons,
                        result);
        tolerance
                .reason()
                .ifPresent(why -> getChildren().add(3, WrappedText.wrapped(why, "muted")));
    }

    private void choose() {
        dialogs.chooseFile(
                        Texts.text("ui.data.chooseVerify"),
                        Texts.text("ui.data.archives"),
                        FileFilters.ARCHIVES)
                .ifPresent(this::compare);
    }

    /** Compares with a file that the lines wrote. */
    public void compare(Path file) {
        result.getChildren().setAll(WrappedText.wrapped(Texts.text("ui.data.comparing"), "muted"));
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
        boolean passed = found.relativeError() <= tolerance.value();
        Label verdict =
                WrappedText.wrapped(
                        Texts.text(passed ? "ui.data.passed" : "ui.data.failed"),
                        passed ? "passed" : "warning");
        Label figures =
                WrappedText.wrapped(
                        Texts.text(
                                "ui.data.errors",
                                Texts.counted("ui.data.count", found.images()),
                                Numbers.significant(found.absoluteError(), 2),
                                Numbers.significant(found.relativeError(), 2),
                                Numbers.count(found.sameClass()),
                                Numbers.count(found.images())),
                        "muted");
        result.getChildren().setAll(verdict, figures);
    }
}
