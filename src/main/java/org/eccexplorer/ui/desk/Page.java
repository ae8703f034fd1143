package org.eccexplorer.ui.desk;

import javafx.scene.layout.BorderPane;
import org.eccexplorer.ui.state.Viewed;

/** A page in the centre of the window. */
public abstract class Page extends BorderPane {
    /** Shows runs as they are now; called only while the page is seen. */
    public abstract void refresh(Viewed viewed);
}
