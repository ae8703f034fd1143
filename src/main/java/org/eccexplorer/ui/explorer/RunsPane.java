package org.eccexplorer.ui.explorer;

import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import org.eccexplorer.app.RunState;
import org.eccexplorer.plot.Colour;
import org.eccexplorer.plot.Theme;
import org.eccexplorer.ui.fx.Dialogs;

/** The runs of this session: tick to draw, click to focus, delete. */
final class RunsPane extends VBox {
    private final ExplorerViewModel model;
    private final Dialogs dialogs;
    private final VBox rows = new VBox();

    RunsPane(ExplorerViewModel model, Dialogs dialogs) {
        this.model = model;
        this.dialogs = dialogs;
        getStyleClass().add("settings");
        rows.setSpacing(2);
        Hyperlink all = new Hyperlink("+ Run all 8 combinations");
        all.setOnAction(event -> model.runAllCombinations());
        getChildren().addAll(SettingsPane.heading("Runs"), rows, all);
    }

    /** Shows the runs as they are now. */
    void refresh(Theme theme) {
        rows.getChildren().clear();
        for (RunState run : model.runs()) {
            rows.getChildren().add(row(run, theme));
        }
        if (model.runs().isEmpty()) {
            Label none = new Label("No run yet. Press Run.");
            none.getStyleClass().add("muted");
            rows.getChildren().add(none);
        }
    }

    private HBox row(RunState run, Theme theme) {
        CheckBox shown = new CheckBox();
        shown.setSelected(!model.hidden().contains(run.id()));
        shown.setAccessibleText("draw " + run.name());
        shown.setTooltip(new Tooltip("Draw this run in the charts"));
        shown.setOnAction(event -> {
            if (shown.isSelected()) {
                model.hidden().remove(Integer.valueOf(run.id()));
            } else {
                model.hidden().add(run.id());
            }
        });
        Button name = new Button(run.name());
        name.getStyleClass().add("run-name");
        name.setOnAction(event -> model.focusProperty().set(Optional.of(run)));
        Label phase = new Label(phase(run));
        phase.getStyleClass().add("muted");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label accuracy = new Label(accuracy(run));
        accuracy.getStyleClass().add("value");
        Colour colour = theme.run(run.id());
        Circle dot = new Circle(5, Color.rgb(colour.red(), colour.green(), colour.blue()));
        HBox row = new HBox(6, shown, dot, name, phase, space, accuracy);
        row.getStyleClass().add("run-row");
        boolean focused = model.focusProperty().get().map(f -> f.id() == run.id()).orElse(false);
        if (focused) {
            row.getStyleClass().add("focused-run");
        }
        name.setContextMenu(menu(run));
        return row;
    }

    private ContextMenu menu(RunState run) {
        MenuItem use = new MenuItem("Take over its settings");
        use.setOnAction(event -> model.useSettingsOf(run));
        MenuItem rename = new MenuItem("Rename …");
        rename.setOnAction(event ->
                dialogs.ask("Name of the run:", run.name())
                        .ifPresent(name -> model.rename(run, name)));
        MenuItem delete = new MenuItem("Delete");
        delete.setOnAction(event -> model.delete(run));
        rename.setDisable(run.isActive());
        delete.setDisable(run.isActive());
        return new ContextMenu(use, rename, delete);
    }

    private static String phase(RunState run) {
        return switch (run.phase()) {
            case CONVERTING -> "waiting";
            case SIMULATING -> "running";
            case COMPLETE -> "";
            case STOPPED -> "partial";
        };
    }

    private static String accuracy(RunState run) {
        return run.snapshot()
                .map(s -> "%.1f".formatted(100 * s.accuracy(s.timesteps())))
                .orElse("–");
    }
}
