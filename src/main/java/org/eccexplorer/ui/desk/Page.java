package org.eccexplorer.ui.desk;

import org.eccexplorer.ui.state.Viewed;

/** A page in the centre of the window. */
public interface Page {
    /** Shows runs as they are now; called only while the page is seen. */
    void refresh(Viewed viewed);
}
