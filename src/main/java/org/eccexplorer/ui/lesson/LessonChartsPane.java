package org.eccexplorer.ui.lesson;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.eccexplorer.app.lesson.LessonState;
import org.eccexplorer.figures.lesson.LessonCharts;
import org.eccexplorer.figures.lesson.LessonMarks;
import org.eccexplorer.lesson.Question;
import org.eccexplorer.plot.ChartTheme;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.chart.ChartView;
import org.eccexplorer.ui.fx.TextSize;

/** The charts of a page: the first one large, the others below it in a row. */
final class LessonChartsPane extends VBox {
    private static final double LEAST_HEIGHT = 170;

    private final LessonState state;
    private final Map<String, ChartView> views = new LinkedHashMap<>();
    private final Map<String, DrawPad> pads = new LinkedHashMap<>();
    private final HBox others = new HBox();
    private String alone = "";
    private Set<String> emphasised = Set.of();
    private Consumer<Set<String>> pointed = numbers -> {};

    /**
     * The charts of the page that a lesson is turned to.
     *
     * @param changed is called when something is set by them
     */
    LessonChartsPane(LessonState state, ObservableValue<ChartTheme> theme, Runnable changed) {
        this.state = state;
        getStyleClass().add("lesson-charts");
        others.getStyleClass().add("lesson-charts");
        for (String name : state.page().charts()) {
            ChartView view = new ChartView();
            view.themeProperty().bind(theme);
            view.setId("chart-" + name);
            TextSize.scale(view.minHeightProperty(), view, LEAST_HEIGHT);
            views.put(name, view);
            view.addEventHandler(MouseEvent.MOUSE_MOVED, event -> point(name, view, event));
            view.addEventHandler(MouseEvent.MOUSE_EXITED, event -> pointed.accept(Set.of()));
            view.focusedProperty()
                    .addListener((property, before, on) ->
                            pointed.accept(
                                    on
                                            ? view.chart()
                                                    .map(chart -> LessonMarks.numbers(chart, name))
                                                    .orElse(Set.of())
                                            : Set.of()));
            if (name.equals("histogram")) {
                LambdaDrag.over(view, state, changed);
            }
            boolean drawn =
                    state.page().tasks().stream()
                            .filter(state.lesson().questions()::containsKey)
                            .anyMatch(task ->
                                    state.lesson().question(task) instanceof Question.Draw draw
                                            && draw.curve().equals(name));
            if (drawn) {
                ChartView paper = new ChartView();
                paper.themeProperty().bind(theme);
                paper.setId("draw-" + name);
                TextSize.scale(paper.minHeightProperty(), paper, LEAST_HEIGHT);
                pads.put(name, new DrawPad(state, name, paper));
            }
        }
        lay();
    }

    /** Where the curve of the page is drawn, if one is asked for. */
    Optional<DrawPad> pad() {
        return pads.values().stream().findFirst();
    }

    /** Sets what is done with the numbers of the mark that is pointed at. */
    void setOnPointed(Consumer<Set<String>> consumer) {
        pointed = consumer;
    }

    private void point(String name, ChartView view, MouseEvent event) {
        pointed.accept(
                view.chart()
                        .flatMap(chart ->
                                view.valuesAt(event.getX(), event.getY())
                                        .map(at -> LessonMarks.at(chart, name, at[0], at[1])))
                        .orElse(Set.of()));
    }

    /** Makes the marks of numbers stand out; of none: shows all as usual. */
    void emphasise(Set<String> numbers) {
        if (!numbers.equals(emphasised)) {
            emphasised = numbers;
            views.forEach(this::refresh);
        }
    }

    /** The names of the marks of numbers, with their charts. */
    List<String> marks(Set<String> numbers) {
        List<String> names = new ArrayList<>();
        views.forEach((name, view) ->
                view.chart()
                        .ifPresent(chart ->
                                LessonMarks.of(chart, name, numbers)
                                        .forEach(mark ->
                                                names.add(
                                                        Texts.text(
                                                                "ui.lesson.markOf",
                                                                LessonMarks.name(chart, mark),
                                                                chart.title())))));
        return names;
    }

    /** How many there are. */
    int count() {
        return views.size();
    }

    /** Shows one chart alone. */
    void showAlone(int index) {
        alone = state.page().charts().get(index);
        lay();
        refresh();
    }

    private Node node(String name) {
        DrawPad pad = pads.get(name);
        return pad != null && !state.isShown(name) ? pad : Objects.requireNonNull(views.get(name));
    }

    private void lay() {
        getChildren().clear();
        others.getChildren().clear();
        for (String name : state.page().charts()) {
            Node node = node(name);
            boolean first = getChildren().isEmpty();
            if (!alone.isEmpty() && !alone.equals(name)) {
                continue;
            }
            if (first) {
                getChildren().add(node);
                VBox.setVgrow(node, Priority.ALWAYS);
            } else {
                others.getChildren().add(node);
                HBox.setHgrow(node, Priority.ALWAYS);
            }
        }
        if (!others.getChildren().isEmpty()) {
            getChildren().add(others);
            VBox.setVgrow(others, Priority.ALWAYS);
        }
    }

    /** Shows what is set now; what is still being computed is said. */
    void refresh() {
        lay();
        views.forEach(this::refresh);
    }

    private void refresh(String name, ChartView view) {
        if (!state.isShown(name)) {
            String why =
                    LessonCharts.of(state, name)
                            .map(chart -> Texts.text("ui.lesson.answerFirstOf", chart.title()))
                            .orElse(Texts.text("ui.lesson.answerFirst"));
            view.setWaiting(why);
            view.withhold(why);
            return;
        }
        LessonCharts.of(state, name)
                .map(chart ->
                        LessonMarks.emphasised(chart, LessonMarks.of(chart, name, emphasised)))
                .ifPresentOrElse(
                        view::show,
                        () -> {
                            view.setWaiting(Texts.text("ui.lesson.computing"));
                            view.keep(Texts.text("ui.lesson.computing"));
                        });
    }
}
