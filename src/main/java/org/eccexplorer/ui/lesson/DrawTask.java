package org.eccexplorer.ui.lesson;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.eccexplorer.app.lesson.Curve;
import org.eccexplorer.app.lesson.LessonState;
import org.eccexplorer.lesson.Question;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.fx.WrappedText;

/** A curve to be drawn on the chart before the program draws its own. */
final class DrawTask extends VBox {
    private final LessonState state;
    private final String name;
    private final Question.Draw question;
    private final Button show = new Button();
    private final VBox said = new VBox();

    /**
     * The task.
     *
     * @param pad where it is drawn
     */
    DrawTask(LessonState state, String name, DrawPad pad, Runnable changed, Live live) {

        this.state = state;
        this.name = name;
        question = (Question.Draw) state.lesson().question(name);
        getStyleClass().addAll("card", "task");
        Label heading = WrappedText.wrapped(Texts.text("ui.lesson.drawIt"), "task-heading");
        show.setOnAction(event -> {
            if (state.drawn(name).isEmpty()) {
                state.draw(name, pad.line());
            } else {
                state.erase(name);
            }
            changed.run();
        });
        getChildren()
                .addAll(
                        heading,
                        LiveText.of(question.ask(), "ask", state::asked, live),
                        said,
                        new HBox(show));
        live.add(this::refresh);
    }

    private void refresh() {
        boolean drawn = state.drawn(name).isPresent();
        show.setText(Texts.text(drawn ? "ui.lesson.drawAgain" : "ui.lesson.showCurve"));
        show.setDisable(!state.isReady(question));
        said.getChildren().clear();
        if (drawn) {
            double away =
                    Curve.of(state.asked(), question.curve())
                            .distance(state.drawn(name).orElseThrow());
            boolean right = away <= question.within();
            String because = Tied.text(question.because().at(state.asked()::of));
            said.getChildren()
                    .add(
                            WrappedText.wrapped(
                                    Texts.text(
                                            right ? "ui.lesson.near" : "ui.lesson.far",
                                            Numbers.fixed(away, 2),
                                            because),
                                    right ? "reason-right" : "reason-wrong"));
        }
    }
}
