package org.eccexplorer.ui.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Insets;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.app.session.PageId;
import org.eccexplorer.figures.Confusion;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.ui.chart.ChartView;
import org.eccexplorer.ui.desk.ChartGrid;
import org.eccexplorer.ui.desk.Page;
import org.eccexplorer.ui.desk.Workbench;
import org.eccexplorer.ui.fx.WrappedText;
import org.eccexplorer.ui.state.ExplorerViewModel;
import org.eccexplorer.ui.state.Viewed;

/** Which classes are confused, and on which images CNN and SNN give different answers. */
public final class AnswersPage extends BorderPane implements Page {
    private final ExplorerViewModel model;
    private final ChartView confusion;
    private final ObservableList<Difference> differences = FXCollections.observableArrayList();
    private final Label count = WrappedText.wrapped("", "muted");

    /** An image on which the networks differ. */
    private record Difference(int image, int truth, int cnn, int snn, int finalFrom) {}

    public AnswersPage(Workbench bench) {
        model = bench.model();
        confusion = bench.chart();
        confusion.setOnClicked(this::showSamples);
        TableView<Difference> table = new TableView<>(differences);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns()
                .setAll(
                        List.of(
                                number("image", d -> String.valueOf(d.image())),
                                column(
                                        "truth",
                                        d ->
                                                d.truth() < 0
                                                        ? "–"
                                                        : model.experiment().className(d.truth())),
                                column("CNN", d -> model.experiment().className(d.cnn())),
                                column("SNN", d -> model.experiment().className(d.snn())),
                                number("final at", d -> String.valueOf(d.finalFrom()))));
        table.setPlaceholder(new Label("CNN and SNN agree on every image so far."));
        table.getSelectionModel()
                .selectedItemProperty()
                .addListener((property, before, chosen) -> {
                    if (chosen != null) {
                        model.selection().selectImage(chosen.image());
                    }
                });
        table.setAccessibleText("images on which CNN and SNN differ");
        Label title = new Label("Changed answers");
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
    private void showSamples(int cell) {
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

    private static TableColumn<Difference, String> number(String name, Cell cell) {
        TableColumn<Difference, String> column = column(name, cell);
        column.getStyleClass().add("number-column");
        return column;
    }

    /** Numbers as numbers, names by the alphabet. */
    private static int compare(String a, String b) {
        boolean numbers = a.matches("\\d+") && b.matches("\\d+");
        return numbers ? Integer.compare(Integer.parseInt(a), Integer.parseInt(b)) : a.compareTo(b);
    }

    @Override
    public void refresh(Viewed viewed) {
        RunState focus = viewed.focus();
        if (focus.snapshot().isEmpty()) {
            return;
        }
        RunSnapshot run = focus.snapshot().get();
        int t = Math.min(run.timesteps(), viewed.timestep());
        int[] labels = model.experiment().test().labels();
        int classes = run.outputs().length / Math.max(1, run.images());
        int[][] counts = new int[classes][classes];
        List<Difference> found = new ArrayList<>();
        for (int i = 0; i < run.images(); i++) {
            int snn = run.answers()[i][t - 1];
            int cnn = run.cnnAnswers()[i];
            int truth = labels.length == 0 ? -1 : labels[i];
            counts[truth < 0 ? cnn : truth][snn]++;
            if (snn != cnn) {
                found.add(new Difference(i, truth, cnn, snn, run.finalFrom(i)));
            }
        }
        if (!found.equals(differences)) {
            differences.setAll(found);
        }
        count.setText(
                "%,d of %,d images: SNN at t = %d differs from the CNN"
                        .formatted(found.size(), run.images(), t));
        List<String> names = new ArrayList<>();
        for (int c = 0; c < classes; c++) {
            names.add(model.experiment().className(c));
        }
        confusion.show(
                new Chart.Matrix(
                        "Confusion",
                        "rows: %s · columns: SNN at t = %d · a click shows the images"
                                .formatted(labels.length == 0 ? "CNN's answer" : "truth", t),
                        "truth",
                        "SNN's answer",
                        names,
                        counts));
    }
}
