package org.eccexplorer.ui.state;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import org.eccexplorer.app.live.CnnReference;
import org.eccexplorer.app.live.CnnReferences;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.app.open.Calibrations;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.app.session.SessionState;
import org.eccexplorer.app.session.WindowPart;
import org.eccexplorer.app.sweep.results.SweepResults;
import org.eccexplorer.measure.energy.Accounting;
import org.eccexplorer.text.Texts;

/**
 * What the explorer shows and what can be done in it, part by part. Belongs to the FX thread;
 * {@link #pulse} hands over to it what other threads have done.
 */
public final class ExplorerViewModel implements AutoCloseable {
    private final ReadOnlyObjectWrapper<Experiment> experiment;
    private final Calibrations calibrations;
    private final History history = new History();
    private final SettingsEditor settings;
    private final RunList runs;
    private final DenseSetting dense;
    private final Selection selection;
    private final Playback playback = new Playback();
    private final CurrentPage currentPage = new CurrentPage();
    private final ObjectProperty<Accounting> accounting =
            new SimpleObjectProperty<>(Accounting.STANDARD);
    private final CnnReferences references;
    private final AtomicBoolean referred = new AtomicBoolean();
    private final Finding finding = new Finding();
    private final ObjectProperty<Optional<SweepResults>> sweep =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObservableSet<WindowPart> hiddenParts = FXCollections.observableSet();

    /** Shows an experiment; nothing runs yet. */
    public ExplorerViewModel(Experiment experiment) {
        this(SessionState.of(experiment, Settings.standard(), Set.of()));
    }

    /** Shows a session as it was saved. */
    public ExplorerViewModel(SessionState start) {
        Experiment experiment = start.experiment();
        this.experiment = new ReadOnlyObjectWrapper<>(experiment);
        calibrations = new Calibrations(experiment);
        hiddenParts.addAll(start.hidden());
        settings = new SettingsEditor(start.settings(), history);
        runs = new RunList(experiment, calibrations, settings, history, start.runs());
        dense = new DenseSetting(runs::multiplyBy);
        selection = new Selection(experiment.test());
        references = new CnnReferences(experiment, () -> referred.set(true));
        runs.focusProperty().addListener(o -> followFocus());
        followFocus();
        ViewStates.restore(this, start.look());
    }

    private void followFocus() {
        runs.focusProperty().get().ifPresent(run -> playback.follow(run.settings().timesteps()));
    }

    /** All of it as it is now, to be saved. */
    public SessionState state() {
        return new SessionState(
                experiment(), settings.get(), hiddenParts, ViewStates.now(this), runs.results());
    }

    public Experiment experiment() {
        return experiment.get();
    }

    /** The {@link #experiment}: another one when classes get other names. */
    public ReadOnlyObjectProperty<Experiment> experimentProperty() {
        return experiment.getReadOnlyProperty();
    }

    /**
     * Gives the classes other names, which can be undone; none: their numbers.
     *
     * @param names as many as the model has outputs
     */
    public void nameClasses(List<String> names) {
        List<String> before = experiment().classNames();
        if (!names.equals(before)) {
            history.record(
                    Texts.text("ui.state.classNames"), () -> named(before), () -> named(names));
            named(names);
        }
    }

    private void named(List<String> names) {
        experiment.set(experiment().withClassNames(names));
    }

    /** How many test images the next run is of. */
    public int images() {
        return settings.get().images(experiment().test().count());
    }

    /**
     * Runs on this many test images from now on, the first ones; what has run stays.
     *
     * @param most more than there are: all
     */
    public void useImages(int most) {
        boolean all = most >= experiment().test().count();
        settings.set(settings.get().withImages(all ? Settings.ALL_IMAGES : most));
    }

    /**
     * Runs on all images of an experiment that has more of them; what has run stays.
     *
     * @param more the same model and data, with more test images
     */
    public void useMoreImages(Experiment more) {
        int before = experiment().test().count();
        runs.ofImages(before);
        settings.ofImages(before);
        calibrations.take(more);
        selection.take(more.test());
        references.take(more.test());
        experiment.set(more);
        useImages(Settings.ALL_IMAGES);
    }

