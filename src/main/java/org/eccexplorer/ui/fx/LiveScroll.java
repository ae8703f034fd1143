package org.eccexplorer.ui.fx;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Skin;

/**
 * A pane that scrolls over content that is repainted all the time. JavaFX keeps a picture of what
 * such a pane shows; it would be made from nothing whenever one chart in it changes.
 */
public class LiveScroll extends ScrollPane {
    public LiveScroll() {}

    public LiveScroll(Node content) {
        super(content);
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        Skin<?> skin = super.createDefaultSkin();
        getChildrenUnmodifiable().forEach(part -> part.setCache(false));
        return skin;
    }
}
