package org.eccexplorer.ui.sweep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;
import org.eccexplorer.figures.sweep.SweepDot;
import org.eccexplorer.figures.sweep.SweepRows;
import org.eccexplorer.figures.sweep.SweepRows.Column;
import org.eccexplorer.figures.sweep.SweepRows.Row;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.fx.ActionTable;

/** Runs as a table to sort by any column; each can be opened. */
final class SweepTableView extends ActionTable<Row> {
    private static final double CHARACTER = 7.7;
    private static final double BESIDE = 24;

    /** Of a heading. */
    private static final double LETTER = 6.6;

    private static final double AROUND = 14;

    /** Long names are cut where the window is narrow. */
    private static final double MOST = 110;

    private static final double LINK = 62;

    /** More columns than that do not fit into a small window: it is scrolled. */
    private static final int FITTING = 12;

    private List<Column> columns = List.of();

    SweepTableView(Consumer<Row> open) {
        super(Texts.text("ui.sweep.table"), Texts.text("ui.sweep.noRun"), open);
    }

    @Override
    protected String text(Row row, int column) {
        return row.cells().get(column);
    }

    @Override
    protected boolean isBold(Row row) {
        return row.front();
    }

    @Override
    protected String linkName(Row row) {
        return Texts.text("ui.sweep.openOf", String.join(", ", row.cells()));
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

    /** Selects the row of a run at a timestep, where it is seen. */
    void select(SweepDot dot) {
        for (int i = 0; i < getItems().size(); i++) {
            if (getItems().get(i).dot().equals(dot)) {
                getSelectionModel().clearAndSelect(i);
                scrollTo(Math.max(0, i - 1));
                return;
            }
        }
    }

    private void make(List<Row> all) {
        getColumns().clear();
        setColumnResizePolicy(
                columns.size() > FITTING
                        ? UNCONSTRAINED_RESIZE_POLICY
                        : CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        for (int c = 0; c < columns.size(); c++) {
            make(columns.get(c), c, all);
        }
        addLinks(Texts.text("ui.sweep.open"), LINK);
    }

    private void make(Column made, int number, List<Row> all) {
        int cells = all.stream().mapToInt(row -> row.cells().get(number).length()).max().orElse(1);
        String lines = inTwoLines(made.heading());
        int line = lines.lines().mapToInt(String::length).max().orElse(1);
        double least = Math.min(MOST, Math.max(CHARACTER * cells + BESIDE, LETTER * line + AROUND));
        double whole =
                Math.min(2 * MOST, CHARACTER * Math.max(cells, made.heading().length()) + BESIDE);
        TableColumn<Row, Row> column = add(made.number(), least, whole);
        Label heading = new Label(lines);
        heading.setAccessibleText(made.heading());
        heading.setTooltip(new Tooltip(made.tooltip()));
        column.setGraphic(heading);
        column.setSortable(true);
        column.setComparator(Comparator.comparingDouble(row -> row.keys().get(number)));
    }
}
