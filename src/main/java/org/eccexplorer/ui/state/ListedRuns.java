package org.eccexplorer.ui.state;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.eccexplorer.app.live.RunNames;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.app.run.Settings;

/**
 * The runs in their order with the one whose layers are shown; no two of them bear the same name.
 * Belongs to the FX thread.
 */
final class ListedRuns {
    private final ObservableList<RunState> all = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<RunState>> focus =
            new SimpleObjectProperty<>(Optional.empty());

    /** All of them, the newest first. */
    ObservableList<RunState> all() {
        return all;
    }

    ObjectProperty<Optional<RunState>> focusProperty() {
        return focus;
    }

    boolean isFocus(RunState run) {
        return focus.get().filter(now -> now.id() == run.id()).isPresent();
    }

    /** The run with these results: a complete one if there is one, else one that goes on. */
    Optional<RunState> of(Settings settings) {
        Settings wanted = settings.decisive();
        return all.reversed().stream()
                .filter(run -> run.phase() != RunState.Phase.STALE)
                .filter(run -> run.settings().decisive().equals(wanted))
                .min(Comparator.comparingInt(ListedRuns::toCome));
    }

    /** What a run still lacks. */
    private static int toCome(RunState run) {
        return isComplete(run) ? 0 : run.isActive() ? 1 : 2;
    }

    static boolean isComplete(RunState run) {
        return run.phase() == RunState.Phase.COMPLETE;
    }

    private final IntSupplier images;

    /**
     * No runs yet.
     *
     * @param images test images of the experiment
     */
    ListedRuns(IntSupplier images) {
        this.images = images;
    }

    /**
     * Puts a run where its id belongs, with a style that is free.
     *
     * @param show whether its layers are shown
     */
    void insert(RunState run, boolean show) {
        int at = 0;
        while (at < all.size() && all.get(at).id() > run.id()) {
            at++;
        }
        RunState styled = run.among(all);
        all.add(at, styled);
        if (show) {
            focus.set(Optional.of(styled));
        }
        nameApart();
    }

    void remove(int id) {
        all.removeIf(run -> run.id() == id);
        if (focus.get().filter(run -> run.id() == id).isPresent()) {
            focus.set(all.stream().findFirst());
        }
        nameApart();
    }

    /** Shows the layers of the run with this id. */
    void show(int id) {
        all.stream()
                .filter(run -> run.id() == id)
                .findFirst()
                .map(Optional::of)
                .ifPresent(focus::set);
    }

    /** Puts a run in the place of the one with its id. */
    void replace(RunState run) {
        change(run.id(), old -> run.distinguished(old.distinction()));
    }

    /** Puts a run in the place of the one with its id, whose name may say how it is read. */
    void read(RunState run) {
        replace(run);
        nameApart();
    }

    void label(int id, String label) {
        change(id, run -> run.named(label));
        nameApart();
    }

    /** All of them were of this many images when these were all that there were. */
    void ofImages(int count) {
        for (RunState run : List.copyOf(all)) {
            change(run.id(), before -> before.ofImages(count));
        }
    }

    private void change(int id, UnaryOperator<RunState> change) {
        for (int i = 0; i < all.size(); i++) {
            RunState before = all.get(i);
            RunState after = before.id() == id ? change.apply(before) : before;
            if (!after.equals(before)) {
                all.set(i, after);
                if (isFocus(after)) {
                    focus.set(Optional.of(after));
                }
            }
        }
    }

    private void nameApart() {
        Map<Integer, String> distinctions =
                RunNames.distinctions(all.reversed(), images.getAsInt());
        distinctions.forEach(
                (id, distinction) -> change(id, run -> run.distinguished(distinction)));
    }
}
