package org.eccexplorer.ui.help;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** A line above the charts for who opens the program for the first time. */
public final class Greeting extends HBox {

    /**
     * The line.
     *
     * @param learn shows what the window is about
     * @param close is told when the line is closed, for good
     */
    public Greeting(Runnable learn, Runnable close) {
        super(10);
        getStyleClass().addAll("card", "row", "greeting");
        Label text =
                new Label(
                        "This network is being converted and simulated now. Switch a technique off"
                                + " at the left and see what it was for.");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMaxWidth(Double.MAX_VALUE);
        Button more = new Button("Learn more");
        more.setMinWidth(USE_PREF_SIZE);
        more.setOnAction(event -> {
            leave(close);
            learn.run();
        });
        Button done = new Button("✕");
        done.getStyleClass().add("tool");
        done.setMinWidth(USE_PREF_SIZE);
        done.setAccessibleText("Close this hint");
        done.setOnAction(event -> leave(close));
        getChildren().addAll(text, more, done);
    }

    private void leave(Runnable close) {
        setVisible(false);
        setManaged(false);
        close.run();
    }
}
