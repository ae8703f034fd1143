package org.eccexplorer.ui.neuron;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SearchableComboBox;
import org.eccexplorer.spiking.SpikingLayer;
import org.eccexplorer.spiking.SpikingNetwork;
import org.eccexplorer.tensor.Shape;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.fx.NumberField;
import org.eccexplorer.ui.state.ExplorerViewModel;

/** Where layer and place of the selected neuron are chosen. */
final class NeuronChooser extends VBox {
    private final ExplorerViewModel model;
    private final SearchableComboBox<String> layers = new SearchableComboBox<>();
    private final HBox place = new HBox(4);
    private List<SpikingLayer> known = List.of();
    private Shape shape = Shape.vector(1);
    private List<NumberField> fields = List.of();
    private int neuron;

    NeuronChooser(ExplorerViewModel model) {
        super(6);
        this.model = model;
        layers.setMaxWidth(Double.MAX_VALUE);
        layers.setAccessibleText(Texts.text("ui.neuron.layer"));
        layers.getSelectionModel()
                .selectedIndexProperty()
                .addListener((property, before, index) -> {
                    if (index.intValue() >= 0) {
                        model.selection().layerProperty().set(index.intValue());
                    }
                });
        place.getStyleClass().add("row");
        getChildren().addAll(layers, place);
    }

    /** Shows which neuron is selected. */
    void show(SpikingNetwork network, int layer, int chosen) {
        neuron = chosen;
        if (!network.layers().equals(known)) {
            known = network.layers();
            layers.getItems().setAll(known.stream().map(SpikingLayer::name).toList());
        }
        layers.getSelectionModel().select(layer);
        Shape now = known.get(layer).shape();
        if (fields.isEmpty() || !now.equals(shape)) {
            shape = now;
            build();
        }
        int pixel = chosen / shape.channels();
        int[] values =
                shape.isVector()
                        ? new int[] {chosen}
                        : new int[] {
                            pixel / shape.width(), pixel % shape.width(), chosen % shape.channels()
                        };
        for (int i = 0; i < values.length; i++) {
            fields.get(i).show(values[i]);
        }
    }

    private void build() {
        int channels = shape.channels();
        place.getChildren().clear();
        fields =
                shape.isVector()
                        ? List.of(field(Texts.text("ui.neuron.number"), channels, 1))
                        : List.of(
                                field(
                                        Texts.text("ui.neuron.row"),
                                        shape.height(),
                                        shape.width() * channels),
                                field(Texts.text("ui.neuron.column"), shape.width(), channels),
                                field(Texts.text("ui.neuron.channel"), channels, 1));
    }

    /**
     * Adds a field for one coordinate: neurons that differ in it by one lie {@code stride} apart.
     */
    private NumberField field(String coordinate, int count, int stride) {
        NumberField field =
                new NumberField(
                        Texts.text("ui.neuron.coordinate", coordinate),
                        0,
                        count - 1.0,
                        true,
                        value -> {
                            int old = neuron / stride % count;
                            model.selection()
                                    .neuronProperty()
                                    .set(neuron + ((int) value - old) * stride);
                        });
        field.setPrefColumnCount(4);
        Label name = new Label(coordinate);
        name.getStyleClass().add("muted");
        name.setLabelFor(field);
        place.getChildren().add(new VBox(1, name, field));
        return field;
    }
}
