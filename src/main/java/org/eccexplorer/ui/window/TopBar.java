package org.eccexplorer.ui.window;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.eccexplorer.app.open.ImageChoice;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.command.Command;
import org.eccexplorer.ui.command.CommandMenu;
import org.eccexplorer.ui.command.Commands;
import org.eccexplorer.ui.fx.NumberField;
import org.eccexplorer.ui.fx.TextSize;
import org.eccexplorer.ui.state.ExplorerViewModel;
import org.eccexplorer.ui.state.SettingsEditor;

/** Model, data and T; run and pause; what leads elsewhere. */
final class TopBar extends HBox {
    /** Below this width the name of the program makes room. */
    private static final double WIDE = 1150;

    /** Below this width what is in the menu too makes room for the names of model and data. */
    private static final double NARROW = 760;

    private final ExplorerViewModel model;
    private final Commands commands;
    private final Button run;
    private final Button pause;
    private final ObservableValue<Double> textSize = TextSize.of(this);

    /**
     * The bar.
     *
     * @param around offers things to open and other images
     * @param swap exchanges the two runs that are compared
     */
    TopBar(ExplorerViewModel model, Commands commands, Surroundings around, Runnable swap) {
        super(10);
        this.model = model;
        this.commands = commands;
        BooleanProperty comparing = model.currentPage().comparingProperty();
        BooleanProperty finding = model.currentPage().findingProperty();
        BooleanProperty sweeping = model.currentPage().sweepingProperty();
        BooleanBinding elsewhere = comparing.or(finding).or(sweeping);
        getStyleClass().add("top-bar");
        Label title = new Label(Texts.text("ui.window.title"));
        title.getStyleClass().add("app-title");
        title.setMinWidth(USE_PREF_SIZE);
        showWhile(title, wider(WIDE));
        run = button(Command.RUN, "");
        run.getStyleClass().add("primary");
        run.setDefaultButton(true);
        pause = button(Command.PAUSE, "");
        refresh();
        Button back = new Button(Texts.text("ui.window.backToExplorer"));
        back.setOnAction(event -> model.currentPage().explore());
        Label where = new Label();
        where.textProperty().bind(Bindings.createStringBinding(this::elsewhere, finding, sweeping));
        where.getStyleClass().add("card-title");
        Button exchange = new Button(Texts.text("ui.window.swap"));
        exchange.setOnAction(event -> swap.run());
        MenuButton copy = new MenuButton(Texts.text("ui.window.copyTable"));
        copy.setMinWidth(USE_PREF_SIZE);
        copy.setTooltip(new Tooltip(Texts.text("ui.window.tableTooltip")));
        for (Command command :
                List.of(
                        Command.COPY_TABLE_CSV,
                        Command.COPY_TABLE_MARKDOWN,
                        Command.COPY_TABLE_LATEX)) {
            copy.getItems().add(item(command));
        }
        Button save = button(Command.SAVE_TABLE, Texts.text("ui.window.saveTable"));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        MenuButton export = new MenuButton(Texts.text("ui.window.export"));
        export.setMinWidth(USE_PREF_SIZE);
        export.getItems().addAll(WindowMenus.items(commands, CommandMenu.EXPORT));
        export.getItems().addAll(new SeparatorMenuItem(), item(Command.SAVE_SESSION));
        List<Node> explorer =
                List.of(model(around.places()), data(around), timesteps(), run, pause);
        Button learn = button(Command.LEARN, Texts.text("ui.window.learn"));
        Button find = button(Command.FIND, Texts.text("ui.window.find"));
        List<Node> ways =
                List.of(learn, find, button(Command.COMPARE, Texts.text("ui.window.compare")));
        List<Node> comparison = List.of(back, where);
        getChildren().add(title);
        getChildren().addAll(comparison);
        getChildren().addAll(explorer);
        getChildren().addAll(space, exchange, copy, save);
        getChildren().addAll(ways);
        getChildren().addAll(export, button(Command.THEME, "◐"));
        comparison.forEach(node -> showWhile(node, elsewhere));
        List.of(exchange, copy, save).forEach(node -> showWhile(node, comparing));
        explorer.forEach(node -> showWhile(node, elsewhere.not()));
        ways.forEach(node -> showWhile(node, elsewhere.not()));
        showWhile(learn, elsewhere.not().and(wider(NARROW)));
    }

    /** What has the place of the explorer. */
    private String elsewhere() {
        if (model.currentPage().sweepingProperty().get()) {
            return Texts.text("ui.window.sweep");
        }
        return Texts.text(
                model.currentPage().findingProperty().get()
                        ? "ui.window.findSetting"
                        : "ui.window.compare");
    }

