package org.eccexplorer.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.eccexplorer.ui.fx.FxThread.fx;

import java.util.ArrayList;
import java.util.List;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.eccexplorer.plot.Axis;
import org.eccexplorer.plot.AxisScale;
import org.eccexplorer.plot.Bounds;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.Series;
import org.eccexplorer.plot.Tint;
import org.eccexplorer.plot.ValueAxis;
import org.eccexplorer.plot.paint.ChartPainter;
import org.eccexplorer.ui.fx.FxThread;
import org.eccexplorer.ui.fx.KeyPress;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Time is zoomed by dragging, by the wheel and by keys, and what is clicked is what is seen. */
class ChartViewTest {
    private static final double WIDTH = 500;
    private static final double HEIGHT = 300;
    private static final double MIDDLE = 150;

    @BeforeAll
    static void start() {
        FxThread.start();
    }

    private final List<Integer> picked = new ArrayList<>();

    private ChartView view() {
        double[] x = {1, 16, 256};
        Chart chart =
                new Chart.Lines(
                        "Accuracy",
                        "unit",
                        Axis.logTimesteps(256),
                        ValueAxis.shares("accuracy, %"),
                        List.of(Series.line("ECC", Tint.run(0), x, new double[] {0.1, 0.8, 0.9})),
                        List.of(),
                        100);
        ChartView view = new ChartView();
        view.setOnPicked(picked::add);
        new Scene(view);
        view.resize(WIDTH, HEIGHT);
        view.show(chart);
        return view;
    }

    /** The pixel of a timestep as the chart is seen. */
    private static double at(ChartView view, double t) {
        Bounds bounds = new Bounds(1, 1, WIDTH - 2, HEIGHT - 2);
        AxisScale scale =
                ChartPainter.timeScale(
                                view.chart().orElseThrow(), bounds, false, CanvasSurface::widthOf)
                        .orElseThrow();
        return scale.at(t);
    }

    private static void mouse(ChartView view, EventType<MouseEvent> type, double x) {
        Event.fireEvent(
                view,
                new MouseEvent(
                        type,
                        x,
                        MIDDLE,
                        x,
                        MIDDLE,
                        MouseButton.PRIMARY,
                        1,
                        false,
                        false,
                        false,
                        false,
                        true,
                        false,
                        false,
                        false,
                        false,
                        true,
                        null));
    }

    private static void drag(ChartView view, double from, double to) {
        mouse(view, MouseEvent.MOUSE_PRESSED, from);
        mouse(view, MouseEvent.MOUSE_DRAGGED, to);
        view.layoutChildren();
        mouse(view, MouseEvent.MOUSE_RELEASED, to);
    }

    private static void wheel(ChartView view, double x, double notches) {
        Event.fireEvent(
                view,
                new ScrollEvent(
                        ScrollEvent.SCROLL,
                        x,
                        MIDDLE,
                        x,
                        MIDDLE,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        0,
                        40 * notches,
                        0,
                        40 * notches,
                        ScrollEvent.HorizontalTextScrollUnits.NONE,
                        0,
                        ScrollEvent.VerticalTextScrollUnits.NONE,
                        0,
                        0,
                        null));
    }

    private static void key(ChartView view, KeyCode code) {
        Event.fireEvent(view, KeyPress.of(code));
    }

    private static Axis axis(ChartView view) {
        return view.timeAxis().orElseThrow();
    }

    @Test
    void draggingShowsAPartAndAClickPicksInIt() throws Exception {
        fx(() -> {
            ChartView view = view();
            drag(view, at(view, 32), at(view, 4));
            assertThat(axis(view).low()).isCloseTo(4, within(1e-6));
            assertThat(axis(view).high()).isCloseTo(32, within(1e-6));
            assertThat(picked).isEmpty();
            double x = at(view, 8);
            drag(view, x, x + 1);
            assertThat(picked).containsExactly(8);
            view.respace();
            assertThat(axis(view).kind()).isEqualTo(Axis.Kind.TIMESTEPS);
            drag(view, at(view, 20), at(view, 20));
            assertThat(picked).containsExactly(8, 20);
            assertThat(view.showAllTime()).isTrue();
            assertThat(view.showAllTime()).isFalse();
            assertThat(axis(view)).isEqualTo(Axis.timesteps(256));
        });
    }

    @Test
    void theMarkerIsDrawnAlong() throws Exception {
        fx(() -> {
            ChartView view = view();
            drag(view, at(view, 100), at(view, 50));
            assertThat(picked.getLast()).isEqualTo(50);
            assertThat(axis(view)).isEqualTo(Axis.logTimesteps(256));
        });
    }

    @Test
    void theWheelZoomsAroundThePointer() throws Exception {
        fx(() -> {
            ChartView view = view();
            double x = at(view, 16);
            wheel(view, x, 3);
            assertThat(axis(view).low()).isGreaterThan(1);
            assertThat(at(view, 16)).isCloseTo(x, within(1e-6));
            wheel(view, x, -4);
            assertThat(axis(view)).isEqualTo(Axis.logTimesteps(256));
        });
    }

    @Test
    void keysZoomMoveAndReset() throws Exception {
        fx(() -> {
            ChartView view = view();
            key(view, KeyCode.PLUS);
            key(view, KeyCode.PLUS);
            Axis before = axis(view);
            assertThat(before.high()).isLessThan(256);
            key(view, KeyCode.PAGE_DOWN);
            assertThat(axis(view).low()).isGreaterThan(before.low());
            key(view, KeyCode.L);
            assertThat(axis(view).isLogarithmic()).isFalse();
            key(view, KeyCode.ESCAPE);
            assertThat(axis(view)).isEqualTo(Axis.timesteps(256));
        });
    }

    @Test
    void aChartThatWasDrawnAsksForNoMoreRoomThanBefore() throws Exception {
        fx(() -> {
            ChartView view = view();
            double before = view.prefHeight(-1);
            view.resize(2 * WIDTH, 4 * HEIGHT);
            view.layout();
            assertThat(view.prefHeight(-1)).isEqualTo(before).isLessThan(HEIGHT);
        });
    }
}
