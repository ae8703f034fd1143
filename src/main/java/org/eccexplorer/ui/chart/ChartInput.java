package org.eccexplorer.ui.chart;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.eccexplorer.plot.AxisScale;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.paint.ChartCursor;
import org.eccexplorer.plot.paint.ChartPainter;
import org.eccexplorer.plot.paint.PickedDot;

/**
 * Pointer, wheel and keys over a chart: they read values, pick timesteps or categories, and choose
 * the timesteps that are seen.
 */
final class ChartInput {
    /** So near its marker, in pixels, the timestep is drawn along. */
    private static final double NEAR_MARKER = 5;

    private final ChartView view;
    private final TimeZoom zoom;
    private final boolean compact;
    private IntConsumer picked = index -> {};
    private IntConsumer clicked = index -> {};
    private OptionalInt cursor = OptionalInt.empty();
    private double hoverX = Double.NaN;
    private double hoverY = Double.NaN;

    /** Listens to a chart from now on. */
    ChartInput(ChartView view, TimeZoom zoom, boolean compact) {
        this.view = view;
        this.zoom = zoom;
        this.compact = compact;
        view.setOnMouseMoved(event -> hover(x(event), y(event)));
        view.setOnMouseDragged(event -> dragged(x(event), y(event)));
        view.setOnMouseExited(event -> hover(Double.NaN, Double.NaN));
        view.setOnMousePressed(this::pressed);
        view.setOnMouseReleased(event -> released(x(event), y(event)));
        if (!compact) {
            view.setOnScroll(this::scrolled);
        }
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        view.focusedProperty().addListener(o -> left());
    }

    /** What is done with a timestep or category that is picked. */
    void setOnPicked(IntConsumer consumer) {
        picked = consumer;
        view.setCursor(Cursor.HAND);
    }

