package org.eccexplorer.ui.results;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.eccexplorer.app.live.ReadingBases;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.figures.words.ReadingWords;
import org.eccexplorer.figures.words.ScheduleWords;
import org.eccexplorer.measure.Schedule;
import org.eccexplorer.measure.votes.ReadingChoice;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.fx.Choices;
import org.eccexplorer.ui.fx.TextSize;
import org.eccexplorer.ui.fx.WrappedText;
import org.eccexplorer.ui.state.RunList;

/**
 * How the classes of the focused run are read from its outputs: from which timestep on, and whether
 * images are answered early. What is dragged here acts at once, since nothing is simulated again.
 */
final class ReadingBar extends FlowPane {
    private static final double WIDTH = 150;

    private final RunList runs;
    private final Slider from = new Slider(0, 1, 0);
    private final Label value = new Label();
    private final Hyperlink auto = new Hyperlink(Texts.text("ui.results.readAuto"));
    private final ChoiceBox<Double> early =
            Choices.of(ReadingChoice.EPSILONS, ReadingChoice.EARLY_EXIT::shown);
    private final Label result = WrappedText.wrapped("", "muted");

    /** While it shows what is there, its controls change nothing. */
    private boolean showing;

    /** How the run was read when the thumb was taken. */
    private ReadingChoice taken = ReadingChoice.PLAIN;

    ReadingBar(RunList runs) {
        super(12, 4);
        this.runs = runs;
        getStyleClass().add("page-line");
        from.setBlockIncrement(1);
        from.setMajorTickUnit(1);
        from.setMinorTickCount(0);
        from.setSnapToTicks(true);
        TextSize.scale(from.prefWidthProperty(), from, WIDTH);
        from.setAccessibleText(ReadingChoice.FROM.name());
        from.setTooltip(new Tooltip(ReadingChoice.FROM.tooltip()));
        from.valueProperty().addListener(o -> drag());
        from.valueChangingProperty()
                .addListener((property, was, now) -> {
                    if (now) {
                        taken = choice();
                    } else {
                        choose(taken, choice());
                    }
                });
        value.getStyleClass().add("value");
        TextSize.scale(value.minWidthProperty(), value, 90);
        auto.setTooltip(new Tooltip(Texts.text("ui.results.readAutoTooltip")));
        auto.setOnAction(event -> choose(choice(), choice().withFrom(ReadingChoice.AUTO)));
        early.setAccessibleText(ReadingChoice.EARLY_EXIT.name());
        early.setTooltip(new Tooltip(ReadingChoice.EARLY_EXIT.tooltip()));
        early.setOnAction(event -> {
            if (!showing && early.getValue() != null) {
                choose(choice(), choice().withEpsilon(early.getValue()));
            }
        });
        getChildren()
                .addAll(
                        line(muted(ReadingChoice.FROM.name(), from), from, value, auto),
                        line(muted(ReadingChoice.EARLY_EXIT.name(), early), early),
                        result);
    }

    private static HBox line(Node... nodes) {
        HBox line = new HBox(6, nodes);
        line.getStyleClass().add("row");
        return line;
    }

    private static Label muted(String text, Node of) {
        Label label = new Label(text);
        label.getStyleClass().add("muted");
        label.setMinWidth(USE_PREF_SIZE);
        label.setLabelFor(of);
        return label;
    }

    private Optional<RunState> run() {
        return runs.focusProperty().get();
    }

    /** How the focused run is to be read. */
    private ReadingChoice choice() {
        return run().map(run -> run.settings().reading()).orElse(ReadingChoice.PLAIN);
    }

    /** Reads at once; what can be undone is the whole way of the thumb. */
    private void drag() {
        if (showing) {
            return;
        }
        ReadingChoice next = choice().withFrom(Math.round(from.getValue()));
        if (next.equals(choice())) {
            return;
        }
        if (from.isValueChanging()) {
            run().ifPresent(run -> runs.read(run, next));
        } else {
            choose(choice(), next);
        }
    }

    private void choose(ReadingChoice before, ReadingChoice next) {
        run().ifPresent(run -> runs.chooseReading(run, before, next));
    }

    /** Shows how a run is read, and what comes of it. */
    void refresh(RunState run) {
        showing = true;
        int last = run.settings().timesteps();
        ReadingChoice choice = run.settings().reading();
        int t0 = run.snapshot().map(done -> done.reading().from()).orElse(choice.asked());
        from.setMax(Math.max(1, last - 1.0));
        if (!from.isValueChanging()) {
            from.setValue(t0);
        }
        value.setText(Texts.text("ui.results.readFrom", t0, last));
        boolean possible = run.snapshot().map(done -> done.votes() != null).orElse(true);
        from.setDisable(!possible);
        early.setDisable(!possible);
        auto.setDisable(!possible || run.prepared().isEmpty());
        auto.setVisited(choice.from().equals(ReadingChoice.AUTO));
        if (!early.getItems().contains(choice.epsilon())) {
            early.getItems().add(choice.epsilon());
        }
        early.setValue(choice.epsilon());
        result.setText(
                possible
                        ? text(run)
                        : run.settings().schedule() == Schedule.SYNCHRONOUS
                                ? run.network()
                                        .map(network -> ScheduleWords.sentence(network, last))
                                        .orElse("")
                                : Texts.text("ui.results.noVotes"));
        showing = false;
    }

    private String text(RunState run) {
        Optional<ReadingBases.Progress> waiting = runs.readings().waiting(run);
        if (run.settings().reading().needsCalibration() && waiting.isPresent()) {
            return Texts.text(
                    "ui.results.readingWaits", waiting.get().done(), waiting.get().total());
        }
        return run.snapshot()
                .filter(done -> done.images() > 0)
                .map(ReadingWords::result)
                .orElse("");
    }
}
