package org.eccexplorer.ui.files;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.dialog.Sheets;
import org.eccexplorer.ui.fx.WrappedText;

/** Says above the content that something is being opened, and offers to cancel it. */
final class LoadingNotice extends VBox {
    private final Sheets sheets;
    private final String name;
    private final Runnable cancel;

    /**
     * Nothing is shown yet.
     *
     * @param cancel is called once if the user does not want to wait
     */
    LoadingNotice(Sheets sheets, String name, Runnable cancel) {
        super(12);
        this.sheets = sheets;
        this.name = name;
        this.cancel = cancel;
        ProgressBar bar = new ProgressBar();
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(Texts.text("ui.files.openingNow", name));
        HBox.setHgrow(bar, Priority.ALWAYS);
        Button stop = new Button(Texts.text("ui.files.cancel"));
        stop.setMinWidth(USE_PREF_SIZE);
        stop.setOnAction(event -> sheets.close());
        HBox line = new HBox(12, bar, stop);
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(line, WrappedText.wrapped(Texts.text("ui.files.staysOpen"), "muted"));
    }

    void show() {
        sheets.show(Texts.text("ui.files.openingNow", name), this, cancel);
    }

    /** Takes it away, unless something else is shown by now. */
    void end() {
        sheets.closeQuietly(this);
    }
}
