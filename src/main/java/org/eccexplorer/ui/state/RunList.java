package org.eccexplorer.ui.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.eccexplorer.app.live.LiveRuns;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.run.Combinations;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.tensor.DenseBackend;
import org.eccexplorer.text.Texts;

/**
 * The runs of a session: started, stopped, named, deleted. Changed settings start a run. All but
 * the publishing of runs belongs to the FX thread; {@link #pulse} hands over what was published.
 */
public final class RunList implements AutoCloseable {
    private final SettingsEditor settings;
    private final History history;
    private final LiveRuns live;
    private final ObservableList<RunState> all = FXCollections.observableArrayList();
    private final ObservableList<Integer> undrawn = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<RunState>> focus =
            new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty paused = new SimpleBooleanProperty();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<List<Problem>> problems =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ConcurrentHashMap<Integer, RunState> published = new ConcurrentHashMap<>();
    private final AtomicReference<List<Problem>> failure = new AtomicReference<>(List.of());
    private final Memo<Optional<RunSnapshot>, List<Integer>> changed =
            new Memo<>(run -> run.map(RunSnapshot::changedAnswers).orElse(List.of()));

    /**
     * Goes on from saved runs; the ids of later ones follow theirs.
     *
     * @param start the oldest first
     */
    RunList(Experiment experiment, SettingsEditor settings, History history, List<RunState> start) {
        this.settings = settings;
        this.history = history;
        live =
                new LiveRuns(
                        experiment,
                        start.stream().mapToInt(RunState::id).max().orElse(-1) + 1,
                        state -> published.put(state.id(), state),
                        e -> failure.set(ProblemException.of("the run", e)));
        all.addListener(
                (ListChangeListener<RunState>)
                        change -> running.set(all.stream().anyMatch(RunState::isActive)));
        paused.addListener((property, was, now) -> live.setPaused(now));
        start.forEach(this::add);
        settings.valueProperty().addListener(o -> start());
    }

    /** Runs that have not begun multiply dense matrices by this. */
    void multiplyBy(DenseBackend backend) {
        live.multiplyBy(backend);
    }

    /** All of them, the newest first. */
    public ObservableList<RunState> all() {
        return all;
    }

    /** Ids of the runs that are not drawn. */
    public ObservableList<Integer> undrawn() {
        return undrawn;
    }

    /** The run whose layers are shown. */
    public ObjectProperty<Optional<RunState>> focusProperty() {
        return focus;
    }

    /** Shows the layers of a run. */
    public void focus(RunState run) {
        focus.set(Optional.of(run));
    }

    /** Whether the run in progress is held. */
    public BooleanProperty pausedProperty() {
        return paused;
    }

    /** Whether a run is in progress or waiting. */
    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    public boolean isRunning() {
        return running.get();
    }

    /** What ended the last run early; empty if nothing did. */
    public ReadOnlyObjectProperty<List<Problem>> problemsProperty() {
        return problems.getReadOnlyProperty();
    }

    /** Starts a run with the settings as they are; a run in progress stops. */
    public void start() {
        paused.set(false);
        add(live.start(settings.get()));
    }

    /** Runs all eight combinations, one after the other. */
    public void startAllCombinations() {
        startAll(Combinations.all(settings.get().conversion()));
    }

    /** Runs these conversions, one after the other; a run in progress stops. */
    public void startAll(List<ConversionOptions> conversions) {
        stop();
        for (ConversionOptions options : conversions) {
            add(live.queue(settings.get().with(options)));
        }
    }

    private void add(RunState state) {
        problems.set(List.of());
        published.putIfAbsent(state.id(), state);
        all.addFirst(state);
        focus(state);
    }

    /** Stops every run; what they have stays. */
    public void stop() {
        paused.set(false);
        live.stop();
    }

    /** Runs that are drawn, the oldest first. */
    public List<RunState> shown() {
        List<RunState> shown = new ArrayList<>();
        for (RunState run : all.reversed()) {
            if (isFocus(run) || !undrawn.contains(run.id())) {
                shown.add(run);
            }
        }
        return shown;
    }

    private boolean isFocus(RunState run) {
        return focus.get().map(f -> f.id() == run.id()).orElse(false);
    }

    /** Gives a run that has ended another name; an empty one restores its own. */
    public void rename(RunState run, String name) {
        if (!run.isActive() && !name.strip().equals(run.name())) {
            String before = run.label();
            String after = name.strip();
            history.record(
                    Texts.text("ui.state.rename", run.name()),
                    () -> label(run.id(), before),
                    () -> label(run.id(), after));
            label(run.id(), after);
        }
    }

    private void label(int id, String label) {
        UnaryOperator<RunState> named = run -> run.id() == id ? run.named(label) : run;
        published.computeIfPresent(id, (key, run) -> run.named(label));
        all.replaceAll(named);
        focus.set(focus.get().map(named));
    }

    /** Keeps the results of a run that has ended a second time, as a run of its own. */
    public void duplicate(RunState run) {
        if (!run.isActive()) {
            RunState copy = live.copy(run);
            history.record(
                    Texts.text("ui.state.duplicate", run.name()),
                    () -> remove(copy),
                    () -> insert(copy));
            insert(copy);
        }
    }

    /** Removes a run that has ended. */
    public void delete(RunState run) {
        if (!run.isActive()) {
            history.record(
                    Texts.text("ui.state.delete", run.name()),
                    () -> insert(run),
                    () -> remove(run));
            remove(run);
        }
    }

    private void remove(RunState run) {
        published.remove(run.id());
        all.removeIf(r -> r.id() == run.id());
        if (isFocus(run)) {
            focus.set(all.stream().findFirst());
        }
    }

    private void insert(RunState run) {
        published.put(run.id(), run);
        int at = 0;
        while (at < all.size() && all.get(at).id() > run.id()) {
            at++;
        }
        all.add(at, run);
        focus(run);
    }

    /** The measures of the focused run, if there are any yet. */
    public Optional<RunSnapshot> measures() {
        return focus.get().flatMap(RunState::snapshot);
    }

    /** Images whose answer in the focused run is another one than the CNN's, in order. */
    public List<Integer> changedImages() {
        return changed.of(measures());
    }

    /**
     * Shows what was published since the last pulse.
     *
     * @return whether anything changed
     */
    boolean pulse() {
        boolean found = false;
        for (int i = 0; i < all.size(); i++) {
            RunState latest = published.get(all.get(i).id());
            if (latest != null && !latest.equals(all.get(i))) {
                RunState before = all.set(i, latest);
                found = true;
                boolean begun =
                        before.phase() == RunState.Phase.CONVERTING
                                && latest.phase() == RunState.Phase.SIMULATING;
                if (isFocus(before) || begun) {
                    focus(latest);
                }
            }
        }
        List<Problem> failed = failure.getAndSet(List.of());
        if (!failed.isEmpty()) {
            problems.set(failed);
            found = true;
        }
        return found;
    }

    @Override
    public void close() {
        live.close();
    }
}
