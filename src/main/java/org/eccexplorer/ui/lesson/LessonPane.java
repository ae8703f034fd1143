package org.eccexplorer.ui.lesson;

import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import org.eccexplorer.app.lesson.LessonState;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.lesson.Lesson;
import org.eccexplorer.lesson.Part;
import org.eccexplorer.plot.ChartTheme;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.fx.Background;
import org.eccexplorer.ui.fx.LiveScroll;
import org.eccexplorer.ui.fx.TextSize;
import org.eccexplorer.ui.fx.WrappedText;
import org.jspecify.annotations.Nullable;

/** One lesson: its text on the left, controls and charts on the right, its pages in turn. */
public final class LessonPane extends BorderPane {
    private static final double TEXT_WIDTH = 350;

    /** Below this width of the whole, at the usual size of text, the charts go below the text. */
    private static final double WIDE = 820;

    private final LessonState state;
    private final int number;
    private final int of;
    private final ObservableValue<ChartTheme> theme;
    private final Runnable next;
    private final Runnable see;
    private final Runnable changed;
    private final Live live = new Live();
    private final FormulaLinks links = new FormulaLinks();
    private final ObservableValue<Double> textSize = TextSize.of(this);
    private final VBox side = new VBox();
    private final VBox stage = new VBox(10);
    private final ScrollPane scroll = new LiveScroll();
    private final HBox ways = new HBox(8);
    private Node text = new Region();
    private @Nullable LessonChartsPane charts;
    private @Nullable Cancellation computing;
    private boolean wide = true;
    private boolean presenting;
    private String noted = "";
    private int chart;

    /**
     * Shows a lesson.
     *
     * @param number among its neighbours; 0 if it has none
     * @param of how many there are
     * @param next is called behind the last page
     * @param see shows in the window what the page is about
     * @param changed is called after whatever the learner does
     */
    LessonPane(
            LessonState state,
            int number,
            int of,
            ObservableValue<ChartTheme> theme,
            Runnable next,
            Runnable see,
            Runnable changed) {
        this.state = state;
        this.number = number;
        this.of = of;
        this.theme = theme;
        this.next = next;
        this.see = see;
        this.changed = changed;
        getStyleClass().add("lesson");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("lesson-scroll");
        ways.getStyleClass().add("lesson-ways");
        stage.getStyleClass().add("lesson-stage");
        widthProperty().addListener(o -> lay());
        textSize.addListener(o -> lay());
        sceneProperty()
                .addListener((property, before, shown) -> {
                    if (shown != null) {
                        Platform.runLater(this::refresh);
                    }
                });
        build();
    }

    /** The lesson as it stands. */
    public LessonState state() {
        return state;
    }

    /** Goes on, or to the next lesson. */
    public void goOn() {
        if (presenting && charts != null && chart < charts.count() - 1) {
            chart++;
            charts.showAlone(chart);
        } else if (state.isLast()) {
            next.run();
        } else {
            turn(state.pageIndex() + 1);
        }
    }

    /** Goes back a page. */
    public void goBack() {
        if (presenting && charts != null && chart > 0) {
            chart--;
            charts.showAlone(chart);
        } else if (!state.isFirst()) {
            turn(state.pageIndex() - 1);
        }
    }

    /** Turns to a page, from 0. */
    public void turn(int index) {
        chart = 0;
        state.turn(index);
        build();
        scroll.setVvalue(0);
        changed.run();
        // Else the keyboard would fall to the first button of the window, which leaves lessons.
        requestFocus();
    }

    /** One chart fills the window, below what is said of it; or all is there again. */
    public void present(boolean on) {
        presenting = on;
        chart = 0;
        build();
    }

    /** Shows what a teacher wants to remember, below the chart; empty: nothing. */
    void note(String text) {
        noted = text;
        build();
    }

    /** Whether one chart fills the window. */
    public boolean isPresenting() {
        return presenting;
    }

    /** Shows the lesson as its author changed it. */
    public void reload(Lesson changedLesson) {
        state.reload(changedLesson);
        build();
    }

    /** Makes the page anew: after it was turned, or its author changed it. */
    void build() {
        live.clear();
        links.clear();
        LessonChartsPane shown = new LessonChartsPane(state, theme, this::refresh);
        charts = shown;
        links.charts(shown::emphasise, shown::marks);
        shown.setOnPointed(links::point);
        text = new LessonText(state, number, of, shown.pad(), this::refresh, live, links);
        ControlRow controls = new ControlRow(state, this::refresh, live);
        VBox.setVgrow(shown, Priority.ALWAYS);
        stage.getChildren().setAll(controls, shown);
        if (presenting) {
            stage.getChildren().addFirst(caption(shown));
            if (!noted.isEmpty()) {
                stage.getChildren().add(notes());
            }
        }
        ways();
        lay();
        if (presenting) {
            shown.showAlone(chart);
        }
        refresh();
    }

