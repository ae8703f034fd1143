package org.eccexplorer.ui.state;

import java.util.List;
import org.eccexplorer.app.live.RunNames;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.text.Texts;

/** Renaming, duplicating and deleting of runs that have ended, each of which can be undone. */
public final class RunEdits {
    private final ListedRuns runs;
    private final History history;
    private final Copier copier;

    /** Makes a run of its own of the results of another. */
    @FunctionalInterface
    interface Copier {
        RunState copy(RunState run);
    }

    RunEdits(ListedRuns runs, History history, Copier copier) {
        this.runs = runs;
        this.history = history;
        this.copier = copier;
    }

    /**
     * Gives a run another name, numbered if another run has it already; an empty one restores its
     * own.
     */
    public void rename(RunState run, String name) {
        if (!run.isActive() && !name.strip().equals(run.name())) {
            String before = run.label();
            String after = name.isBlank() ? "" : free(name.strip(), run);
            record(
                    Texts.text("ui.state.rename", run.name()),
                    () -> runs.label(run.id(), before),
                    () -> runs.label(run.id(), after));
        }
    }

    private String free(String name, RunState but) {
        List<String> taken =
                runs.all().stream()
                        .filter(other -> other.id() != but.id())
                        .map(RunState::name)
                        .toList();
        return RunNames.free(name, taken);
    }

    /** Keeps the results of a run a second time, as a run of its own. */
    public void duplicate(RunState run) {
        if (!run.isActive()) {
            RunState plain = copier.copy(run);
            RunState copy = plain.named(free(plain.label(), plain));
            record(
                    Texts.text("ui.state.duplicate", run.name()),
                    () -> runs.remove(copy.id()),
                    () -> runs.insert(copy, true));
        }
    }

    /** Removes a run. */
    public void delete(RunState run) {
        if (!run.isActive()) {
            record(
                    Texts.text("ui.state.delete", run.name()),
                    () -> runs.insert(run, true),
                    () -> runs.remove(run.id()));
        }
    }

    /** Reads the classes of a run in another way. */
    void read(RunState run, Runnable undo, Runnable redo) {
        record(Texts.text("ui.state.reading", run.name()), undo, redo);
    }

    private void record(String what, Runnable undo, Runnable redo) {
        history.record(what, undo, redo);
        redo.run();
    }
}
