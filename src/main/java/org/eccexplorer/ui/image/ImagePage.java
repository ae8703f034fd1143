package org.eccexplorer.ui.image;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.eccexplorer.app.run.ImageTrace;
import org.eccexplorer.app.session.PageId;
import org.eccexplorer.figures.chart.ImageCharts;
import org.eccexplorer.figures.chart.MapsContent;
import org.eccexplorer.figures.chart.Sources;
import org.eccexplorer.figures.chart.SpikeRows;
import org.eccexplorer.plot.SourceRun;
import org.eccexplorer.spiking.SpikingLayer;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.chart.ChartView;
import org.eccexplorer.ui.chart.DataTable;
import org.eccexplorer.ui.desk.ChartGrid;
import org.eccexplorer.ui.desk.Freshness;
import org.eccexplorer.ui.desk.Page;
import org.eccexplorer.ui.desk.Workbench;
import org.eccexplorer.ui.fx.LiveScroll;
import org.eccexplorer.ui.fx.Rows;
import org.eccexplorer.ui.fx.Shown;
import org.eccexplorer.ui.fx.TextSize;
import org.eccexplorer.ui.state.Viewed;

/**
 * One image in the focused run: what speaks for each class in time, and of the selected layer the
 * spikes and all feature maps.
 */
public final class ImagePage extends Page {
    private static final int ROWS = 40;
    private static final int SIDE = 292;
    private static final int HEIGHT = 216;

    private final Workbench bench;
    private final ChartView votes;
    private final ChartView spikes;
    private final SpikeRows rows = new SpikeRows(ROWS);
    private final Freshness freshness = new Freshness();
    private final ImagePane sample;
    private final VBox sampleCard;
    private final ChartGrid votesGrid;
    private final ChartGrid spikesGrid;
    private final VBox mapsCard;
    private final HBox top = new HBox(10);
    private final VBox below = new VBox();
    private final Label heading = Rows.heading(Texts.text("ui.image.featureMaps"));
    private final Label reading = new Label();
    private final MapsView maps = new MapsView(14, 4);
    private final ColourScale scale = ColourScale.both(72);
    private final Button before = new Button("‹");
    private final Button after = new Button("›");
    private int first;
    private boolean folded;

    public ImagePage(Workbench bench) {
        this.bench = bench;
        votes = bench.timeChart();
        spikes = bench.timeChart();
        sample =
                new ImagePane(
                        bench.model(), () -> bench.model().currentPage().show(PageId.SAMPLES));
        sampleCard = new VBox(sample);
        sampleCard.getStyleClass().add("card");
        TextSize.width(sampleCard, SIDE);
        HBox.setMargin(sampleCard, new Insets(10, 0, 0, 0));
        votesGrid = grid(votes);
        spikesGrid = grid(spikes);
        mapsCard = maps();
        setCenter(LiveScroll.column(new VBox(top, mapsCard, below), "page-scroll"));
        fold(false);
    }

    private ChartGrid grid(ChartView chart) {
        ChartGrid grid = new ChartGrid(bench, 1, chart);
        TextSize.scale(grid.minHeightProperty(), grid, HEIGHT);
        TextSize.scale(grid.prefHeightProperty(), grid, HEIGHT);
        grid.setMinWidth(200);
        HBox.setHgrow(grid, Priority.ALWAYS);
        grid.setPrefWidth(300);
        return grid;
    }

    /** In a small window this page shows what the right side would, and the spikes go below. */
    private void fold(boolean small) {
        folded = small;
        below.getChildren().clear();
        if (small) {
            top.getChildren().setAll(sampleCard, votesGrid);
            below.getChildren().setAll(spikesGrid);
        } else {
            top.getChildren().setAll(votesGrid, spikesGrid);
        }
    }

    private VBox maps() {
        reading.getStyleClass().add("muted");
        before.setAccessibleText(Texts.text("ui.image.mapsBefore"));
        after.setAccessibleText(Texts.text("ui.image.mapsAfter"));
        before.setOnAction(event -> turn(-maps.capacity()));
        after.setOnAction(event -> turn(maps.capacity()));
        Button table = new Button(Texts.text("ui.image.values"));
        table.setTooltip(new Tooltip(Texts.text("ui.image.valuesTooltip")));
        table.setOnAction(event -> showTable());
        maps.setOnPicked(bench.model().selection().neuronProperty()::set);
        maps.setOnHovered(this::read);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox line = new HBox(8, heading, before, after, space, scale, table);
        line.getStyleClass().add("row");
        VBox card = new VBox(6, line, reading, maps);
        card.getStyleClass().addAll("card", "below");
        return card;
    }

    private void turn(int by) {
        first = Math.max(0, first + by);
        bench.model().viewed().ifPresent(this::refresh);
    }

    private void showTable() {
        maps.table()
                .ifPresent(values ->
                        bench.sheets()
                                .show(heading.getText(), new DataTable(heading.getText(), values)));
    }

    private void read() {
        reading.setText(
                maps.reading().isEmpty() ? Texts.text("ui.image.mapsHint") : maps.reading());
    }

    @Override
    public void refresh(Viewed viewed) {
        boolean small = getScene() != null && getScene().getWidth() <= Workbench.WIDE;
        if (small != folded) {
            fold(small);
        }
        Optional<ImageTrace> known = bench.model().selection().trace(viewed.focus());
        sample.refresh(viewed, known);
        known.ifPresentOrElse(trace -> show(viewed, trace), () -> showOld(viewed));
    }

    private void showOld(Viewed viewed) {
        freshness.withoutImage(viewed, votes, spikes);
        if (!Freshness.isComing(viewed)) {
            maps.clear();
        }
        maps.setOpacity(Freshness.OLD);
        reading.setText(Freshness.why(viewed));
    }

    private void show(Viewed viewed, ImageTrace trace) {
        freshness.ofImage(viewed);
        maps.setOpacity(1);
        int layer = viewed.layer();
        int t = viewed.timestep();
        int neuron = viewed.neuron(trace);
        SpikingLayer own = trace.network().layers().get(layer);
        SourceRun source = Sources.ofImage(viewed.focus(), viewed.image().index());
        votes.show(
                ImageCharts.votes(
                        trace, viewed.reading(), bench.model().experiment()::className, source, t));
        spikes.show(rows.raster(trace, layer, neuron, source, t));
        int channels = own.shape().isVector() ? 1 : own.shape().channels();
        if (first >= channels) {
            first = 0;
        }
        int last = Math.min(channels, first + maps.capacity());
        boolean all = maps.capacity() >= channels;
        heading.setText(
                own.shape().isVector()
                        ? own.name().toUpperCase(Locale.ROOT)
                        : Texts.text("ui.image.someMaps", own.name(), first, last - 1, channels)
                                .toUpperCase(Locale.ROOT));
        for (Button button : List.of(before, after)) {
            Shown.set(button, !all);
        }
        before.setDisable(first == 0);
        after.setDisable(last == channels);
        int from = own.shape().isVector() ? -1 : first;
        maps.show(new MapsContent.Side(trace, layer, t).alone(from, neuron), MapsContent::rates);
        scale.show(maps.most());
        read();
    }
}
