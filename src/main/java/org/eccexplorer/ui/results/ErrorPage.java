package org.eccexplorer.ui.results;

import java.util.List;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.figures.chart.ErrorCharts;
import org.eccexplorer.figures.words.Sentences;
import org.eccexplorer.ui.chart.ChartView;
import org.eccexplorer.ui.desk.ChartGrid;
import org.eccexplorer.ui.desk.Freshness;
import org.eccexplorer.ui.desk.Page;
import org.eccexplorer.ui.desk.Workbench;
import org.eccexplorer.ui.fx.WrappedText;
import org.eccexplorer.ui.state.Viewed;

/** Where the error comes from, and how far the rates agree with the activations. */
public final class ErrorPage extends Page {
    /** Height of both rows of charts below which the page scrolls. */
    private static final double LEAST = 420;

    /** Of the names of so many runs; those of more need room of their own. */
    private static final int FEW = 3;

    private static final double NAME = 30;

    private final Workbench bench;
    private final DoubleProperty least = new SimpleDoubleProperty(LEAST);
    private final ChartView errors;
    private final ChartView correlations;
    private final ChartView agreement;
    private final Freshness freshness = new Freshness();
    private final Label sentence = WrappedText.wrapped("", "sentence");

    public ErrorPage(Workbench bench) {
        this.bench = bench;
        errors = bench.layerChart();
        correlations = bench.layerChart();
        agreement = bench.chart();
        sentence.setMaxWidth(Double.MAX_VALUE);
        BorderPane.setMargin(sentence, new Insets(10, 0, 0, 0));
        setTop(sentence);
        setCenter(new ChartGrid(bench, 2, errors, correlations, agreement).scrolling(least));
    }

    @Override
    public void refresh(Viewed viewed) {
        List<RunState> shown = viewed.shown();
        RunState focus = viewed.focus();
        int layer = viewed.layer();
        least.set(LEAST + NAME * Math.max(0, shown.size() - FEW));
        boolean ownRule = bench.model().experiment().model().spikesAlready();
        sentence.setText(Sentences.dominantCause(focus, ownRule));
        if (!freshness.ofRun(viewed, errors, correlations, agreement)) {
            return;
        }
        errors.show(ErrorCharts.errors(shown, focus, layer));
        correlations.show(ErrorCharts.correlations(shown, focus, layer));
        agreement.show(ErrorCharts.agreement(focus, layer));
    }
}
