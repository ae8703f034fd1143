package org.eccexplorer.ui.window;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.ui.command.Command;
import org.eccexplorer.ui.command.Commands;
import org.eccexplorer.ui.fx.NumberField;
import org.eccexplorer.ui.state.ExplorerViewModel;
import org.eccexplorer.ui.state.SettingsEditor;

/** Model, data and T; run, pause, step; the ways to other places. */
final class TopBar extends HBox {
    /** Below this width the name of the program makes room. */
    private static final double WIDE = 1150;

    private final ExplorerViewModel model;
    private final Button run;
    private final Button pause;

    /**
     * The bar.
     *
     * @param swap exchanges the two runs that are compared
     */
    TopBar(ExplorerViewModel model, Commands commands, BooleanProperty comparing, Runnable swap) {
        super(10);
        this.model = model;
        getStyleClass().add("top-bar");
        Label title = new Label("ECC Explorer");
        title.getStyleClass().add("app-title");
        title.setMinWidth(USE_PREF_SIZE);
        title.visibleProperty().bind(widthProperty().greaterThan(WIDE));
        title.managedProperty().bind(title.visibleProperty());
        run = button(commands, Command.RUN, "▶ Run");
        run.getStyleClass().add("primary");
        run.setDefaultButton(true);
        pause = button(commands, Command.PAUSE, "❚❚");
        Button step = button(commands, Command.STEP, "Step ▸|");
        Button back = new Button("‹ Explorer");
        back.setOnAction(event -> comparing.set(false));
        Label where = new Label("Compare");
        where.getStyleClass().add("card-title");
        Button exchange = new Button("Swap A and B");
        exchange.setOnAction(event -> swap.run());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        MenuButton export = new MenuButton("Export");
        export.setMinWidth(USE_PREF_SIZE);
        for (Command command :
                new Command[] {
                    Command.EXPORT_RESULTS, Command.EXPORT_PICTURE, Command.SAVE_SESSION
                }) {
            export.getItems().add(item(commands, command));
        }
        List<Node> explorer =
                List.of(model(commands), data(commands), timesteps(), run, pause, step);
        List<Node> ways =
                List.of(
                        button(commands, Command.LEARN, "Learn"),
                        button(commands, Command.COMPARE, "Compare"));
        List<Node> comparison = List.of(back, where);
        getChildren().add(title);
        getChildren().addAll(comparison);
        getChildren().addAll(explorer);
        getChildren().addAll(space, exchange);
        getChildren().addAll(ways);
        getChildren().addAll(export, button(commands, Command.THEME, "◐"));
        comparison.forEach(node -> showWhile(node, comparing));
        showWhile(exchange, comparing);
        explorer.forEach(node -> showWhile(node, comparing.not()));
        ways.forEach(node -> showWhile(node, comparing.not()));
    }

    private static void showWhile(Node node, ObservableBooleanValue condition) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(condition);
    }

    private static Button button(Commands commands, Command command, String text) {
        Button button = new Button(text);
        button.setMinWidth(USE_PREF_SIZE);
        var keys = command.keys();
        String shortcut = keys == null ? "" : " (" + keys.getDisplayText() + ")";
        button.setTooltip(new Tooltip(command.title() + shortcut));
        button.setAccessibleText(command.title());
        button.setOnAction(event -> commands.run(command));
        return button;
    }

    private static MenuItem item(Commands commands, Command command) {
        MenuItem item = new MenuItem(command.title());
        item.setOnAction(event -> commands.run(command));
        return item;
    }

    private MenuButton model(Commands commands) {
        MenuButton chip = new MenuButton("Model  " + model.experiment().model().source().title());
        chip.getItems().add(item(commands, Command.OPEN_MODEL));
        chip.getItems().addAll(commands.places());
        chip.setTooltip(
                new Tooltip(
                        model.experiment().model().model().format()
                                + "\nClick to open another one, or drop it here"));
        return chip;
    }

    private MenuButton data(Commands commands) {
        MenuButton chip =
                new MenuButton("Data  %,d images".formatted(model.experiment().test().count()));
        for (Command command : List.of(Command.OPEN_DATA, Command.DATA)) {
            chip.getItems().add(item(commands, command));
        }
        chip.setTooltip(
                new Tooltip(
                        model.experiment().dataSource()
                                + "\nλ from "
                                + model.experiment().calibrationSource()
                                + "\nClick to open other images, or drop them here"));
        return chip;
    }

    /** T: typed, or one of the usual ones. */
    private HBox timesteps() {
        Label t = new Label("T");
        t.getStyleClass().add("muted");
        t.setMinWidth(USE_PREF_SIZE);
        SettingsEditor settings = model.settings();
        NumberField field =
                new NumberField(
                        "T, the number of timesteps (no unit): a rate is a multiple of 1/T",
                        1,
                        Settings.MAX_TIMESTEPS,
                        true,
                        value -> settings.set(settings.get().withTimesteps((int) value)));
        field.setPrefWidth(62);
        field.setMinWidth(USE_PREF_SIZE);
        field.show(settings.get().timesteps());
        settings.valueProperty()
                .addListener((property, before, now) -> field.show(now.timesteps()));
        MenuButton usual = new MenuButton();
        usual.getStyleClass().add("usual-values");
        usual.setMinWidth(USE_PREF_SIZE);
        usual.setAccessibleText("usual numbers of timesteps");
        for (int steps : new int[] {16, 32, 64, 128, 256, 512, 1024, 2048}) {
            MenuItem item = new MenuItem(String.valueOf(steps));
            item.setOnAction(event -> settings.set(settings.get().withTimesteps(steps)));
            usual.getItems().add(item);
        }
        HBox pair = new HBox(4, t, field, usual);
        pair.getStyleClass().add("row");
        return pair;
    }

    void focusRun() {
        run.requestFocus();
    }

    /** Shows what runs. */
    void refresh() {
        run.setText(model.runs().isRunning() ? "■ Stop" : "▶ Run");
        pause.setText(model.runs().pausedProperty().get() ? "▶❚" : "❚❚");
        pause.setDisable(!model.runs().isRunning());
    }
}
