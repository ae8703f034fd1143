package org.eccexplorer.ui.results;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.figures.chart.AccuracyChart;
import org.eccexplorer.figures.chart.RunCharts;
import org.eccexplorer.figures.words.Effect;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.chart.ChartView;
import org.eccexplorer.ui.desk.CalibrationMark;
import org.eccexplorer.ui.desk.ChartGrid;
import org.eccexplorer.ui.desk.Freshness;
import org.eccexplorer.ui.desk.Page;
import org.eccexplorer.ui.desk.Workbench;
import org.eccexplorer.ui.fx.WrappedText;
import org.eccexplorer.ui.state.Memo;
import org.eccexplorer.ui.state.Viewed;

/** The four charts that move during a run. */
public final class LivePage extends Page {
    /** Height of both rows of charts below which the page scrolls. */
    private static final double LEAST = 380;

    private final Workbench bench;
    private final Freshness freshness = new Freshness();
    private final ChartView accuracy;
    private final ChartView rates;
    private final ChartView currents;
    private final ChartView residuals;
    private final CalibrationMark warning;
    private final ReadingBar reading;

    private final Label effect = WrappedText.wrapped("", "effect");

    private final Memo<Seen, Optional<Effect>> effects;

    /** What an effect is computed of. */
    private record Seen(RunState run, List<RunState> all) {
        Seen {
            all = List.copyOf(all);
        }
    }

    public LivePage(Workbench bench) {
        this.bench = bench;
        int[] labels = bench.model().experiment().test().labels();
        effects =
                new Memo<>(seen ->
                        Effect.of(seen.run(), seen.all(), labels).filter(Effect::isTelling));
        accuracy = bench.timeChart();
        rates = bench.chart();
        rates.setOnPicked(this::selectFiring);
        currents = bench.layerChart();
        residuals = bench.timeChart();
        warning = new CalibrationMark(bench.model());
        effect.managedProperty().bind(effect.visibleProperty());
        effect.setVisible(false);
        effect.getStyleClass().add("page-effect");
        reading = new ReadingBar(bench.model().runs());
        setTop(new VBox(warning, effect, reading));
        ChartGrid grid = new ChartGrid(bench, 2, accuracy, rates, currents, residuals);
        grid.explain(
                accuracy,
                Texts.text("ui.results.accuracyWords"),
                Texts.text("ui.results.accuracyMeaning"));
        grid.explain(
                rates, Texts.text("ui.results.rateWords"), Texts.text("ui.results.rateMeaning"));
        grid.explain(
                currents,
                Texts.text("ui.results.currentWords"),
                Texts.text("ui.results.currentMeaning"));
        grid.explain(
                residuals,
                Texts.text("ui.results.residualWords"),
                Texts.text("ui.results.residualMeaning"));
        setCenter(grid.scrolling(LEAST));
    }

    private void selectFiring(int index) {
        bench.model()
                .runs()
                .focusProperty()
                .get()
                .map(RunCharts::firing)
                .filter(firing -> index < firing.size())
                .ifPresent(
                        firing -> bench.model().selection().layerProperty().set(firing.get(index)));
    }

    private void show(Optional<Effect> found) {
        effect.setVisible(found.isPresent());
        effect.setText(found.map(Effect::text).orElse(""));
    }

    @Override
    public void refresh(Viewed viewed) {
        List<RunState> shown = viewed.shown();
        RunState focus = viewed.focus();
        int layer = viewed.layer();
        int t = viewed.timestep();
        show(effects.of(new Seen(focus, bench.model().runs().all())));
        warning.show(List.of(focus));
        reading.refresh(focus);
        if (freshness.ofRuns(viewed, accuracy)) {
            accuracy.show(AccuracyChart.of(shown, focus, viewed.cnn(), t));
        }
        if (!freshness.ofRun(viewed, rates, currents, residuals)) {
            return;
        }
        rates.show(RunCharts.rates(shown, focus, layer));
        currents.show(RunCharts.currents(focus, layer));
        residuals.show(RunCharts.residuals(focus, layer, t));
    }
}
