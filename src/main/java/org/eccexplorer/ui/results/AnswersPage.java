package org.eccexplorer.ui.results;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Insets;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.session.PageId;
import org.eccexplorer.figures.chart.AnswersAt;
import org.eccexplorer.figures.chart.AnswersAt.Difference;
import org.eccexplorer.figures.chart.Confusion;
import org.eccexplorer.figures.words.RunWords;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.chart.ChartView;
import org.eccexplorer.ui.desk.ChartGrid;
import org.eccexplorer.ui.desk.Freshness;
import org.eccexplorer.ui.desk.Page;
import org.eccexplorer.ui.desk.Workbench;
import org.eccexplorer.ui.fx.TextSize;
import org.eccexplorer.ui.fx.TextWidth;
import org.eccexplorer.ui.fx.WrappedText;
import org.eccexplorer.ui.state.ExplorerViewModel;
import org.eccexplorer.ui.state.Memo;
import org.eccexplorer.ui.state.Viewed;
import org.jspecify.annotations.Nullable;

/** Which classes are confused, and on which images CNN and SNN give different answers. */
public final class AnswersPage extends Page {
    /** Of a column of names. */
    private static final double WIDEST_NAME = 110;

    /** Of a column of numbers. */
    private static final double NUMBER = 52;

    private final ExplorerViewModel model;
    private final ChartView confusion;
    private final Memo<AnswersAt.Key, AnswersAt> answers;
    private final ObservableList<Difference> differences = FXCollections.observableArrayList();
    private final Label none = new Label(Numbers.NONE);
    private final Freshness freshness = new Freshness();
    private final Label count = WrappedText.wrapped("", "muted");
    private final TableColumn<Difference, String> exit =
            number(Texts.text("ui.results.exit"), d -> String.valueOf(d.exit()));
    private @Nullable AnswersAt shown;

    public AnswersPage(Workbench bench) {
        model = bench.model();
        int[] labels = model.experiment().test().labels();
        answers = new Memo<>(key -> AnswersAt.of(key, labels));
        confusion = bench.chart();
        confusion.setOnClicked(this::showImages);
        TableView<Difference> table = new TableView<>(differences);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns()
                .setAll(
                        List.of(
                                number(
                                        Texts.text("ui.results.image"),
                                        d -> String.valueOf(d.image())),
                                classes(
                                        table,
                                        Texts.text("ui.results.truth"),
                                        d ->
                                                d.truth() < 0
                                                        ? Numbers.NONE
                                                        : model.experiment().className(d.truth())),
                                classes(
                                        table,
                                        Texts.text("ui.results.columnCnn"),
                                        d -> model.experiment().className(d.cnn())),
                                classes(
                                        table,
                                        Texts.text("ui.results.columnSnn"),
                                        d -> model.experiment().className(d.snn())),
                                number(
                                        Texts.text("ui.results.settledAt"),
                                        d -> String.valueOf(d.settledAt()))));
        exit.setVisible(false);
        table.getColumns().add(exit);
        table.setPlaceholder(none);
        table.getSelectionModel()
                .selectedItemProperty()
                .addListener((property, before, chosen) -> {
                    if (chosen != null) {
                        model.selection().selectImage(chosen.image());
                    }
                });
        table.setAccessibleText(Texts.text("ui.results.tableOfDifferences"));
        Label title = new Label(Texts.text("ui.results.changedAnswers"));
        title.getStyleClass().add("chart-title");
        VBox right = new VBox(2, title, count, table);
        VBox.setMargin(table, new Insets(8, 0, 0, 0));
        right.getStyleClass().add("card");
        VBox.setVgrow(table, Priority.ALWAYS);
        GridPane grid = new GridPane();
        grid.getStyleClass().add("chart-grid");
        for (int c = 0; c < 2; c++) {
            ColumnConstraints half = new ColumnConstraints();
            half.setPercentWidth(50);
            grid.getColumnConstraints().add(half);
        }
        ChartGrid chart = new ChartGrid(bench, 1, confusion);
        chart.getStyleClass().add("flush");
        grid.addRow(0, chart, right);
        GridPane.setValignment(chart, VPos.TOP);
        GridPane.setVgrow(right, Priority.ALWAYS);
        setCenter(grid);
    }

