package org.eccexplorer.ui.dialog;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * Keeps the Tab key within a layer that lies above others: behind its last control is its first.
 */
public final class FocusCycle {
    private FocusCycle() {}

    /** From now on Tab does not leave the layer. */
    public static void in(Parent layer) {
        layer.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.TAB) {
                        wrap(layer, event);
                    }
                });
    }

    private static void wrap(Parent layer, KeyEvent event) {
        List<Node> stops = new ArrayList<>();
        collect(layer, stops);
        if (stops.isEmpty()) {
            return;
        }
        Node edge = event.isShiftDown() ? stops.getFirst() : stops.getLast();
        if (edge.isFocused()) {
            (event.isShiftDown() ? stops.getLast() : stops.getFirst()).requestFocus();
            event.consume();
        }
    }

    private static void collect(Node node, List<Node> stops) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        if (node.isFocusTraversable()) {
            stops.add(node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, stops));
        }
    }
}
