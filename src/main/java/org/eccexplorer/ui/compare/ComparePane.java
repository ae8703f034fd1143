package org.eccexplorer.ui.compare;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.IntegerProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.figures.chart.AccuracyChart;
import org.eccexplorer.figures.chart.ErrorCharts;
import org.eccexplorer.figures.chart.MapsContent;
import org.eccexplorer.figures.words.Sentences;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.chart.ChartView;
import org.eccexplorer.ui.desk.CalibrationMark;
import org.eccexplorer.ui.desk.ChartGrid;
import org.eccexplorer.ui.desk.Freshness;
import org.eccexplorer.ui.desk.TimeBar;
import org.eccexplorer.ui.desk.Workbench;
import org.eccexplorer.ui.fx.EqualColumns;
import org.eccexplorer.ui.fx.LiveScroll;
import org.eccexplorer.ui.fx.TextSize;
import org.eccexplorer.ui.fx.WrappedText;
import org.eccexplorer.ui.runs.RunsTable;
import org.eccexplorer.ui.state.ComparedPair;
import org.eccexplorer.ui.state.CurrentPage;

/** Two runs A and B on the same images, with the same image, layer and timestep selected. */
public final class ComparePane extends LiveScroll {
    private final Workbench bench;
    private final CompareSide a;
    private final CompareSide b;
    private final CompareDifference difference;
    private final ChartView accuracy;
    private final ChartView errors;
    private final CalibrationMark calibration;
    private final Label sentence = WrappedText.wrapped("", "sentence");
    private final TimeBar time;
    private final RunsTable table;
    private final VBox content;
    private final SecondRun needed;

