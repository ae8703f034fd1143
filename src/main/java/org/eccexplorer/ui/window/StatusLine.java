package org.eccexplorer.ui.window;

import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import org.controlsfx.control.StatusBar;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.app.run.Pace;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.ui.state.ExplorerViewModel;

/** How far the run is, how fast, and how long it still takes. */
final class StatusLine extends StatusBar {
    /** How long a message can be read, in nanoseconds. */
    private static final long READING = 5_000_000_000L;

    private final ExplorerViewModel model;
    private final ProgressBar progress = new ProgressBar(0);
    private final Label machine = new Label();
    private long kept = System.nanoTime();

    StatusLine(ExplorerViewModel model) {
        this.model = model;
        getStyleClass().add("status");
        progress.setPrefWidth(200);
        progress.setAccessibleText("progress of the run");
        HBox.setMargin(progress, new Insets(0, 12, 0, 0));
        getLeftItems().add(progress);
        getRightItems().add(machine);
        setText("");
    }

    /** A message, for some seconds before runs have their say. */
    void say(String message) {
        setText(message);
        kept = System.nanoTime() + READING;
    }

    /** Shows the focused run. */
    void refresh() {
        model.runs().focusProperty().get().ifPresent(this::show);
        model.runs().problemsProperty().get().stream()
                .findFirst()
                .ifPresent(problem -> setText(problem.message()));
    }

    private void show(RunState focus) {
        int total = model.experiment().test().count();
        int done = focus.snapshot().map(RunSnapshot::images).orElse(0);
        double rate = focus.seconds() > 0 ? done / focus.seconds() : 0;
        progress.setProgress((double) done / total);
        long used = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        machine.setText("%d threads · %,d MB".formatted(focus.settings().threads(), used >> 20));
        long waiting =
                model.runs().all().stream()
                        .filter(run -> run.phase() == RunState.Phase.CONVERTING)
                        .filter(run -> run.id() != focus.id())
                        .count();
        if (System.nanoTime() - kept < 0) {
            return;
        }
        setText(
                (model.runs().pausedProperty().get() ? "paused · " : "")
                        + text(focus, done, total, rate)
                        + (waiting > 0 ? " · %d more runs waiting".formatted(waiting) : ""));
    }

    private static String text(RunState focus, int done, int total, double rate) {
        return switch (focus.phase()) {
            case CONVERTING -> focus.name() + ": converting …";
            case SIMULATING ->
                    "%s: %,d of %,d images · %s · %.0f s left"
                            .formatted(
                                    focus.name(),
                                    done,
                                    total,
                                    Pace.text(done, focus.seconds()),
                                    rate > 0 ? (total - done) / rate : 0);
            case COMPLETE ->
                    "%s: %,d images in %.1f s".formatted(focus.name(), done, focus.seconds());
            case STOPPED ->
                    "%s: stopped after %,d of %,d images".formatted(focus.name(), done, total);
            case STALE -> focus.name() + ": results of other model or images, run again";
        };
    }
}
