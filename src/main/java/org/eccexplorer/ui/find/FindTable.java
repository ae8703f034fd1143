package org.eccexplorer.ui.find;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;
import org.eccexplorer.app.find.query.Query;
import org.eccexplorer.app.find.result.Found;
import org.eccexplorer.figures.find.FindRows;
import org.eccexplorer.figures.find.FindRows.Row;
import org.eccexplorer.text.TextTable.Column;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.fx.ActionTable;

/** The front as a table; each setting can be used. */
final class FindTable extends ActionTable<Row> {
    /** Widths of the columns in a narrow window, with text of the usual size. */
    private static final double[] WIDTHS = {96, 80, 30, 68, 92, 94, 64, 58, 44};

    /** Widths in which headings and cells are whole, where the window is wide enough. */
    private static final double[] WHOLE = {256, 124, 36, 90, 104, 118, 100, 66, 152};

    /** The column of T, and its widths where a mean or a latency stands beside T. */
    private static final int TIMESTEPS = 2;

    private static final double LATENCY = 88;
    private static final double WHOLE_LATENCY = 112;
    private static final double LINK = 52;

    private boolean saysLatency;

    FindTable(Consumer<Row> use) {
        super(Texts.text("ui.find.table"), Texts.text("ui.find.noneYet"), use);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    }

    @Override
    protected String text(Row row, int column) {
        return row.cells().get(column);
    }

    @Override
    protected boolean isBold(Row row) {
        return row.winner();
    }

    @Override
    protected String linkName(Row row) {
        return Texts.text("ui.find.useOf", row.cells().getFirst());
    }

    /** Shows what was found. */
    void show(Query query, Found found) {
        FindRows rows = new FindRows(query, found);
        boolean latency = query.mayWait() || query.endsEarly();
        if (getColumns().isEmpty() || latency != saysLatency) {
            saysLatency = latency;
            getColumns().clear();
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
            int number = c;
            Column made = columns.get(c);
            boolean more = saysLatency && c == TIMESTEPS;
            TableColumn<Row, Row> column =
                    add(made.number(), more ? LATENCY : WIDTHS[c], more ? WHOLE_LATENCY : WHOLE[c]);
            column.setText(inTwoLines(made.heading()));
            column.setCellFactory(any -> new CutCell(number));
        }
        addLinks(Texts.text("ui.find.use"), LINK);
    }

    /** What is cut in the middle; words and T have a tooltip with all of it. */
    private final class CutCell extends TextCell {
        private final int column;

        CutCell(int column) {
            super(column);
            this.column = column;
            setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        }

        @Override
        protected void updateItem(Row row, boolean empty) {
            super.updateItem(row, empty);
            setTooltip(getText().isEmpty() || column > TIMESTEPS ? null : new Tooltip(getText()));
        }
    }
}
