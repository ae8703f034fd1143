package org.eccexplorer.ui.runs;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.app.session.PageId;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.dialog.Dialogs;
import org.eccexplorer.ui.state.ExplorerViewModel;

/** Tells the user that long runs have ended meanwhile, unless the user saw it. */
public final class RunNotices {
    private final ExplorerViewModel model;
    private final Dialogs dialogs;
    private final BooleanSupplier seen;
    private final Set<Integer> going = new HashSet<>();
    private final List<RunState> ended = new ArrayList<>();

    /**
     * Tells nothing yet.
     *
     * @param seen whether the end of a run is visible anyway
     */
    public RunNotices(ExplorerViewModel model, Dialogs dialogs, BooleanSupplier seen) {
        this.model = model;
        this.dialogs = dialogs;
        this.seen = seen;
    }

    /** Called whenever runs may have changed; tells once of all that were waiting together. */
    public void refresh() {
        for (RunState run : model.runs().all()) {
            if (run.isActive()) {
                going.add(run.id());
            } else if (going.remove(run.id()) && run.phase() == RunState.Phase.COMPLETE) {
                ended.add(run);
            }
        }
        if (!ended.isEmpty() && !model.runs().isRunning()) {
            double seconds = ended.stream().mapToDouble(RunState::seconds).sum();
            if (seconds >= Dialogs.LONG_WAIT && !seen.getAsBoolean()) {
                RunState last = Collections.max(ended, Comparator.comparingInt(RunState::id));
                tell(last, ended.size(), seconds);
            }
            ended.clear();
        }
    }

    private void tell(RunState last, int runs, double seconds) {
        String result =
                last.snapshot()
                        .map(RunNotices::accuracy)
                        .map(text ->
                                runs == 1 ? text : Texts.text("ui.runs.ofRun", last.name(), text))
                        .orElse("");
        dialogs.tell(
                runs == 1
                        ? Texts.text("ui.runs.runDone", last.name())
                        : Texts.text("ui.runs.runsDone", Numbers.count(runs)),
                Texts.text("ui.runs.inSeconds", result, Numbers.fixed(seconds, 0)),
                Texts.text("ui.runs.showThem"),
                () -> {
                    model.runs().focus(last);
                    model.currentPage().show(PageId.LIVE);
                });
    }

    private static String accuracy(RunSnapshot run) {
        return Texts.text(
                "ui.runs.accuracy",
                Numbers.percent(run.accuracy(run.timesteps()), 1),
                Texts.counted("ui.runs.images", run.images()),
                run.timesteps());
    }
}
