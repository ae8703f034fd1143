package org.eccexplorer.ui.lesson;

import java.util.OptionalDouble;
import javafx.scene.input.MouseEvent;
import org.eccexplorer.app.lesson.LessonState;
import org.eccexplorer.figures.lesson.LessonCharts;
import org.eccexplorer.lesson.Control;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.ui.chart.ChartView;

/** λ that is dragged over a histogram: it sets the percentile that comes nearest to it. */
final class LambdaDrag {
    /** The control that it moves. */
    private static final String CONTROL = "percentile";

    private final LessonState state;
    private final ChartView view;
    private final Runnable changed;
    private OptionalDouble dragged = OptionalDouble.empty();

    private LambdaDrag(LessonState state, ChartView view, Runnable changed) {
        this.state = state;
        this.view = view;
        this.changed = changed;
    }

    /** From now on λ can be dragged, on pages whose control is its percentile. */
    static void over(ChartView view, LessonState state, Runnable changed) {
        if (LessonCharts.isLambdaDragged(state)) {
            LambdaDrag drag = new LambdaDrag(state, view, changed);
            view.setOnPicked(drag::to);
            view.setOnClicked(bin -> drag.take());
            view.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> drag.take());
        }
    }

    private void to(int bin) {
        if (view.chart().orElse(null) instanceof Chart.Histogram chart) {
            double lambda = chart.bound(bin);
            dragged = OptionalDouble.of(lambda);
            LessonCharts.dragged(state, lambda).ifPresent(view::show);
        }
    }

    private void take() {
        Control control = state.lesson().controls().get(CONTROL);
        if (dragged.isEmpty() || control == null) {
            return;
        }
        double lambda = dragged.getAsDouble();
        dragged = OptionalDouble.empty();
        state.now()
                .run()
                .ifPresent(run ->
                        state.set(
                                CONTROL,
                                state.network()
                                        .orElseThrow()
                                        .percentile(run, lambda, control.stops())));
        changed.run();
    }
}
