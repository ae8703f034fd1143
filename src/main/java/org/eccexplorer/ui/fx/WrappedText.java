package org.eccexplorer.ui.fx;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** Text that is read whole. */
public final class WrappedText {
    private WrappedText() {}

    /** Words that take as many lines as they need. */
    public static Label wrapped(String text, String style) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }
}
