package org.eccexplorer.ui.lesson;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import org.eccexplorer.app.lesson.LessonState;
import org.eccexplorer.lesson.Question;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.fx.Shown;
import org.eccexplorer.ui.fx.WrappedText;

/** A question with answers to choose from; what is chosen says why it is right or wrong. */
final class ChoiceTask extends VBox {
    private static final PseudoClass RIGHT = PseudoClass.getPseudoClass("right");
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final LessonState state;
    private final String name;
    private final Question.Choice question;
    private final Runnable changed;
    private final List<RadioButton> buttons = new ArrayList<>();
    private final Label waiting = WrappedText.wrapped(Texts.text("ui.lesson.computing"), "muted");
    private final VBox reason = new VBox();

    ChoiceTask(LessonState state, String name, Runnable changed, Live live) {
        this.state = state;
        this.name = name;
        this.changed = changed;
        question = (Question.Choice) state.lesson().question(name);
        getStyleClass().addAll("card", "task");
        Label heading = WrappedText.wrapped(Texts.text("ui.lesson.predict"), "task-heading");
        TextFlow ask = LiveText.of(question.ask(), "ask", state::asked, live);
        getChildren().addAll(heading, ask);
        ToggleGroup group = new ToggleGroup();
        for (int i = 0; i < question.answers().size(); i++) {
            RadioButton button = button(i);
            button.setToggleGroup(group);
            buttons.add(button);
            getChildren().add(button);
        }
        state.chosen(name).ifPresent(index -> buttons.get(index).setSelected(true));
        group.selectedToggleProperty()
                .addListener((property, before, now) -> {
                    if (now instanceof RadioButton chosen) {
                        choose(buttons.indexOf(chosen));
                    }
                });
        getChildren().addAll(waiting, reason);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        live.add(this::refresh);
    }

    /** As high as its words need: the skin reckons with more width than it leaves to them. */
    private static final class Choice extends RadioButton {
        @Override
        protected double computePrefHeight(double width) {
            return super.computePrefHeight(width < 0 ? width : width - getFont().getSize());
        }
    }

    private RadioButton button(int index) {
        RadioButton button = new Choice();
        button.getStyleClass().add("answer");
        button.setWrapText(true);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setMinHeight(USE_PREF_SIZE);
        button.setUserData(index);
        return button;
    }

    /** Arrows go from answer to answer and choose none: that would be a prediction already. */
    private void pressed(KeyEvent event) {
        int at = buttons.indexOf(event.getTarget());
        if (at < 0) {
            return;
        }
        switch (event.getCode()) {
            case UP, LEFT -> buttons.get(Math.max(0, at - 1)).requestFocus();
            case DOWN, RIGHT -> buttons.get(Math.min(buttons.size() - 1, at + 1)).requestFocus();
            case ENTER -> buttons.get(at).fire();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void choose(int index) {
        state.choose(name, index);
        changed.run();
    }

    private void refresh() {
        boolean ready = state.isReady(question);
        Shown.set(waiting, !ready);
        int chosen = state.chosen(name).orElse(-1);
        for (int i = 0; i < buttons.size(); i++) {
            Question.Answer answer = question.answers().get(i);
            RadioButton button = buttons.get(i);
            String said = Tied.text(answer.say().at(state.asked()::of));
            boolean right = i == chosen && state.isRight(answer);
            button.setDisable(!ready);
            button.setText(said);
            button.pseudoClassStateChanged(RIGHT, right);
            button.pseudoClassStateChanged(WRONG, i == chosen && !right);
            button.setAccessibleText(
                    i == chosen
                            ? Texts.text(
                                    right ? "ui.lesson.saidRight" : "ui.lesson.saidWrong", said)
                            : said);
        }
        reason.getChildren().clear();
        if (chosen >= 0 && ready) {
            Question.Answer answer = question.answers().get(chosen);
            boolean right = state.isRight(answer);
            String because = Tied.text(answer.because().at(state.asked()::of).replace("**", ""));
            reason.getChildren()
                    .add(
                            WrappedText.wrapped(
                                    Texts.text(
                                            right ? "ui.lesson.right" : "ui.lesson.notYet",
                                            because),
                                    right ? "reason-right" : "reason-wrong"));
        }
    }
}
