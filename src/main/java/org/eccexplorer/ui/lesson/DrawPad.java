package org.eccexplorer.ui.lesson;

import java.util.Arrays;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import org.eccexplorer.app.lesson.Curve;
import org.eccexplorer.app.lesson.LessonState;
import org.eccexplorer.figures.lesson.LessonCharts;
import org.eccexplorer.plot.Axis;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.chart.ChartView;

/**
 * A chart on which a line is drawn, with the pointer or with the arrow keys: left and right choose
 * a place, up and down move the line there.
 */
final class DrawPad extends StackPane {
    /** Places of a line. */
    static final int PLACES = 21;

    /** Steps from the lowest to the highest value. */
    private static final int STEPS = 20;

    private final Chart.Lines empty;
    private final ChartView view;
    private final double[] x = new double[PLACES];
    private final double[] y = new double[PLACES];
    private final double top;
    private int place;
    private boolean byKeys;

    /** Nothing is drawn yet: the line lies half way up. */
    DrawPad(LessonState state, String curve, ChartView view) {
        this.view = view;
        empty = LessonCharts.paper(state.asked(), curve);
        Axis axis = empty.x();
        for (int i = 0; i < PLACES; i++) {
            x[i] = axis.value((double) i / (PLACES - 1));
        }
        top =
                empty.y().percent()
                        ? 1
                        : empty.references().stream()
                                .mapToDouble(reference -> reference.value())
                                .max()
                                .orElse(1);
        Arrays.fill(y, top / 2);
        getChildren().add(view);
        view.setAccessibleRole(AccessibleRole.SLIDER);
        view.addEventFilter(MouseEvent.MOUSE_PRESSED, this::drawn);
        view.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::drawn);
        view.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        view.focusedProperty()
                .addListener((property, before, on) -> {
                    byKeys = on;
                    show();
                });
        show();
    }

    /** What is drawn. */
    Curve line() {
        return new Curve(x.clone(), y.clone());
    }

    /** Draws a whole line at once. */
    void draw(double... heights) {
        System.arraycopy(heights, 0, y, 0, PLACES);
        show();
    }

    private void show() {
        view.show(LessonCharts.on(empty, line(), byKeys ? x[place] : Double.NaN));
        view.setAccessibleText(
                Texts.text(
                        "ui.lesson.drawnAt",
                        place + 1,
                        PLACES,
                        Numbers.compact(x[place]),
                        Numbers.fixed(y[place], 2)));
    }

    private void drawn(MouseEvent event) {
        event.consume();
        view.requestFocus();
        view.readNothing();
        byKeys = false;
        view.valuesAt(event.getX(), event.getY())
                .ifPresent(values -> {
                    int nearest = 0;
                    for (int i = 1; i < PLACES; i++) {
                        nearest =
                                Math.abs(x[i] - values[0]) < Math.abs(x[nearest] - values[0])
                                        ? i
                                        : nearest;
                    }
                    double value = Math.clamp(values[1], 0, top);
                    boolean drag = event.getEventType() == MouseEvent.MOUSE_DRAGGED;
                    fill(drag ? place : nearest, nearest, value);
                    place = nearest;
                    show();
                });
    }

    /** A fast pointer leaves places out: they are on the way from the last one. */
    private void fill(int from, int to, double value) {
        double before = y[from];
        int distance = Math.abs(to - from);
        for (int i = 1; i < distance; i++) {
            y[from + Integer.signum(to - from) * i] = before + (value - before) * i / distance;
        }
        y[to] = value;
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT -> place = Math.max(0, place - 1);
            case RIGHT -> place = Math.min(PLACES - 1, place + 1);
            case UP -> y[place] = Math.min(top, y[place] + top / STEPS);
            case DOWN -> y[place] = Math.max(0, y[place] - top / STEPS);
            default -> {
                return;
            }
        }
        event.consume();
        byKeys = true;
        show();
    }
}
