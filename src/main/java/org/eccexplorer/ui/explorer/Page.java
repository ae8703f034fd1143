package org.eccexplorer.ui.explorer;

import java.util.List;
import org.eccexplorer.app.RunState;

/** A page in the centre of the window. */
interface Page {
    /**
     * Shows runs as they are now; called only while the page is seen.
     *
     * @param shown all that are drawn, the oldest first
     * @param focus the one whose layers are shown
     */
    void refresh(List<RunState> shown, RunState focus);
}
