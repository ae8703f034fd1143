package org.eccexplorer.ui.fx;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A text to read; lines that begin with # are headings. */
public final class FormattedText extends LiveScroll {

    public FormattedText(String text) {
        VBox paragraphs = new VBox(7);
        paragraphs.getStyleClass().add("reading");
        text.lines()
                .filter(line -> !line.isBlank())
                .forEach(line -> {
                    String style = line.startsWith("#") ? "sheet-heading" : "sheet-text";
                    Label label = WrappedText.wrapped(line.replaceFirst("^# *", ""), style);
                    paragraphs.getChildren().add(label);
                });
        setContent(paragraphs);
        setFitToWidth(true);
        setPrefHeight(480);
        getStyleClass().add("sheet-scroll");
    }
}
