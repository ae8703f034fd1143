package org.eccexplorer.ui.fx;

import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.TitledPane;

/**
 * A part of the window that is folded away at first. What is in it is made when it is first
 * unfolded: nobody waits for what few look at.
 */
public final class Folded extends TitledPane {
    /**
     * The part.
     *
     * @param content makes what is in it
     */
    public Folded(Supplier<? extends Node> content) {
        setExpanded(false);
        setAnimated(false);
        expandedProperty()
                .addListener((property, before, unfolded) -> {
                    if (unfolded && getContent() == null) {
                        setContent(content.get());
                    }
                });
    }
}
