package org.eccexplorer.ui.lesson;

import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;

/** Darkens everything but a circle around the pointer: what is being spoken of. */
final class Spotlight extends Pane {
    private static final double RADIUS = 0.2;

    /** A light that follows the pointer over what lies below it; it is off. */
    Spotlight(Pane below) {
        setMouseTransparent(true);
        setVisible(false);
        below.addEventFilter(MouseEvent.MOUSE_MOVED, event -> light(event.getX(), event.getY()));
        below.addEventFilter(MouseEvent.MOUSE_DRAGGED, event -> light(event.getX(), event.getY()));
    }

    /** Turns it on, at the middle, or off. */
    void on(boolean lit) {
        setVisible(lit);
        if (lit) {
            light(getWidth() / 2, getHeight() / 2);
        }
    }

    private void light(double x, double y) {
        if (isVisible()) {
            double radius = RADIUS * Math.min(getWidth(), getHeight());
            Shape veil =
                    Shape.subtract(
                            new Rectangle(getWidth(), getHeight()), new Circle(x, y, radius));
            veil.getStyleClass().add("spotlight");
            getChildren().setAll(veil);
        }
    }
}
