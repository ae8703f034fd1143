package org.eccexplorer.ui.results;

import eu.hansolo.tilesfx.Tile;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.eccexplorer.text.Numbers;

/** A figure with what it is, and a drawing of it at its right. */
final class TileCard extends StackPane {
    /** What is drawn ends beside the foot of the figure, above the caption. */
    private static final double FOOT = 21;

    private final Label figure = new Label(Numbers.NONE);
    private final Label caption = new Label();
    private final Tile tile;
    private final Tooltip tooltip = new Tooltip();

    /**
     * Without a figure as yet.
     *
     * @param empty part of the tile's height under the drawing
     */
    TileCard(Tile tile, double empty) {
        this.tile = tile;
        figure.getStyleClass().add("figure");
        caption.getStyleClass().add("muted");
        VBox texts = new VBox(figure, caption);
        texts.getStyleClass().add("tile-content");
        getStyleClass().add("tile-card");
        getChildren().addAll(tile, texts);
        setAlignment(tile, Pos.TOP_RIGHT);
        setMargin(tile, new Insets(FOOT - tile.getPrefHeight() * (1 - empty), -2, 0, 0));
        setAccessibleRole(AccessibleRole.TEXT);
        Tooltip.install(this, tooltip);
    }

    /** Its text: what it is filled with, a style sheet says. */
    Label figure() {
        return figure;
    }

    Label caption() {
        return caption;
    }

    /** What is drawn beside the figure. */
    Tile tile() {
        return tile;
    }

    /**
     * Says what the figure is.
     *
     * @param value {@link Numbers#NONE} hides the drawing
     * @param explanation unit, T and number of images
     */
    void say(String value, String name, String explanation) {
        figure.setText(value);
        caption.setText(name);
        tooltip.setText(explanation);
        tile.setVisible(!value.equals(Numbers.NONE));
        setAccessibleText(name + ": " + value + ". " + explanation);
    }
}
