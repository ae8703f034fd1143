package org.eccexplorer.ui.runs;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.figures.words.RunWords;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.plot.ChartTheme;
import org.eccexplorer.plot.Tint;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.chart.LineMark;
import org.eccexplorer.ui.fx.TextSize;
import org.eccexplorer.ui.fx.Tips;
import org.eccexplorer.ui.state.ExplorerViewModel;

/**
 * One run in the list of runs: whether it is drawn, a piece of its line, name, images and accuracy.
 */
final class RunLine extends HBox {
    private static final PseudoClass FOCUSED_RUN = PseudoClass.getPseudoClass("focused-run");

    /** Width of the column of accuracies. */
    static final double FIGURE = 36;

    /** Height of a name of two lines; the rest of a longer one is in its tooltip. */
    private static final double TWO_LINES = 36;

    private final ExplorerViewModel model;
    private final CheckBox shown = new CheckBox();
    private final LineMark mark = new LineMark();
    private final Button name = new Button();
    private final LambdaMark lambda = new LambdaMark();
    private final Label images = new Label();
    private final Label accuracy = new Label();
    private Optional<RunState> run = Optional.empty();

    RunLine(ExplorerViewModel model, RunMenu menu) {
        super(5);
        this.model = model;
        getStyleClass().add("run-row");
        Tips.say(shown, Texts.text("ui.runs.drawTooltip"));
        shown.setOnAction(event -> run.ifPresent(this::draw));
        name.getStyleClass().add("run-name");
        name.setOnAction(event -> run.ifPresent(model.runs()::focus));
        setOnMouseClicked(event -> run.ifPresent(model.runs()::focus));
        setOnContextMenuRequested(event ->
                run.ifPresent(r -> menu.of(r).show(this, event.getScreenX(), event.getScreenY())));
        name.setAlignment(Pos.CENTER_LEFT);
        name.setWrapText(true);
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        TextSize.scale(name.maxHeightProperty(), name, TWO_LINES);
        images.getStyleClass().add("muted");
        images.setMinWidth(USE_PREF_SIZE);
        accuracy.getStyleClass().add("value");
        accuracy.setMinWidth(FIGURE);
        accuracy.setAlignment(Pos.CENTER_RIGHT);
        shown.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(shown, mark, name, lambda, images, accuracy);
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
        mark.show(Tint.run(now.style()), theme);
        name.setText(now.name());
        Tips.say(name, Texts.text("ui.runs.meaning", RunWords.choice(now), soFar(now)));
        lambda.show(model.isCalibratedOnTest(now));
        images.setText(RunWords.progress(now));
        accuracy.setText(accuracy(now));
        pseudoClassStateChanged(FOCUSED_RUN, focused);
    }

    /** At T, of all images: a partial run is not ranked among whole ones. */
    private static String accuracy(RunState run) {
        return run.snapshot()
                .filter(RunSnapshot::isComplete)
                .map(done -> Numbers.fixed(100 * done.accuracy(done.timesteps()), 1))
                .orElse(Numbers.NONE);
    }

    private static String soFar(RunState run) {
        return run.snapshot()
                .map(done ->
                        Texts.text(
                                "ui.runs.soFar",
                                Numbers.percent(done.accuracy(done.timesteps()), 1),
                                Texts.counted("ui.runs.images", done.images())))
                .orElse(RunWords.whyEmpty(run));
    }
}
