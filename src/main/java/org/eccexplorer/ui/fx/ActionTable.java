package org.eccexplorer.ui.fx;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;

/**
 * A table of texts whose rows can each do something: Enter, a double click or the link at the end
 * of a row does it.
 */
@SuppressWarnings("this-escape") // what subclasses say is asked for when rows are shown
public abstract class ActionTable<R> extends TableView<R> {
    private final Consumer<R> action;

    /**
     * Without columns.
     *
     * @param name what it is, for screen readers
     * @param whenEmpty what is said in place of rows
     */
    protected ActionTable(String name, String whenEmpty, Consumer<R> action) {
        this.action = action;
        setAccessibleText(name);
        setPlaceholder(new Label(whenEmpty));
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                selected().ifPresent(action);
                event.consume();
            }
        });
        setRowFactory(table -> {
            TableRow<R> row = new TableRow<>();
            row.setOnMouseClicked(event -> {
                if (event.getClickCount() == 2 && !row.isEmpty()) {
                    action.accept(row.getItem());
                }
            });
            return row;
        });
    }

    /** What stands in a cell. */
    protected abstract String text(R row, int column);

    /** Whether a row is one of those that matter most, whose cells are bold. */
    protected abstract boolean isBold(R row);

    /** What the link of a row does, for screen readers. */
    protected abstract String linkName(R row);

    /** The row that is selected; else the first one. */
    public final Optional<R> selected() {
        R row = getSelectionModel().getSelectedItem();
        return row != null ? Optional.of(row) : getItems().stream().findFirst();
    }

    /**
     * Adds a column, which can not be sorted unless it is told how.
     *
     * @param number whether it has numbers, which stand at the right
     * @param least its width where there is little room, with text of the usual size
     * @param whole its width where there is enough
     */
    protected final TableColumn<R, R> add(boolean number, double least, double whole) {
        int place = getColumns().size();
        TableColumn<R, R> column = column();
        column.setCellFactory(any -> new TextCell(place));
        if (number) {
            column.getStyleClass().add("number-column");
        }
        TextSize.scale(column.minWidthProperty(), this, least);
        TextSize.scale(column.prefWidthProperty(), this, whole);
        return column;
    }

    /** A heading cut at the space nearest to its middle, so that narrow columns show it whole. */
    protected static String inTwoLines(String heading) {
        int middle = heading.length() / 2;
        int cut = heading.indexOf(' ', middle);
        int before = heading.lastIndexOf(' ', middle);
        if (cut < 0 || (before >= 0 && middle - before < cut - middle)) {
            cut = before;
        }
        return cut < 0 ? heading : heading.substring(0, cut) + "\n" + heading.substring(cut + 1);
    }

    /** Adds the column of links. */
    protected final void addLinks(String text, double least) {
        TableColumn<R, R> column = column();
        column.setCellFactory(any -> new LinkCell(text));
        TextSize.scale(column.minWidthProperty(), this, least);
    }

    private TableColumn<R, R> column() {
        TableColumn<R, R> column = new TableColumn<>();
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setSortable(false);
        getColumns().add(column);
        return column;
    }

    /** Shows the text of a row. */
    protected class TextCell extends TableCell<R, R> {
        private final int column;

        protected TextCell(int column) {
            this.column = column;
        }

        @Override
        protected void updateItem(R row, boolean empty) {
            super.updateItem(row, empty);
            boolean shown = !empty && row != null;
            setText(shown ? text(row, column) : "");
            setStyle(shown && isBold(row) ? "-fx-font-weight: bold" : "");
        }
    }

    private final class LinkCell extends TableCell<R, R> {
        private final Hyperlink link;

        LinkCell(String text) {
            link = new Hyperlink(text);
            link.setOnAction(event -> action.accept(getItem()));
        }

        @Override
        protected void updateItem(R row, boolean empty) {
            super.updateItem(row, empty);
            boolean shown = !empty && row != null;
            setGraphic(shown ? link : null);
            if (shown) {
                link.setAccessibleText(linkName(row));
            }
        }
    }
}
