package org.eccexplorer.ui.explorer;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Side;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import org.eccexplorer.app.RunState;
import org.eccexplorer.plot.Theme;
import org.eccexplorer.ui.fx.ChartView;

/** The charts in the centre: four on the first page, error and agreement on the second. */
final class ChartsPane extends TabPane {
    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.LIGHT);
    private final ChartView accuracy = chart();
    private final ChartView rates = chart();
    private final ChartView currents = chart();
    private final ChartView residuals = chart();
    private final ChartView errors = chart();
    private final ChartView agreement = chart();

    ChartsPane() {
        getStyleClass().add("charts");
        setSide(Side.TOP);
        setTabClosingPolicy(TabClosingPolicy.UNAVAILABLE);
        getTabs()
                .addAll(
                        new Tab("Live", grid(List.of(accuracy, rates, currents, residuals), 2)),
                        new Tab("Error", grid(List.of(errors, agreement), 1)));
    }

    ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    private ChartView chart() {
        ChartView view = new ChartView();
        view.themeProperty().bind(theme);
        return view;
    }

    private static GridPane grid(List<ChartView> charts, int columns) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("chart-grid");
        for (int c = 0; c < columns; c++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / columns);
            column.setHgrow(Priority.ALWAYS);
            grid.getColumnConstraints().add(column);
        }
        for (int r = 0; r < charts.size() / columns; r++) {
            RowConstraints row = new RowConstraints();
            row.setPercentHeight(100.0 * columns / charts.size());
            row.setVgrow(Priority.ALWAYS);
            grid.getRowConstraints().add(row);
        }
        for (int i = 0; i < charts.size(); i++) {
            grid.add(charts.get(i), i % columns, i / columns);
        }
        return grid;
    }

    void refresh(List<RunState> shown, RunState focus, int layer) {
        if (getSelectionModel().getSelectedIndex() == 0) {
            accuracy.show(RunCharts.accuracy(shown, focus));
            rates.show(RunCharts.rates(List.of(focus), focus));
            currents.show(RunCharts.currents(focus));
            residuals.show(RunCharts.residuals(focus));
        } else {
            errors.show(RunCharts.errors(List.of(focus), focus));
            agreement.show(RunCharts.agreement(focus, layer));
        }
    }
}
