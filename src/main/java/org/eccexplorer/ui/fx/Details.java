package org.eccexplorer.ui.fx;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.eccexplorer.text.Texts;

/** A message with details below it that can be selected and copied. */
public final class Details extends VBox {

    /** Shows both. */
    public Details(String message, String details) {
        super(10);
        Label label = WrappedText.wrapped(message, "sheet-text");
        TextArea text = new TextArea(details);
        text.setEditable(false);
        text.setPrefRowCount(16);
        text.getStyleClass().add("code");
        text.setAccessibleText(Texts.text("ui.fx.details"));
        setVgrow(text, Priority.ALWAYS);
        Button copy = new Button(Texts.text("ui.fx.copyDetails"));
        copy.setOnAction(event -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(details);
            Clipboard.getSystemClipboard().setContent(content);
        });
        getChildren().addAll(label, text, copy);
    }
}
