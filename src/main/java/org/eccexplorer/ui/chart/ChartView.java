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
import javafx.scene.canvas.Canvas;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.eccexplorer.plot.Axis;
import org.eccexplorer.plot.Bounds;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.ChartTheme;
import org.eccexplorer.plot.TimeView;
import org.eccexplorer.plot.paint.ChartCursor;
import org.eccexplorer.plot.paint.ChartPainter;
import org.eccexplorer.plot.paint.PickedDot;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.fx.TextSize;
import org.jspecify.annotations.Nullable;

/**
 * A chart that fills its place, painted at most once per layout pulse; the pointer reads values and
 * picks timesteps or categories.
 */
public final class ChartView extends Region {
    private final Canvas canvas = new Canvas();
    private final ObjectProperty<ChartTheme> theme = new SimpleObjectProperty<>(ChartTheme.LIGHT);
    private final ObservableValue<Double> textSize = TextSize.of(this);
    private final boolean compact;
    private final TimeZoom zoom = new TimeZoom();
    private @Nullable Chart whole;
    private @Nullable Chart chart;
    private String waiting = "";
    private double tools;
    private final ChartNote note = new ChartNote(canvas);
    private final ChartInput input;

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
        // They take the room that the chart has, and ask for none.
        canvas.setManaged(false);
        note.setManaged(false);
        getChildren().addAll(canvas, note);
        setMinSize(compact ? 80 : 160, compact ? 40 : 120);
        setFocusTraversable(true);
        setAccessibleText(Texts.text("ui.chart.empty"));
        setAccessibleHelp(Texts.text("ui.chart.help"));
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        theme.addListener((property, before, after) -> requestLayout());
        textSize.addListener((property, before, after) -> requestLayout());
        input = new ChartInput(this, zoom, compact);
        zoom.seenProperty().addListener(o -> look());
    }

    public ObjectProperty<ChartTheme> themeProperty() {
        return theme;
    }

    /** Sets the consumer of the timestep (from 1) or category (from 0) that is clicked. */
    public void setOnPicked(IntConsumer consumer) {
        input.setOnPicked(consumer);
    }

    /**
     * Sets the consumer of the category or cell that is clicked, instead of {@link #setOnPicked},
     * where that leads to another place: not while the button is still held.
     */
    public void setOnClicked(IntConsumer consumer) {
        input.setOnClicked(consumer);
    }

    /** Sets the consumer of the dot that is clicked, one of several that no line joins. */
    public void setOnDot(Consumer<PickedDot> consumer) {
        input.setOnDot(consumer);
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

    /** The values that a place in a chart of lines stands for, horizontal and vertical. */
    public Optional<double[]> valuesAt(double x, double y) {
        return chart().flatMap(shown ->
                ChartPainter.values(
                        shown,
                        bounds(),
                        compact,
                        new CanvasSurface(canvas.getGraphicsContext2D()),
                        usual(x),
                        usual(y)));
    }

    /** What is shown, once there is something. */
    public Optional<Chart> chart() {
        return Optional.ofNullable(chart);
    }

    /** Leaves room beside the title for buttons, in pixels of text of the usual size. */
    void leaveRoom(double pixels) {
        tools = pixels;
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
            say(why);
        }
    }

    /** Shows nothing until the next chart but why. */
    public void withhold(String why) {
        if (chart != null) {
            chart = null;
            whole = null;
            requestLayout();
        }
        say(why);
        setAccessibleText(why);
    }

    /** Takes away the values that the pointer reads, until it moves again. */
    public void readNothing() {
        input.hover(Double.NaN, Double.NaN);
    }

    /** Why what is shown is old, or nothing is; empty if neither. */
    public String note() {
        return note.said();
    }

    private void say(String why) {
        if (note.say(why)) {
            requestLayout();
        }
    }

    /** Shows another chart; does nothing if it is the one that is shown. */
    public void show(Chart next) {
        say("");
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
        input.reach(seen);
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

    /** What is shown if all timesteps are looked at. */
    Optional<Chart> whole() {
        return Optional.ofNullable(whole);
    }

    /** What is read aloud: the chart, and the place that the keyboard has come to. */
    void tell() {
        if (chart != null) {
            Chart shown = chart;
            OptionalInt cursor = input.cursor();
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
    double usual(double length) {
        return length / textSize.getValue();
    }

    /** Where the chart is, in pixels of text of the usual size. */
    Bounds bounds() {
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
        note.centre(width, height);
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
        ChartPainter.paint(
                chart,
                surface,
                bounds(),
                theme.get(),
                compact,
                input.hoverX(),
                input.hoverY(),
                tools);
        Chart shown = chart;
        zoom.chosen()
                .ifPresent(ends ->
                        ChartPainter.selection(
                                shown, surface, bounds(), theme.get(), ends[0], ends[1]));
    }
}
