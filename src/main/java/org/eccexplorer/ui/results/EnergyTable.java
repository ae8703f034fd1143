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
import org.eccexplorer.figures.run.EnergyRow;
import org.eccexplorer.figures.run.EnergyRow.Column;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.fx.TextSize;
import org.eccexplorer.ui.fx.TextWidth;
import org.jspecify.annotations.Nullable;

/** Runs with what their energy is made of: operations, microjoules, and a bar of the parts. */
final class EnergyTable extends TableView<EnergyRow> {
    /** Least widths of the name of a run and of a figure, for text of the usual size. */
    private static final double NAME = 136;

    private static final double FIGURE = 84;

    /** Beside a title, and what the colour of its part takes. */
    private static final double BESIDE = 20;

    private static final double SWATCH = 16;

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
                case RUN -> TextSize.scale(column.minWidthProperty(), this, NAME);
                case INPUT_MACS -> swatch(column, 0, figure.title());
                case SYNAPTIC_OPERATIONS -> swatch(column, 1, figure.title());
                case NEURON_UPDATES -> swatch(column, 2, figure.title());
                case SNN, CNN, RATIO -> whole(column, figure.title(), BESIDE);
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

    private void swatch(TableColumn<EnergyRow, EnergyRow> column, int part, String title) {
        column.setGraphic(PartsBar.swatch(part));
        whole(column, title, BESIDE + SWATCH);
    }

    /** From now on a column is at least as wide as its title, or as a figure. */
    private void whole(TableColumn<EnergyRow, EnergyRow> column, String title, double beside) {
        column.minWidthProperty()
                .bind(
                        TextSize.of(this)
                                .map(size ->
                                        Math.max(
                                                FIGURE * size,
                                                TextWidth.plain(title, size) + beside * size)));
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
            if (empty || row == null) {
                setText("");
                setTooltip(null);
            } else {
                setText(figure.text(row));
                setTooltip(tooltip);
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
            if (empty || row == null) {
                setGraphic(null);
            } else {
                setGraphic(bar);
                bar.show(row.parts());
            }
        }
    }
}
