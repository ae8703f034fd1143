package org.eccexplorer.ui.explorer;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.eccexplorer.app.Prepared;
import org.eccexplorer.app.RunState;
import org.eccexplorer.convert.LayerNote;
import org.eccexplorer.convert.SpikingLayer;
import org.eccexplorer.measure.ErrorSplit;
import org.eccexplorer.measure.LayerMeasures;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.plot.Scale;
import org.eccexplorer.ui.fx.ChartView;

/** What the conversion made of the selected layer and why, and what was measured of it. */
final class LayerPage extends BorderPane implements Page {
    private final Workbench bench;
    private final ChartView trained;
    private final ChartView converted;
    private final ChartView activations;
    private final ChartView rates;
    private final VBox rows = new VBox(6);

    LayerPage(Workbench bench) {
        this.bench = bench;
        trained = bench.chart();
        converted = bench.chart();
        activations = bench.chart();
        rates = bench.chart();
        rows.getStyleClass().add("card");
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setPrefWidth(270);
        scroll.getStyleClass().add("page-side");
        setLeft(scroll);
        setCenter(new ChartGrid(bench, 2, trained, converted, activations, rates));
    }

    @Override
    public void refresh(List<RunState> shown, RunState focus) {
        int index = bench.model().selectedLayerProperty().get();
        if (focus.prepared().isEmpty()) {
            return;
        }
        Prepared prepared = focus.prepared().get();
        SpikingLayer layer = prepared.network().layers().get(index);
        trained.show(LayerCharts.trained(prepared.cnn().network(), layer));
        converted.show(LayerCharts.converted(layer, focus.id()));
        activations.show(LayerCharts.activations(focus, index));
        rates.show(LayerCharts.rates(focus, index));
        rows.getChildren().clear();
        rows.getChildren().add(SettingsPane.heading("Layer " + layer.name()));
        figures(layer);
        List<LayerMeasures> measured = focus.snapshot().map(RunSnapshot::layers).orElse(List.of());
        if (index < measured.size()) {
            measures(measured.get(index));
        }
        rows.getChildren().add(SettingsPane.heading("What conversion did"));
        prepared.report().notes().forEach(this::note);
        for (String warning : prepared.report().warnings()) {
            rows.getChildren().add(wrapped(warning, "warning"));
        }
    }

    private void figures(SpikingLayer layer) {
        row("neurons", "%,d".formatted(layer.neurons()), layer.shape().toString());
        row("shape", layer.shape().toString(), "height × width × channels");
        double lambda = Arrays.stream(layer.lambda()).max().orElse(0);
        row("λ", "%.4g".formatted(lambda), "The activation that rate 1 stands for");
        double scale = Arrays.stream(layer.scale()).max().orElse(0);
        row(
                "scale",
                "%.4g".formatted(scale),
                "What rate 1 stands for in this run: λ, or 1 without CN");
        row("V_thr", "%.4g".formatted(layer.threshold()), "Firing threshold");
        row("V(0)", "%.4g".formatted(layer.initialPotential()), "Charge of TRE at the start");
        long synapses = layer.projections().stream().mapToLong(p -> p.synapses()).sum();
        row("synapses", "%,d".formatted(synapses), "Connections, exact at borders");
    }

    private void measures(LayerMeasures layer) {
        row("spikes per image", "%,.0f".formatted(layer.spikesPerImage()), "Over all timesteps");
        row("mean rate", Scale.smallPercent(layer.rate().mean()), "Spikes per neuron and timestep");
        row(
                "clipped",
                Scale.smallPercent(layer.clippedShare()),
                "Neurons asked for more than rate 1");
        row(
                "r with the CNN",
                "%.4f".formatted(layer.agreement().pearson()),
                "Pearson's correlation of activation and rate");
        ErrorSplit error = layer.error();
        row(
                "mean |error|",
                "%.2g".formatted(error.total().meanAbsolute()),
                "Mean of |CNN activation − SNN rate|, in units of the scale");
        part("clipping", error.clipping());
        part("quantisation", error.quantisation());
        part("inherited", error.inherited());
        part("unevenness", error.unevenness());
    }

    private void part(String name, ErrorSplit.Part part) {
        row(
                "– " + name,
                part.mean() == 0
                        ? "0"
                        : String.format(Locale.ROOT, "%+.1e", part.mean()).replace("-", "−"),
                "Mean of this part with its sign; the four add up to the error");
    }

    private void note(LayerNote note) {
        Label name =
                new Label(note.layer() + " · " + note.action().name().toLowerCase(Locale.ROOT));
        name.getStyleClass().add("value");
        rows.getChildren().addAll(name, wrapped(note.explanation(), "muted"));
    }

    private static Label wrapped(String text, String style) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }

    private void row(String name, String value, String tooltip) {
        Label label = new Label(name);
        label.getStyleClass().add("muted");
        label.setTooltip(new Tooltip(tooltip));
        Label figure = new Label(value);
        figure.getStyleClass().add("value");
        rows.getChildren().add(TechniqueCard.row(label, figure));
    }
}