    public ComparePane(Workbench bench) {
        this.bench = bench;
        CurrentPage looking = bench.model().currentPage();
        a = new CompareSide("A", bench, looking.firstComparedProperty());
        b = new CompareSide("B", bench, looking.secondComparedProperty());
        difference = new CompareDifference(bench);
        calibration = new CalibrationMark(bench.model());
        accuracy = bench.timeChart();
        errors = bench.layerChart();
        sentence.setMaxWidth(Double.MAX_VALUE);
        time = new TimeBar(bench.model(), this::nextDiffering);
        table = new RunsTable(bench);
        TextSize.scale(table.prefHeightProperty(), table, 118);
        TextSize.scale(table.minHeightProperty(), table, 118);
        ChartGrid charts = new ChartGrid(bench, 2, accuracy, errors);
        charts.getStyleClass().add("flush");
        TextSize.scale(charts.minHeightProperty(), charts, 200);
        VBox.setVgrow(charts, Priority.ALWAYS);
        content =
                new VBox(
                        10,
                        new EqualColumns(a.header(), b.header()),
                        charts,
                        sentence,
                        calibration,
                        time,
                        new EqualColumns(a.card(), b.card()),
                        difference,
                        table);
        content.getStyleClass().add("compare");
        needed = new SecondRun(bench.model());
        setContent(content);
        setFitToWidth(true);
        setFitToHeight(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        getStyleClass().add("compare-scroll");
    }

    /** Exchanges A and B. */
    public void swap() {
        IntegerProperty first = bench.model().currentPage().firstComparedProperty();
        IntegerProperty second = bench.model().currentPage().secondComparedProperty();
        int was = first.get();
        first.set(second.get());
        second.set(was);
    }

    /** Shows two runs: the focused one and one beside it until the user chooses. */
    public void refresh() {
        List<RunState> runs = bench.model().runs().all();
        a.offer(runs, bench.model().runs().focusProperty().get());
        b.offer(runs, a.run().flatMap(run -> ComparedPair.beside(runs, run)));
        boolean two = a.run().isPresent() && b.run().isPresent();
        if (!(two ? content : needed).equals(getContent())) {
            setContent(two ? content : needed);
        }
        if (two) {
            show(a.run().get(), b.run().get());
        } else {
            needed.refresh(a.run());
        }
    }

    private void show(RunState first, RunState second) {
        int t = bench.model().playback().timestepProperty().get();
        int layer = bench.model().selection().layerProperty().get();
        List<RunState> both = List.of(first, second);
        table.update(both, true);
        calibration.show(both);
        String words =
                Sentences.comparison(first, second, t, bench.model().experiment().test().labels());
        sentence.setText(words);
        if (first.snapshot().isPresent()) {
            accuracy.show(AccuracyChart.of(both, first, bench.model().cnn(first), t));
            errors.show(ErrorCharts.errors(both, first, layer));
        } else {
            accuracy.withhold(words);
            errors.withhold(words);
        }
        showDiffering(first, second, t);
        String layerName = layerName(first, layer);
        a.show(first, second, t, layerName, bench.theme().get());
        b.show(second, first, t, layerName, bench.theme().get());
        maps(first, second, layer, t);
    }

    private void showDiffering(RunState first, RunState second, int t) {
        int images = differing(first, second, t).size();
        int common =
                Math.min(
                        first.snapshot().map(RunSnapshot::images).orElse(0),
                        second.snapshot().map(RunSnapshot::images).orElse(0));
        int at = Math.min(t, Math.min(first.settings().timesteps(), second.settings().timesteps()));
        time.refresh(
                first,
                images,
                common == 0
                        ? Texts.text("ui.compare.differUnknown")
                        : Texts.text("ui.compare.differ", Numbers.count(images), at),
                Texts.text(
                        "ui.compare.differTooltip",
                        Numbers.count(images),
                        Texts.counted("ui.desk.images", common),
                        at));
    }

    /** The selected layer in both runs; B's is the one of A's name, wherever it stands. */
    private void maps(RunState first, RunState second, int layer, int t) {
        Optional<MapsContent.Side> one = side(first, layer, t);
        Optional<Integer> same = CompareDifference.sameLayer(first, second, layer);
        Optional<MapsContent.Side> other = same.flatMap(own -> side(second, own, t));
        float most = Math.max(brightest(one), brightest(other));
        int marked =
                one.flatMap(side ->
                                bench.model().viewed().map(viewed -> viewed.neuron(side.trace())))
                        .orElse(-1);
        boolean converted = first.network().isPresent() && second.network().isPresent();
        String whyA = why(first);
        String whyB =
                converted && same.isEmpty() ? Texts.text("ui.compare.noSuchLayer") : why(second);
        one.ifPresentOrElse(side -> a.showMaps(side, marked, most), () -> a.showNoMaps(whyA));
        other.ifPresentOrElse(side -> b.showMaps(side, marked, most), () -> b.showNoMaps(whyB));
        if (one.isPresent() && other.isPresent()) {
            difference.show(one.get(), other.get(), marked);
        } else {
            difference.showNone(one.isEmpty() ? whyA : whyB);
        }
    }

    private String why(RunState run) {
        return Freshness.why(run, bench.model().selection().imageProperty().get());
    }

    private Optional<MapsContent.Side> side(RunState run, int layer, int t) {
        return bench.model()
                .selection()
                .trace(run)
                .filter(trace -> layer < trace.network().layers().size())
                .map(trace ->
                        new MapsContent.Side(
                                trace, layer, Math.min(t, trace.spikes().timesteps())));
    }

    private static float brightest(Optional<MapsContent.Side> side) {
        return side.map(MapsContent::largest).orElse(0f);
    }

    private static String layerName(RunState run, int layer) {
        return run.network()
                .filter(network -> layer < network.layers().size())
                .map(network -> network.layers().get(layer).name())
                .orElse(Numbers.NONE);
    }

    /** Images on which A and B give different answers at a timestep. */
    private static List<Integer> differing(RunState first, RunState second, int t) {
        if (first.snapshot().isEmpty() || second.snapshot().isEmpty()) {
            return List.of();
        }
        RunSnapshot one = first.snapshot().get();
        RunSnapshot other = second.snapshot().get();
        int at = Math.min(t, Math.min(one.timesteps(), other.timesteps())) - 1;
        return IntStream.range(0, Math.min(one.images(), other.images()))
                .filter(i -> one.answers()[i][at] != other.answers()[i][at])
                .boxed()
                .toList();
    }

    private void nextDiffering() {
        if (a.run().isEmpty() || b.run().isEmpty()) {
            return;
        }
        int t = bench.model().playback().timestepProperty().get();
        bench.model().selection().selectNext(differing(a.run().get(), b.run().get(), t));
    }
}
