package org.eccexplorer.ui.state;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import org.eccexplorer.app.live.LiveRuns;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.app.live.Traces;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.open.ViewedImage;
import org.eccexplorer.app.run.Combinations;
import org.eccexplorer.app.run.ImageTrace;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.app.session.SessionFile;
import org.eccexplorer.app.session.WindowPart;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.sim.NeuronTrace;
import org.eccexplorer.sim.SpikeRecord;

/**
 * What the explorer shows and what one can do in it. All methods but the publishing of runs belong
 * to the FX thread; {@link #pulse} carries what runs published over to it.
 */
public final class ExplorerViewModel implements AutoCloseable {
    private final History history = new History();
    private final SettingsEditor settings;
    private final Playback playback = new Playback();
    private final IntegerProperty selectedLayer = new SimpleIntegerProperty(0);
    private final IntegerProperty selectedNeuron = new SimpleIntegerProperty(-1);
    private final ObjectProperty<ViewedImage> sample;
    private final BooleanProperty paused = new SimpleBooleanProperty();
    private final StringProperty problem = new SimpleStringProperty("");
    private final ObjectProperty<List<Problem>> problems = new SimpleObjectProperty<>(List.of());
    private final CurrentPage looking = new CurrentPage();
    private final ObservableList<RunState> runs = FXCollections.observableArrayList();
    private final ObservableList<Integer> hidden = FXCollections.observableArrayList();
    private final ObservableSet<WindowPart> hiddenParts = FXCollections.observableSet();
    private final ObjectProperty<Optional<RunState>> focus =
            new SimpleObjectProperty<>(Optional.empty());

    private final Experiment experiment;
    private final ConcurrentHashMap<Integer, RunState> published = new ConcurrentHashMap<>();
    private final AtomicReference<List<Problem>> failure = new AtomicReference<>(List.of());
    private final AtomicBoolean traced = new AtomicBoolean();
    private final Map<SpikeRecord, Map<Integer, NeuronTrace>> followed = new HashMap<>();
    private final LiveRuns live;
    private final Traces traces = new Traces(() -> traced.set(true));

    /** Shows an experiment; nothing runs yet. */
    public ExplorerViewModel(Experiment experiment) {
        this(SessionFile.State.of(experiment, Settings.standard(), Set.of()));
    }

    /** Shows a session as it was saved; the ids of later runs count on from those of its own. */
    public ExplorerViewModel(SessionFile.State start) {
        experiment = start.experiment();
        settings = new SettingsEditor(start.settings(), history);
        hiddenParts.addAll(start.hidden());
        sample = new SimpleObjectProperty<>(ViewedImage.of(experiment.test(), 0));
        live =
                new LiveRuns(
                        experiment,
                        start.runs().stream().mapToInt(RunState::id).max().orElse(-1) + 1,
                        state -> published.put(state.id(), state),
                        e -> failure.set(ProblemException.of("the run", e)));
        focus.addListener((property, was, now) ->
                now.ifPresent(run -> playback.follow(run.settings().timesteps())));
        selectedLayer.addListener(o -> selectedNeuron.set(-1));
        sample.addListener(o -> selectedNeuron.set(-1));
        paused.addListener((property, was, now) -> live.setPaused(now));
        start.runs().forEach(this::add);
        looking.restore(this, start.look());
    }

    /** All of it as it is now, to be saved. */
    public SessionFile.State state() {
        return new SessionFile.State(
                experiment, settings.get(), hiddenParts, looking.now(this), runs.reversed());
    }

    /** Which page is shown. */
    public CurrentPage looking() {
        return looking;
    }

    /** Parts of the window that are not shown. */
    public ObservableSet<WindowPart> hiddenParts() {
        return hiddenParts;
    }

    public Experiment experiment() {
        return experiment;
    }

    /** What the next run is made with. */
    public SettingsEditor settings() {
        return settings;
    }

    /** What was done to settings and runs, to be undone. */
    public History history() {
        return history;
    }

    /** The timestep that is looked at. */
    public Playback playback() {
        return playback;
    }

    public IntegerProperty selectedLayerProperty() {
        return selectedLayer;
    }

    /** Index in the selected layer; −1 leaves the choice to the view. */
    public IntegerProperty selectedNeuronProperty() {
        return selectedNeuron;
    }

    /** The image that is looked at. */
    public ObjectProperty<ViewedImage> sampleProperty() {
        return sample;
    }

    /** Looks at an image of the data set; the number may run over either end. */
    public void selectSample(int index) {
        int count = experiment.test().count();
        sample.set(ViewedImage.of(experiment.test(), Math.floorMod(index, count)));
    }

    /** Looks at the next image on which CNN and SNN differ at the end, if there is one. */
    public void selectNextChanged() {
        List<Integer> changed = measures().map(RunSnapshot::changedAnswers).orElse(List.of());
        int from = sample.get().index();
        changed.stream()
                .filter(image -> image > from)
                .findFirst()
                .or(() -> changed.stream().findFirst())
                .ifPresent(this::selectSample);
    }

    /** Whether the run is held. */
    public BooleanProperty pausedProperty() {
        return paused;
    }

    /** The last problem of a run, empty if there is none. */
    public StringProperty problemProperty() {
        return problem;
    }

    /** All problems that ended a run, to be explained. */
    public ObjectProperty<List<Problem>> problemsProperty() {
        return problems;
    }

    /** All runs of this session, the newest first. */
    public ObservableList<RunState> runs() {
        return runs;
    }

    /** Ids of the runs that are not drawn. */
    public ObservableList<Integer> hidden() {
        return hidden;
    }

    /** The run whose layers are shown. */
    public ObjectProperty<Optional<RunState>> focusProperty() {
        return focus;
    }

