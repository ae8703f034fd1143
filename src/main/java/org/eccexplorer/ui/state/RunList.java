package org.eccexplorer.ui.state;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.eccexplorer.app.live.LiveRuns;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.app.live.RunStyles;
import org.eccexplorer.app.open.Calibrations;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.run.Combinations;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.measure.votes.ReadingChoice;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.tensor.DenseBackend;

/**
 * The runs of a session: started and stopped. Changed settings start a run, unless there is a
 * complete one with the same results, which is shown; one that was stopped runs again and its
 * results are replaced. A run that is stopped before its first image leaves nothing. All but the
 * publishing of runs belongs to the FX thread; {@link #pulse} hands over what was published.
 */
public final class RunList implements AutoCloseable {
    private final SettingsEditor settings;
    private final LiveRuns live;
    private final RunReadings readings;
    private final RunFeed feed;
    private final ListedRuns listed;
    private final RunEdits edits;
    private final ObservableList<Integer> undrawn = FXCollections.observableArrayList();
    private final BooleanProperty paused = new SimpleBooleanProperty();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<List<Problem>> problems =
            new ReadOnlyObjectWrapper<>(List.of());
    private final Memo<At, List<Integer>> changed =
            new Memo<>(at -> at.run().map(r -> r.changedAnswers(at.t())).orElse(List.of()));

    /** The measures of a run at a timestep. */
    private record At(Optional<RunSnapshot> run, int t) {}

    /** Whether runs are shown as soon as they have images: not once another one is looked at. */
    private boolean following;

    /** The run that changed settings have begun and that Run was not pressed for. */
    private Optional<Integer> unasked = Optional.empty();

    /** What those had that run again, by id: kept until there is more. */
    private final Map<Integer, RunState> replaced = new HashMap<>();

    /**
     * Goes on from saved runs; the ids of later ones follow theirs.
     *
     * @param start the oldest first
     */
    RunList(
            Experiment experiment,
            Calibrations calibrations,
            SettingsEditor settings,
            History history,
            List<RunState> start) {
        this.settings = settings;
        readings = new RunReadings(calibrations, this::fail);
        feed = new RunFeed(readings::read);
        listed = new ListedRuns(() -> calibrations.experiment().test().count());
        live =
                new LiveRuns(
                        experiment,
                        calibrations,
                        start.stream().mapToInt(RunState::id).max().orElse(-1) + 1,
                        feed::publish,
                        feed::fail);
        edits = new RunEdits(listed, history, run -> live.copy(run, RunStyles.free(all())));
        all().addListener(
                        (ListChangeListener<RunState>)
                                change -> running.set(all().stream().anyMatch(RunState::isActive)));
        paused.addListener((property, was, now) -> live.setPaused(now));
        start.forEach(readings::keep);
        start.stream().filter(run -> run.images() > 0).forEach(run -> listed.insert(run, true));
        settings.valueProperty().addListener((property, before, after) -> take(before, after));
    }

    private void fail(Exception cause) {
        feed.fail(cause);
    }

    /**
     * Other settings are run; where only the reading is another one, there may be nothing to run.
     */
    private void take(Settings before, Settings after) {
        boolean onlyReading = after.withReading(before.reading()).equals(before);
        Optional<RunState> there =
                onlyReading
                        ? listed.of(after).filter(run -> run.isActive() || run.images() > 0)
                        : Optional.empty();
        there.ifPresentOrElse(
                run -> {
                    read(run, after.reading());
                    listed.show(run.id());
                },
                this::startUnasked);
    }

    private void startUnasked() {
        start();
        unasked = all().stream().filter(RunState::isActive).map(RunState::id).findFirst();
    }

    /**
     * The run that changed settings have begun, while it has no image: who changes a setting and
     * then presses Run wants it to go on. Told once, so that Run pressed again stops it.
     */
    public Optional<RunState> takeJustBegun() {
        Optional<RunState> begun =
                all().stream()
                        .filter(run -> unasked.filter(id -> id == run.id()).isPresent())
                        .filter(run -> run.isActive() && feed.latest(run).images() == 0)
                        .findFirst();
        unasked = Optional.empty();
        return begun;
    }

    /** How the classes of runs are read. */
    public RunReadings readings() {
        return readings;
    }

    /** Reads the classes of a run in another way; nothing is simulated but calibration images. */
    public void read(RunState run, ReadingChoice choice) {
        readings.choose(run, choice);
        feed.readAgain(run);
        listed.read(readings.read(run));
    }

    /** Reads the classes of a run in another way, which can be undone. */
    public void chooseReading(RunState run, ReadingChoice before, ReadingChoice choice) {
        Settings now = settings.get();
        if (run.settings().decisive().equals(now.decisive())) {
            settings.set(now.withReading(choice));
        } else if (!before.equals(choice)) {
            edits.read(run, () -> again(run.id(), before), () -> again(run.id(), choice));
        }
    }

    private void again(int id, ReadingChoice choice) {
        all().stream()
                .filter(run -> run.id() == id)
                .findFirst()
                .ifPresent(run -> read(run, choice));
    }

    /** Runs that have not begun multiply dense matrices by this. */
    void multiplyBy(DenseBackend backend) {
        live.multiplyBy(backend);
    }

    /** All of them, the newest first. */
    public ObservableList<RunState> all() {
        return listed.all();
    }

    /** What can be done with runs that have ended. */
    public RunEdits edits() {
        return edits;
    }

    /** Ids of the runs that are not drawn. */
    public ObservableList<Integer> undrawn() {
        return undrawn;
    }

