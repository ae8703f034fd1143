package org.eccexplorer.ui.runs;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.TableRow;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.figures.chart.AccuracyChart;
import org.eccexplorer.figures.run.RunRow;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.chart.ChartView;
import org.eccexplorer.ui.desk.CalibrationMark;
import org.eccexplorer.ui.desk.ChartGrid;
import org.eccexplorer.ui.desk.Freshness;
import org.eccexplorer.ui.desk.Page;
import org.eccexplorer.ui.desk.Workbench;
import org.eccexplorer.ui.fx.TextSize;
import org.eccexplorer.ui.state.ExplorerViewModel;
import org.eccexplorer.ui.state.Viewed;

/** All runs of the session as a table; a click looks at one of them. */
public final class RunsPage extends Page {
    private static final double HEADING = 34;
    private static final double LINE = 27;

    private final ExplorerViewModel model;
    private final RunsTable table;
    private final CalibrationMark calibration;
    private final Freshness freshness = new Freshness();
    private final ChartView accuracy;
    private final ObservableValue<Double> textSize = TextSize.of(this);

    /**
     * The page.
     *
     * @param menu of what can be done with a run
     */
    public RunsPage(Workbench bench, RunMenu menu) {
        model = bench.model();
        table = new RunsTable(bench);
        calibration = new CalibrationMark(model);
        accuracy = bench.timeChart();
        table.setRowFactory(view -> row(menu));
        Label hint = new Label(Texts.text("ui.runs.tableHint"));
        VBox card = new VBox(8, new TableTools(bench).line(hint, table::saved), calibration, table);
        card.getStyleClass().add("card");
        card.setMinHeight(USE_PREF_SIZE);
        ChartGrid chart = new ChartGrid(bench, 1, accuracy);
        VBox page = new VBox(card, chart);
        page.getStyleClass().add("page-line");
        VBox.setVgrow(chart, Priority.ALWAYS);
        setCenter(page);
    }

    private TableRow<RunRow> row(RunMenu menu) {
        TableRow<RunRow> row = new TableRow<>();
        row.setOnMouseClicked(event -> run(row).ifPresent(model.runs()::focus));
        row.setOnContextMenuRequested(event ->
                run(row).ifPresent(run ->
                        menu.of(run).show(row, event.getScreenX(), event.getScreenY())));
        return row;
    }

    private static Optional<RunState> run(TableRow<RunRow> row) {
        return Optional.ofNullable(row.getItem()).flatMap(RunRow::run);
    }

    @Override
    public void refresh(Viewed viewed) {
        int lines = Math.max(2, Math.min(9, model.runs().all().size()));
        table.setPrefHeight((HEADING + LINE * lines) * textSize.getValue());
        table.update(model.runs().all(), false);
        calibration.show(model.runs().all());
        if (freshness.ofRuns(viewed, accuracy)) {
            accuracy.show(
                    AccuracyChart.of(
                            viewed.shown(), viewed.focus(), viewed.cnn(), viewed.timestep()));
        }
    }
}
