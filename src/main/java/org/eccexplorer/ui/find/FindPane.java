package org.eccexplorer.ui.find;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.eccexplorer.app.find.Without;
import org.eccexplorer.app.find.query.Query;
import org.eccexplorer.app.find.result.Found;
import org.eccexplorer.app.find.result.FoundPoint;
import org.eccexplorer.app.find.result.SearchView;
import org.eccexplorer.app.find.trial.Point;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.app.session.PageId;
import org.eccexplorer.figures.find.FindCharts;
import org.eccexplorer.figures.find.FindRows.Row;
import org.eccexplorer.figures.find.FindTables;
import org.eccexplorer.figures.find.FindWords;
import org.eccexplorer.figures.table.SavedTable;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.chart.ChartView;
import org.eccexplorer.ui.desk.ChartGrid;
import org.eccexplorer.ui.desk.Workbench;
import org.eccexplorer.ui.fx.FormattedText;
import org.eccexplorer.ui.fx.LiveScroll;
import org.eccexplorer.ui.fx.Shown;
import org.eccexplorer.ui.fx.TextSize;
import org.eccexplorer.ui.fx.WrappedText;
import org.eccexplorer.ui.runs.TableTools;
import org.eccexplorer.ui.state.ExplorerViewModel;
import org.eccexplorer.ui.state.Finding;

/** The search for a setting in place of the explorer. */
public final class FindPane extends BorderPane {
    private final Workbench bench;
    private final ExplorerViewModel model;
    private final Finding finding;
    private final FindControls controls;
    private final Label claim = WrappedText.wrapped("", "card-title");
    private final Label proof = WrappedText.wrapped("", "find-proof");
    private final VBox banner = new VBox(3, claim, proof);
    private final Label statements = WrappedText.wrapped("", "muted");
    private final Label best = new Label();
    private final ChartView chart;
    private final FindTable table;
    private final Button run = new Button(Texts.text("ui.find.run"));
    private final Button explain = new Button(Texts.text("ui.find.explain"));

    public FindPane(Workbench bench) {
        this.bench = bench;
        model = bench.model();
        finding = model.finding();
        controls = new FindControls(model, this::start);
        chart = bench.chart();
        table = new FindTable(row -> use(row.point().chosen()));
        banner.getStyleClass().addAll("card", "find-banner");
        ChartGrid charts = new ChartGrid(bench, 1, chart);
        charts.getStyleClass().add("flush");
        TextSize.scale(charts.minHeightProperty(), charts, 230);
        VBox.setVgrow(charts, Priority.ALWAYS);
        TextSize.scale(table.minHeightProperty(), table, 120);
        TextSize.scale(table.prefHeightProperty(), table, 210);
        VBox centre = new VBox(10, banner, charts, tools(), table, statements);
        centre.getStyleClass().add("centre");
        setLeft(LiveScroll.column(controls, "left"));
        setCenter(LiveScroll.filled(centre));
        refresh();
    }

    private HBox tools() {
        run.setTooltip(new Tooltip(Texts.text("ui.find.runTooltip")));
        run.setMinWidth(Region.USE_PREF_SIZE);
        run.setOnAction(event -> selected().ifPresent(this::run));
        explain.setTooltip(new Tooltip(Texts.text("ui.find.explainTooltip")));
        explain.setMinWidth(Region.USE_PREF_SIZE);
        explain.setOnAction(event -> selected().ifPresent(this::explain));
        HBox line = new TableTools(bench).line(best, this::saved);
        line.getChildren().add(1, run);
        line.getChildren().add(2, explain);
        return line;
    }

    private Optional<Point> selected() {
        return table.selected().map(Row::point).map(FoundPoint::chosen);
    }

    /** What is copied and saved. */
    private SavedTable saved() {
        return FindTables.of(
                finding.query().orElseGet(() -> Query.standard(1)),
                found().orElseGet(Found::nothing),
                model.experiment().model().source().title());
    }

    private Optional<Found> found() {
        return finding.viewProperty().get().flatMap(SearchView::found);
    }

    /** Starts the search, for which the machine is free: a run that goes on is stopped. */
    private void start() {
        Optional<Query> query = controls.query();
        if (query.isEmpty()) {
            bench.say().accept(Texts.text("ui.find.nothingVaries"));
            return;
        }
        if (model.runs().isRunning()) {
            model.runs().stop();
        }
        finding.start(model.experiment(), query.get());
        refresh();
    }

    /** Sets the settings of the next run, which starts. */
    private void use(Point point) {
        Settings now = model.settings().get();
        model.settings()
                .set(
                        point.setting()
                                .of(now)
                                .withTimesteps(point.timesteps())
                                .withReading(point.reading()));
        bench.say().accept(Texts.text("ui.find.used", words().whole(point)));
    }

    private void run(Point point) {
        model.useImages(model.experiment().test().count());
        use(point);
        model.currentPage().show(PageId.LIVE);
    }

    private void explain(Point point) {
        finding.explain(point, parts -> explained(point, parts));
        refresh();
    }

    private void explained(Point point, List<Without> parts) {
        bench.sheets()
                .show(
                        Texts.text("ui.find.explainTitle"),
                        new FormattedText(String.join("\n", words().explained(point, parts))));
    }

    private FindWords words() {
        return new FindWords(finding.query().orElseGet(() -> Query.standard(1)));
    }

    /** Shows how the search stands. */
    public void refresh() {
        Optional<SearchView> view = finding.viewProperty().get();
        controls.refresh(view);
        run.setDisable(found().isEmpty());
        explain.setDisable(finding.runningProperty().get() || found().isEmpty());
        List<Problem> problems = finding.problemsProperty().get();
        if (!problems.isEmpty()) {
            say(
                    Objects.requireNonNull(problems.getFirst()).message(),
                    Texts.text("ui.find.failed"));
            chart.withhold(Texts.text("ui.find.failed"));
        } else if (view.isEmpty()) {
            boolean running = finding.runningProperty().get();
            say(
                    Texts.text(running ? "ui.find.preparing" : "ui.find.empty"),
                    Texts.text("ui.find.emptyHow"));
            chart.withhold(Texts.text(running ? "ui.find.preparing" : "ui.find.noneYet"));
            table.getItems().clear();
            statements.setText("");
            best.setText("");
        } else {
            show(view.get());
        }
    }

    private void show(SearchView view) {
        Query query = finding.query().orElseThrow();
        FindWords words = new FindWords(query);
        chart.show(new FindCharts(query).chart(view));
        view.found()
                .ifPresent(found -> {
                    say(
                            found.winner()
                                    .map(winner -> words.claim(found, winner))
                                    .orElse(Texts.text("ui.find.preparing")),
                            found.winner().map(winner -> words.proof(found, winner)).orElse(""));
                    table.show(query, found);
                    boolean ended = view.phase() == SearchView.Phase.ENDED;
                    best.setText(Texts.text(ended ? "ui.find.best" : "ui.find.bestSoFar"));
                    statements.setText(ended ? String.join(" ", words.statements(found)) : "");
                });
    }

    private void say(String first, String second) {
        claim.setText(first);
        proof.setText(second);
        Shown.set(proof, !second.isEmpty());
    }
}
