package org.eccexplorer.ui.explorer;

import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.eccexplorer.app.RunState;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.plot.Theme;

/** The whole window's content. */
public final class ExplorerView extends BorderPane {
    /** Below this width the right side folds away. */
    private static final double WIDE = 1150;

    private final ExplorerViewModel model;
    private final BooleanProperty dark = new SimpleBooleanProperty();
    private final RunsPane runs;
    private final NetworkStrip strip;
    private final ChartsPane charts = new ChartsPane();
    private final TilesPane tiles = new TilesPane();
    private final SamplePane sample;
    private final LayerPane layer;
    private final FeatureMapsPane maps;
    private final Button start = new Button();
    private final ProgressBar progress = new ProgressBar(0);
    private final Label status = new Label();
    private final Label machine = new Label();
    private boolean stale = true;

    /**
     * Shows a view-model.
     *
     * @param open lets the user choose another model
     */
    public ExplorerView(ExplorerViewModel model, Runnable open) {
        this.model = model;
        getStyleClass().add("explorer");
        getStylesheets()
                .add(
                        Objects.requireNonNull(getClass().getResource("explorer.css"))
                                .toExternalForm());
        runs = new RunsPane(model);
        strip = new NetworkStrip(model);
        sample = new SamplePane(model);
        layer = new LayerPane(model);
        maps = new FeatureMapsPane(model);
        VBox left = new VBox(new SettingsPane(model), runs);
        left.getStyleClass().add("side");
        ScrollPane leftScroll = new ScrollPane(left);
        leftScroll.setFitToWidth(true);
        leftScroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        leftScroll.getStyleClass().add("left");
        leftScroll.setMinWidth(278);
        leftScroll.setPrefWidth(278);
        VBox centre = new VBox(10, strip, charts);
        centre.getStyleClass().add("centre");
        VBox.setVgrow(charts, Priority.ALWAYS);
        VBox right = new VBox(14, tiles, sample, maps, layer);
        right.getStyleClass().add("right");
        setTop(topBar(open));
        setLeft(leftScroll);
        setCenter(centre);
        setRight(right);
        setBottom(statusLine());
        right.visibleProperty().bind(widthProperty().greaterThan(WIDE));
        right.managedProperty().bind(right.visibleProperty());
        dark.addListener((property, before, on) -> applyTheme(on));
        watch();
    }

    public BooleanProperty darkProperty() {
        return dark;
    }

    private void applyTheme(boolean on) {
        getStyleClass().remove("dark");
        if (on) {
            getStyleClass().add("dark");
        }
        charts.themeProperty().set(theme());
        stale = true;
    }

    private Theme theme() {
        return dark.get() ? Theme.DARK : Theme.LIGHT;
    }

    private HBox topBar(Runnable open) {
        Label title = new Label("ECC Explorer");
        title.getStyleClass().add("app-title");
        Label name =
                chip(
                        "Model",
                        String.valueOf(model.experiment().model().file().getFileName()),
                        model.experiment().model().model().format());
        Button other = new Button("Open…");
        other.setTooltip(
                new Tooltip("Open a Keras model and images (Ctrl/Cmd-O), or drop them here"));
        other.setOnAction(event -> open.run());
        Label data =
                chip(
                        "Data",
                        "%,d images".formatted(model.experiment().test().count()),
                        model.experiment().dataSource());
        ChoiceBox<Integer> timesteps = new ChoiceBox<>();
        timesteps.getItems().setAll(32, 64, 128, 256, 512, 1024);
        timesteps.setValue(model.timestepsProperty().get());
        timesteps
                .valueProperty()
                .addListener((property, before, t) -> model.timestepsProperty().set(t));
        timesteps.setTooltip(new Tooltip("T, the number of timesteps"));
        timesteps.setAccessibleText("timesteps T");
        start.setDefaultButton(true);
        start.getStyleClass().add("primary");
        start.setTooltip(new Tooltip("Run or stop (F5)"));
        start.setOnAction(event -> toggleRun());
        Button look = new Button("◐");
        look.setTooltip(new Tooltip("Light or dark"));
        look.setAccessibleText("light or dark");
        look.setOnAction(event -> dark.set(!dark.get()));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label t = new Label("T");
        t.getStyleClass().add("muted");
        HBox bar = new HBox(10, title, name, data, other, t, timesteps, start, space, look);
        bar.getStyleClass().add("top-bar");
        return bar;
    }

