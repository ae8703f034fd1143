package org.eccexplorer.ui.runs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.figures.run.RunRow;
import org.eccexplorer.figures.run.RunRows;
import org.eccexplorer.figures.run.RunTables;
import org.eccexplorer.figures.run.TableSteps;
import org.eccexplorer.figures.table.SavedTable;
import org.eccexplorer.figures.words.RunWords;
import org.eccexplorer.measure.energy.Accounting;
import org.eccexplorer.plot.Tint;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.chart.LineMark;
import org.eccexplorer.ui.desk.Workbench;
import org.eccexplorer.ui.fx.Late;
import org.eccexplorer.ui.fx.TextSize;
import org.eccexplorer.ui.fx.Tips;

/** Runs with their figures at the selected timestep, to sort by any of them. */
public final class RunsTable extends TableView<RunRow> {
    /** Width of a character and the room beside a figure, so that none is cut. */
    private static final double CHARACTER = 7.7;

    private static final double BESIDE = 18;

    /** Room for the bar that scrolls a long table. */
    private static final double SCROLLED = 16;

    private static final double NAME = 138;

    private final Workbench bench;
    private final TableTools tools;
    private final RunRows figures = new RunRows();
    private final ObservableList<RunRow> rows = FXCollections.observableArrayList();
    private final Map<RunRow.Column, Label> headers = new EnumMap<>(RunRow.Column.class);
    private final Map<RunRow.Column, TableColumn<RunRow, RunRow>> columns =
            new EnumMap<>(RunRow.Column.class);

    /** Width that the visible columns needed last. */
    private double fitted;

    private TableSteps steps = new TableSteps(1, List.of());
    private final ObservableValue<Double> textSize = TextSize.of(this);

    public RunsTable(Workbench bench) {
        this.bench = bench;
        tools = new TableTools(bench);
        setItems(rows);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        setPlaceholder(new Label(Texts.text("ui.runs.none")));
        setAccessibleText(Texts.text("ui.runs.table"));
        setSortPolicy(table -> order());
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setOnKeyPressed(this::copy);
        TableColumn<RunRow, RunRow> name = new TableColumn<>(Texts.text("ui.runs.run"));
        name.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        name.setComparator(Comparator.comparing(RunRow::name));
        name.setCellFactory(column -> new NameCell());
        TextSize.scale(name.minWidthProperty(), this, NAME);
        getColumns().add(name);
        for (RunRow.Column figure : RunRow.Column.values()) {
            getColumns().add(column(figure));
        }
    }

    /** A piece of the line and the name of a run, which is whole in the tooltip. */
    private final class NameCell extends TableCell<RunRow, RunRow> {
        private final Late<Marks> marks = new Late<>(Marks::new);

        NameCell() {
            setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        }

        @Override
        protected void updateItem(RunRow row, boolean empty) {
            super.updateItem(row, empty);
            boolean shown = !empty && row != null;
            setText(shown ? row.name() : "");
            Optional<RunState> run = shown ? row.run() : Optional.empty();
            run.ifPresent(one -> marks.get().show(one));
            setGraphic(run.isPresent() ? marks.get() : null);
            Tips.say(this, run.map(this::whole).orElse(""));
        }

        private String whole(RunState run) {
            return bench.model().isCalibratedOnTest(run)
                    ? RunWords.choice(run) + "\n" + Texts.text("ui.desk.calibratedOnTest")
                    : RunWords.choice(run);
        }
    }

    /** A piece of the line of a run, and whether λ was measured on test images. */
    private final class Marks extends HBox {
        private final LineMark mark = new LineMark();
        private final LambdaMark lambda = new LambdaMark();

        Marks() {
            super(4);
            getChildren().addAll(mark, lambda);
            setAlignment(Pos.CENTER_LEFT);
        }

        void show(RunState run) {
            mark.show(Tint.run(run.style()), bench.theme().get());
            lambda.show(bench.model().isCalibratedOnTest(run));
        }
    }

    private TableColumn<RunRow, RunRow> column(RunRow.Column figure) {
        TableColumn<RunRow, RunRow> column = new TableColumn<>();
        Label header = new Label(figure.title(new TableSteps(1, List.of())));
        header.setTooltip(new Tooltip());
        headers.put(figure, header);
        column.setGraphic(header);
        column.setUserData(figure);
        columns.put(figure, column);
        column.setComparator(Comparator.comparingDouble(row -> row.value(figure)));
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(c ->
                new TableCell<>() {
                    @Override
                    protected void updateItem(RunRow row, boolean empty) {
                        super.updateItem(row, empty);
                        setText(empty || row == null ? "" : row.text(figure));
                    }
                });
        column.getStyleClass().add("number-column");
        // Of the timesteps there are as many as runs have, which is not known yet.
        column.setVisible(figure.step() < 0);
        return column;
    }

