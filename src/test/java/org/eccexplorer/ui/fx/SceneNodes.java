package org.eccexplorer.ui.fx;

import java.util.Collection;
import javafx.scene.Node;
import javafx.scene.Parent;

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
