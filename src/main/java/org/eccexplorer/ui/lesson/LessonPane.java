package org.eccexplorer.ui.lesson;

import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.eccexplorer.app.lesson.LessonState;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.lesson.Lesson;
import org.eccexplorer.plot.ChartTheme;
import org.eccexplorer.ui.fx.Background;
import org.eccexplorer.ui.fx.LiveScroll;
import org.eccexplorer.ui.fx.TextSize;
import org.jspecify.annotations.Nullable;

/** One lesson: its text on the left, controls and charts on the right, its pages in turn. */
public final class LessonPane extends BorderPane {
    private static final double TEXT_WIDTH = 350;

    /** The most that the text takes of the width; of a class, which looks at the chart. */
    private static final double SHARE = 0.45;

    private static final double PRESENTED_SHARE = 0.42;

    /** Below this width of the whole, at the usual size of text, the charts go below the text. */
    private static final double WIDE = 480;

    private final LessonState state;
    private final int number;
    private final int of;
    private final ObservableValue<ChartTheme> theme;
    private final Runnable next;
    private final Runnable changed;
    private final Live live = new Live();
    private final FormulaLinks links = new FormulaLinks();
    private final ObservableValue<Double> textSize = TextSize.of(this);
    private final VBox side = new VBox();
    private final VBox stage = new VBox();
    private final ScrollPane scroll = new LiveScroll();
    private final LessonWays ways;
    private Node controls = new Region();
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
        this.changed = changed;
        ways = new LessonWays(this::goBack, see, this::goOn);
        getStyleClass().add("lesson");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("lesson-scroll");
        side.getStyleClass().setAll("lesson-side");
        VBox.setVgrow(scroll, Priority.ALWAYS);
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

    /** One chart fills the window, beside what is asked of it; or all is there again. */
    public void present(boolean on) {
        presenting = on;
        chart = 0;
        build();
    }

    /** Shows what a teacher wants to remember, below what is asked; empty: nothing. */
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
        text =
                presenting
                        ? new LessonCaption(state, shown.pad(), noted, this::refresh, live, links)
                        : new LessonText(
                                state, number, of, shown.pad(), this::refresh, live, links);
        controls = new ControlRow(state, this::refresh, live);
        ways.show(state);
        lay();
        arrange(presenting || wide);
        if (presenting) {
            shown.showAlone(chart);
        }
        refresh();
    }

    /** Follows the width; what stands where changes only where it has to. */
    private void lay() {
        double size = textSize.getValue();
        boolean beside = presenting || getWidth() == 0 || getWidth() > WIDE * size;
        double width = beside ? textWidth(size) : getWidth();
        side.setMinWidth(width);
        side.setMaxWidth(width);
        ways.lay(width / size);
        if (beside != wide) {
            arrange(beside);
        }
    }

    private double textWidth(double size) {
        double share = presenting ? PRESENTED_SHARE : SHARE;
        double most = getWidth() == 0 ? Double.MAX_VALUE : getWidth() * share;
        return Math.round(Math.min(TEXT_WIDTH * size, most));
    }

    private void arrange(boolean beside) {
        LessonChartsPane shown = charts;
        if (shown == null) {
            return;
        }
        wide = beside;
        setLeft(null);
        setCenter(null);
        setBottom(null);
        if (beside) {
            scroll.setContent(presenting ? text : new VBox(text, ways.inText()));
            side.getChildren().setAll(scroll);
            if (!presenting) {
                side.getChildren().add(ways);
            }
            // Where there is little room the charts scroll below the control, which stays.
            ScrollPane room = LiveScroll.filled(shown);
            VBox.setVgrow(room, Priority.ALWAYS);
            stage.getChildren().setAll(controls, room);
            setLeft(side);
            setCenter(stage);
        } else {
            stage.getChildren().setAll(controls, shown);
            VBox both = new VBox(text, ways.inText(), stage);
            both.setPadding(new Insets(0, 0, 12, 0));
            scroll.setContent(both);
            setCenter(scroll);
            setBottom(ways);
        }
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
