package org.eccexplorer.ui.results;

import eu.hansolo.tilesfx.Tile;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.ui.fx.TextSize;
import org.eccexplorer.ui.fx.WrappedText;

/** A figure with what it is and the same figure at an early timestep; perhaps with a drawing. */
final class TileCard extends StackPane {
    /** What is drawn ends beside the foot of the figure, above the caption. */
    private static final double FOOT = 21;

    /** Width of the explanation. */
    private static final double TOLD = 380;

    private final Label figure = new Label(Numbers.NONE);
    private final Label caption = WrappedText.wrapped("", "muted");
    private final Label early = WrappedText.wrapped("", "early");
    private final Optional<Tile> tile;
    private final Tooltip tooltip = new Tooltip();

    /** Without a figure as yet. */
    TileCard(Optional<Tile> tile) {
        this.tile = tile;
        figure.getStyleClass().add("figure");
        early.managedProperty().bind(early.visibleProperty());
        VBox texts = new VBox(figure, caption, early);
        texts.getStyleClass().add("tile-content");
        getStyleClass().add("tile-card");
        tile.ifPresent(drawing -> {
            getChildren().add(drawing);
            setAlignment(drawing, Pos.TOP_RIGHT);
            setMargin(drawing, new Insets(FOOT - drawing.getPrefHeight(), -2, 0, 0));
        });
        getChildren().add(texts);
        setAlignment(texts, Pos.TOP_LEFT);
        setMinHeight(USE_PREF_SIZE);
        tooltip.setWrapText(true);
        TextSize.scale(tooltip.maxWidthProperty(), this, TOLD);
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
    Optional<Tile> tile() {
        return tile;
    }

    /** The figure at an early timestep; empty if there is none. */
    String early() {
        return early.getText();
    }

    /**
     * Says what the figure is.
     *
     * @param value {@link Numbers#NONE} hides the drawing
     * @param name what it is, with its timestep and images
     * @param atEarly the same figure at an early timestep; empty if there is none
     * @param explanation of all that
     */
    void say(String value, String name, String atEarly, String explanation) {
        figure.setText(value);
        caption.setText(name);
        early.setText(atEarly);
        early.setVisible(!atEarly.isEmpty());
        tooltip.setText(explanation);
        tile.ifPresent(drawing -> drawing.setVisible(!value.equals(Numbers.NONE)));
        String more = atEarly.isEmpty() ? "" : "; " + atEarly;
        setAccessibleText(name.replace("\n", ", ") + ": " + value + more + ". " + explanation);
    }
}
