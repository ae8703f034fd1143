package org.eccexplorer.ui.sweep;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.eccexplorer.app.sweep.results.SweepResults;
import org.eccexplorer.app.sweep.results.SweepRun;
import org.eccexplorer.figures.sweep.SweepCharts;
import org.eccexplorer.figures.sweep.SweepPanels;
import org.eccexplorer.figures.sweep.SweepRows;
import org.eccexplorer.figures.sweep.SweepRows.Row;
import org.eccexplorer.figures.sweep.SweepWords;
import org.eccexplorer.figures.table.SavedTable;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.paint.PickedDot;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.desk.Workbench;
import org.eccexplorer.ui.dialog.ProblemList;
import org.eccexplorer.ui.fx.LiveScroll;
import org.eccexplorer.ui.fx.TextSize;
import org.eccexplorer.ui.fx.WrappedText;
import org.eccexplorer.ui.runs.ReportTools;
import org.eccexplorer.ui.runs.TableTools;

/** A sweep in place of the explorer. */
public final class SweepPane extends BorderPane {
    private final Workbench bench;
    private final Consumer<SweepRun> opening;
    private final SweepControls controls;
    private final SweepFigures figures;
    private final SweepTableView table;
    private final Label best = WrappedText.wrapped("", "card-title");
    private final Label cheap = WrappedText.wrapped("", "find-proof");
    private final Label note = WrappedText.wrapped("", "muted");
    private final Button open = new Button(Texts.text("ui.sweep.openThis"));
    private boolean stale = true;

    /** The chart of all runs without a mark, while it is what is shown. */
    private Optional<Chart.Lines> front = Optional.empty();

    /**
     * Shows the sweep of a window.
     *
     * @param opening opens a run of it
     */
    public SweepPane(Workbench bench, Consumer<SweepRun> opening) {
        this.bench = bench;
        this.opening = opening;
        controls = new SweepControls(this::change, this::explain);
        figures = new SweepFigures(bench, this::change, this::pick);
        table = new SweepTableView(row -> opening.accept(row.dot().run()));
        table.getSelectionModel()
                .selectedItemProperty()
                .addListener((property, before, now) -> mark());
        bench.model().sweepProperty().addListener((property, before, now) -> offer());
        VBox banner = new VBox(3, best, cheap);
        banner.getStyleClass().addAll("card", "find-banner");
        TextSize.scale(figures.minHeightProperty(), figures, 250);
        VBox.setVgrow(figures, Priority.ALWAYS);
        TextSize.scale(table.minHeightProperty(), table, 130);
        TextSize.scale(table.prefHeightProperty(), table, 230);
        VBox centre = new VBox(10, banner, tools(), figures, table, note);
        centre.getStyleClass().add("centre");
        setLeft(LiveScroll.column(controls, "left"));
        setCenter(LiveScroll.filled(centre));
        sceneProperty()
                .addListener((property, before, shown) -> {
                    if (shown != null) {
                        Platform.runLater(table::requestFocus);
                    }
                });
        offer();
        refresh();
    }

    private HBox tools() {
        open.setTooltip(new Tooltip(Texts.text("ui.sweep.openTooltip")));
        open.setMinWidth(Region.USE_PREF_SIZE);
        open.setOnAction(
                event -> table.selected().ifPresent(row -> opening.accept(row.dot().run())));
        Button report = new Button(Texts.text("ui.sweep.report"));
        report.setTooltip(new Tooltip(Texts.text("ui.sweep.reportTooltip")));
        report.setMinWidth(Region.USE_PREF_SIZE);
        report.setOnAction(event -> new ReportTools(bench).save());
        HBox line = new TableTools(bench).line(new Label(), this::saved);
        line.getChildren().addFirst(figures.tabs());
        line.getChildren().add(2, open);
        line.getChildren().add(report);
        return line;
    }

    private Optional<SweepResults> results() {
        return bench.model().sweepProperty().get();
    }

    private SavedTable saved() {
        return new SweepRows(results().orElseThrow()).saved(table.getItems());
    }

    private void change() {
        stale = true;
        refresh();
    }

    private void offer() {
        results().ifPresent(controls::offer);
        stale = true;
    }

    private void explain() {
        results()
                .ifPresent(results ->
                        bench.sheets()
                                .show(
                                        Texts.text("ui.sweep.failuresTitle"),
                                        new ProblemList(new SweepWords(results).failures())));
    }

    /** A dot that is clicked is a row of the table. */
    private void pick(PickedDot picked) {
        if (front.isPresent()) {
            results()
                    .map(results ->
                            new SweepCharts(results)
                                    .dots(controls.cost(), controls.at(), controls.colours()))
                    .ifPresent(dots -> table.select(dots.get(picked.series()).get(picked.index())));
        }
    }

    /** The row that is selected has a ring in the chart. */
    private void mark() {
        front.ifPresent(chart ->
                figures.show(
                        List.of(
                                table.selected()
                                        .map(row ->
                                                SweepCharts.around(
                                                        chart, controls.cost(), row.dot()))
                                        .orElse(chart))));
    }

    /** Shows the sweep, if it is another one or something else is to be shown of it. */
    public void refresh() {
        if (stale) {
            stale = false;
            results().ifPresent(this::show);
        }
    }

    private void show(SweepResults results) {
        SweepWords words = new SweepWords(results);
        List<String> findings = words.findings();
        best.setText(findings.getFirst());
        cheap.setText(findings.getLast());
        Optional<String> over = controls.over();
        figures.allowTwo(over.isPresent());
        front = Optional.empty();
        if (results.runs().isEmpty()) {
            figures.withhold(Texts.text("ui.sweep.noRun"));
        } else if (figures.isOfTwo() && over.isPresent()) {
            figures.show(
                    new SweepPanels(results).charts(over.get(), controls.panels(), controls.at()));
        } else {
            front =
                    Optional.of(
                            new SweepCharts(results)
                                    .front(controls.cost(), controls.at(), controls.colours()));
        }
        SweepRows rows = new SweepRows(results);
        List<Row> all = rows.rows(controls.at(), controls.cost());
        table.show(rows, all);
        mark();
        open.setDisable(all.isEmpty());
        note.setText(
                Texts.text(
                        "ui.sweep.rows",
                        Texts.counted("ui.sweep.rowsCounted", all.size()),
                        Numbers.count(all.stream().filter(Row::front).count()),
                        words.note()));
    }
}
