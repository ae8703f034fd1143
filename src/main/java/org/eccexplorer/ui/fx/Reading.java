package org.eccexplorer.ui.fx;

import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A text to read; lines that begin with # are headings. */
public final class Reading extends ScrollPane {

    public Reading(String text) {
        VBox paragraphs = new VBox(7);
        paragraphs.getStyleClass().add("reading");
        text.lines()
                .filter(line -> !line.isBlank())
                .forEach(line -> {
                    Label label = new Label(line.replaceFirst("^# *", ""));
                    label.setWrapText(true);
                    label.setMinHeight(Region.USE_PREF_SIZE);
                    label.getStyleClass()
                            .add(line.startsWith("#") ? "sheet-heading" : "sheet-text");
                    paragraphs.getChildren().add(label);
                });
        setContent(paragraphs);
        setFitToWidth(true);
        setPrefHeight(480);
        getStyleClass().add("sheet-scroll");
    }
}
