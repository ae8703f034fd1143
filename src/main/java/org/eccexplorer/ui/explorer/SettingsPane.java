package org.eccexplorer.ui.explorer;

import java.util.List;
import java.util.Locale;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.Property;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.eccexplorer.convert.ConversionOptions;

/** The left side: the three techniques and the settings of neurons and weights. */
final class SettingsPane extends VBox {

    SettingsPane(ExplorerViewModel model) {
        getStyleClass().add("settings");
        getChildren()
                .addAll(
                        heading("Explicit current control"),
                        new TechniqueCard(
                                        "Current normalisation",
                                        "Scale each layer so that its largest activation is rate"
                                                + " 1 and nothing is clipped.",
                                        "CN: W ← κ·W·λ_before/λ, b ← κ·b/λ, V_thr ← κ",
                                        model.currentNormalisationProperty())
                                .with(
                                        "λ from",
                                        "The activation that rate 1 stands for",
                                        numbers(
                                                model.lambdaPercentileProperty(),
                                                List.of(100.0, 99.9, 99.0),
                                                v -> v == 100 ? "maximum" : "%s %%".formatted(v))),
                        new TechniqueCard(
                                        "Residual elimination",
                                        "Give each neuron θ·V_thr at the start, so that its spike"
                                                + " count is rounded, not cut.",
                                        "TRE: V(0) = θ·V_thr",
                                        model.residualEliminationProperty())
                                .with(
                                        "θ",
                                        "Extra charge at the start, in units of V_thr, 0 to 1",
                                        slider(model.thetaProperty())),
                        new TechniqueCard(
                                        "Batch-norm consistency",
                                        "Fold batch normalisation with the ε it was trained with,"
                                                + " not another framework's.",
                                        "CMB: W' = γ/√(σ²+ε)·W, ε as trained",
                                        model.batchNormConsistencyProperty())
                                .with(
                                        "ε while off",
                                        "The ε that the fold uses while the switch is off",
                                        numbers(
                                                model.epsilonProperty(),
                                                List.of(0.0, 1e-5, 1e-3, 1e-2),
                                                v -> v == 0 ? "0" : "%.0e".formatted(v))),
                        heading("Neuron and weights"),
                        setting(
                                "Reset",
                                "What a spike does to the membrane",
                                choice(
                                        model.resetProperty(),
                                        List.of(ConversionOptions.Reset.values()),
                                        v -> "by " + v.name().toLowerCase(Locale.ROOT))),
                        setting(
                                "Input coding",
                                "How the image enters the network",
                                choice(
                                        model.inputProperty(),
                                        List.of(ConversionOptions.InputCoding.values()),
                                        v ->
                                                v == ConversionOptions.InputCoding.CONSTANT
                                                        ? "constant current"
                                                        : "Poisson spikes")),
                        setting(
                                "Weight bits",
                                "Signed bits per weight",
                                whole(
                                        model.weightBitsProperty(),
                                        List.of(0, 4, 5, 6, 7, 8, 10),
                                        v -> v == 0 ? "float 32" : v + " bits")));
    }

    static Label heading(String text) {
        Label label = new Label(text.toUpperCase(Locale.ROOT));
        label.getStyleClass().add("heading");
        return label;
    }

    private static HBox setting(String name, String tooltip, ChoiceBox<?> control) {
        Label label = new Label(name);
        label.getStyleClass().add("muted");
        label.setTooltip(new Tooltip(tooltip));
        control.setAccessibleText(name + ": " + tooltip);
        return TechniqueCard.row(label, control);
    }

    private interface Naming<T> {
        String of(T value);
    }

    private static <T> ChoiceBox<T> choice(Property<T> property, List<T> values, Naming<T> naming) {
        ChoiceBox<T> box = new ChoiceBox<>();
        box.getItems().setAll(values);
        box.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(T value) {
                        return value == null ? "" : naming.of(value);
                    }

                    @Override
                    public T fromString(String text) {
                        throw new UnsupportedOperationException("nobody types here");
                    }
                });
        // Bidirectional bindings hold their ends weakly, and a boxed view of a property has no
        // other
        // holder than this one.
        box.getProperties().put("property", property);
        box.setValue(property.getValue());
        box.valueProperty().bindBidirectional(property);
        return box;
    }

    private static ChoiceBox<Double> numbers(
            DoubleProperty property, List<Double> values, Naming<Double> naming) {
        return choice(property.asObject(), values, naming);
    }

    private static ChoiceBox<Integer> whole(
            IntegerProperty property, List<Integer> values, Naming<Integer> naming) {
        return choice(property.asObject(), values, naming);
    }

    private static HBox slider(DoubleProperty property) {
        Label value = new Label();
        value.getStyleClass().add("value");
        value.textProperty().bind(property.asString(Locale.ROOT, "%.2f"));
        Slider slider = new Slider(0, 1, property.get());
        slider.setPrefWidth(90);
        slider.setBlockIncrement(0.05);
        slider.setAccessibleText("θ, 0 to 1");
        // A run starts where the thumb is let go, not at every step on the way.
        slider.valueProperty()
                .addListener((observable, before, after) -> {
                    if (!slider.isValueChanging()) {
                        property.set(rounded(after.doubleValue()));
                    }
                });
        slider.valueChangingProperty()
                .addListener((observable, before, changing) -> {
                    if (!changing) {
                        property.set(rounded(slider.getValue()));
                    }
                });
        property.addListener((observable, before, after) -> slider.setValue(after.doubleValue()));
        HBox box = new HBox(6, value, slider);
        box.getStyleClass().add("row");
        return box;
    }

    private static double rounded(double theta) {
        return Math.rint(theta * 100) / 100;
    }
}
