package org.eccexplorer.ui.lesson;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import org.eccexplorer.app.lesson.LessonState;
import org.eccexplorer.lesson.Part;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.fx.Shown;
import org.eccexplorer.ui.fx.WrappedText;

/** What a class reads beside the chart: what is asked and reached; the rest is said. */
final class LessonCaption extends VBox {
    /**
     * The caption of the page that a lesson is turned to.
     *
     * @param pad where a curve is drawn, if the page asks for one
     * @param notes of the teacher; empty to show none
     * @param links takes the numbers of its formulas
     */
    LessonCaption(
            LessonState state,
            Optional<DrawPad> pad,
            String notes,
            Runnable changed,
            Live live,
            FormulaLinks links) {
        getStyleClass().add("lesson-page");
        getChildren().add(WrappedText.wrapped(state.page().title(), "lesson-title"));
        for (Part part : state.page().parts()) {
            switch (part) {
                case Part.Ask ask ->
                        LessonText.question(ask, state, pad, changed, live)
                                .ifPresent(getChildren()::add);
                case Part.Hold hold ->
                        getChildren().add(new CheckTask(state, hold.check(), changed, live));
                case Part.Formula formula -> {
                    TextFlow line = LiveText.formula(formula.line(), state::now, live, links);
                    live.add(() -> {
                        Shown.set(line, state.isAnswered());
                    });
                    getChildren().add(line);
                }
                case Part.Prose prose -> {
                    // The teacher says it.
                }
            }
        }
        if (!notes.isEmpty()) {
            Label heading = new Label(Texts.text("ui.lesson.notes"));
            heading.getStyleClass().add("task-heading");
            VBox card = new VBox(4, heading, WrappedText.wrapped(notes, "lesson-notes"));
            card.getStyleClass().addAll("card", "callout");
            getChildren().add(card);
        }
    }
}
