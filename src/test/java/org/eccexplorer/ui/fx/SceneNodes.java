package org.eccexplorer.ui.fx;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TitledPane;

/** What a part of a window is made of. */
public final class SceneNodes {
    private SceneNodes() {}

    /** Adds a node and all within it. */
    public static void all(Node node, Collection<Node> found) {
        found.add(node);
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> all(child, found));
        }
    }

    /** Unfolds what is folded away within a node. */
    public static void unfold(Node node) {
        List<Node> all = new ArrayList<>();
        all(node, all);
        all.stream()
                .filter(TitledPane.class::isInstance)
                .forEach(pane -> ((TitledPane) pane).setExpanded(true));
    }

    /** Adds a node and all within it, but what is hidden. */
    public static void visible(Node node, Collection<Node> found) {
        if (node.isVisible()) {
            found.add(node);
            if (node instanceof Parent parent) {
                parent.getChildrenUnmodifiable().forEach(child -> visible(child, found));
            }
        }
    }
}