    /** Whether the bar is wider than this with text of the usual size. */
    private BooleanBinding wider(double width) {
        return Bindings.createBooleanBinding(
                () -> getWidth() > width * textSize.getValue(), widthProperty(), textSize);
    }

    private static void showWhile(Node node, ObservableBooleanValue condition) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(condition);
    }

    private Button button(Command command, String text) {
        Button button = new Button(text);
        button.setMinWidth(USE_PREF_SIZE);
        KeyCombination keys = command.keys();
        String shortcut = keys == null ? "" : " (" + keys.getDisplayText() + ")";
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(commands.titleProperty(command).map(title -> title + shortcut));
        button.setTooltip(tooltip);
        button.accessibleTextProperty().bind(commands.titleProperty(command));
        button.disableProperty().bind(commands.refusedProperty(command));
        button.setOnAction(event -> commands.run(command));
        return button;
    }

    private MenuItem item(Command command) {
        return WindowMenus.item(commands, command);
    }

    private MenuButton model(List<Menu> places) {
        MenuButton chip =
                new MenuButton(
                        Texts.text("ui.window.model", model.experiment().model().source().title()));
        // A file's name may have underscores.
        chip.setMnemonicParsing(false);
        chip.getItems().add(item(Command.OPEN_MODEL));
        chip.getItems().addAll(places);
        chip.setTooltip(
                new Tooltip(
                        Texts.text(
                                "ui.window.modelTooltip",
                                model.experiment().model().model().format())));
        return chip;
    }

    private MenuButton data(Surroundings around) {
        MenuButton chip = new MenuButton();
        chip.textProperty()
                .bind(
                        model.settings()
                                .valueProperty()
                                .map(settings -> Texts.counted("ui.window.data", model.images())));
        chip.getItems()
                .addAll(
                        item(Command.OPEN_DATA),
                        numbers(around),
                        item(Command.CLASS_NAMES),
                        item(Command.DATA));
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty()
                .bind(
                        model.settings()
                                .valueProperty()
                                .map(settings ->
                                        Texts.text(
                                                "ui.window.dataTooltip",
                                                model.experiment().dataSource(),
                                                model.experiment()
                                                        .calibrationSource(
                                                                settings.calibration()))));
        chip.setTooltip(tooltip);
        return chip;
    }

    /** How many test images are used. */
    private Menu numbers(Surroundings around) {
        Menu menu = new Menu(Texts.text("ui.window.imageNumber"));
        for (int most : ImageChoice.NUMBERS) {
            RadioMenuItem item =
                    new RadioMenuItem(
                            most == ImageChoice.ALL
                                    ? Texts.text("ui.window.allImages")
                                    : Texts.text("ui.window.firstImages", Numbers.count(most)));
            item.setSelected(most == model.images());
            item.setOnAction(event -> around.takeImages(most));
            menu.getItems().add(item);
        }
        model.settings().valueProperty().addListener(o -> numbered(menu));
        return menu;
    }

    /** Marks the number that is used. */
    private void numbered(Menu menu) {
        for (int i = 0; i < menu.getItems().size(); i++) {
            boolean used = ImageChoice.NUMBERS.get(i) == model.images();
            ((RadioMenuItem) menu.getItems().get(i)).setSelected(used);
        }
    }

    /** T: typed, or one of the usual ones. */
    private HBox timesteps() {
        Label t = new Label("T");
        t.getStyleClass().add("muted");
        t.setMinWidth(USE_PREF_SIZE);
        SettingsEditor settings = model.settings();
        NumberField field =
                new NumberField(
                        Texts.text("ui.window.timesteps"),
                        1,
                        Settings.MAX_TIMESTEPS,
                        true,
                        value -> settings.set(settings.get().withTimesteps((int) value)));
        TextSize.scale(field.prefWidthProperty(), field, 62);
        field.setMinWidth(USE_PREF_SIZE);
        field.show(settings.get().timesteps());
        settings.valueProperty()
                .addListener((property, before, now) -> field.show(now.timesteps()));
        MenuButton usual = new MenuButton();
        usual.getStyleClass().add("usual-values");
        usual.setMinWidth(USE_PREF_SIZE);
        usual.setAccessibleText(Texts.text("ui.window.usualTimesteps"));
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

    /** Shows whether something is running. */
    void refresh() {
        run.setText(Texts.text(model.runs().isRunning() ? "ui.window.stop" : "ui.window.run"));
        pause.setText(model.runs().pausedProperty().get() ? "▶❚" : "❚❚");
    }
}
