package org.eccexplorer.ui.window;

import javafx.collections.ObservableSet;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.eccexplorer.app.session.WindowPart;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.fx.TextSize;
import org.eccexplorer.ui.fx.WrappedText;

/** Which parts of the window are shown; stays open while they are ticked. */
final class ShownParts extends VBox {
    private static final double COLUMN = 200;

    ShownParts(ObservableSet<WindowPart> hidden) {
        super(12);
        FlowPane parts = new FlowPane(10, 8);
        for (WindowPart part : WindowPart.values()) {
            CheckBox box = new CheckBox(Texts.name(part));
            box.setSelected(!hidden.contains(part));
            TextSize.width(box, COLUMN);
            box.selectedProperty()
                    .addListener((property, before, shown) -> {
                        if (shown) {
                            hidden.remove(part);
                        } else {
                            hidden.add(part);
                        }
                    });
            parts.getChildren().add(box);
        }
        getChildren()
                .addAll(WrappedText.wrapped(Texts.text("ui.window.shownParts"), "muted"), parts);
    }
}
