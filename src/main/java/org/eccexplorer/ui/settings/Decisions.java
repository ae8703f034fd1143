package org.eccexplorer.ui.settings;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.convert.MaximumPooling;
import org.eccexplorer.convert.OtherActivations;
import org.eccexplorer.network.Layer;
import org.eccexplorer.option.Choice;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.state.ExplorerViewModel;

/** Buttons for what a conversion of the open model asks: each sets the option that answers. */
public final class Decisions {
    private final ExplorerViewModel model;
    private final Runnable decided;
    private final List<Node> buttons = new ArrayList<>();

    private Decisions(ExplorerViewModel model, Runnable decided) {
        this.model = model;
        this.decided = decided;
    }

    /**
     * A row of buttons, empty if nothing is asked.
     *
     * @param decided called after one of them was pressed
     */
    public static FlowPane of(ExplorerViewModel model, Runnable decided) {
        Decisions decisions = new Decisions(model, decided);
        ConversionOptions options = model.settings().get().conversion();
        List<Layer> layers =
                model.experiment().model().network().nodes().stream()
                        .map(node -> node.layer())
                        .toList();
        if (options.otherActivations() == OtherActivations.REFUSE
                && layers.stream().anyMatch(Layer.Activation.class::isInstance)) {
            decisions.add(
                    ConversionOptions.OTHER_ACTIVATIONS,
                    OtherActivations.RELU,
                    Texts.text("ui.settings.replaceByRelu"));
        }
        if (options.maximumPooling() == MaximumPooling.REFUSE
                && layers.stream().anyMatch(Decisions::isMaximum)) {
            decisions.add(
                    ConversionOptions.MAXIMUM_POOLING,
                    MaximumPooling.GATE,
                    Texts.text("ui.settings.useGates"));
            decisions.add(
                    ConversionOptions.MAXIMUM_POOLING,
                    MaximumPooling.AVERAGE,
                    Texts.text("ui.settings.replaceByAverage"));
        }
        FlowPane row = new FlowPane(8, 8);
        row.getChildren().setAll(decisions.buttons);
        return row;
    }

    private static boolean isMaximum(Layer layer) {
        return layer instanceof Layer.Pooling pooling
                && pooling.kind() == Layer.Pooling.Kind.MAXIMUM;
    }

    private <E extends Enum<E>> void add(Choice<E> option, E value, String text) {
        Button button = new Button(text);
        button.setTooltip(new Tooltip(option.tooltip()));
        button.setOnAction(event -> {
            Settings before = model.settings().get();
            model.settings().set(before.with(before.conversion().with(option, value)));
            decided.run();
        });
        buttons.add(button);
    }
}
