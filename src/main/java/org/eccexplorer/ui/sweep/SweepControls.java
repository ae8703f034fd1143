package org.eccexplorer.ui.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.eccexplorer.app.sweep.results.SweepResults;
import org.eccexplorer.figures.sweep.At;
import org.eccexplorer.figures.sweep.Cost;
import org.eccexplorer.figures.sweep.SweepDots;
import org.eccexplorer.figures.sweep.SweepWords;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.fx.Choices;
import org.eccexplorer.ui.fx.Rows;
import org.eccexplorer.ui.fx.Shown;
import org.eccexplorer.ui.fx.WrappedText;

/** Which sweep it is and how far, what is shown of it, what failed. */
final class SweepControls extends VBox {
    private final ChoiceBox<Cost> cost = Choices.of(List.of(Cost.values()), Texts::name);
    private final ChoiceBox<At> at = Choices.of(List.of(), At::shown);
    private final ChoiceBox<String> colours = Choices.of(List.of(), SweepControls::named);
    private final ChoiceBox<String> over = Choices.of(List.of(), SweepControls::named);
    private final ChoiceBox<String> panels = Choices.of(List.of(), SweepControls::named);
    private final Label name = WrappedText.wrapped("", "card-title");
    private final Label folder = WrappedText.wrapped("", "muted");
    private final Label state = WrappedText.wrapped("", "sentence");
    private final Label unfinished =
            WrappedText.wrapped(Texts.text("ui.sweep.unfinished"), "muted");
    private final Button failures = new Button();
    private final Runnable changed;
    private boolean offering;

    /**
     * The controls of a pane.
     *
     * @param changed is called when something else is to be shown
     * @param explain shows what failed
     */
    SweepControls(Runnable changed, Runnable explain) {
        super(7);
        this.changed = changed;
        getStyleClass().addAll("side", "find-controls");
        cost.setValue(Cost.ENERGY);
        failures.setMaxWidth(Double.MAX_VALUE);
        failures.setTooltip(new Tooltip(Texts.text("ui.sweep.failuresTooltip")));
        failures.setOnAction(event -> explain.run());
        getChildren()
                .addAll(
                        Rows.heading(Texts.text("ui.sweep.sweep")),
                        name,
                        folder,
                        state,
                        unfinished,
                        failures,
                        Rows.heading(Texts.text("ui.sweep.shown")),
                        row(Texts.text("ui.sweep.cost"), Texts.text("ui.sweep.costTooltip"), cost),
                        row(Texts.text("ui.sweep.at"), Texts.text("ui.sweep.atTooltip"), at),
                        row(
                                Texts.text("ui.sweep.colours"),
                                Texts.text("ui.sweep.coloursTooltip"),
                                colours),
                        Rows.heading(Texts.text("ui.sweep.two")),
                        row(Texts.text("ui.sweep.over"), Texts.text("ui.sweep.overTooltip"), over),
                        row(
                                Texts.text("ui.sweep.panels"),
                                Texts.text("ui.sweep.panelsTooltip"),
                                panels));
        for (ChoiceBox<?> box : List.of(cost, at, colours, over, panels)) {
            box.valueProperty().addListener(o -> change());
        }
    }

    private static String named(String column) {
        return column.isEmpty() ? Texts.text("ui.sweep.nothing") : SweepWords.name(column);
    }

    private void change() {
        if (!offering) {
            changed.run();
        }
    }

    private static HBox row(String name, String tooltip, ChoiceBox<?> control) {
        Label label = new Label(name);
        label.getStyleClass().add("muted");
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.setLabelFor(control);
        control.setAccessibleText(name);
        control.setTooltip(new Tooltip(tooltip));
        return Rows.row(label, control);
    }

    /** Offers what a sweep has to choose from; what was chosen stays where it can. */
    void offer(SweepResults results) {
        offering = true;
        List<String> varied = results.varied();
        List<String> some = new ArrayList<>(List.of(""));
        some.addAll(varied);
        offer(at, new SweepDots(results).choices(), 0);
        offer(colours, some, 1);
        offer(over, varied, 0);
        offer(panels, some, 2);
        for (ChoiceBox<?> box : List.of(colours, over, panels)) {
            box.setDisable(varied.isEmpty());
        }
        name.setText(results.name());
        folder.setText(results.folder().toAbsolutePath().normalize().toString());
        state.setText(new SweepWords(results).state());
        Shown.set(unfinished, results.missing() > 0);
        int failed = results.failed().size();
        failures.setText(Texts.counted("ui.sweep.failures", failed));
        Shown.set(failures, failed > 0);
        offering = false;
    }

    /** Offers values; the one chosen stays if it is among them. */
    private static <T> void offer(ChoiceBox<T> box, List<T> values, int standard) {
        T before = box.getValue();
        box.getItems().setAll(values);
        if (before != null && values.contains(before)) {
            box.setValue(before);
        } else if (!values.isEmpty()) {
            box.setValue(values.get(Math.min(standard, values.size() - 1)));
        }
    }

    Cost cost() {
        return cost.getValue();
    }

    At at() {
        return at.getValue();
    }

    /** The setting whose values have colours; empty for none. */
    String colours() {
        return colours.getValue();
    }

    /** The setting along each chart; empty if nothing varies. */
    Optional<String> over() {
        return Optional.ofNullable(over.getValue());
    }

    /** The setting that has a chart for each value; empty for none, or if it is the other one. */
    String panels() {
        return panels.getValue().equals(over.getValue()) ? "" : panels.getValue();
    }
}
