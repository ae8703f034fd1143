package org.eccexplorer.ui.lesson;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.TextFlow;
import org.eccexplorer.app.lesson.LessonState;
import org.eccexplorer.lesson.LessonPage;
import org.eccexplorer.lesson.Part;
import org.eccexplorer.lesson.Question;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.fx.Shown;
import org.eccexplorer.ui.fx.TextSize;
import org.eccexplorer.ui.fx.WrappedText;

/** The left side of a page: where it is in its lesson, its text, questions and checks. */
final class LessonText extends VBox {
    private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");
    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");

    private static final double MARK_WIDTH = 22;
    private static final double MARK_HEIGHT = 5;

    /**
     * The text of the page that a lesson is turned to.
     *
     * @param number of the lesson among its neighbours; 0 if it has none
     * @param of how many there are
     * @param pad where a curve is drawn, if the page asks for one
     * @param links takes the numbers of its formula
     */
    LessonText(
            LessonState state,
            int number,
            int of,
            Optional<DrawPad> pad,
            Runnable changed,
            Live live,
            FormulaLinks links) {
        getStyleClass().add("lesson-page");
        Label where =
                new Label(
                        number == 0
                                ? Texts.text("ui.lesson.minutes", state.lesson().minutes())
                                : Texts.text(
                                        "ui.lesson.where", number, of, state.lesson().minutes()));
        where.getStyleClass().add("heading");
        Label lesson = WrappedText.wrapped(state.lesson().title(), "muted");
        Label title = WrappedText.wrapped(state.page().title(), "lesson-title");
        getChildren().addAll(where, progress(state, live), lesson, title);
        VBox formula = new VBox(4);
        formula.getStyleClass().addAll("card", "lesson-formula");
        for (Part part : state.page().parts()) {
            switch (part) {
                case Part.Prose prose -> addProse(prose, state, live);
                case Part.Ask ask -> addQuestion(ask, state, pad, changed, live);
                case Part.Hold hold ->
                        getChildren().add(new CheckTask(state, hold.check(), changed, live));
                case Part.Formula line -> {
                    if (formula.getChildren().isEmpty()) {
                        getChildren().add(formula);
                        live.add(() -> {
                            Shown.set(formula, state.isAnswered());
                        });
                    }
                    formula.getChildren()
                            .add(LiveText.formula(line.line(), state::now, live, links));
                }
            }
        }
    }

    private void addProse(Part.Prose prose, LessonState state, Live live) {
        switch (prose.kind()) {
            case PLAIN -> getChildren().add(LiveText.of(prose.spans(), "plain", state::now, live));
            case CALLOUT -> {
                TextFlow text = LiveText.of(prose.spans(), "plain", state::now, live);
                VBox box = new VBox(text);
                box.getStyleClass().addAll("card", "callout");
                getChildren().add(box);
            }
            case BULLET -> {
                TextFlow text = LiveText.of(prose.spans(), "plain", state::now, live);
                Label dot = new Label("•");
                dot.setMinWidth(USE_PREF_SIZE);
                HBox line = new HBox(6, dot, text);
                HBox.setHgrow(text, Priority.ALWAYS);
                getChildren().add(line);
            }
        }
    }

    private void addQuestion(
            Part.Ask ask, LessonState state, Optional<DrawPad> pad, Runnable changed, Live live) {
        question(ask, state, pad, changed, live).ifPresent(getChildren()::add);
    }

    /**
     * A question of the page; empty if its curve cannot be drawn here.
     *
     * @param pad where a curve is drawn, if the page asks for one
     */
    static Optional<Node> question(
            Part.Ask ask, LessonState state, Optional<DrawPad> pad, Runnable changed, Live live) {
        return switch (state.lesson().question(ask.question())) {
            case Question.Choice choice ->
                    Optional.of(new ChoiceTask(state, ask.question(), changed, live));
            case Question.Draw draw ->
                    pad.map(own -> new DrawTask(state, ask.question(), own, changed, live));
        };
    }

    /** A mark per page: done, here, still to come. */
    private static HBox progress(LessonState state, Live live) {
        HBox marks = new HBox(5);
        for (LessonPage page : state.lesson().pages()) {
            Rectangle mark = new Rectangle();
            TextSize.scale(mark.widthProperty(), mark, MARK_WIDTH);
            TextSize.scale(mark.heightProperty(), mark, MARK_HEIGHT);
            mark.setArcWidth(MARK_HEIGHT);
            mark.setArcHeight(MARK_HEIGHT);
            mark.getStyleClass().add("progress-mark");
            mark.pseudoClassStateChanged(HERE, page.equals(state.page()));
            live.add(() -> mark.pseudoClassStateChanged(DONE, state.isDone(page)));
            marks.getChildren().add(mark);
        }
        marks.setAccessibleText(
                Texts.text("ui.lesson.page", state.pageIndex() + 1, state.lesson().pages().size()));
        return marks;
    }
}
