package org.eccexplorer.ui.find;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.eccexplorer.app.find.query.Axes;
import org.eccexplorer.app.find.query.Axis;
import org.eccexplorer.app.find.query.Goal;
import org.eccexplorer.app.find.query.Query;
import org.eccexplorer.app.find.result.Found;
import org.eccexplorer.app.find.result.SearchView;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.run.Pace;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.convert.Neurons;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.fx.Choices;
import org.eccexplorer.ui.fx.NumberField;
import org.eccexplorer.ui.fx.Rows;
import org.eccexplorer.ui.fx.WrappedText;
import org.eccexplorer.ui.state.ExplorerViewModel;

/** What counts, what may vary and on which images; start and stop, and how far the search is. */
final class FindControls extends VBox {
    private final ExplorerViewModel model;
    private final ChoiceBox<Goal> goal = Choices.of(Goal.OPTION.values(), Goal.OPTION::shown);
    private final Map<Axis, ToggleButton> axes = new LinkedHashMap<>();
    private final Map<Neurons, ToggleButton> classes = new LinkedHashMap<>();
    private final Button go = new Button();
    private final ProgressBar bar = new ProgressBar(0);
    private final Label searched = value();
    private final Label checked = value();
    private final Label tried = value();
    private final Label given = value();
    private final Label front = value();
    private final Label left = value();
    private double within = Query.STANDARD_WITHIN;
    private int most = Query.STANDARD_TIMESTEPS;

    FindControls(ExplorerViewModel model, Runnable starting) {
        super(7);
        this.model = model;
        getStyleClass().addAll("side", "find-controls");
        goal.setValue(Goal.OPTION.standard());
        goal.setAccessibleText(Texts.text("ui.find.least"));
        goal.setTooltip(new Tooltip(Texts.text("ui.find.leastTooltip")));
        NumberField loss =
                new NumberField(
                        Texts.text("ui.find.lossTooltip"), 0, 100, false, value -> within = value);
        loss.show(within);
        NumberField last =
                new NumberField(
                        Texts.text("ui.find.mostTooltip"),
                        1,
                        Settings.MAX_TIMESTEPS,
                        true,
                        value -> most = (int) value);
        last.show(most);
        FlowPane varying = chips();
        for (Axis axis : Axes.ALL) {
            ToggleButton chip = chip(axis.name(), axis.tooltip(), Axes.standard().contains(axis));
            axes.put(axis, chip);
            varying.getChildren().add(chip);
        }
        FlowPane neurons = chips();
        for (Neurons one : Neurons.values()) {
            ToggleButton chip = chip(Texts.name(one), Texts.text("ui.find.neuronsTooltip"), true);
            classes.put(one, chip);
            neurons.getChildren().add(chip);
        }
        go.getStyleClass().add("primary");
        go.setMaxWidth(Double.MAX_VALUE);
        go.setDefaultButton(true);
        go.setOnAction(event -> {
            if (model.finding().runningProperty().get()) {
                model.finding().stop();
            } else {
                starting.run();
            }
        });
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(Texts.text("ui.find.progress"));
        getChildren()
                .addAll(
                        Rows.heading(Texts.text("ui.find.whatCounts")),
                        row(Texts.text("ui.find.least"), goal),
                        row(Texts.text("ui.find.loss"), loss),
                        row(Texts.text("ui.find.most"), last),
                        Rows.heading(Texts.text("ui.find.whatVaries")),
                        varying,
                        Rows.heading(Texts.text("ui.find.neurons")),
                        neurons,
                        Rows.heading(Texts.text("ui.find.onWhich")),
                        row(Texts.text("ui.find.searched"), searched),
                        row(Texts.text("ui.find.checked"), checked),
                        WrappedText.wrapped(Texts.text("ui.find.once"), "muted"),
                        go,
                        Rows.heading(Texts.text("ui.find.progress")),
                        bar,
                        row(Texts.text("ui.find.tried"), tried),
                        row(Texts.text("ui.find.givenUp"), given),
                        row(Texts.text("ui.find.onFront"), front),
                        row(Texts.text("ui.find.left"), left));
    }

    private static Label value() {
        Label label = new Label(Numbers.NONE);
        label.getStyleClass().add("value");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private static HBox row(String name, Node control) {
        Label label = new Label(name);
        label.getStyleClass().add("muted");
        label.setLabelFor(control);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return Rows.row(label, control);
    }

    private static FlowPane chips() {
        FlowPane pane = new FlowPane(5, 5);
        pane.setPrefWrapLength(0);
        return pane;
    }

    private static ToggleButton chip(String name, String tooltip, boolean on) {
        ToggleButton chip = new ToggleButton(name);
        chip.getStyleClass().add("vary");
        chip.setSelected(on);
        chip.setTooltip(new Tooltip(tooltip));
        return chip;
    }

    /** What is to be searched for; empty, and said why, if nothing may vary. */
    Optional<Query> query() {
        List<Neurons> chosen =
                classes.entrySet().stream()
                        .filter(one -> one.getValue().isSelected())
                        .map(Map.Entry::getKey)
                        .toList();
        List<Axis> varying = new ArrayList<>();
        varying.add(Axes.neurons(chosen.isEmpty() ? List.of(Neurons.PLAIN) : chosen));
        axes.forEach((axis, chip) -> {
            if (chip.isSelected()) {
                varying.add(axis);
            }
        });
        if (varying.size() == 1) {
            return Optional.empty();
        }
        Settings settings = model.settings().get();
        ConversionOptions base = Query.base(settings.conversion());
        return Optional.of(
                new Query(
                        base,
                        goal.getValue(),
                        within,
                        most,
                        varying,
                        settings.seed(),
                        Optional.empty(),
                        model.accountingProperty().get(),
                        settings.threads()));
    }

    /** Shows how the search stands. */
    void refresh(Optional<SearchView> view) {
        boolean running = model.finding().runningProperty().get();
        go.setText(Texts.text(running ? "ui.find.stop" : "ui.find.start"));
        Experiment experiment = model.experiment();
        searched.setText(
                Texts.counted("ui.find.calibrationImages", experiment.calibration().count()));
        checked.setText(Texts.counted("ui.find.testImages", experiment.test().count()));
        bar.setProgress(view.map(SearchView::done).orElse(running ? -1.0 : 0.0));
        tried.setText(
                view.map(one -> Numbers.count(one.counts().simulated())).orElse(Numbers.NONE));
        given.setText(
                view.map(one -> Numbers.count(one.counts().givenUp() + one.counts().ruledOut()))
                        .orElse(Numbers.NONE));
        front.setText(
                view.flatMap(SearchView::found)
                        .map(Found::front)
                        .map(all -> Numbers.count(all.size()))
                        .orElse(Numbers.NONE));
        left.setText(
                running && view.filter(one -> one.done() > 0).isPresent()
                        ? Pace.duration(view.orElseThrow().secondsLeft())
                        : Numbers.NONE);
    }
}