    /** The same once the button is released. */
    void setOnClicked(IntConsumer consumer) {
        clicked = consumer;
        view.setCursor(Cursor.HAND);
        view.addEventHandler(
                MouseEvent.MOUSE_CLICKED,
                event -> {
                    if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
                        at(x(event), y(event)).ifPresent(clicked);
                    }
                });
    }

    /** What is done with the dot that is clicked. */
    void setOnDot(Consumer<PickedDot> consumer) {
        view.setCursor(Cursor.HAND);
        view.addEventHandler(
                MouseEvent.MOUSE_CLICKED,
                event -> {
                    if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
                        view.chart()
                                .flatMap(chart ->
                                        ChartPainter.dot(
                                                chart,
                                                view.bounds(),
                                                compact,
                                                CanvasSurface::widthOf,
                                                x(event),
                                                y(event)))
                                .ifPresent(consumer);
                    }
                });
    }

    /** The place that the keyboard has come to. */
    OptionalInt cursor() {
        return cursor;
    }

    /** Where a value is read, in the pixels of {@link ChartView#bounds}; NaN if nowhere. */
    double hoverX() {
        return zoom.chosen().isPresent() ? Double.NaN : hoverX;
    }

    double hoverY() {
        return hoverY;
    }

    /** Keeps the place of the keyboard within another chart. */
    void reach(Chart seen) {
        if (cursor.isPresent()) {
            cursor = ChartCursor.moved(seen, cursor, 0, 0);
        }
    }

    private double x(MouseEvent event) {
        return view.usual(event.getX());
    }

    private double y(MouseEvent event) {
        return view.usual(event.getY());
    }

    private Optional<Chart.Timed> whole() {
        return view.whole().flatMap(TimeZoom::timed);
    }

    private Optional<AxisScale> scale() {
        return view.chart()
                .flatMap(chart ->
                        ChartPainter.timeScale(
                                chart, view.bounds(), compact, CanvasSurface::widthOf));
    }

    /** Where timesteps are, at a point of the plot. */
    private Optional<AxisScale> scale(double x, double y) {
        return scale().filter(scale -> at(x, y).isPresent());
    }

    private void scrolled(ScrollEvent event) {
        double x = view.usual(event.getX());
        scale(x, view.usual(event.getY()))
                .ifPresent(
                        scale -> whole().ifPresent(timed -> zoom.scroll(timed, scale, x, event)));
    }

    /** Near its marker or in a small chart the timestep is picked and drawn along. */
    private void pressed(MouseEvent event) {
        view.requestFocus();
        double x = x(event);
        double y = y(event);
        Optional<AxisScale> scale = scale(x, y);
        boolean onMarker =
                view.chart()
                        .flatMap(TimeZoom::timed)
                        .flatMap(timed -> scale.map(to -> Math.abs(to.at(timed.marker()) - x)))
                        .filter(away -> away < NEAR_MARKER)
                        .isPresent();
        if (compact || onMarker || scale.isEmpty()) {
            pick(x, y);
        } else if (event.getButton() == MouseButton.PRIMARY) {
            zoom.press(x);
        }
        // The tabs around a page would take the keyboard.
        event.consume();
    }

    private void dragged(double x, double y) {
        if (zoom.isPressed()) {
            zoom.drag(x);
            hover(x, y);
        } else {
            pick(x, y);
        }
    }

    private void released(double x, double y) {
        if (zoom.isPressed() && view.chart().isPresent()) {
            boolean chosen =
                    scale().flatMap(scale -> whole().map(timed -> zoom.release(timed, scale)))
                            .orElse(false);
            if (!chosen) {
                pick(x, y);
            }
            view.requestLayout();
        }
    }

    /** Reads the values at a place; NaN: none. */
    void hover(double x, double y) {
        hoverX = x;
        hoverY = y;
        view.requestLayout();
    }

    private void pick(double x, double y) {
        at(x, y).ifPresent(picked);
    }

    private OptionalInt at(double x, double y) {
        return view.chart()
                .map(chart ->
                        ChartPainter.pick(
                                chart, view.bounds(), compact, CanvasSurface::widthOf, x, y))
                .orElse(OptionalInt.empty());
    }

    /** Without the keyboard nothing is read by it. */
    private void left() {
        if (!view.isFocused() && cursor.isPresent()) {
            cursor = OptionalInt.empty();
            hover(Double.NaN, Double.NaN);
            view.tell();
        }
    }

    /** Arrows read what lies beside, Space picks it. */
    private void pressed(KeyEvent event) {
        Chart chart = view.chart().orElse(null);
        if (event.isShortcutDown() || chart == null) {
            return;
        }
        if (zoomed(event)) {
            event.consume();
            return;
        }
        switch (event.getCode()) {
            case LEFT -> move(chart, -1, 0, event);
            case RIGHT -> move(chart, 1, 0, event);
            case UP -> move(chart, 0, -1, event);
            case DOWN -> move(chart, 0, 1, event);
            case SPACE ->
                    cursor.ifPresent(place -> {
                        picked.accept(place);
                        clicked.accept(place);
                        event.consume();
                    });
            default -> {}
        }
    }

    /** Whether a key has changed the timesteps that are seen. */
    private boolean zoomed(KeyEvent event) {
        return !compact
                && view.timeAxis()
                        .flatMap(axis -> {
                            double around =
                                    cursor.isPresent() ? cursor.getAsInt() : axis.value(0.5);
                            return whole().map(timed -> zoom.key(timed, event.getCode(), around));
                        })
                        .orElse(false);
    }

    private void move(Chart shown, int right, int down, KeyEvent event) {
        boolean rows = shown instanceof Chart.Matrix;
        OptionalInt next = ChartCursor.moved(shown, cursor, right, down);
        if (next.isEmpty() || (right == 0 && !rows)) {
            return;
        }
        cursor = next;
        ChartCursor.at(shown, view.bounds(), compact, CanvasSurface::widthOf, next.getAsInt())
                .ifPresent(place -> hover(place.x(), place.y()));
        view.tell();
        event.consume();
    }
}
