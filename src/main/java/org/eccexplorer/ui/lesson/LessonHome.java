package org.eccexplorer.ui.lesson;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntConsumer;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.eccexplorer.app.lesson.Progress;
import org.eccexplorer.lesson.Lesson;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.fx.LiveScroll;
import org.eccexplorer.ui.fx.TextSize;
import org.eccexplorer.ui.fx.WrappedText;

/** All lessons, each with its idea and how much of it is done. */
final class LessonHome extends LiveScroll {
    /** The least width of a card, at the usual size of text. */
    private static final double CARD = 280;

    private static final double GAP = 12;

    /**
     * The list.
     *
     * @param progress what is done of a lesson
     * @param open opens a lesson, from 1 on
     * @param overview shows everything on one page of text
     * @param reset forgets what was done
     */
    LessonHome(
            Course course,
            Function<Lesson, Progress> progress,
            IntConsumer open,
            Runnable overview,
            Runnable reset) {
        Label title = WrappedText.wrapped(course.title(), "lesson-title");
        Label lead = WrappedText.wrapped(course.lead(), "lead-text");
        FlowPane cards = new FlowPane(GAP, GAP);
        List<Lesson> lessons = course.lessons();
        for (int i = 0; i < lessons.size(); i++) {
            cards.getChildren()
                    .add(card(i + 1, lessons.get(i), progress.apply(lessons.get(i)), open));
        }
        ObservableValue<Double> textSize = TextSize.of(cards);
        cards.widthProperty().addListener(o -> fill(cards, textSize.getValue()));
        textSize.addListener(o -> fill(cards, textSize.getValue()));
        beginAt(cards.getChildren().get(first(lessons, progress)));
        Button all = new Button(Texts.text("ui.lesson.overview"));
        all.setOnAction(event -> overview.run());
        Button forget = new Button(Texts.text("ui.lesson.resetProgress"));
        forget.setOnAction(event -> reset.run());
        HBox ways = new HBox(8, all, forget);
        VBox content = new VBox(14, title, lead, cards, ways);
        content.getStyleClass().add("lesson-home");
        setContent(content);
        setFitToWidth(true);
        getStyleClass().add("page-scroll");
    }

    /** As many cards beside each other as there is room for, as wide as they can be. */
    private static void fill(FlowPane cards, double textSize) {
        double width = cards.getWidth();
        double count = Math.max(1, Math.floor((width + GAP) / (CARD * textSize + GAP)));
        double each = Math.floor((width + GAP) / count - GAP);
        for (Node card : cards.getChildren()) {
            ((VBox) card).setPrefWidth(each);
        }
    }

    /** Index of the first lesson that is not done yet; of the first one where all are. */
    private static int first(List<Lesson> lessons, Function<Lesson, Progress> progress) {
        for (int i = 0; i < lessons.size(); i++) {
            if (!progress.apply(lessons.get(i)).done().containsAll(lessons.get(i).tasks())) {
                return i;
            }
        }
        return 0;
    }

    /** The keyboard is at the name on this card as soon as it is shown. */
    private static void beginAt(Node card) {
        card.sceneProperty()
                .addListener((property, before, shown) -> {
                    if (shown != null) {
                        Platform.runLater(() -> card.lookup(".lesson-name").requestFocus());
                    }
                });
    }

    private static VBox card(int number, Lesson lesson, Progress progress, IntConsumer open) {
        Label where = new Label(Texts.text("ui.lesson.cardWhere", number, lesson.minutes()));
        where.getStyleClass().add("heading");
        Button name = new Button(lesson.title());
        name.setId("lesson-" + number);
        name.getStyleClass().add("lesson-name");
        name.setWrapText(true);
        name.setMaxWidth(Double.MAX_VALUE);
        name.setOnAction(event -> open.accept(number));
        name.setAccessibleText(Texts.text("ui.lesson.openLesson", number, lesson.title()));
        Label idea = WrappedText.wrapped(lesson.idea(), "muted");
        int all = lesson.tasks().size();
        long done = lesson.tasks().stream().filter(progress.done()::contains).count();
        Label solved =
                new Label(
                        Texts.text(
                                done == all ? "ui.lesson.allDone" : "ui.lesson.someDone",
                                done,
                                all));
        solved.getStyleClass().add(done == all ? "passed" : "muted");
        VBox card = new VBox(6, where, name, idea, solved);
        for (String task : lesson.tasks()) {
            Double best = progress.best().get(task);
            if (best != null) {
                Label score = new Label(Texts.text("ui.lesson.best", Numbers.compact(best)));
                score.getStyleClass().add("passed");
                card.getChildren().add(score);
            }
        }
        card.getStyleClass().add("card");
        card.setOnMouseClicked(event -> open.accept(number));
        return card;
    }
}
