package org.eccexplorer.ui.dialog;

import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.fx.TextSize;
import org.jspecify.annotations.Nullable;

/**
 * A layer above the window's content that shows one thing at a time to read or to fill in. What
 * lies below goes on. Escape, the cross or a click beside the sheet close it.
 */
public final class Sheets extends StackPane {
    private static final double WIDTH = 680;

    private final Label title = new Label();
    private final Button close = new Button("✕");
    private final VBox sheet = new VBox(10);
    private @Nullable Node focused;
    private Runnable closed = () -> {};

    /** The layer, with nothing on it. */
    public Sheets() {
        getStyleClass().add("veil");
        title.getStyleClass().add("sheet-title");
        title.setWrapText(true);
        close.getStyleClass().add("tool");
        close.setTooltip(new Tooltip(Texts.text("ui.dialog.closeTooltip")));
        close.setAccessibleText(Texts.text("ui.dialog.close"));
        close.setOnAction(event -> close());
        sheet.getStyleClass().addAll("card", "sheet");
        sheet.setMaxHeight(Region.USE_PREF_SIZE);
        TextSize.scale(sheet.maxWidthProperty(), sheet, WIDTH);
        getChildren().add(sheet);
        setPadding(new Insets(64, 24, 24, 24));
        setOnMousePressed(event -> {
            if (event.getTarget() == this) {
                close();
            }
        });
        addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE) {
                        close();
                        event.consume();
                    }
                });
        FocusCycle.in(this);
        setVisible(false);
    }

    /** Shows this in place of what was shown before. */
    public void show(String heading, Node content) {
        show(heading, content, () -> {});
    }

    /**
     * Shows this in place of what was shown before.
     *
     * @param whenClosed is called when the user closes it, not when something takes its place
     */
    public void show(String heading, Node content, Runnable whenClosed) {
        closed = whenClosed;
        if (!isVisible()) {
            focused = getScene() == null ? null : getScene().getFocusOwner();
        }
        title.setText(heading);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox.setHgrow(title, Priority.SOMETIMES);
        HBox line = new HBox(10, title, space, close);
        VBox.setVgrow(content, Priority.ALWAYS);
        sheet.getChildren().setAll(line, content);
        setVisible(true);
        first(content).orElse(close).requestFocus();
    }

    /** The first control of a sheet that takes the keyboard. */
    private static Optional<Node> first(Node content) {
        if (!content.isVisible() || content.isDisabled()) {
            return Optional.empty();
        }
        if (content.isFocusTraversable()) {
            return Optional.of(content);
        }
        return content instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream()
                        .flatMap(child -> first(child).stream())
                        .findFirst()
                : Optional.empty();
    }

    /** Takes the sheet away; the keyboard is again where it was. */
    public void close() {
        Runnable told = closed;
        closed = () -> {};
        setVisible(false);
        sheet.getChildren().clear();
        if (focused != null) {
            focused.requestFocus();
        }
        told.run();
    }

    /** Removes something that no longer has to be waited for, if it is what is shown. */
    public void closeQuietly(Node content) {
        if (sheet.getChildren().contains(content)) {
            closed = () -> {};
            close();
        }
    }
}
