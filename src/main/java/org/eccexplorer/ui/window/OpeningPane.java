package org.eccexplorer.ui.window;

import java.util.Objects;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.eccexplorer.text.Texts;

/** What a window shows until its model and images are read. */
public final class OpeningPane extends StackPane {
    /** Pulses after which it can be seen: a system shows a window first and has it drawn then. */
    public static final int DRAWN = 6;

    /**
     * Says what is opened.
     *
     * @param name of a bundled model
     */
    public OpeningPane(String name, boolean dark) {
        getStyleClass().add("explorer");
        if (dark) {
            getStyleClass().add("dark");
        }
        getStylesheets()
                .add(
                        Objects.requireNonNull(ExplorerView.class.getResource("explorer.css"))
                                .toExternalForm());
        getChildren().add(label(name));
    }

    /** The text alone, for a window whose content is being made. */
    public static Label label(String name) {
        Label opening = new Label(Texts.text("ui.files.openingNow", name));
        opening.getStyleClass().add("nothing");
        return opening;
    }
}
