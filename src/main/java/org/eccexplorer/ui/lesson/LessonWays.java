package org.eccexplorer.ui.lesson;

import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.eccexplorer.app.lesson.LessonState;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.fx.Shown;

/** The ways from a page of a lesson: back, on, and into the network. */
final class LessonWays extends HBox {
    /** Below this width, at the usual size of text, the way into the network ends the text. */
    private static final double NARROW = 320;

    private final Button back = new Button(Texts.text("ui.lesson.back"));
    private final Button network = new Button(Texts.text("ui.lesson.see"));
    private final Button on = new Button(Texts.text("ui.lesson.next"));
    private final Region space = new Region();
    private final HBox inText = new HBox();

    LessonWays(Runnable goBack, Runnable see, Runnable goOn) {
        super(8);
        getStyleClass().add("lesson-ways");
        inText.getStyleClass().add("lesson-see");
        back.setOnAction(event -> goBack.run());
        network.setOnAction(event -> see.run());
        on.getStyleClass().add("primary");
        on.setOnAction(event -> goOn.run());
        for (Button button : new Button[] {back, network, on}) {
            button.setMinWidth(USE_PREF_SIZE);
        }
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().addAll(back, network, space, on);
    }

    /** Below the text: the way into the network where there is no room for it beside the others. */
    Region inText() {
        return inText;
    }

    /** Offers those of the page that a lesson is turned to. */
    void show(LessonState state) {
        back.setDisable(state.isFirst());
        Shown.set(network, state.page().see().isPresent());
    }

    /**
     * Lays them out.
     *
     * @param width that there is, in pixels at the usual size of text
     */
    void lay(double width) {
        boolean narrow = width < NARROW;
        if (narrow && getChildren().contains(network)) {
            inText.getChildren().add(network);
        } else if (!narrow && !getChildren().contains(network)) {
            getChildren().add(1, network);
        }
        Shown.set(inText, narrow && network.isVisible());
    }
}