    /** Shows the images of a cell of the matrix. */
    private void showImages(int cell) {
        int classes = model.experiment().model().network().outputShape().size();
        model.currentPage()
                .confusionProperty()
                .set(Optional.of(new Confusion(cell / classes, cell % classes)));
        model.currentPage().show(PageId.SAMPLES);
    }

    private interface Cell {
        String of(Difference difference);
    }

    private static TableColumn<Difference, String> column(String name, Cell cell) {
        TableColumn<Difference, String> column = new TableColumn<>(name);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(cell.of(row.getValue())));
        column.setComparator(AnswersPage::compare);
        return column;
    }

    /** Classes have room for their names, as far as the numbers leave some. */
    private TableColumn<Difference, String> classes(
            TableView<Difference> table, String name, Cell cell) {
        TableColumn<Difference, String> column = column(name, cell);
        double longest =
                IntStream.range(0, model.experiment().model().network().outputShape().size())
                        .mapToDouble(c -> TextWidth.plain(model.experiment().className(c), 1))
                        .max()
                        .orElse(0);
        double wanted = Math.min(longest + 20, WIDEST_NAME);
        ObservableValue<Double> size = TextSize.of(this);
        column.minWidthProperty()
                .bind(
                        Bindings.createDoubleBinding(
                                () -> {
                                    double room = table.getWidth() - 2 * NUMBER * size.getValue();
                                    return Math.clamp(room / 3, 10, wanted * size.getValue());
                                },
                                table.widthProperty(),
                                size));
        return column;
    }

    private TableColumn<Difference, String> number(String name, Cell cell) {
        TableColumn<Difference, String> column = column(name, cell);
        TextSize.scale(column.minWidthProperty(), this, NUMBER);
        column.getStyleClass().add("number-column");
        return column;
    }

    /** Numbers, whose digits may be grouped, as numbers, and names by the alphabet. */
    private static int compare(String a, String b) {
        String one = a.replace("\u202f", "");
        String other = b.replace("\u202f", "");
        boolean numbers = one.matches("\\d+") && other.matches("\\d+");
        return numbers
                ? Integer.compare(Integer.parseInt(one), Integer.parseInt(other))
                : a.compareTo(b);
    }

    @Override
    public void refresh(Viewed viewed) {
        Optional<RunSnapshot> measured = viewed.focus().snapshot();
        if (!freshness.ofRun(viewed, confusion) || measured.isEmpty()) {
            shown = null;
            differences.clear();
            count.setText(RunWords.whyEmpty(viewed.focus()));
            none.setText(Numbers.NONE);
            return;
        }
        RunSnapshot run = measured.get();
        int t = run.knownUpTo(viewed.timestep());
        AnswersAt now = answers.of(new AnswersAt.Key(run, t));
        if (!now.equals(shown) || !confusion.note().isEmpty()) {
            shown = now;
            none.setText(Texts.text("ui.results.allAgreeOn", agreed(now), t));
            show(viewed.focus(), now, t);
        }
    }

    private static String agreed(AnswersAt now) {
        return Texts.counted("ui.results.images", now.images());
    }

    private void show(RunState run, AnswersAt now, int t) {
        exit.setVisible(run.snapshot().map(done -> done.early() != null).orElse(false));
        differences.setAll(now.differences());
        count.setText(
                Texts.text(
                        "ui.results.differing",
                        Numbers.count(now.differences().size()),
                        Texts.counted("ui.results.images", now.images()),
                        t));
        Experiment experiment = model.experiment();
        confusion.show(
                now.matrix(
                        run,
                        t,
                        experiment::className,
                        experiment.test().labels().length > 0,
                        Texts.text("ui.results.clickACell")));
    }
}
