package org.eccexplorer.ui.chart;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import org.eccexplorer.plot.Axis;
import org.eccexplorer.plot.AxisScale;
import org.eccexplorer.plot.Bounds;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.ChartTheme;
import org.eccexplorer.plot.TimeView;
import org.eccexplorer.plot.paint.ChartCursor;
import org.eccexplorer.plot.paint.ChartPainter;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.fx.TextSize;
import org.jspecify.annotations.Nullable;

/**
 * A chart that fills its place, painted at most once per layout pulse; the pointer reads values and
 * picks timesteps or categories.
 */
public final class ChartView extends Region {
    /** Opacity of what is old. */
    private static final double OLD = 0.25;

    private static final double BESIDE_NOTE = 12;

    private final Canvas canvas = new Canvas();
    private final ObjectProperty<ChartTheme> theme = new SimpleObjectProperty<>(ChartTheme.LIGHT);
    private final ObservableValue<Double> textSize = TextSize.of(this);
    private final boolean compact;
    private final TimeZoom zoom = new TimeZoom();
    private @Nullable Chart whole;
    private @Nullable Chart chart;
    private String waiting = "";
    private final Label note = new Label();
    private IntConsumer picked = index -> {};
    private IntConsumer clicked = index -> {};
    private OptionalInt cursor = OptionalInt.empty();
    private double hoverX = Double.NaN;
    private double hoverY = Double.NaN;

    /** A chart with title and subtitle. */
    public ChartView() {
        this(false);
    }

    /**
     * A chart.
     *
     * @param compact without title and subtitle, for small places
     */
    public ChartView(boolean compact) {
        this.compact = compact;
        getStyleClass().add(compact ? "small-chart" : "chart-view");
        getChildren().addAll(canvas, note);
        note.getStyleClass().add("chart-note");
        note.setWrapText(true);
        note.setMouseTransparent(true);
        note.setVisible(false);
        setMinSize(compact ? 80 : 160, compact ? 40 : 120);
        setFocusTraversable(true);
        setAccessibleText(Texts.text("ui.chart.empty"));
        setAccessibleHelp(Texts.text("ui.chart.help"));
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        theme.addListener((property, before, after) -> requestLayout());
        textSize.addListener((property, before, after) -> requestLayout());
        setOnMouseMoved(event -> hover(usual(event.getX()), usual(event.getY())));
        setOnMouseDragged(event -> dragged(usual(event.getX()), usual(event.getY())));
        setOnMouseExited(event -> hover(Double.NaN, Double.NaN));
        setOnMousePressed(this::pressed);
        setOnMouseReleased(event -> released(usual(event.getX()), usual(event.getY())));
        if (!compact) {
            setOnScroll(this::scrolled);
        }
        zoom.seenProperty().addListener(o -> look());
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        focusedProperty().addListener(o -> left());
    }

    public ObjectProperty<ChartTheme> themeProperty() {
        return theme;
    }

    /** Sets the consumer of the timestep (from 1) or category (from 0) that is clicked. */
    public void setOnPicked(IntConsumer consumer) {
        picked = consumer;
        setCursor(Cursor.HAND);
    }

