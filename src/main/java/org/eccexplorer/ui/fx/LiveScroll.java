package org.eccexplorer.ui.fx;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Skin;

/**
 * A pane that scrolls. JavaFX keeps a picture of what such a pane shows: it would be made from
 * nothing whenever one chart in it changes, and its memory is not given back when the pane goes
 * with its page, but only where memory runs out. This one keeps none.
 */
public class LiveScroll extends ScrollPane {
    public LiveScroll() {}

    public LiveScroll(Node content) {
        super(content);
    }

    /** Over content as wide as there is room, which scrolls up and down only. */
    public static ScrollPane column(Node content, String style) {
        ScrollPane scroll = new LiveScroll(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add(style);
        return scroll;
    }

    /** Over content that fills what room there is, and scrolls where that is too little. */
    public static ScrollPane filled(Node content) {
        ScrollPane scroll = new LiveScroll(content);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.getStyleClass().add("compare-scroll");
        return scroll;
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        Skin<?> skin = super.createDefaultSkin();
        getChildrenUnmodifiable().forEach(part -> part.setCache(false));
        return skin;
    }
}
