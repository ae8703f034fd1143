package org.eccexplorer.ui.chart;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.ChartTable;
import org.eccexplorer.plot.ChartTables;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.dialog.Sheets;

/** The data of a chart as a table, to be read by eye, by keyboard or by a screen reader. */
public final class DataTable extends TableView<List<Object>> {

    /** Shows the rows as they are; a click on a header sorts them. */
    public DataTable(String name, ChartTable table) {
        super(FXCollections.observableArrayList(table.rows()));
        setAccessibleText(name);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        for (int c = 0; c < table.header().size(); c++) {
            int index = c;
            TableColumn<List<Object>, Object> column = new TableColumn<>(table.header().get(c));
            column.setCellValueFactory(
                    row -> new ReadOnlyObjectWrapper<>(row.getValue().get(index)));
            column.setCellFactory(view -> new Cell());
            getColumns().add(column);
        }
        setPrefHeight(420);
    }

    /** Shows the data of a chart as it is now. */
    public static void show(Sheets sheets, Chart chart) {
        sheets.show(
                Texts.text("ui.chart.data", chart.title()),
                new DataTable(chart.title(), ChartTables.of(chart)));
    }

    private static final class Cell extends TableCell<List<Object>, Object> {
        @Override
        protected void updateItem(Object item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? "" : text(item));
            getStyleClass().remove("number-column");
            if (item instanceof Number) {
                getStyleClass().add("number-column");
            }
        }

        private static String text(Object item) {
            return item instanceof Double || item instanceof Float
                    ? Numbers.significant(((Number) item).doubleValue(), 6)
                    : String.valueOf(item);
        }
    }
}
