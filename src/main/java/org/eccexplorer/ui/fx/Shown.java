package org.eccexplorer.ui.fx;

import javafx.scene.Node;

/** Whether a node is there: one that is not takes no room and no focus. */
public final class Shown {
    private Shown() {}

    /** Shows a node, or takes it and the room it needs out of sight. */
    public static void set(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
