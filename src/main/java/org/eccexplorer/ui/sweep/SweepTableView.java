package org.eccexplorer.ui.sweep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import org.eccexplorer.figures.sweep.SweepRows;
import org.eccexplorer.figures.sweep.SweepRows.Column;
import org.eccexplorer.figures.sweep.SweepRows.Row;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.fx.TextSize;

/** Runs as a table to sort by any column: Enter, a double click or the link opens one. */
final class SweepTableView extends TableView<Row> {
    private static final double CHARACTER = 7.7;
    private static final double BESIDE = 24;

    /** Long names are cut where the window is narrow. */
    private static final double MOST = 110;

    private static final double LINK = 62;

    /** More columns than that do not fit into a small window: it is scrolled. */
    private static final int FITTING = 12;

    private final Consumer<Row> open;
    private List<Column> columns = List.of();

    SweepTableView(Consumer<Row> open) {
        this.open = open;
        setPlaceholder(new Label(Texts.text("ui.sweep.noRun")));
        setAccessibleText(Texts.text("ui.sweep.table"));
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                selected().ifPresent(open);
                event.consume();
            }
        });
        setOnMouseClicked(event -> {
            if (event.getClickCount() == 2 && event.getTarget() != this) {
                selected().ifPresent(open);
            }
        });
    }

    /** The row that is selected; else the first one. */
    Optional<Row> selected() {
        Row row = getSelectionModel().getSelectedItem();
        return row != null ? Optional.of(row) : getItems().stream().findFirst();
    }

    /** Shows rows; how they are sorted stays. */
    void show(SweepRows rows, List<Row> all) {
        if (!columns.equals(rows.columns())) {
            columns = rows.columns();
            make(all);
        }
        List<TableColumn<Row, ?>> order = new ArrayList<>(getSortOrder());
        getItems().setAll(all);
        getSortOrder().setAll(order);
        sort();
        getSelectionModel().clearAndSelect(0);
    }

    private void make(List<Row> all) {
        getColumns().clear();
        setColumnResizePolicy(
                columns.size() > FITTING
                        ? UNCONSTRAINED_RESIZE_POLICY
                        : CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        for (int c = 0; c < columns.size(); c++) {
            getColumns().add(column(columns.get(c), c, all));
        }
        TableColumn<Row, Row> link = new TableColumn<>();
        link.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        link.setCellFactory(column -> new OpenCell());
        link.setSortable(false);
        TextSize.scale(link.minWidthProperty(), this, LINK);
        getColumns().add(link);
    }

    private TableColumn<Row, Row> column(Column made, int number, List<Row> all) {
        TableColumn<Row, Row> column = new TableColumn<>();
        Label heading = new Label(made.heading());
        heading.setTooltip(new Tooltip(made.tooltip()));
        column.setGraphic(heading);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setComparator(Comparator.comparingDouble(row -> row.keys().get(number)));
        column.setCellFactory(c ->
                new TableCell<>() {
                    @Override
                    protected void updateItem(Row row, boolean empty) {
                        super.updateItem(row, empty);
                        boolean shown = !empty && row != null;
                        setText(shown ? row.cells().get(number) : "");
                        setStyle(shown && row.front() ? "-fx-font-weight: bold" : "");
                    }
                });
        if (made.number()) {
            column.getStyleClass().add("number-column");
        }
        int cells = all.stream().mapToInt(row -> row.cells().get(number).length()).max().orElse(1);
        double least = Math.min(MOST, CHARACTER * cells + BESIDE);
        double whole =
                Math.min(2 * MOST, CHARACTER * Math.max(cells, made.heading().length()) + BESIDE);
        TextSize.scale(column.minWidthProperty(), this, least);
        TextSize.scale(column.prefWidthProperty(), this, whole);
        return column;
    }

    private final class OpenCell extends TableCell<Row, Row> {
        private final Hyperlink link = new Hyperlink(Texts.text("ui.sweep.open"));

        OpenCell() {
            link.setOnAction(event -> open.accept(getItem()));
        }

        @Override
        protected void updateItem(Row row, boolean empty) {
            super.updateItem(row, empty);
            boolean shown = !empty && row != null;
            setGraphic(shown ? link : null);
            if (shown) {
                link.setAccessibleText(
                        Texts.text("ui.sweep.openOf", String.join(", ", row.cells())));
            }
        }
    }
}
