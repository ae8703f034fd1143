package org.eccexplorer.ui.fx;

import java.util.function.Supplier;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.controlsfx.control.PopOver;
import org.eccexplorer.text.Texts;

/**
 * A small button that opens an explanation beside itself; Escape or a click elsewhere closes it.
 */
public final class InfoButton extends Button {
    private final Supplier<Node> content;
    private final PopOver popOver = new PopOver();

    /**
     * The button.
     *
     * @param subject what is explained
     * @param content makes the explanation when it is first opened
     */
    public InfoButton(String subject, Supplier<Node> content) {
        super("i");
        this.content = content;
        getStyleClass().addAll("tool", "info-button");
        setTooltip(new Tooltip(Texts.text("ui.fx.howItWorks")));
        setAccessibleText(Texts.text("ui.fx.about", subject));
        popOver.setArrowLocation(PopOver.ArrowLocation.LEFT_TOP);
        popOver.setDetachable(false);
        popOver.setAnimated(false);
        if (!Platform.isSupported(ConditionalFeature.TRANSPARENT_WINDOW)) {
            // What lies round a balloon would be a white rectangle.
            popOver.setArrowSize(0);
            popOver.setCornerRadius(0);
            popOver.getStyleClass().add("opaque");
        }
        setOnAction(event -> toggle());
    }

    /** Whether the explanation is open. */
    public boolean isOpen() {
        return popOver.isShowing();
    }

    /** What is explained, once it has been opened. */
    public Parent explanation() {
        return popOver.getRoot();
    }

    private void toggle() {
        if (popOver.isShowing()) {
            popOver.hide();
            return;
        }
        Parent window = getScene().getRoot();
        if (!popOver.getStyleClass().contains("explorer")) {
            popOver.setContentNode(content.get());
            popOver.getRoot().getStylesheets().addAll(window.getStylesheets());
            popOver.getStyleClass().add("explorer");
        }
        popOver.setStyle(window.getStyle());
        popOver.getStyleClass().remove("dark");
        if (window.getStyleClass().contains("dark")) {
            popOver.getStyleClass().add("dark");
        }
        popOver.show(this);
    }
}
