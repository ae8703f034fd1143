package org.eccexplorer.ui.image;

import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.eccexplorer.app.run.ImageTrace;
import org.eccexplorer.figures.chart.ImageCharts;
import org.eccexplorer.figures.chart.Sources;
import org.eccexplorer.figures.chart.SpikeRows;
import org.eccexplorer.plot.SourceRun;
import org.eccexplorer.spiking.SpikingLayer;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.chart.ChartView;
import org.eccexplorer.ui.desk.Freshness;
import org.eccexplorer.ui.desk.Workbench;
import org.eccexplorer.ui.fx.Rows;
import org.eccexplorer.ui.fx.TextSize;
import org.eccexplorer.ui.state.Viewed;

/**
 * The selected layer's spikes in time: a raster of its most active neurons, or the courses of
 * outputs that integrate and never fire.
 */
public final class SpikesPane extends VBox {
    private static final int ROWS = 10;

    private final Workbench bench;
    private final Label heading = Rows.heading(Texts.text("ui.image.spikes"));
    private final ChartView chart;
    private final Freshness freshness = new Freshness();
    private final SpikeRows rows = new SpikeRows(ROWS);

    public SpikesPane(Workbench bench) {
        super(4);
        this.bench = bench;
        chart = bench.smallTimeChart();
        TextSize.scale(chart.prefHeightProperty(), chart, 124);
        TextSize.scale(chart.minHeightProperty(), chart, 84);
        getChildren().addAll(heading, chart);
    }

    /** Shows the image's spikes, once they are known. */
    public void refresh(Viewed viewed, Optional<ImageTrace> trace) {
        trace.ifPresentOrElse(
                known -> show(viewed, known), () -> freshness.withoutImage(viewed, chart));
    }

    private void show(Viewed viewed, ImageTrace trace) {
        freshness.ofImage(viewed);
        int layer = viewed.layer();
        SpikingLayer own = trace.network().layers().get(layer);
        int t = viewed.timestep();
        boolean raster = own.fires() || layer < trace.network().layers().size() - 1;
        heading.setText(
                Texts.text(raster ? "ui.image.spikesOf" : "ui.image.currentOf", own.name())
                        .toUpperCase(Locale.ROOT));
        SourceRun source = Sources.ofImage(viewed.focus(), viewed.image().index());
        chart.show(
                raster
                        ? rows.raster(trace, layer, viewed.neuron(trace), source, t)
                        : ImageCharts.votes(
                                trace,
                                viewed.reading(),
                                bench.model().experiment()::className,
                                source,
                                t));
    }
}
