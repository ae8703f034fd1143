package org.eccexplorer.ui.files;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.eccexplorer.dataset.DataChoice;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.fx.WrappedText;

/**
 * Asks how images are to be read where their file leaves it open. One question is answered by a
 * button, several together.
 */
final class ChoicesSheet extends VBox {
    private final Map<String, String> answers = new LinkedHashMap<>();

    /**
     * The sheet.
     *
     * @param answered gets a value for each key
     */
    ChoicesSheet(
            List<DataChoice> choices, Consumer<Map<String, String>> answered, Runnable cancelled) {
        super(14);
        choices.forEach(choice -> answers.put(choice.key(), choice.taken()));
        if (choices.size() == 1) {
            one(choices.getFirst(), answered, cancelled);
            return;
        }
        choices.forEach(this::radios);
        getChildren()
                .add(
                        new SheetButtons(
                                this,
                                Texts.text("ui.files.open"),
                                () -> answered.accept(answers),
                                cancelled));
    }

    private void one(
            DataChoice choice, Consumer<Map<String, String>> answered, Runnable cancelled) {
        FlowPane buttons = new FlowPane(10, 8);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        Button cancel = new Button(Texts.text("ui.files.cancel"));
        cancel.setOnAction(event -> cancelled.run());
        buttons.getChildren().add(cancel);
        for (String value : choice.values()) {
            String meaning = DataChoice.meaning(choice.key(), value);
            boolean taken = value.equals(choice.taken());
            Button button =
                    new Button(
                            Texts.text(taken ? "ui.files.keepReading" : "ui.files.use", meaning));
            // Names of files may have underscores.
            button.setMnemonicParsing(false);
            button.setMinWidth(USE_PREF_SIZE);
            button.setOnAction(event -> answered.accept(Map.of(choice.key(), value)));
            if (taken == choice.isOpen()) {
                button.getStyleClass().add("primary");
            }
            buttons.getChildren().add(button);
        }
        getChildren().addAll(WrappedText.wrapped(choice.question(), "sheet-text"), buttons);
    }

    private void radios(DataChoice choice) {
        VBox part = new VBox(6, WrappedText.wrapped(choice.question(), "sheet-text"));
        ToggleGroup group = new ToggleGroup();
        for (String value : choice.values()) {
            RadioButton radio = new RadioButton(DataChoice.meaning(choice.key(), value));
            radio.setMnemonicParsing(false);
            radio.setToggleGroup(group);
            radio.setSelected(value.equals(choice.taken()));
            radio.setOnAction(event -> answers.put(choice.key(), value));
            part.getChildren().add(radio);
        }
        getChildren().add(part);
    }
}
