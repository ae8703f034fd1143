package org.eccexplorer.ui.explorer;

import java.util.List;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.eccexplorer.app.RunState;
import org.eccexplorer.measure.EnergyModel;
import org.eccexplorer.measure.RunSnapshot;

/** All runs of the session with their figures, to sort by any of them. */
final class RunTable extends TableView<RunState> {
    private final ExplorerViewModel model;
    private final ObservableList<RunState> rows = FXCollections.observableArrayList();

    RunTable(ExplorerViewModel model) {
        this.model = model;
        setItems(rows);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        setPlaceholder(new Label("No run yet."));
        setPrefHeight(126);
        setMinHeight(90);
        setAccessibleText("runs");
        TableColumn<RunState, String> name = new TableColumn<>("Run");
        name.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue().name()));
        name.setMinWidth(140);
        getColumns().add(name);
        for (int t : new int[] {32, 64, 128}) {
            getColumns().add(percent("T = " + t, run -> accuracy(run, t)));
        }
        getColumns()
                .addAll(
                        List.of(
                                percent("at the end, %", run -> accuracy(run, run.timesteps())),
                                number(
                                        "loss, points",
                                        "%+.1f",
                                        run ->
                                                100
                                                        * (run.accuracy(run.timesteps())
                                                                - run.cnnAccuracy())),
                                number("spikes / image", "%,.0f", RunSnapshot::spikesPerImage),
                                number("SynOps, M", "%,.1f", run -> run.cost().synOps() * 1e-6),
                                number("energy, SNN / CNN", "%.2f", RunTable::energyRatio),
                                number(
                                        "T within 1 point",
                                        "%.0f",
                                        run ->
                                                run.firstWithin(0.01) == 0
                                                        ? Double.NaN
                                                        : run.firstWithin(0.01))));
    }

    private static double accuracy(RunSnapshot run, int t) {
        return t <= run.timesteps() ? run.accuracy(t) : Double.NaN;
    }

    private static double energyRatio(RunSnapshot run) {
        EnergyModel model = EnergyModel.HOROWITZ_45NM;
        return run.cost().snnMicrojoules(model, run.timesteps()) / run.cost().cnnMicrojoules(model);
    }

    private static TableColumn<RunState, Double> percent(
            String title, ToDoubleFunction<RunSnapshot> value) {
        return number(title, "%.1f", run -> 100 * value.applyAsDouble(run));
    }

    private static TableColumn<RunState, Double> number(
            String title, String format, ToDoubleFunction<RunSnapshot> value) {
        TableColumn<RunState, Double> column = new TableColumn<>(title);
        column.setCellValueFactory(row ->
                new ReadOnlyObjectWrapper<>(
                        row.getValue()
                                .snapshot()
                                .map(run -> value.applyAsDouble(run))
                                .orElse(Double.NaN)));
        column.setCellFactory(c ->
                new TableCell<>() {
                    @Override
                    protected void updateItem(Double number, boolean empty) {
                        super.updateItem(number, empty);
                        boolean known = !empty && number != null && !number.isNaN();
                        setText(
                                known
                                        ? format.formatted(number).replace("-", "−")
                                        : empty ? "" : "–");
                    }
                });
        column.getStyleClass().add("number-column");
        return column;
    }

    /** Shows the runs as they are now, in the order that was chosen. */
    void update() {
        List<RunState> runs = model.runs();
        if (!rows.equals(runs)) {
            rows.setAll(runs);
            sort();
        }
    }
}
