package org.eccexplorer.ui.explorer;

import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.eccexplorer.app.RunState;
import org.eccexplorer.convert.SpikingLayer;
import org.eccexplorer.measure.LayerMeasures;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.plot.Scale;

/** What the conversion made of the selected layer, and what was measured of it. */
final class LayerPane extends VBox {
    private final ExplorerViewModel model;
    private final Label heading = SettingsPane.heading("Layer");
    private final VBox rows = new VBox(4);

    LayerPane(ExplorerViewModel model) {
        super(6);
        this.model = model;
        getChildren().addAll(heading, rows);
    }

    void refresh(RunState focus) {
        int index = model.selectedLayerProperty().get();
        List<SpikingLayer> layers = focus.network().map(n -> n.layers()).orElse(List.of());
        if (index >= layers.size()) {
            return;
        }
        SpikingLayer layer = layers.get(index);
        heading.setText(("Layer " + layer.name()).toUpperCase(Locale.ROOT));
        rows.getChildren().clear();
        row("neurons", "%,d".formatted(layer.neurons()), layer.shape().toString());
        row(
                "λ",
                "%.4g".formatted(largest(layer.lambda())),
                "The activation that rate 1 stands for");
        row("V_thr", "%.4g".formatted(layer.threshold()), "Firing threshold");
        row("V(0)", "%.4g".formatted(layer.initialPotential()), "Charge of TRE at the start");
        List<LayerMeasures> measured = focus.snapshot().map(RunSnapshot::layers).orElse(List.of());
        if (index < measured.size()) {
            measures(measured.get(index));
        }
    }

    private void measures(LayerMeasures layer) {
        row("spikes per image", "%,.0f".formatted(layer.spikesPerImage()), "Over all timesteps");
        row(
                "clipped",
                Scale.smallPercent(layer.clippedShare()),
                "Neurons asked for more than rate 1");
        row(
                "r with the CNN",
                "%.4f".formatted(layer.agreement().pearson()),
                "Pearson's correlation of activation and rate");
        row(
                "mean |error|",
                "%.2g".formatted(layer.error().total().meanAbsolute()),
                "Mean of |CNN activation − SNN rate|, in units of the scale");
    }

    private void row(String name, String value, String tooltip) {
        Label label = new Label(name);
        label.getStyleClass().add("muted");
        label.setTooltip(new Tooltip(tooltip));
        Label figure = new Label(value);
        figure.getStyleClass().add("value");
        rows.getChildren().add(TechniqueCard.row(label, figure));
    }

    private static double largest(double[] values) {
        double largest = values[0];
        for (double value : values) {
            largest = Math.max(largest, value);
        }
        return largest;
    }
}
