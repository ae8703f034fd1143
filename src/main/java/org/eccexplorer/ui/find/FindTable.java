package org.eccexplorer.ui.find;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import org.eccexplorer.app.find.query.Query;
import org.eccexplorer.app.find.result.Found;
import org.eccexplorer.figures.find.FindRows;
import org.eccexplorer.figures.find.FindRows.Row;
import org.eccexplorer.text.TextTable.Column;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.fx.TextSize;

/** The front as a table: Enter, a double click or the link uses a setting. */
final class FindTable extends TableView<Row> {
    /** Widths of the columns in a narrow window, with text of the usual size. */
    private static final double[] WIDTHS = {100, 80, 30, 68, 92, 90, 64, 58, 44};

    /** Widths in which headings and cells are whole, where the window is wide enough. */
    private static final double[] WHOLE = {256, 124, 36, 90, 104, 118, 100, 66, 152};

    private final Consumer<Row> use;

    FindTable(Consumer<Row> use) {
        this.use = use;
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        setPlaceholder(new Label(Texts.text("ui.find.noneYet")));
        setAccessibleText(Texts.text("ui.find.table"));
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                selected().ifPresent(use);
                event.consume();
            }
        });
        setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                selected().ifPresent(use);
            }
        });
    }

    /** The row that is selected; else the winner. */
    Optional<Row> selected() {
        Row row = getSelectionModel().getSelectedItem();
        return row != null ? Optional.of(row) : getItems().stream().findFirst();
    }

    /** Shows what was found. */
    void show(Query query, Found found) {
        FindRows rows = new FindRows(query, found);
        if (getColumns().isEmpty()) {
            make(rows.columns());
        }
        List<Row> all = rows.rows();
        if (!all.equals(getItems())) {
            int selected = getSelectionModel().getSelectedIndex();
            getItems().setAll(all);
            getSelectionModel().clearAndSelect(Math.max(0, Math.min(selected, all.size() - 1)));
        }
    }

    private void make(List<Column> columns) {
        for (int c = 0; c < columns.size(); c++) {
            getColumns().add(column(columns.get(c), c));
        }
        TableColumn<Row, Row> link = new TableColumn<>();
        link.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        link.setCellFactory(column -> new UseCell());
        link.setSortable(false);
        TextSize.scale(link.minWidthProperty(), this, 52);
        getColumns().add(link);
    }

    /** Cut at the space nearest to its middle, so that narrow columns show it whole. */
    private static String inTwoLines(String heading) {
        int middle = heading.length() / 2;
        int cut = heading.indexOf(' ', middle);
        int before = heading.lastIndexOf(' ', middle);
        if (cut < 0 || (before >= 0 && middle - before < cut - middle)) {
            cut = before;
        }
        return cut < 0 ? heading : heading.substring(0, cut) + "\n" + heading.substring(cut + 1);
    }

    private TableColumn<Row, Row> column(Column made, int number) {
        TableColumn<Row, Row> column = new TableColumn<>(inTwoLines(made.heading()));
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setSortable(false);
        column.setCellFactory(c ->
                new TableCell<>() {
                    @Override
                    protected void updateItem(Row row, boolean empty) {
                        super.updateItem(row, empty);
                        boolean shown = !empty && row != null;
                        setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
                        setText(shown ? row.cells().get(number) : "");
                        setStyle(shown && row.winner() ? "-fx-font-weight: bold" : "");
                        setTooltip(
                                shown && number < 2 ? new Tooltip(row.cells().get(number)) : null);
                    }
                });
        if (made.number()) {
            column.getStyleClass().add("number-column");
        }
        TextSize.scale(column.minWidthProperty(), this, WIDTHS[number]);
        TextSize.scale(column.prefWidthProperty(), this, WHOLE[number]);
        return column;
    }

    private final class UseCell extends TableCell<Row, Row> {
        private final Hyperlink link = new Hyperlink(Texts.text("ui.find.use"));

        UseCell() {
            link.setOnAction(event -> use.accept(getItem()));
        }

        @Override
        protected void updateItem(Row row, boolean empty) {
            super.updateItem(row, empty);
            boolean shown = !empty && row != null;
            setGraphic(shown ? link : null);
            if (shown) {
                link.setAccessibleText(Texts.text("ui.find.useOf", row.cells().getFirst()));
            }
        }
    }
}
