package org.eccexplorer.ui.explorer;

import java.util.List;
import javafx.scene.layout.BorderPane;
import org.eccexplorer.app.RunState;
import org.eccexplorer.ui.fx.ChartView;

/** Where the error comes from, and how far the rates agree with the activations. */
final class ErrorPage extends BorderPane implements Page {
    private final Workbench bench;
    private final ChartView errors;
    private final ChartView agreement;

    ErrorPage(Workbench bench) {
        this.bench = bench;
        errors = bench.layerChart();
        agreement = bench.chart();
        setCenter(new ChartGrid(bench, 1, errors, agreement));
    }

    @Override
    public void refresh(List<RunState> shown, RunState focus) {
        errors.show(RunCharts.errors(shown, focus));
        agreement.show(RunCharts.agreement(focus, bench.model().selectedLayerProperty().get()));
    }
}