    /**
     * A narrow table has titles of two lines where one line needs more room than the figures below,
     * and leaves out earlier timesteps, the first first; the others stay whole.
     */
    private void fit(List<RunRow> shown, TableSteps steps) {
        double needed = whole(shown);
        if (getWidth() > 0 && needed > getWidth() - SCROLLED * textSize.getValue()) {
            headers.values().forEach(header -> header.setText(TitleLines.two(header.getText())));
            needed = whole(shown);
        }
        List<RunRow.Column> earlier = new ArrayList<>();
        for (RunRow.Column figure : RunRow.Column.values()) {
            if (figure.step() >= 0) {
                earlier.addFirst(figure);
            }
        }
        for (RunRow.Column figure : earlier) {
            double more = needed + fit(figure, shown);
            boolean there = figure.step() < steps.earlier().size();
            boolean visible = there && (getWidth() == 0 || more < getWidth());
            Objects.requireNonNull(columns.get(figure)).setVisible(visible);
            needed = visible ? more : needed;
        }
        // What columns need has no effect on the others until something is resized.
        if (needed != fitted) {
            fitted = needed;
            getColumnResizePolicy().call(new ResizeFeatures<>(this, null, 0.0));
        }
    }

    /** Width of the columns that are never left out. */
    private double whole(List<RunRow> shown) {
        double needed = NAME * textSize.getValue();
        for (RunRow.Column figure : RunRow.Column.values()) {
            if (figure.step() < 0) {
                needed += fit(figure, shown);
            }
        }
        return needed;
    }

    private double fit(RunRow.Column figure, List<RunRow> shown) {
        int longest =
                shown.stream().mapToInt(row -> row.text(figure).length()).reduce(1, Math::max);
        double title = Objects.requireNonNull(headers.get(figure)).prefWidth(-1);
        double size = textSize.getValue();
        double width = Math.ceil(Math.max(CHARACTER * longest * size, title) + BESIDE * size);
        Objects.requireNonNull(columns.get(figure)).setMinWidth(width);
        return width;
    }

    /** The whole table in the order in which it is shown. */
    SavedTable saved() {
        return saved(rows);
    }

    private SavedTable saved(List<RunRow> some) {
        return RunTables.runs(some, steps, bench.model().accountingProperty().get(), tools.model());
    }

    /** The selected rows as they stand, or all. */
    private void copy(KeyEvent event) {
        if (TableTools.COPY.match(event)) {
            event.consume();
            List<RunRow> selected =
                    getSelectionModel().getSelectedIndices().stream()
                            .sorted()
                            .filter(row -> row >= 0 && row < rows.size())
                            .map(rows::get)
                            .toList();
            tools.copyTabbed(saved(selected.isEmpty() ? rows : selected));
        }
    }

    /** By the chosen column, as far as rows can be ranked by it. */
    private boolean order() {
        order(rows);
        return true;
    }

    private void order(List<RunRow> some) {
        Comparator<RunRow> chosen = getComparator();
        if (chosen != null) {
            Optional<RunRow.Column> sorted =
                    getSortOrder().stream()
                            .findFirst()
                            .map(TableColumn::getUserData)
                            .filter(RunRow.Column.class::isInstance)
                            .map(RunRow.Column.class::cast);
            some.sort(RunRow.ranks(sorted).thenComparing(chosen));
        }
    }

    /**
     * Shows runs in the order that was chosen.
     *
     * @param differing whether there is a line with the first minus the second
     */
    public void update(List<RunState> runs, boolean differing) {
        steps = TableSteps.of(runs, bench.model().playback().timestepProperty().get());
        Accounting accounting = bench.model().accountingProperty().get();
        headers.forEach((column, header) -> {
            header.setText(column.title(steps));
            header.getTooltip().setText(column.meaning(accounting));
        });
        List<RunRow> next = new ArrayList<>(figures.of(runs, steps, accounting));
        if (differing && runs.size() == 2) {
            next.add(RunRow.difference(next.get(0), next.get(1)));
        }
        order(next);
        fit(next, steps);
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