    private static Label chip(String what, String value, String tooltip) {
        Label chip = new Label(what + "  " + value);
        chip.getStyleClass().add("chip");
        chip.setTooltip(new Tooltip(tooltip));
        return chip;
    }

    /** Puts a message into the status line until a run has something to say. */
    public void say(String message) {
        status.setText(message);
    }

    /** Puts the keyboard where a newcomer needs it first. */
    public void focusRun() {
        start.requestFocus();
    }

    /** Turns to the page of charts on errors. */
    public void showErrors() {
        charts.getSelectionModel().select(1);
    }

    /** Runs with the settings as they are, or stops what runs. */
    public void toggleRun() {
        if (model.isRunning()) {
            model.stop();
        } else {
            model.run();
        }
    }

    private HBox statusLine() {
        progress.setPrefWidth(200);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox line = new HBox(12, progress, status, space, machine);
        line.getStyleClass().add("status");
        return line;
    }

    /** A changed setting starts a run; a changed selection only repaints. */
    private void watch() {
        model.currentNormalisationProperty().addListener(o -> model.run());
        model.residualEliminationProperty().addListener(o -> model.run());
        model.batchNormConsistencyProperty().addListener(o -> model.run());
        model.thetaProperty().addListener(o -> model.run());
        model.epsilonProperty().addListener(o -> model.run());
        model.lambdaPercentileProperty().addListener(o -> model.run());
        model.weightBitsProperty().addListener(o -> model.run());
        model.resetProperty().addListener(o -> model.run());
        model.inputProperty().addListener(o -> model.run());
        model.timestepsProperty().addListener(o -> model.run());
        model.selectedLayerProperty().addListener(o -> stale = true);
        model.selectedSampleProperty().addListener(o -> stale = true);
        model.focusProperty().addListener(o -> stale = true);
        model.problemProperty().addListener(o -> stale = true);
        charts.getSelectionModel().selectedIndexProperty().addListener(o -> stale = true);
        model.runs().addListener((ListChangeListener<RunState>) change -> stale = true);
        model.hidden().addListener((ListChangeListener<Integer>) change -> stale = true);
    }

    /** Called at every pulse: shows what changed since the last one, if anything did. */
    public void pulse() {
        if (!model.pulse() && !stale) {
            return;
        }
        stale = false;
        start.setText(model.isRunning() ? "■ Stop" : "▶ Run");
        runs.refresh(theme());
        Optional<RunState> focus = model.focusProperty().get();
        focus.ifPresent(this::show);
        if (!model.problemProperty().get().isEmpty()) {
            status.setText(model.problemProperty().get());
        }
    }

    private void show(RunState focus) {
        strip.refresh(focus);
        charts.refresh(model.shown(), focus, model.selectedLayerProperty().get());
        tiles.refresh(focus);
        sample.refresh(focus);
        layer.refresh(focus);
        maps.refresh(focus);
        int total = model.experiment().test().count();
        int done = focus.snapshot().map(RunSnapshot::images).orElse(0);
        double rate = focus.seconds() > 0 ? done / focus.seconds() : 0;
        progress.setProgress((double) done / total);
        status.setText(statusText(focus, done, total, rate));
        machine.setText(
                "%d threads · %,d MB".formatted(focus.settings().threads(), usedMemory() >> 20));
    }

    private static String statusText(RunState focus, int done, int total, double rate) {
        return switch (focus.phase()) {
            case CONVERTING -> focus.name() + ": converting …";
            case SIMULATING ->
                    "%s: %,d of %,d images · %.0f images/s · %.0f s left"
                            .formatted(
                                    focus.name(),
                                    done,
                                    total,
                                    rate,
                                    rate > 0 ? (total - done) / rate : 0);
            case COMPLETE ->
                    "%s: %,d images in %.1f s".formatted(focus.name(), done, focus.seconds());
            case STOPPED ->
                    "%s: stopped after %,d of %,d images".formatted(focus.name(), done, total);
        };
    }

    private static long usedMemory() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
