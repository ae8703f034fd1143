package org.eccexplorer.ui.results;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.eccexplorer.app.live.PaperRuns;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.app.session.PageId;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.figures.paper.PaperCharts;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.chart.ChartView;
import org.eccexplorer.ui.desk.ChartGrid;
import org.eccexplorer.ui.desk.Page;
import org.eccexplorer.ui.desk.Workbench;
import org.eccexplorer.ui.dialog.ProblemList;
import org.eccexplorer.ui.fx.Background;
import org.eccexplorer.ui.fx.WrappedText;
import org.eccexplorer.ui.state.ExplorerViewModel;
import org.eccexplorer.ui.state.Viewed;

/**
 * The figures of the paper, on this network: each made at a click, with the settings as they are.
 */
public final class PaperPage extends Page {
    /** Height of the three rows of charts below which the page scrolls. */
    private static final double LEAST = 780;

    /** Between two signs of progress, in nanoseconds. */
    private static final long EVERY = 100_000_000;

    private final Workbench bench;
    private final ExplorerViewModel model;
    private final ChartView accuracy;
    private final ChartView operations;
    private final ChartView bits;
    private final ChartView increments;
    private final ChartView counts;
    private final ChartView largest;
    private final List<Button> offers;
    private final AtomicLong last = new AtomicLong();
    private final Label progress = new Label();
    private final Hyperlink stop = new Hyperlink(Texts.text("ui.results.paperStop"));
    private Cancellation cancellation = new Cancellation();
    private Optional<Whole> whole = Optional.empty();

    /** The run with weights as trained, and what it was made with. */
    private record Whole(Settings settings, RunState run) {}

    /** The runs with few bits beside it. */
    private record Bits(RunState whole, List<RunState> fewer) {}

    /** What is computed off the FX thread. */
    private interface Task<T> {
        T of(PaperRuns runs) throws ProblemException;
    }

    public PaperPage(Workbench bench) {
        this.bench = bench;
        model = bench.model();
        accuracy = chart(Texts.text("ui.results.paperAccuracy"));
        operations = chart(Texts.text("ui.results.paperAccuracy"));
        bits = chart(Texts.text("ui.results.paperBits"));
        increments = chart(Texts.text("ui.results.paperBits"));
        counts = chart(Texts.text("ui.results.paperCounts"));
        largest = chart(Texts.text("ui.results.paperCounts"));
        offers =
                List.of(
                        offer(
                                Texts.text("ui.results.paperAccuracy"),
                                Texts.text("ui.results.paperAccuracyTooltip"),
                                this::drawAccuracy),
                        offer(
                                Texts.text("ui.results.paperBits"),
                                Texts.text("ui.results.paperBitsTooltip"),
                                this::drawBits),
                        offer(
                                Texts.text("ui.results.paperCounts"),
                                Texts.text("ui.results.paperCountsTooltip"),
                                this::drawCounts));
        progress.getStyleClass().add("muted");
        stop.setOnAction(event -> cancellation.cancel());
        idle(true);
        FlowPane line = new FlowPane(8, 6);
        line.getChildren().addAll(offers);
        line.getChildren().addAll(progress, stop);
        line.getStyleClass().add("filter-line");
        VBox top = new VBox(WrappedText.wrapped(Texts.text("ui.results.paper"), "muted"), line);
        top.getStyleClass().add("page-line");
        setTop(top);
        setCenter(
                new ChartGrid(bench, 2, accuracy, operations, bits, increments, counts, largest)
                        .scrolling(LEAST));
    }

    private ChartView chart(String offer) {
        ChartView view = bench.chart();
        view.setWaiting(Texts.text("ui.results.paperWaiting", offer));
        return view;
    }

    private static Button offer(String name, String tooltip, Runnable action) {
        Button button = new Button(name);
        button.setMinWidth(USE_PREF_SIZE);
        button.setTooltip(new Tooltip(tooltip));
        button.setOnAction(event -> action.run());
        return button;
    }

    private void idle(boolean idle) {
        offers.forEach(offer -> offer.setDisable(!idle));
        stop.setVisible(!idle);
        progress.setVisible(!idle);
    }

    private void drawAccuracy() {
        Optional<RunState> known = known();
        work(runs -> known.isPresent() ? known.get() : runs.whole(), this::show);
    }

    private void drawBits() {
        Optional<RunState> known = known();
        work(
                runs -> new Bits(known.isPresent() ? known.get() : runs.whole(), runs.bits()),
                found -> {
                    show(found.whole());
                    bits.show(PaperCharts.bits(found.whole(), found.fewer()));
                    increments.show(PaperCharts.increments(found.whole(), found.fewer()));
                });
    }

    private void drawCounts() {
        work(
                PaperRuns::counts,
                found -> {
                    counts.show(PaperCharts.counts(found));
                    largest.show(PaperCharts.largest(found));
                });
    }

    /** The run with weights as trained, if it has run already: here or among the runs. */
    private Optional<RunState> known() {
        Settings now = model.settings().get().decisive();
        return whole.filter(before -> before.settings().equals(now))
                .map(Whole::run)
                .or(() -> PaperRuns.known(model.runs().all(), now));
    }

    private void show(RunState run) {
        whole = Optional.of(new Whole(run.settings().decisive(), run));
        accuracy.show(PaperCharts.accuracy(run));
        operations.show(PaperCharts.operations(run));
    }

    /** Computes with the settings as they are now, and shows what came of it. */
    private <T> void work(Task<T> task, Consumer<T> done) {
        Cancellation mine = new Cancellation();
        cancellation = mine;
        Settings settings = model.settings().get();
        int images = model.images();
        progress.setText("");
        idle(false);
        Background.run(
                () -> {
                    Experiment all = model.calibrations().on(settings.calibration());
                    return task.of(new PaperRuns(all.limited(images), settings, this::told, mine));
                },
                result -> {
                    idle(true);
                    done.accept(result);
                },
                this::failed);
    }

    private void failed(Exception failure) {
        idle(true);
        if (!(failure instanceof CancellationException)) {
            String place = Texts.name(PageId.PAPER);
            bench.sheets().show(place, new ProblemList(ProblemException.of(place, failure)));
        }
    }

    /** From any thread. */
    private void told(String what, int done, int total) {
        long now = System.nanoTime();
        long before = last.get();
        if (now - before > EVERY && last.compareAndSet(before, now)) {
            Platform.runLater(() ->
                    progress.setText(
                            Texts.text(
                                    "ui.results.paperProgress",
                                    what,
                                    Numbers.count(done),
                                    Numbers.count(total))));
        }
    }

    @Override
    public void refresh(Viewed viewed) {
        // The figures are of the settings, not of what is looked at.
    }
}