    /** What a class reads while one chart fills the window. */
    private VBox caption(LessonChartsPane shown) {
        VBox caption = new VBox(6, WrappedText.wrapped(state.page().title(), "lesson-title"));
        for (Part part : state.page().parts()) {
            if (part instanceof Part.Ask ask) {
                LessonText.question(ask, state, shown.pad(), true, this::refresh, live)
                        .ifPresent(caption.getChildren()::add);
            } else if (part instanceof Part.Hold hold) {
                caption.getChildren().add(new CheckTask(state, hold.check(), this::refresh, live));
            } else if (part instanceof Part.Formula formula) {
                TextFlow line = LiveText.formula(formula.line(), state::now, live, links);
                live.add(() -> {
                    line.setVisible(state.isAnswered());
                    line.setManaged(state.isAnswered());
                });
                caption.getChildren().add(line);
            }
        }
        caption.setMinHeight(USE_PREF_SIZE);
        return caption;
    }

    private VBox notes() {
        Label heading = new Label(Texts.text("ui.lesson.notes"));
        heading.getStyleClass().add("task-heading");
        VBox notes = new VBox(4, heading, WrappedText.wrapped(noted, "lesson-notes"));
        notes.getStyleClass().addAll("card", "callout");
        notes.setMinHeight(USE_PREF_SIZE);
        return notes;
    }

    private void ways() {
        Button back = new Button(Texts.text("ui.lesson.back"));
        back.setDisable(state.isFirst());
        back.setOnAction(event -> goBack());
        Button network = new Button(Texts.text("ui.lesson.see"));
        network.setVisible(state.page().see().isPresent());
        network.setManaged(network.isVisible());
        network.setOnAction(event -> see.run());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button on = new Button(Texts.text("ui.lesson.next"));
        on.getStyleClass().add("primary");
        on.setOnAction(event -> goOn());
        for (Button button : new Button[] {back, network, on}) {
            button.setMinWidth(USE_PREF_SIZE);
        }
        ways.getChildren().setAll(back, network, space, on);
    }

    private void lay() {
        boolean now = getWidth() == 0 || getWidth() > WIDE * textSize.getValue();
        double width = Math.round(TEXT_WIDTH * textSize.getValue());
        if (presenting) {
            setLeft(null);
            setCenter(stage);
            setBottom(null);
        } else if (now) {
            VBox.setVgrow(scroll, Priority.ALWAYS);
            side.getChildren().setAll(scroll, ways);
            side.getStyleClass().setAll("lesson-side");
            side.setPrefWidth(width);
            side.setMinWidth(width);
            side.setMaxWidth(width);
            scroll.setContent(text);
            setLeft(side);
            setCenter(stage);
            setBottom(null);
        } else {
            VBox both = new VBox(10, text, stage);
            both.setPadding(new Insets(0, 0, 12, 0));
            scroll.setContent(both);
            setLeft(null);
            setCenter(scroll);
            setBottom(ways);
        }
        wide = now;
    }

    /** Whether text and charts stand beside each other. */
    boolean isWide() {
        return wide;
    }

    /** Shows what is set and done now, and begins what has to be computed. */
    void refresh() {
        state.update();
        live.refresh();
        if (charts != null) {
            charts.refresh();
            links.refresh();
        }
        compute();
        changed.run();
    }

    /** Makes the run that the page needs; one at a time, the last one that was asked for. */
    private void compute() {
        if (!state.needsRun()) {
            return;
        }
        if (computing != null) {
            computing.cancel();
            return;
        }
        Settings wanted = state.now().wanted().orElseThrow();
        Cancellation cancellation = new Cancellation();
        computing = cancellation;
        Background.run(
                () -> state.network().orElseThrow().compute(wanted, cancellation),
                (RunState done) -> ended(Optional.empty(), cancellation),
                failure -> ended(Optional.of(failure), cancellation));
    }

    private void ended(Optional<Exception> failure, Cancellation cancellation) {
        computing = null;
        if (failure.isPresent() && !cancellation.isRequested()) {
            throw new IllegalStateException(failure.get());
        }
        if (getScene() != null) {
            refresh();
        }
    }

    /** Whether something is being computed. */
    public boolean isComputing() {
        return computing != null;
    }

    /** Ends what is being computed. */
    void stop() {
        if (computing != null) {
            computing.cancel();
        }
    }
}
