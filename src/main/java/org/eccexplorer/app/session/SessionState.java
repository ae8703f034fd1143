package org.eccexplorer.app.session;

import java.util.List;
import java.util.Set;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.run.Settings;

/**
 * A session as the window has it.
 *
 * @param runs the oldest first
 */
public record SessionState(
        Experiment experiment,
        Settings settings,
        Set<WindowPart> hidden,
        ViewState look,
        List<RunState> runs) {
    public SessionState {
        hidden = Set.copyOf(hidden);
        runs = List.copyOf(runs);
    }

    /** A session without runs. */
    public static SessionState of(
            Experiment experiment, Settings settings, Set<WindowPart> hidden) {
        return new SessionState(experiment, settings, hidden, ViewState.first(), List.of());
    }
}
