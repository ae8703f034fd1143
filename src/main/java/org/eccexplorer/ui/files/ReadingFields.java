package org.eccexplorer.ui.files;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.ChoiceBox;
import org.eccexplorer.array.DataSpec;
import org.eccexplorer.dataset.Preparation;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.dialog.Dialogs;
import org.eccexplorer.ui.fx.Choices;

/** How images are read: where their labels are, and how they are prepared for the model. */
final class ReadingFields {
    private final ImagesField labels;
    private final ChoiceBox<String> preparation;

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
                        Stream.concat(Stream.of(""), Preparation.names().stream()).toList(),
                        ReadingFields::named);
        preparation.setAccessibleText(Texts.text("ui.files.preparation"));
        preparation.setValue(spec.said(DataSpec.PREPARE));
    }

    private static String named(String name) {
        return Preparation.NAMED.stream()
                .filter(one -> one.name().equals(name))
                .map(Preparation::text)
                .findFirst()
                .orElseGet(() -> Texts.text("ui.files.preparedAsUsual"));
    }

    /** What these fields say is not said a second time in the text of the images. */
    static String without(String images) {
        DataSpec spec = DataSpec.of(images);
        return spec.reading().isEmpty()
                ? images
                : spec.with(DataSpec.LABELS, "").with(DataSpec.PREPARE, "").toString();
    }

    ImagesField labels() {
        return labels;
    }

    ChoiceBox<String> preparation() {
        return preparation;
    }

    /** Images with what was filled in; what stands in their text already is kept. */
    String applied(String images) {
        DataSpec spec = DataSpec.of(images);
        if (!labels.source().isEmpty()) {
            spec = spec.with(DataSpec.LABELS, labels.source());
        }
        if (!preparation.getValue().isEmpty()) {
            spec = spec.with(DataSpec.PREPARE, preparation.getValue());
        }
        return spec.reading().isEmpty() ? images : spec.toString();
    }
}
