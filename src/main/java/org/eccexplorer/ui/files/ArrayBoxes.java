package org.eccexplorer.ui.files;

import java.util.List;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import org.eccexplorer.array.DataSpec;
import org.eccexplorer.dataset.NamedArrays;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.fx.Background;
import org.eccexplorer.ui.fx.Choices;

/** Which arrays of a file are the images and the labels, where it has several. */
final class ArrayBoxes extends FlowPane {
    /** So long nothing is typed before a file is looked into. */
    private static final Duration PAUSE = Duration.millis(300);

    private final TextField source;
    private final ChoiceBox<String> images = box(Texts.text("ui.files.arrayOfImages"));
    private final ChoiceBox<String> labels = box(Texts.text("ui.files.arrayOfLabels"));
    private final List<HBox> parts;
    private boolean filling;

    /** Boxes for the file in a field, whose text gets what is chosen. */
    ArrayBoxes(TextField source) {
        super(16, 6);
        this.source = source;
        parts =
                List.of(
                        part(Texts.text("ui.files.arrayOfImages"), images),
                        part(Texts.text("ui.files.arrayOfLabels"), labels));
        managedProperty().bind(Bindings.isNotEmpty(getChildren()));
        PauseTransition pause = new PauseTransition(PAUSE);
        pause.setOnFinished(event -> look());
        source.textProperty().addListener(o -> pause.playFromStart());
        images.setOnAction(event -> take());
        labels.setOnAction(event -> take());
        look();
    }

    private static ChoiceBox<String> box(String meaning) {
        ChoiceBox<String> box =
                Choices.of(
                        List.of(), name -> name.isEmpty() ? Texts.text("ui.files.noArray") : name);
        box.setAccessibleText(meaning);
        return box;
    }

    private static HBox part(String name, ChoiceBox<String> box) {
        Label label = new Label(name);
        label.getStyleClass().add("muted");
        label.setLabelFor(box);
        HBox part = new HBox(6, label, box);
        part.setAlignment(Pos.CENTER_LEFT);
        return part;
    }

    /** Looks which arrays there are; of a file that cannot be read, opening it says why. */
    private void look() {
        String text = source.getText().strip();
        if (text.isEmpty()) {
            getChildren().clear();
            return;
        }
        Background.run(
                () -> NamedArrays.of(text),
                found -> {
                    if (source.getText().strip().equals(text)) {
                        show(found);
                    }
                },
                failure -> getChildren().clear());
    }

    private void show(NamedArrays found) {
        filling = true;
        images.getItems().setAll(found.names());
        labels.getItems().setAll(Stream.concat(Stream.of(""), found.names().stream()).toList());
        images.setValue(found.images());
        labels.setValue(found.labels());
        filling = false;
        getChildren().setAll(found.names().size() > 1 ? parts : List.of());
    }

    private void take() {
        if (filling || images.getValue() == null || images.getValue().isEmpty()) {
            return;
        }
        DataSpec spec = DataSpec.of(source.getText().strip());
        String names =
                labels.getValue() == null || labels.getValue().isEmpty()
                        ? images.getValue()
                        : images.getValue() + "," + labels.getValue();
        source.setText(new DataSpec(spec.file(), names, spec.range(), spec.reading()).toString());
    }
}