    /** Starts a run with the settings as they are; a run that is going on stops. */
    public void run() {
        paused.set(false);
        add(live.start(settings.get()));
    }

    /** Runs all eight combinations, one after the other. */
    public void runAllCombinations() {
        runAll(Combinations.all(settings.get().conversion()));
    }

    /** Runs these conversions, one after the other; a run that is going on stops. */
    public void runAll(List<ConversionOptions> conversions) {
        stop();
        for (ConversionOptions options : conversions) {
            add(live.queue(settings.get().with(options)));
        }
    }

    private void add(RunState state) {
        problem.set("");
        published.putIfAbsent(state.id(), state);
        runs.addFirst(state);
        focus.set(Optional.of(state));
    }

    public void stop() {
        paused.set(false);
        live.stop();
    }

    public boolean isRunning() {
        return runs.stream().anyMatch(RunState::isActive);
    }

    /** Runs that are drawn, the oldest first. */
    public List<RunState> shown() {
        List<RunState> shown = new ArrayList<>();
        for (RunState run : runs.reversed()) {
            if (isFocus(run) || !hidden.contains(run.id())) {
                shown.add(run);
            }
        }
        return shown;
    }

    private boolean isFocus(RunState run) {
        return focus.get().map(f -> f.id() == run.id()).orElse(false);
    }

    /** Takes the settings of a run as those of the next one. */
    public void useSettingsOf(RunState run) {
        settings.set(run.settings());
    }

    /** Gives a run that is not going on another name; an empty one restores its own. */
    public void rename(RunState run, String name) {
        if (!run.isActive() && !name.strip().equals(run.name())) {
            String before = run.label();
            String after = name.strip();
            history.did(() -> label(run.id(), before), () -> label(run.id(), after));
            label(run.id(), after);
        }
    }

    private void label(int id, String label) {
        for (RunState run : List.copyOf(runs)) {
            if (run.id() == id) {
                RunState named = run.named(label);
                published.replace(id, named);
                runs.replaceAll(r -> r.id() == id ? named : r);
                if (isFocus(run)) {
                    focus.set(Optional.of(named));
                }
            }
        }
    }

    /** Keeps the results of a run that is not going on a second time, as a run of its own. */
    public void duplicate(RunState run) {
        if (!run.isActive()) {
            RunState copy = live.copy(run);
            history.did(() -> remove(copy), () -> insert(copy));
            insert(copy);
        }
    }

    /** Removes a run that is not going on. */
    public void delete(RunState run) {
        if (!run.isActive()) {
            history.did(() -> insert(run), () -> remove(run));
            remove(run);
        }
    }

    private void remove(RunState run) {
        published.remove(run.id());
        runs.removeIf(r -> r.id() == run.id());
        if (isFocus(run)) {
            focus.set(runs.stream().findFirst());
        }
    }

    private void insert(RunState run) {
        published.put(run.id(), run);
        int at = 0;
        while (at < runs.size() && runs.get(at).id() > run.id()) {
            at++;
        }
        runs.add(at, run);
        focus.set(Optional.of(run));
    }

    /** How the sample went through a run, if that is known already; if not, it soon will be. */
    public Optional<ImageTrace> trace(RunState run) {
        return traces.get(run, sample.get());
    }

    /** The neuron that is looked at: the selected one, or the one with the largest activation. */
    public int neuron(ImageTrace trace) {
        float[] activations = trace.activations().get(selectedLayer.get());
        int chosen = selectedNeuron.get();
        if (chosen >= 0 && chosen < activations.length) {
            return chosen;
        }
        int largest = 0;
        for (int i = 1; i < activations.length; i++) {
            largest = activations[i] > activations[largest] ? i : largest;
        }
        return largest;
    }

    /** One neuron through a run, computed once for as long as it is looked at. */
    public NeuronTrace follow(ImageTrace trace, int layer, int neuron) {
        Map<Integer, NeuronTrace> known =
                followed.computeIfAbsent(trace.spikes(), t -> new HashMap<>());
        if (followed.size() > 4 || known.size() > 4) {
            followed.clear();
        }
        return known.computeIfAbsent(
                neuron * trace.network().layers().size() + layer,
                key -> trace.neuron(layer, neuron));
    }

    /** The measures of the focused run, if there are any yet. */
    public Optional<RunSnapshot> measures() {
        return focus.get().flatMap(RunState::snapshot);
    }

    /** The name of a class. */
    public String className(int label) {
        List<String> names = experiment.classNames();
        return label >= 0 && label < names.size() ? names.get(label) : String.valueOf(label);
    }

    /**
     * Takes over what was published since the last pulse.
     *
     * @return whether anything changed
     */
    public boolean pulse() {
        boolean changed = traced.getAndSet(false);
        for (int i = 0; i < runs.size(); i++) {
            RunState latest = published.get(runs.get(i).id());
            if (latest != null && !latest.equals(runs.get(i))) {
                RunState before = runs.set(i, latest);
                changed = true;
                boolean begun =
                        before.phase() == RunState.Phase.CONVERTING
                                && latest.phase() == RunState.Phase.SIMULATING;
                if (isFocus(before) || begun) {
                    focus.set(Optional.of(latest));
                }
            }
        }
        List<Problem> failed = failure.getAndSet(List.of());
        if (!failed.isEmpty()) {
            problem.set(failed.getFirst().message());
            problems.set(failed);
            changed = true;
        }
        playback.pulse(System.nanoTime());
        return changed;
    }

    @Override
    public void close() {
        live.close();
        traces.close();
    }

    /** Opens the bundled sample with so many images. */
    public static ExplorerViewModel sample(int images) throws ProblemException {
        return new ExplorerViewModel(Experiment.sample("fashion-mnist", images));
    }
}
