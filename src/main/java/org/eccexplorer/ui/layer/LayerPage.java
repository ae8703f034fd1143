package org.eccexplorer.ui.layer;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.app.run.Prepared;
import org.eccexplorer.convert.LayerNote;
import org.eccexplorer.convert.LayerOrigins;
import org.eccexplorer.figures.LayerCharts;
import org.eccexplorer.figures.LayerStory;
import org.eccexplorer.measure.Cause;
import org.eccexplorer.measure.ErrorSplit;
import org.eccexplorer.measure.LayerMeasures;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.network.Node;
import org.eccexplorer.plot.Scale;
import org.eccexplorer.plot.Tint;
import org.eccexplorer.spiking.SpikingLayer;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.chart.ChartView;
import org.eccexplorer.ui.desk.ChartGrid;
import org.eccexplorer.ui.desk.Page;
import org.eccexplorer.ui.desk.Workbench;
import org.eccexplorer.ui.fx.Rows;
import org.eccexplorer.ui.fx.WrappedText;
import org.eccexplorer.ui.state.Viewed;

/** What the conversion made of the selected layer and why, and what was measured of it. */
public final class LayerPage extends Page {
    private final Workbench bench;
    private final ChartView trained;
    private final ChartView converted;
    private final ChartView activations;
    private final ChartView rates;
    private final VBox rows = new VBox(6);

    public LayerPage(Workbench bench) {
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
    public void refresh(Viewed viewed) {
        RunState focus = viewed.focus();
        int index = viewed.layer();
        if (focus.prepared().isEmpty()) {
            return;
        }
        Prepared prepared = focus.prepared().get();
        SpikingLayer layer = prepared.network().layers().get(index);
        List<Node> origins = LayerOrigins.of(prepared.cnn().network(), prepared.network(), index);
        trained.show(LayerCharts.trained(origins));
        converted.show(LayerCharts.converted(layer, Tint.run(focus.id())));
        activations.show(LayerCharts.activations(focus, index));
        rates.show(LayerCharts.rates(focus, index));
        rows.getChildren().clear();
        rows.getChildren().add(Rows.heading("Layer " + layer.name()));
        figures(layer);
        rows.getChildren().add(Rows.heading("What conversion did, and why"));
        for (String sentence : LayerStory.of(prepared, index)) {
            rows.getChildren().add(WrappedText.wrapped(sentence, "story"));
        }
        Set<String> own = origins.stream().map(Node::name).collect(Collectors.toSet());
        prepared.report().notes().stream()
                .filter(note -> own.contains(note.layer()))
                .forEach(this::note);
        for (String warning : prepared.report().warnings()) {
            rows.getChildren().add(WrappedText.wrapped(warning, "warning"));
        }
        List<LayerMeasures> measured = focus.snapshot().map(RunSnapshot::layers).orElse(List.of());
        if (index < measured.size()) {
            rows.getChildren().add(Rows.heading("Measured"));
            measures(measured.get(index));
        }
    }

    private void figures(SpikingLayer layer) {
        row("neurons", "%,d".formatted(layer.neurons()), "Integrate-and-fire neurons");
        row("shape", layer.shape().toString(), "height × width × channels");
        row("λ", range(layer.lambda()), "The largest activation, as calibrated");
        row(
                "scale",
                range(layer.scale()),
                "What rate 1 stands for in this run: λ, or 1 without CN");
        row("V_thr", "%.4g".formatted(layer.threshold()), "Firing threshold");
        row("V(0)", "%.4g".formatted(layer.initialPotential()), "Charge of TRE at the start");
        long synapses = layer.projections().stream().mapToLong(p -> p.synapses()).sum();
        row("synapses", "%,d".formatted(synapses), "Connections, exact at borders");
    }

    /** One figure, or the smallest and largest of channels that differ. */
    private static String range(double[] values) {
        double low = Arrays.stream(values).min().orElse(0);
        double high = Arrays.stream(values).max().orElse(0);
        return low == high ? "%.4g".formatted(low) : "%.3g – %.3g".formatted(low, high);
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
        for (Cause cause : Cause.values()) {
            part(Texts.name(cause), error.part(cause));
        }
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
        rows.getChildren().addAll(name, WrappedText.wrapped(note.explanation(), "muted"));
    }

    private void row(String name, String value, String tooltip) {
        Label label = new Label(name);
        label.getStyleClass().add("muted");
        label.setTooltip(new Tooltip(tooltip));
        Label figure = new Label(value);
        figure.getStyleClass().add("value");
        rows.getChildren().add(Rows.row(label, figure));
    }
}
