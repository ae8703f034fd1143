package org.eccexplorer.ui.help;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.eccexplorer.text.Texts;

/** A line above the charts for first-time users. */
public final class Greeting extends HBox {

    /**
     * The line.
     *
     * @param learn shows what the window is about
     * @param close is called when the line is closed, for good
     */
    public Greeting(Runnable learn, Runnable close) {
        super(10);
        getStyleClass().addAll("card", "row", "greeting");
        Label text = new Label(Texts.text("ui.help.greeting"));
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMaxWidth(Double.MAX_VALUE);
        Button more = new Button(Texts.text("ui.help.learnMore"));
        more.setMinWidth(USE_PREF_SIZE);
        more.setOnAction(event -> {
            leave(close);
            learn.run();
        });
        Button done = new Button("✕");
        done.getStyleClass().add("tool");
        done.setMinWidth(USE_PREF_SIZE);
        done.setAccessibleText(Texts.text("ui.help.closeHint"));
        done.setOnAction(event -> leave(close));
        getChildren().addAll(text, more, done);
    }

    private void leave(Runnable close) {
        setVisible(false);
        setManaged(false);
        close.run();
    }
}
