package org.eccexplorer.ui.explorer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.eccexplorer.app.Combinations;
import org.eccexplorer.app.Experiment;
import org.eccexplorer.app.LiveRuns;
import org.eccexplorer.app.RunState;
import org.eccexplorer.app.Settings;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.problem.ProblemException;

/**
 * What the explorer shows and what one can do in it. All methods but the publishing of runs belong
 * to the FX thread; {@link #pulse} carries what runs published over to it.
 */
public final class ExplorerViewModel implements AutoCloseable {
    private final BooleanProperty currentNormalisation = new SimpleBooleanProperty(true);
    private final BooleanProperty residualElimination = new SimpleBooleanProperty(true);
    private final BooleanProperty batchNormConsistency = new SimpleBooleanProperty(true);
    private final DoubleProperty theta = new SimpleDoubleProperty(0.5);
    private final DoubleProperty epsilon = new SimpleDoubleProperty(1e-5);
    private final DoubleProperty lambdaPercentile = new SimpleDoubleProperty(100);
    private final IntegerProperty weightBits = new SimpleIntegerProperty(0);
    private final ObjectProperty<ConversionOptions.Reset> reset =
            new SimpleObjectProperty<>(ConversionOptions.Reset.SUBTRACTION);
    private final ObjectProperty<ConversionOptions.InputCoding> input =
            new SimpleObjectProperty<>(ConversionOptions.InputCoding.CONSTANT);
    private final IntegerProperty timesteps = new SimpleIntegerProperty(256);
    private final IntegerProperty selectedLayer = new SimpleIntegerProperty(0);
    private final IntegerProperty selectedSample = new SimpleIntegerProperty(0);
    private final StringProperty problem = new SimpleStringProperty("");
    private final ObservableList<RunState> runs = FXCollections.observableArrayList();
    private final ObservableList<Integer> hidden = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<RunState>> focus =
            new SimpleObjectProperty<>(Optional.empty());

    private final Experiment experiment;
    private final ConcurrentHashMap<Integer, RunState> published = new ConcurrentHashMap<>();
    private final AtomicReference<String> failure = new AtomicReference<>("");
    private final LiveRuns live;

    /** Shows an experiment; nothing runs yet. */
    public ExplorerViewModel(Experiment experiment) {
        this.experiment = experiment;
        live =
                new LiveRuns(
                        state -> published.put(state.id(), state),
                        e -> failure.set(String.valueOf(e.getMessage())));
    }

    public Experiment experiment() {
        return experiment;
    }

    public BooleanProperty currentNormalisationProperty() {
        return currentNormalisation;
    }

    public BooleanProperty residualEliminationProperty() {
        return residualElimination;
    }

    public BooleanProperty batchNormConsistencyProperty() {
        return batchNormConsistency;
    }

    public DoubleProperty thetaProperty() {
        return theta;
    }

    public DoubleProperty epsilonProperty() {
        return epsilon;
    }

    public DoubleProperty lambdaPercentileProperty() {
        return lambdaPercentile;
    }

    public IntegerProperty weightBitsProperty() {
        return weightBits;
    }

    public ObjectProperty<ConversionOptions.Reset> resetProperty() {
        return reset;
    }

    public ObjectProperty<ConversionOptions.InputCoding> inputProperty() {
        return input;
    }

    public IntegerProperty timestepsProperty() {
        return timesteps;
    }

    public IntegerProperty selectedLayerProperty() {
        return selectedLayer;
    }

    public IntegerProperty selectedSampleProperty() {
        return selectedSample;
    }

    /** The last problem of a run, empty if there is none. */
    public StringProperty problemProperty() {
        return problem;
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

    /** The settings as they are now. */
    public Settings settings() {
        ConversionOptions options =
                ConversionOptions.ecc()
                        .with(o -> {
                            o.currentNormalisation = currentNormalisation.get();
                            o.residualElimination = residualElimination.get();
                            o.batchNormConsistency = batchNormConsistency.get();
                            o.theta = theta.get();
                            o.epsilon = epsilon.get();
                            o.lambdaPercentile = lambdaPercentile.get();
                            o.weightBits = weightBits.get();
                            o.reset = reset.get();
                            o.input = input.get();
                        });
        Settings standard = Settings.standard();
        return new Settings(
                options, timesteps.get(), standard.seed(), standard.threads(), standard.kernels());
    }

    /** Starts a run with the settings as they are; a run that is going on stops. */
    public void run() {
        add(live.start(experiment, settings()));
    }

    /** Runs all eight combinations, one after the other. */
    public void runAllCombinations() {
        runAll(Combinations.all(settings().conversion()));
    }

    /** Runs these conversions, one after the other; a run that is going on stops. */
    public void runAll(List<ConversionOptions> conversions) {
        live.stop();
        for (ConversionOptions options : conversions) {
            add(live.queue(experiment, settings().with(options)));
        }
    }

    private void add(RunState state) {
        problem.set("");
        published.putIfAbsent(state.id(), state);
        runs.addFirst(state);
        focus.set(Optional.of(state));
    }

    public void stop() {
        live.stop();
    }

    public boolean isRunning() {
        return runs.stream().anyMatch(RunState::isActive);
    }

    /** Runs that are drawn, the oldest first. */
    public List<RunState> shown() {
        List<RunState> shown = new ArrayList<>();
        for (RunState run : runs.reversed()) {
            boolean isFocus = focus.get().map(f -> f.id() == run.id()).orElse(false);
            if (isFocus || !hidden.contains(run.id())) {
                shown.add(run);
            }
        }
        return shown;
    }

    /** Removes a run that is not going on. */
    public void delete(RunState run) {
        if (!run.isActive()) {
            published.remove(run.id());
            runs.remove(run);
            if (focus.get().map(f -> f.id() == run.id()).orElse(false)) {
                focus.set(runs.stream().findFirst());
            }
        }
    }

    /**
     * Takes over what was published since the last pulse.
     *
     * @return whether anything changed
     */
    public boolean pulse() {
        boolean changed = false;
        for (int i = 0; i < runs.size(); i++) {
            RunState latest = published.get(runs.get(i).id());
            if (latest != null && !latest.equals(runs.get(i))) {
                RunState before = runs.set(i, latest);
                changed = true;
                if (focus.get().map(f -> f.id() == before.id()).orElse(false)) {
                    focus.set(Optional.of(latest));
                }
                boolean begun = before.phase() == RunState.Phase.CONVERTING && latest.isActive();
                if (begun && latest.phase() == RunState.Phase.SIMULATING) {
                    focus.set(Optional.of(latest));
                }
            }
        }
        String failed = failure.getAndSet("");
        if (!failed.isEmpty()) {
            problem.set(failed);
            changed = true;
        }
        return changed;
    }

    @Override
    public void close() {
        live.close();
    }

    /** Opens the bundled sample with so many images. */
    public static ExplorerViewModel sample(int images) throws ProblemException {
        return new ExplorerViewModel(Experiment.sample("fashion-mnist", images));
    }
}
