package org.eccexplorer.ui.chart;

import javafx.scene.paint.Color;
import org.eccexplorer.plot.Colour;

/** Colours of charts as JavaFX has them. */
public final class Paints {
    private Paints() {}

    /** The same colour. */
    public static Color of(Colour colour) {
        return Color.rgb(colour.red(), colour.green(), colour.blue(), colour.alpha());
    }
}
