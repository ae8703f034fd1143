package org.eccexplorer.ui.files;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.eccexplorer.text.Texts;

/** The two buttons at the end of a sheet that is filled in; Enter presses the second. */
final class SheetButtons extends HBox {
    private final Button apply;

    /** Buttons for a sheet, which they are to be put at the end of. */
    SheetButtons(VBox sheet, String name, Runnable applied, Runnable cancelled) {
        super(10);
        Button cancel = new Button(Texts.text("ui.files.cancel"));
        cancel.setOnAction(event -> cancelled.run());
        cancel.setMinWidth(USE_PREF_SIZE);
        apply = new Button(name);
        apply.getStyleClass().add("primary");
        apply.setMinWidth(USE_PREF_SIZE);
        apply.setOnAction(event -> applied.run());
        sheet.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                apply.fire();
                event.consume();
            }
        });
        setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(cancel, apply);
    }

    /** The button that does what was filled in. */
    Button apply() {
        return apply;
    }
}