    /** The images that λ is measured on in its runs. */
    public Calibrations calibrations() {
        return calibrations;
    }

    /**
     * Measures λ on other images from the next run on, which starts; what has run stays.
     *
     * @param source which the {@link #calibrations} can read
     */
    public void calibrateOn(String source) {
        boolean own = source.equals(experiment().calibrationSource());
        settings.set(settings.get().withCalibration(own ? "" : source));
    }

    /** Whether the λ of a run was measured on some of the images that it is tested on. */
    public boolean isCalibratedOnTest(RunState run) {
        return experiment().isCalibratedOnTest(run.settings().calibration());
    }

    /** What the next run is made with; a change starts it. */
    public SettingsEditor settings() {
        return settings;
    }

    /** What was done to settings and runs, to be undone. */
    public History history() {
        return history;
    }

    public RunList runs() {
        return runs;
    }

    /** What multiplies dense matrices in the runs that follow. */
    public DenseSetting dense() {
        return dense;
    }

    /** The layer, neuron and image that everything shows. */
    public Selection selection() {
        return selection;
    }

    /** The timestep that everything shows. */
    public Playback playback() {
        return playback;
    }

    /** The search for a setting. */
    public Finding finding() {
        return finding;
    }

    /** The sweep that was opened last. */
    public ObjectProperty<Optional<SweepResults>> sweepProperty() {
        return sweep;
    }

    /** How energy is counted, wherever it is shown or written. */
    public ObjectProperty<Accounting> accountingProperty() {
        return accounting;
    }

    /** Which page is shown. */
    public CurrentPage currentPage() {
        return currentPage;
    }

    /** Parts of the window that are not shown. */
    public ObservableSet<WindowPart> hiddenParts() {
        return hiddenParts;
    }

    /** What everything shows now; empty while there is no run. */
    public Optional<Viewed> viewed() {
        return runs.focusProperty().get().map(this::viewed);
    }

    private Viewed viewed(RunState focus) {
        return new Viewed(
                runs.shown(),
                focus,
                selection.layerProperty().get(),
                selection.neuronProperty().get(),
                playback.timestepProperty().get(),
                selection.imageProperty().get(),
                cnn(focus));
    }

    /** The CNN's accuracy that a run is held against, on all images as soon as that is known. */
    public Optional<CnnReference> cnn(RunState run) {
        return references.of(run);
    }

    /**
     * Compares two runs in place of the explorer: those that were compared, if the focused run is
     * among them, else the focused run and the most useful one beside it.
     */
    public void compare() {
        IntegerProperty first = currentPage.firstComparedProperty();
        IntegerProperty second = currentPage.secondComparedProperty();
        runs.focusProperty()
                .get()
                .filter(focus -> focus.id() != first.get() && focus.id() != second.get())
                .ifPresent(focus -> {
                    first.set(focus.id());
                    second.set(ComparedPair.beside(runs.all(), focus).map(RunState::id).orElse(-1));
                });
        currentPage.comparingProperty().set(true);
    }

    /** Images on which CNN and SNN differ at the timestep that is looked at, in order. */
    public List<Integer> changedImages() {
        return runs.changedImages(playback.timestepProperty().get());
    }

    /** Selects the next of {@link #changedImages}, if there is one. */
    public void selectNextChanged() {
        selection.selectNext(changedImages());
    }

    /**
     * Shows what other threads have done since the last pulse, and moves on while playing.
     *
     * @return whether runs, traces, the CNN's accuracy or a search changed
     */
    public boolean pulse() {
        boolean traced = selection.pulse();
        boolean known = referred.getAndSet(false);
        boolean changed = runs.pulse();
        boolean found = finding.pulse();
        playback.pulse(System.nanoTime());
        return traced || known || changed || found;
    }

    @Override
    public void close() {
        runs.close();
        selection.close();
        references.close();
        finding.close();
    }
}
