package org.eccexplorer.ui.files;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.eccexplorer.array.DataSpec;
import org.eccexplorer.dataset.DataChoice;
import org.eccexplorer.dataset.Preparation;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.dialog.Dialogs;
import org.eccexplorer.ui.fx.Choices;

/** How images are read: where their labels are, and how they are prepared for the model. */
final class ReadingFields {
    /** In the place of a name: the numbers beside it. */
    private static final String OWN = "own";

    private final ImagesField labels;
    private final ChoiceBox<String> preparation;
    private final Map<String, TextField> numbers = new LinkedHashMap<>();
    private final Map<String, ChoiceBox<String>> orders = new LinkedHashMap<>();
    private final TextField expected = new TextField();
    private final FlowPane ownNumbers = new FlowPane(10, 6);

    /**
     * The fields.
     *
     * @param start test images whose reading is filled in
     */
    ReadingFields(String start, Dialogs dialogs) {
        DataSpec spec = DataSpec.of(start);
        labels =
                new ImagesField(
                        Texts.text("ui.files.labels"),
                        Texts.text("ui.files.labelsPrompt"),
                        spec.said(DataSpec.LABELS),
                        List.of(),
                        dialogs);
        preparation =
                Choices.of(
                        Stream.of(List.of(""), Preparation.names(), List.of(OWN))
                                .flatMap(List::stream)
                                .toList(),
                        ReadingFields::named);
        preparation.setAccessibleText(Texts.text("ui.files.preparation"));
        order(DataSpec.LABELS_FROM, spec, "0", "1");
        order(DataSpec.CHANNEL_ORDER, spec, "hwc", "chw");
        order(DataSpec.CLASS_ORDER, spec, "number", "name");
        number(DataSpec.SCALE, spec, Texts.text("ui.files.scale"), "1/255");
        number(DataSpec.MEAN, spec, Texts.text("ui.files.mean"), "0.485, 0.456, 0.406");
        number(DataSpec.STD, spec, Texts.text("ui.files.std"), "0.229, 0.224, 0.225");
        boolean own = numbers.values().stream().anyMatch(field -> !field.getText().isEmpty());
        preparation.setValue(own ? OWN : spec.said(DataSpec.PREPARE));
        ownNumbers.visibleProperty().bind(preparation.valueProperty().isEqualTo(OWN));
        ownNumbers.managedProperty().bind(ownNumbers.visibleProperty());
        expected.setText(spec.said(DataSpec.EXPECTED));
        expected.setPromptText(Texts.text("ui.files.expectedPrompt"));
        expected.setAccessibleText(Texts.text("ui.files.expected"));
        expected.setTooltip(new Tooltip(Texts.text("ui.files.expectedHint")));
        expected.setPrefColumnCount(8);
    }

    private void order(String key, DataSpec spec, String... values) {
        ChoiceBox<String> box =
                Choices.of(
                        Stream.concat(Stream.of(""), Stream.of(values)).toList(),
                        value ->
                                value.isEmpty()
                                        ? Texts.text("ui.files.asFound")
                                        : DataChoice.meaning(key, value));
        if (!box.getItems().contains(spec.said(key))) {
            box.getItems().add(spec.said(key));
        }
        box.setValue(spec.said(key));
        box.setAccessibleText(meaning(key));
        orders.put(key, box);
    }

    private static String meaning(String key) {
        return switch (key) {
            case DataSpec.LABELS_FROM -> Texts.text("ui.files.labelsFrom");
            case DataSpec.CHANNEL_ORDER -> Texts.text("ui.files.channelOrder");
            default -> Texts.text("ui.files.classOrder");
        };
    }

    private void number(String key, DataSpec spec, String name, String prompt) {
        TextField field = new TextField(spec.said(key));
        field.setPromptText(prompt);
        field.setAccessibleText(name);
        field.setPrefColumnCount(13);
        Label label = new Label(name);
        label.getStyleClass().add("muted");
        label.setLabelFor(field);
        numbers.put(key, field);
        ownNumbers.getChildren().add(new VBox(2, label, field));
    }

    private static String named(String name) {
        return switch (name) {
            case "" -> Texts.text("ui.files.preparedAsUsual");
            case OWN -> Texts.text("ui.files.ownNumbers");
            default -> Texts.text("ui.files.presetNamed", Preparation.meaning(name), name);
        };
    }

    /** What these fields say is not said a second time in the text of the images. */
    static String without(String images) {
        DataSpec spec = DataSpec.of(images);
        return spec.reading().isEmpty() ? images : spec.reading(Map.of()).toString();
    }

    ImagesField labels() {
        return labels;
    }

    ChoiceBox<String> preparation() {
        return preparation;
    }

    /** A field of scale, mean or standard deviation, or of an order. */
    TextField number(String key) {
        return Objects.requireNonNull(numbers.get(key));
    }

    ChoiceBox<String> order(String key) {
        return Objects.requireNonNull(orders.get(key));
    }

    TextField expected() {
        return expected;
    }

    /** The preparation with the numbers of one's own below it. */
    VBox preparationFields() {
        return new VBox(6, new HBox(preparation), ownNumbers);
    }

    /** What is asked for only where a file leaves it open. */
    GridPane orderFields() {
        GridPane grid = new GridPane();
        grid.setHgap(10);
        grid.setVgap(6);
        int row = 0;
        for (Map.Entry<String, ChoiceBox<String>> order : orders.entrySet()) {
            Label name = new Label(meaning(order.getKey()));
            name.setLabelFor(order.getValue());
            grid.addRow(row++, name, order.getValue());
        }
        Label name = new Label(Texts.text("ui.files.expected"));
        name.setLabelFor(expected);
        grid.addRow(row, name, new HBox(expected));
        return grid;
    }

    /** Images with what was filled in; what stands in their text already is kept. */
    String applied(String images) {
        DataSpec spec = DataSpec.of(images);
        if (!labels.source().isEmpty()) {
            spec = spec.with(DataSpec.LABELS, labels.source());
        }
        for (Map.Entry<String, ChoiceBox<String>> order : orders.entrySet()) {
            if (!order.getValue().getValue().isEmpty()) {
                spec = spec.with(order.getKey(), order.getValue().getValue());
            }
        }
        if (preparation.getValue().equals(OWN)) {
            for (Map.Entry<String, TextField> number : numbers.entrySet()) {
                String text = number.getValue().getText().replace(" ", "");
                spec = text.isEmpty() ? spec : spec.with(number.getKey(), text);
            }
        } else if (!preparation.getValue().isEmpty()) {
            spec = spec.with(DataSpec.PREPARE, preparation.getValue());
        }
        if (!expected.getText().isBlank()) {
            spec = spec.with(DataSpec.EXPECTED, expected.getText().strip());
        }
        return spec.reading().isEmpty() ? images : spec.toString();
    }
}