    /**
     * Sets the consumer of the category or cell that is clicked, instead of {@link #setOnPicked},
     * where that leads to another place: not while the button is still held.
     */
    public void setOnClicked(IntConsumer consumer) {
        clicked = consumer;
        setCursor(Cursor.HAND);
        addEventHandler(
                MouseEvent.MOUSE_CLICKED,
                event -> {
                    if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
                        at(usual(event.getX()), usual(event.getY())).ifPresent(clicked);
                    }
                });
    }

    /** Sets what Enter and a right click do, for charts that no {@link ChartCard} holds. */
    public void setOnRead(Consumer<Chart> consumer) {
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                event.consume();
                chart().ifPresent(consumer);
            }
        });
        setOnContextMenuRequested(event -> chart().ifPresent(consumer));
    }

    /** What is shown, once there is something. */
    public Optional<Chart> chart() {
        return Optional.ofNullable(chart);
    }

    /** Says why there is no chart yet. */
    public void setWaiting(String why) {
        waiting = why;
        requestLayout();
    }

    /** Dims what is shown until the next chart, and says what it is of. */
    public void keep(String why) {
        if (chart == null) {
            withhold(why);
        } else {
            note(why, OLD);
        }
    }

    /** Shows nothing until the next chart but why. */
    public void withhold(String why) {
        if (chart != null) {
            chart = null;
            whole = null;
            requestLayout();
        }
        note(why, OLD);
        setAccessibleText(why);
    }

    /** Why what is shown is old, or nothing is; empty if neither. */
    public String note() {
        return note.isVisible() ? note.getText() : "";
    }

    private void note(String why, double opacity) {
        if (!note().equals(why)) {
            note.setText(why);
            note.setVisible(!why.isEmpty());
            canvas.setOpacity(opacity);
            requestLayout();
        }
    }

    /** Shows another chart; does nothing if it is the one that is shown. */
    public void show(Chart next) {
        note("", 1);
        if (!next.equals(whole)) {
            whole = next;
            look();
        }
    }

    /** Shows what is looked at of the chart. */
    private void look() {
        if (whole == null) {
            return;
        }
        Chart seen = zoom.of(whole);
        chart = seen;
        if (cursor.isPresent()) {
            cursor = ChartCursor.moved(seen, cursor, 0, 0);
        }
        tell();
        requestLayout();
    }

    /** The part of the timesteps that is looked at, and how they are spaced. */
    ReadOnlyObjectProperty<TimeView> seenProperty() {
        return zoom.seenProperty();
    }

    /** From now on both charts show the same timesteps. */
    public void shareTime(ChartView other) {
        zoom.share(other.zoom);
    }

    /** Shows all timesteps; false if they were shown already. */
    boolean showAllTime() {
        return zoom.reset();
    }

    /** Spaces timesteps evenly instead of logarithmically, or the other way round. */
    void respace() {
        zoom.respace();
    }

    /** The horizontal axis if it is time. */
    Optional<Axis> timeAxis() {
        return TimeZoom.timed(chart).map(Chart.Timed::x);
    }

    /** Where timesteps are, at a point of the plot. */
    private Optional<AxisScale> scale(double x, double y) {
        return chart == null
                ? Optional.empty()
                : ChartPainter.timeScale(chart, bounds(), compact, CanvasSurface::widthOf)
                        .filter(scale -> at(x, y).isPresent());
    }

    private void scrolled(ScrollEvent event) {
        double x = usual(event.getX());
        scale(x, usual(event.getY()))
                .ifPresent(scale ->
                        TimeZoom.timed(whole)
                                .ifPresent(timed -> zoom.scroll(timed, scale, x, event)));
    }

    /** Near its marker or in a small chart the timestep is picked and drawn along. */
    private void pressed(MouseEvent event) {
        requestFocus();
        double x = usual(event.getX());
        double y = usual(event.getY());
        boolean onMarker =
                TimeZoom.timed(chart)
                        .flatMap(timed ->
                                scale(x, y)
                                        .map(scale -> Math.abs(scale.at(timed.marker()) - x) < 5))
                        .orElse(false);
        if (compact || onMarker || scale(x, y).isEmpty()) {
            pick(x, y);
        } else if (event.getButton() == MouseButton.PRIMARY) {
            zoom.press(x);
        }
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
        if (zoom.isPressed() && chart != null) {
            boolean chosen =
                    ChartPainter.timeScale(chart, bounds(), compact, CanvasSurface::widthOf)
                            .flatMap(scale ->
                                    TimeZoom.timed(whole).map(timed -> zoom.release(timed, scale)))
                            .orElse(false);
            if (!chosen) {
                pick(x, y);
            }
            requestLayout();
        }
    }

    private void hover(double x, double y) {
        hoverX = x;
        hoverY = y;
        requestLayout();
    }

    private void pick(double x, double y) {
        at(x, y).ifPresent(picked);
    }

    private OptionalInt at(double x, double y) {
        return chart == null
                ? OptionalInt.empty()
                : ChartPainter.pick(chart, bounds(), compact, CanvasSurface::widthOf, x, y);
    }

    /** Without the keyboard nothing is read by it. */
    private void left() {
        if (!isFocused() && cursor.isPresent()) {
            cursor = OptionalInt.empty();
            hover(Double.NaN, Double.NaN);
            tell();
        }
    }

    /** Arrows read what lies beside, Space picks it. */
    private void pressed(KeyEvent event) {
        if (event.isShortcutDown() || chart == null) {
            return;
        }
        Axis axis = timeAxis().orElse(null);
        if (axis != null && !compact) {
            double around = cursor.isPresent() ? cursor.getAsInt() : axis.value(0.5);
            boolean done =
                    TimeZoom.timed(whole)
                            .map(timed -> zoom.key(timed, event.getCode(), around))
                            .orElse(false);
            if (done) {
                event.consume();
                return;
            }
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

    private void move(Chart shown, int right, int down, KeyEvent event) {
        boolean rows = shown instanceof Chart.Matrix;
        OptionalInt next = ChartCursor.moved(shown, cursor, right, down);
        if (next.isEmpty() || (right == 0 && !rows)) {
            return;
        }
        cursor = next;
        ChartCursor.at(shown, bounds(), compact, CanvasSurface::widthOf, next.getAsInt())
                .ifPresent(place -> hover(place.x(), place.y()));
        tell();
        event.consume();
    }

    /** What is read aloud: the chart, and the place that the keyboard has come to. */
    private void tell() {
        if (chart != null) {
            Chart shown = chart;
            setAccessibleText(
                    cursor.isPresent()
                            ? Texts.text(
                                    "ui.chart.place",
                                    shown.title(),
                                    shown.subtitle(),
                                    ChartCursor.name(shown, cursor.getAsInt()))
                            : Texts.text("ui.chart.whole", shown.title(), shown.subtitle()));
        }
    }

    /** Charts are laid out for text of the usual size, and drawn enlarged as text is. */
    private double usual(double length) {
        return length / textSize.getValue();
    }

    private Bounds bounds() {
        double edge = compact ? 0 : 1;
        return new Bounds(
                usual(edge),
                usual(edge),
                usual(getWidth() - 2 * edge),
                usual(getHeight() - 2 * edge));
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        canvas.setWidth(width);
        canvas.setHeight(height);
        canvas.getGraphicsContext2D().clearRect(0, 0, width, height);
        double most = Math.max(0, width - 2 * BESIDE_NOTE);
        double wide = Math.min(most, note.prefWidth(-1));
        double high = Math.min(height, note.prefHeight(wide));
        note.resizeRelocate((width - wide) / 2, (height - high) / 2, wide, high);
        if (width < 20 || height < 20) {
            return;
        }
        canvas.getGraphicsContext2D().save();
        canvas.getGraphicsContext2D().scale(textSize.getValue(), textSize.getValue());
        paint(new CanvasSurface(canvas.getGraphicsContext2D()));
        canvas.getGraphicsContext2D().restore();
    }

    private void paint(CanvasSurface surface) {
        if (chart == null) {
            ChartPainter.placeholder(waiting, surface, bounds(), theme.get());
            return;
        }
        Optional<double[]> part = zoom.chosen();
        double x = part.isPresent() ? Double.NaN : hoverX;
        ChartPainter.paint(chart, surface, bounds(), theme.get(), compact, x, hoverY);
        Chart shown = chart;
        part.ifPresent(ends ->
                ChartPainter.selection(shown, surface, bounds(), theme.get(), ends[0], ends[1]));
    }
}
