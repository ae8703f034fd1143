package org.eccexplorer.ui.lesson;

import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.eccexplorer.app.lesson.LessonState;
import org.eccexplorer.lesson.Check;
import org.eccexplorer.lesson.Template;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.fx.Shown;
import org.eccexplorer.ui.fx.WrappedText;

/** Something to be reached, however; with hints in three steps. */
final class CheckTask extends VBox {
    private static final PseudoClass RIGHT = PseudoClass.getPseudoClass("right");

    private final LessonState state;
    private final String name;
    private final Check check;
    private final Label heading = new Label();
    private final Button hint = new Button();
    private final VBox said = new VBox(4);

    CheckTask(LessonState state, String name, Runnable changed, Live live) {

        this.state = state;
        this.name = name;
        check = state.lesson().check(name);
        getStyleClass().addAll("card", "task", "check");
        heading.getStyleClass().add("task-heading");
        hint.setOnAction(event -> {
            state.hint(name);
            changed.run();
        });
        HBox line = new HBox(hint);
        getChildren()
                .addAll(heading, LiveText.of(check.ask(), "ask", state::now, live), said, line);
        live.add(this::refresh);
    }

    private void refresh() {
        boolean done = state.isDone(name);
        heading.setText(Texts.text(done ? "ui.lesson.reached" : "ui.lesson.reach"));
        pseudoClassStateChanged(RIGHT, done);
        int read = state.hints(name);
        said.getChildren().clear();
        if (!done) {
            add(read > 0, check.look(), "hint");
            add(read > 1, check.change(), "hint");
        } else if (state.holds(name)) {
            add(true, check.done(), "reason-right");
        } else {
            said.getChildren()
                    .add(WrappedText.wrapped(Texts.text("ui.lesson.wasReached"), "muted"));
        }
        state.best(name)
                .ifPresent(best ->
                        said.getChildren()
                                .add(
                                        WrappedText.wrapped(
                                                Texts.text("ui.lesson.best", Numbers.compact(best)),
                                                "reason-right")));
        Shown.set(hint, !done && read < LessonState.HINTS);
        hint.setText(
                switch (read) {
                    case 0 -> Texts.text("ui.lesson.look");
                    case 1 -> Texts.text("ui.lesson.change");
                    default -> Texts.text("ui.lesson.doIt");
                });
    }

    private void add(boolean shown, Template text, String style) {
        if (shown) {
            said.getChildren()
                    .add(
                            WrappedText.wrapped(
                                    Tied.text(text.at(state.now()::of).replace("**", "")), style));
        }
    }
}
