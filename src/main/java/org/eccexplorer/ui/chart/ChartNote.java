package org.eccexplorer.ui.chart;

import javafx.scene.Node;
import javafx.scene.control.Label;

/** Says over a chart why it is old, or why nothing is there; what is old is dimmed. */
final class ChartNote extends Label {
    /** Opacity of what is old. */
    private static final double OLD = 0.25;

    /** Least room at both sides. */
    private static final double BESIDE = 12;

    private final Node dimmed;

    /**
     * A note that says nothing yet.
     *
     * @param dimmed what is under it
     */
    ChartNote(Node dimmed) {
        this.dimmed = dimmed;
        getStyleClass().add("chart-note");
        setWrapText(true);
        setMouseTransparent(true);
        setVisible(false);
    }

    /** Why what is shown is old, or nothing is; empty if neither. */
    String said() {
        return isVisible() ? getText() : "";
    }

    /** Says why, or nothing if that is empty; true if that is new. */
    boolean say(String why) {
        boolean other = !said().equals(why);
        if (other) {
            setText(why);
            setVisible(!why.isEmpty());
            dimmed.setOpacity(why.isEmpty() ? 1 : OLD);
        }
        return other;
    }

    /** Stands in the middle of a place. */
    void centre(double width, double height) {
        double most = Math.max(0, width - 2 * BESIDE);
        double wide = Math.min(most, prefWidth(-1));
        double high = Math.min(height, prefHeight(wide));
        resizeRelocate((width - wide) / 2, (height - high) / 2, wide, high);
    }
}
