package org.eccexplorer.ui.runs;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.plot.ChartTheme;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.chart.Paints;
import org.eccexplorer.ui.state.ExplorerViewModel;

/** One run in the list of runs: whether it is drawn, its colour, name, phase and accuracy. */
final class RunLine extends HBox {
    private static final PseudoClass FOCUSED_RUN = PseudoClass.getPseudoClass("focused-run");

    private final ExplorerViewModel model;
    private final CheckBox shown = new CheckBox();
    private final Circle dot = new Circle(5);
    private final Button name = new Button();
    private final Tooltip meaning = new Tooltip();
    private final Label phase = new Label();
    private final Label accuracy = new Label();
    private Optional<RunState> run = Optional.empty();

    RunLine(ExplorerViewModel model, RunMenu menu) {
        super(6);
        this.model = model;
        getStyleClass().add("run-row");
        shown.setTooltip(new Tooltip(Texts.text("ui.runs.drawTooltip")));
        shown.setOnAction(event -> run.ifPresent(this::draw));
        name.getStyleClass().add("run-name");
        name.setTooltip(meaning);
        name.setOnAction(event -> run.ifPresent(model.runs()::focus));
        setOnMouseClicked(event -> run.ifPresent(model.runs()::focus));
        setOnContextMenuRequested(event ->
                run.ifPresent(r -> menu.of(r).show(this, event.getScreenX(), event.getScreenY())));
        phase.getStyleClass().add("muted");
        phase.setMinWidth(USE_PREF_SIZE);
        accuracy.getStyleClass().add("value");
        accuracy.setMinWidth(USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().addAll(shown, dot, name, phase, space, accuracy);
    }

    private void draw(RunState of) {
        if (shown.isSelected()) {
            model.runs().undrawn().remove(Integer.valueOf(of.id()));
        } else {
            model.runs().undrawn().add(of.id());
        }
    }

    /** Shows a run as it is now. */
    void show(RunState now, boolean focused, ChartTheme theme) {
        run = Optional.of(now);
        shown.setSelected(!model.runs().undrawn().contains(now.id()));
        shown.setAccessibleText(Texts.text("ui.runs.draw", now.name()));
        dot.setFill(Paints.of(theme.run(now.style())));
        name.setText(now.name());
        meaning.setText(Texts.text("ui.runs.meaning", now.name(), now.settings().timesteps()));
        phase.setText(phase(now));
        accuracy.setText(accuracy(now));
        pseudoClassStateChanged(FOCUSED_RUN, focused);
    }

    private static String phase(RunState run) {
        return switch (run.phase()) {
            case CONVERTING -> Texts.text("ui.runs.waiting");
            case SIMULATING -> Texts.text("ui.runs.running");
            case COMPLETE -> "";
            case STOPPED -> Texts.text("ui.runs.partial");
            case STALE -> Texts.text("ui.runs.stale");
        };
    }

    private static String accuracy(RunState run) {
        return run.snapshot()
                .map(s -> Numbers.fixed(100 * s.accuracy(s.timesteps()), 1))
                .orElse(Numbers.NONE);
    }
}
