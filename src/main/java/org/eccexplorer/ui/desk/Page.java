package org.eccexplorer.ui.desk;

import java.util.List;
import org.eccexplorer.app.live.RunState;

/** A page in the centre of the window. */
public interface Page {
    /**
     * Shows runs as they are now; called only while the page is seen.
     *
     * @param shown all that are drawn, the oldest first
     * @param focus the one whose layers are shown
     */
    void refresh(List<RunState> shown, RunState focus);
}
