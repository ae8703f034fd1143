package org.eccexplorer.ui.runs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.shape.Circle;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.figures.RunRow;
import org.eccexplorer.figures.RunRows;
import org.eccexplorer.measure.Accounting;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.chart.Paints;
import org.eccexplorer.ui.desk.Workbench;
import org.eccexplorer.ui.fx.TextSize;

/** Runs with their figures at the selected timestep, to sort by any of them. */
public final class RunsTable extends TableView<RunRow> {
    /** Columns that a narrow table leaves out, so that the others stay whole. */
    private static final Set<RunRow.Column> EXTRA =
            Set.of(RunRow.Column.AT_32, RunRow.Column.AT_64, RunRow.Column.AT_128);

    /** In a table of this width all columns are whole. */
    private static final double ALL = 800;

    private final Workbench bench;
    private final RunRows figures = new RunRows();
    private final ObservableList<RunRow> rows = FXCollections.observableArrayList();
    private final Map<RunRow.Column, Label> headers = new EnumMap<>(RunRow.Column.class);

    private final ObservableValue<Double> textSize = TextSize.of(this);

    public RunsTable(Workbench bench) {
        this.bench = bench;
        setItems(rows);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        setPlaceholder(new Label(Texts.text("ui.runs.none")));
        setAccessibleText(Texts.text("ui.runs.table"));
        setSortPolicy(table -> order());
        TableColumn<RunRow, RunRow> name = new TableColumn<>(Texts.text("ui.runs.run"));
        name.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        name.setComparator(Comparator.comparing(RunRow::name));
        name.setCellFactory(column -> new NameCell());
        TextSize.scale(name.minWidthProperty(), this, 150);
        getColumns().add(name);
        for (RunRow.Column figure : RunRow.Column.values()) {
            TableColumn<RunRow, Double> column = column(figure);
            getColumns().add(column);
            if (EXTRA.contains(figure)) {
                column.visibleProperty()
                        .bind(
                                Bindings.createBooleanBinding(
                                        () -> getWidth() > ALL * textSize.getValue(),
                                        widthProperty(),
                                        textSize));
            }
        }
    }

    /** The colour and the name of a run. */
    private final class NameCell extends TableCell<RunRow, RunRow> {
        private final Circle dot = new Circle(5);

        @Override
        protected void updateItem(RunRow row, boolean empty) {
            super.updateItem(row, empty);
            boolean shown = !empty && row != null;
            setText(shown ? row.name() : "");
            setGraphic(shown && row.run().isPresent() ? dot : null);
            if (shown) {
                row.run()
                        .ifPresent(run -> {
                            dot.setFill(Paints.of(bench.theme().get().run(run.style())));
                        });
            }
        }
    }

    private TableColumn<RunRow, Double> column(RunRow.Column figure) {
        TableColumn<RunRow, Double> column = new TableColumn<>();
        Label header = new Label(figure.title(0));
        header.setTooltip(new Tooltip());
        headers.put(figure, header);
        column.setGraphic(header);
        column.setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(row.getValue().value(figure)));
        column.setCellFactory(c ->
                new TableCell<>() {
                    @Override
                    protected void updateItem(Double number, boolean empty) {
                        super.updateItem(number, empty);
                        RunRow row = empty ? null : getTableRow().getItem();
                        boolean difference = row != null && row.run().isEmpty();
                        setText(empty || number == null ? "" : figure.text(number, difference));
                    }
                });
        column.getStyleClass().add("number-column");
        return column;
    }

    /** By the chosen column; a difference stays last. */
    private boolean order() {
        Comparator<RunRow> last = Comparator.comparing(row -> row.run().isEmpty());
        Comparator<RunRow> chosen = getComparator();
        if (chosen != null) {
            FXCollections.sort(rows, last.thenComparing(chosen));
        }
        return true;
    }

    /**
     * Shows runs in the order that was chosen.
     *
     * @param differing whether there is a line with the first minus the second
     */
    public void update(List<RunState> runs, boolean differing) {
        int t = bench.model().playback().timestepProperty().get();
        Accounting accounting = bench.model().accountingProperty().get();
        headers.forEach((column, header) -> {
            header.setText(column.title(t));
            header.getTooltip().setText(column.meaning(accounting));
        });
        List<RunRow> next = new ArrayList<>(figures.of(runs, t, accounting));
        if (differing && runs.size() == 2) {
            next.add(RunRow.difference(next.get(0), next.get(1)));
        }
        if (getComparator() != null) {
            Comparator<RunRow> last = Comparator.comparing(row -> row.run().isEmpty());
            next.sort(last.thenComparing(getComparator()));
        }
        if (next.size() != rows.size()) {
            rows.setAll(next);
            return;
        }
        for (int i = 0; i < next.size(); i++) {
            if (!next.get(i).equals(rows.get(i))) {
                rows.set(i, next.get(i));
            }
        }
    }
}
