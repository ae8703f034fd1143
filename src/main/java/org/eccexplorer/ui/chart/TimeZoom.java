package org.eccexplorer.ui.chart;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.input.KeyCode;
import javafx.scene.input.ScrollEvent;
import org.eccexplorer.plot.AxisScale;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.TimeView;
import org.jspecify.annotations.Nullable;

/** What of its timesteps a chart shows: changed by the wheel, by dragging and by keys. */
final class TimeZoom {
    /** What a notch of the wheel or a key leaves of the timesteps that are seen. */
    private static final double STEP = 0.8;

    /** Pixels of a notch. */
    private static final double NOTCH = 40;

    /** Pixels that the pointer may move in a click. */
    private static final double STILL = 4;

    private final ReadOnlyObjectWrapper<TimeView> seen =
            new ReadOnlyObjectWrapper<>(TimeView.WHOLE);
    private double pressed = Double.NaN;
    private double dragged = Double.NaN;

    ReadOnlyObjectProperty<TimeView> seenProperty() {
        return seen.getReadOnlyProperty();
    }

    /** From now on both look at the same timesteps. */
    void share(TimeZoom other) {
        seen.bindBidirectional(other.seen);
    }

    /** A chart as it is looked at. */
    Chart of(Chart chart) {
        return seen.get().of(chart);
    }

    static Optional<Chart.Timed> timed(@Nullable Chart chart) {
        return chart instanceof Chart.Timed timed && timed.x().isTime()
                ? Optional.of(timed)
                : Optional.empty();
    }

    /** Shows all timesteps; false if they were shown already. */
    boolean reset() {
        boolean part = seen.get().isPart();
        seen.set(seen.get().whole());
        return part;
    }

    /** Spaces timesteps the other way. */
    void respace() {
        seen.set(seen.get().otherwise());
    }

    /** Zooms around the pointer, or moves where the wheel turns sideways. */
    void scroll(Chart.Timed whole, AxisScale scale, double x, ScrollEvent event) {
        TimeView before = seen.get();
        if (Math.abs(event.getDeltaX()) > Math.abs(event.getDeltaY())) {
            seen.set(before.moved(whole, -event.getDeltaX() / (scale.to() - scale.from())));
        } else {
            double factor = Math.pow(STEP, event.getDeltaY() / NOTCH);
            seen.set(before.scaled(whole, scale.valueAt(x), factor));
        }
        if (!before.equals(seen.get())) {
            event.consume();
        }
    }

    /** Begins to choose a part. */
    void press(double x) {
        pressed = x;
        dragged = x;
    }

    boolean isPressed() {
        return Double.isFinite(pressed);
    }

    void drag(double x) {
        dragged = x;
    }

    /** Where the chosen part begins and ends in pixels; empty as long as it may be a click. */
    Optional<double[]> chosen() {
        return Math.abs(dragged - pressed) > STILL
                ? Optional.of(new double[] {pressed, dragged})
                : Optional.empty();
    }

    /** Shows the part that was chosen; false if that was a click. */
    boolean release(Chart.Timed whole, AxisScale scale) {
        Optional<double[]> part = chosen();
        press(Double.NaN);
        part.ifPresent(ends ->
                seen.set(
                        seen.get().between(whole, scale.valueAt(ends[0]), scale.valueAt(ends[1]))));
        return part.isPresent();
    }

    /**
     * Does what a key stands for; false if it stands for nothing here.
     *
     * @param around the timestep that keeps its place
     */
    boolean key(Chart.Timed whole, KeyCode code, double around) {
        TimeView before = seen.get();
        switch (code) {
            case PLUS, ADD, EQUALS -> seen.set(before.scaled(whole, around, STEP));
            case MINUS, SUBTRACT -> seen.set(before.scaled(whole, around, 1 / STEP));
            case PAGE_UP -> seen.set(before.moved(whole, -0.5));
            case PAGE_DOWN -> seen.set(before.moved(whole, 0.5));
            case ESCAPE -> reset();
            case L -> respace();
            default -> {}
        }
        return !before.equals(seen.get());
    }
}
