package org.eccexplorer.ui.window;

import javafx.geometry.Insets;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.controlsfx.control.StatusBar;
import org.eccexplorer.app.live.ClosedFormCurve;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.app.run.Pace;
import org.eccexplorer.app.run.Preparation;
import org.eccexplorer.figures.words.CnnWords;
import org.eccexplorer.figures.words.RunWords;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.fx.Shown;
import org.eccexplorer.ui.fx.TextSize;
import org.eccexplorer.ui.state.ExplorerViewModel;

/** How far the run is, how fast, and how long it still takes. */
final class StatusLine extends StatusBar {
    /** How long a message can be read, in nanoseconds. */
    private static final long READING = 5_000_000_000L;

    private final ExplorerViewModel model;
    private final ProgressBar progress = new ProgressBar(0);
    private final Label machine = new Label();
    private final Hyperlink accuracy = new Hyperlink();
    private final Hyperlink hidden = new Hyperlink();
    private final Tooltip hiddenNames = new Tooltip();
    private long messageUntil = System.nanoTime();

    /**
     * The line.
     *
     * @param side shows the side of the window that there is no room for
     * @param parts shows what is hidden
     */
    StatusLine(ExplorerViewModel model, Runnable side, Runnable parts) {
        this.model = model;
        getStyleClass().add("status");
        TextSize.scale(progress.prefWidthProperty(), progress, 160);
        progress.setAccessibleText(Texts.text("ui.window.progress"));
        HBox.setMargin(progress, new Insets(0, 12, 0, 0));
        getLeftItems().add(progress);
        accuracy.setOnAction(event -> side.run());
        accuracy.setTooltip(new Tooltip(Texts.text("ui.window.accuracyTooltip")));
        hidden.setOnAction(event -> parts.run());
        getRightItems().addAll(hidden, accuracy, machine);
        show(false);
        setText("");
    }

    /** A message, which runs do not replace for some seconds. */
    void say(String message) {
        setText(message);
        messageUntil = System.nanoTime() + READING;
    }

    private void show(boolean narrow) {
        Shown.set(accuracy, narrow);
        Shown.set(machine, !narrow);
    }

    /**
     * Shows the focused run.
     *
     * @param narrow whether what else shows its accuracy may have no room
     * @param alone whether one chart has the whole window
     */
    void refresh(boolean narrow, boolean alone) {
        show(narrow);
        showHidden(alone);
        model.runs().focusProperty().get().ifPresentOrElse(this::show, this::showNone);
        model.runs().problemsProperty().get().stream()
                .findFirst()
                .ifPresent(problem -> setText(problem.message()));
    }

    private void showHidden(boolean alone) {
        int parts = model.hiddenParts().size();
        Shown.set(hidden, alone || parts > 0);
        hidden.setText(
                alone
                        ? Texts.text("ui.window.oneChart")
                        : Texts.counted("ui.window.partsHidden", parts));
        hiddenNames.setText(
                Texts.text("ui.window.hiddenTooltip", PackWords.names(model.hiddenParts())));
        hidden.setTooltip(alone ? null : hiddenNames);
    }

    private void showAccuracy(RunState focus) {
        accuracy.setText(
                focus.snapshot()
                        .filter(run -> run.images() > 0)
                        .map(run ->
                                Texts.text(
                                        "ui.window.accuracy",
                                        model.cnn(focus).map(CnnWords::line).orElse(Numbers.NONE),
                                        Numbers.percent(run.accuracy(run.timesteps()), 1),
                                        Numbers.count(run.timesteps()),
                                        Numbers.count(run.images())))
                        .orElse(Texts.text("ui.window.noAccuracyYet")));
    }

    /** What was said of a run goes with it. */
    private void showNone() {
        progress.setProgress(0);
        if (System.nanoTime() - messageUntil >= 0) {
            setText("");
        }
    }

    private void show(RunState focus) {
        showAccuracy(focus);
        int total = focus.settings().images(model.experiment().test().count());
        int done = focus.snapshot().map(RunSnapshot::images).orElse(0);
        progress.setProgress((double) done / total);
        long used = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        machine.setText(
                Texts.text(
                        "ui.window.machine",
                        Texts.counted("ui.window.threads", focus.settings().threads()),
                        Numbers.count(used >> 20)));
        long waiting =
                model.runs().all().stream()
                        .filter(run -> run.phase() == RunState.Phase.WAITING)
                        .filter(run -> run.id() != focus.id())
                        .count();
        if (System.nanoTime() - messageUntil < 0) {
            return;
        }
        boolean paused = model.runs().pausedProperty().get();
        String text = text(focus, done, total, paused);
        setText(
                waiting > 0
                        ? text + " · " + Texts.counted("ui.window.moreRunsWaiting", waiting)
                        : text);
    }

    /** All images are simulated, and the closed form is still evaluated for some T. */
    private static String closedForm(RunState focus, int total) {
        ClosedFormCurve curve = focus.closedForm();
        int done = curve.images() == total ? curve.accuracy().size() : 0;
        int all = ClosedFormCurve.timesteps(focus.settings().timesteps()).size();
        return Texts.text(
                "ui.window.closedForm",
                focus.name(),
                Numbers.count(total),
                Numbers.fixed(focus.seconds(), 1),
                Numbers.count(done),
                Numbers.count(all));
    }

    private static String text(RunState focus, int done, int total, boolean paused) {
        return switch (focus.phase()) {
            case WAITING -> Texts.text("ui.window.waiting", focus.name());
            case CONVERTING ->
                    focus.step() instanceof Preparation.Step.Converting
                            ? Texts.text("ui.window.converting", focus.name())
                            : RunWords.whyEmpty(focus);
            case SIMULATING ->
                    done == total
                            ? closedForm(focus, total)
                            : simulating(focus, done, total, paused);
            case COMPLETE ->
                    Texts.text(
                            "ui.window.complete",
                            focus.name(),
                            Numbers.count(done),
                            Numbers.fixed(focus.seconds(), 1));
            case STOPPED ->
                    Texts.text(
                            "ui.window.stopped",
                            focus.name(),
                            Numbers.count(done),
                            Numbers.count(total));
            case STALE -> Texts.text("ui.window.stale", focus.name());
        };
    }

    /** How fast and how long is said of what goes on, and only when it can be told. */
    private static String simulating(RunState focus, int done, int total, boolean paused) {
        String images =
                Texts.text(
                        "ui.window.simulating",
                        focus.name(),
                        Numbers.count(done),
                        Numbers.count(total));
        if (paused) {
            return Texts.text("ui.window.paused", images);
        }
        return done == 0
                ? images
                : Texts.text(
                        "ui.window.withPace", images, Pace.whole(done, total, focus.seconds()));
    }
}