    /** The run whose layers are shown. */
    public ObjectProperty<Optional<RunState>> focusProperty() {
        return listed.focusProperty();
    }

    /** Shows the layers of a run. */
    public void focus(RunState run) {
        following = run.isActive();
        focusProperty().set(Optional.of(run));
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

    /** The complete run with the results that the settings as they are would give. */
    public Optional<RunState> known() {
        return listed.of(settings.get()).filter(ListedRuns::isComplete);
    }

    /** Shows the run with the settings as they are, running it first if need be; others stop. */
    public void start() {
        stop();
        known().ifPresentOrElse(
                        run -> {
                            read(run, settings.get().reading());
                            following = false;
                            listed.show(run.id());
                        },
                        () -> queue(settings.get(), true));
    }

    /** Runs what has run already once more; what comes of it replaces its results. */
    public void again(RunState run) {
        if (!run.isActive()) {
            stop();
            begin(run, run.settings(), true);
        }
    }

    /** Runs all eight combinations that have not run yet, one after the other. */
    public void startAllCombinations() {
        startAll(Combinations.all(settings.get().conversion()));
    }

    /**
     * Runs those of these conversions that have not run yet, one after the other. Each is shown as
     * soon as it has images, until the user looks at one that has ended.
     */
    public void startAll(List<ConversionOptions> conversions) {
        List<Settings> wanted = conversions.stream().map(settings.get()::with).toList();
        List<Settings> decisive = wanted.stream().map(Settings::decisive).toList();
        boolean fitting =
                all().stream()
                        .filter(RunState::isActive)
                        .allMatch(run -> decisive.contains(run.settings().decisive()));
        if (!fitting) {
            stop();
        }
        following = true;
        for (Settings next : wanted) {
            boolean there =
                    listed.of(next)
                            .filter(run -> run.isActive() || ListedRuns.isComplete(run))
                            .isPresent();
            if (!there) {
                queue(next, focusProperty().get().isEmpty());
            }
        }
        if (!isRunning()) {
            known().ifPresent(this::focus);
        }
    }

    private void queue(Settings next, boolean show) {
        listed.of(next)
                .ifPresentOrElse(
                        stopped -> begin(stopped, next, show),
                        () -> {
                            problems.set(List.of());
                            following = true;
                            listed.insert(live.queue(next, RunStyles.free(all())), show);
                        });
    }

    private void begin(RunState before, Settings next, boolean show) {
        problems.set(List.of());
        following = true;
        replaced.put(before.id(), before);
        RunState begun = live.again(before, next);
        listed.replace(begun);
        if (show) {
            listed.show(begun.id());
        }
    }

    /** The runs were of all images, of which there are more from now on: stops, and says so. */
    void ofImages(int count) {
        stop();
        listed.ofImages(count);
    }

    /** Stops every run; what they have stays. */
    public void stop() {
        paused.set(false);
        live.stop();
        for (RunState run : List.copyOf(all())) {
            if (run.isActive()) {
                end(feed.latest(run).stopped());
            }
        }
    }

    /** What is left of a run that was ended early: nothing if it has no image. */
    private void end(RunState stopped) {
        RunState before = replaced.remove(stopped.id());
        feed.forget(stopped);
        if (before != null && before.images() >= stopped.images()) {
            listed.replace(before);
        } else if (stopped.images() > 0) {
            listed.replace(stopped);
        } else {
            listed.remove(stopped.id());
        }
    }

    /**
     * The runs that have images, the oldest first, to be saved: what runs again as it was before.
     */
    List<RunState> results() {
        List<RunState> results = new ArrayList<>();
        for (RunState run : all().reversed()) {
            RunState before = replaced.getOrDefault(run.id(), run);
            RunState more = before.images() >= run.images() ? before : run;
            if (more.images() > 0) {
                results.add(more);
            }
        }
        return results;
    }

    /** Runs that are drawn, the oldest first. */
    public List<RunState> shown() {
        List<RunState> shown = new ArrayList<>();
        for (RunState run : all().reversed()) {
            if (listed.isFocus(run) || !undrawn.contains(run.id())) {
                shown.add(run);
            }
        }
        return shown;
    }

    /** The measures of the focused run, if there are any yet. */
    public Optional<RunSnapshot> measures() {
        return focusProperty().get().flatMap(RunState::snapshot);
    }

    /** Images whose answer at a timestep of the focused run is not the CNN's, in order. */
    public List<Integer> changedImages(int t) {
        return changed.of(new At(measures(), t));
    }

    /**
     * Shows what was published since the last pulse.
     *
     * @return whether anything changed
     */
    boolean pulse() {
        boolean found = readings.takeNews();
        if (found) {
            for (RunState run : List.copyOf(all())) {
                feed.readAgain(run);
                listed.read(readings.read(run));
            }
        }
        // The oldest first, so that of several with their first images the newest is shown.
        for (RunState before : List.copyOf(all()).reversed()) {
            RunState latest = before.isActive() ? feed.latest(before) : before;
            if (!latest.equals(before)) {
                take(before, latest);
                found = true;
            }
        }
        List<Problem> failed = feed.takeFailure();
        if (!failed.isEmpty()) {
            problems.set(failed);
            found = true;
        }
        return found;
    }

    private void take(RunState before, RunState latest) {
        if (latest.phase() == RunState.Phase.STOPPED) {
            end(latest);
            return;
        }
        listed.replace(latest);
        if (!latest.isActive()) {
            replaced.remove(latest.id());
            feed.forget(latest);
        }
        if (following && before.images() == 0 && latest.images() > 0) {
            listed.show(latest.id());
        }
    }

    @Override
    public void close() {
        live.close();
        readings.close();
    }
}
