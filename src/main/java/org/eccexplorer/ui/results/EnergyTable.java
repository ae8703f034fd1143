package org.eccexplorer.ui.results;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.text.TextAlignment;
import org.eccexplorer.figures.EnergyRow;
import org.eccexplorer.figures.EnergyRow.Column;
import org.eccexplorer.text.Texts;
import org.jspecify.annotations.Nullable;

/** Runs with what their energy is made of: operations, microjoules, and a bar of the parts. */
final class EnergyTable extends TableView<EnergyRow> {
    private final ObservableList<EnergyRow> rows = FXCollections.observableArrayList();

    EnergyTable() {
        getStyleClass().add("energy-table");
        setItems(rows);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        setPlaceholder(new Label(Texts.text("ui.results.noEnergy")));
        setAccessibleText(Texts.text("ui.results.energyTable"));
        for (Column figure : Column.values()) {
            TableColumn<EnergyRow, EnergyRow> column = column(figure.title());
            column.setCellFactory(c -> figure == Column.SNN ? new SumCell() : new Cell(figure));
            if (figure != Column.RUN) {
                column.getStyleClass().add("number-column");
            }
            switch (figure) {
                case RUN -> column.setPrefWidth(160);
                case INPUT_MACS -> swatch(column, 0, 130);
                case SYNAPTIC_OPERATIONS -> swatch(column, 1, 175);
                case NEURON_UPDATES -> swatch(column, 2, 150);
                case SNN, CNN, RATIO -> column.setPrefWidth(95);
            }
        }
    }

    private TableColumn<EnergyRow, EnergyRow> column(String title) {
        TableColumn<EnergyRow, EnergyRow> column = new TableColumn<>(title);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setSortable(false);
        column.setReorderable(false);
        getColumns().add(column);
        return column;
    }

    private static void swatch(TableColumn<EnergyRow, EnergyRow> column, int part, double width) {
        column.setGraphic(PartsBar.swatch(part));
        column.setPrefWidth(width);
    }

    /** Shows rows in place of those that were there. */
    void show(List<EnergyRow> next) {
        if (next.size() == rows.size()) {
            for (int i = 0; i < next.size(); i++) {
                if (!next.get(i).equals(rows.get(i))) {
                    rows.set(i, next.get(i));
                }
            }
        } else {
            rows.setAll(next);
        }
    }

    /** A figure, with all of the row on demand. */
    private static class Cell extends TableCell<EnergyRow, EnergyRow> {
        private final Column figure;
        private final Tooltip tooltip = new Tooltip();

        Cell(Column figure) {
            this.figure = figure;
            setTextAlignment(figure == Column.RUN ? TextAlignment.LEFT : TextAlignment.RIGHT);
        }

        @Override
        protected void updateItem(@Nullable EnergyRow row, boolean empty) {
            super.updateItem(row, empty);
            boolean shown = !empty && row != null;
            setText(shown ? figure.text(row) : "");
            setTooltip(shown ? tooltip : null);
            if (shown) {
                tooltip.setText(row.run().name() + "\n" + row.explanation());
            }
        }
    }

    /** The sum over a bar of what it is made of. */
    private static final class SumCell extends Cell {
        private final PartsBar bar = new PartsBar();

        SumCell() {
            super(Column.SNN);
            setContentDisplay(ContentDisplay.BOTTOM);
            bar.prefWidthProperty().bind(widthProperty().subtract(20));
        }

        @Override
        protected void updateItem(@Nullable EnergyRow row, boolean empty) {
            super.updateItem(row, empty);
            boolean shown = !empty && row != null;
            setGraphic(shown ? bar : null);
            if (shown) {
                bar.show(row.parts());
            }
        }
    }
}
