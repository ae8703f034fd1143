package org.eccexplorer.ui.command;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.collections.ObservableSet;
import javafx.event.EventHandler;
import javafx.scene.Scene;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.eccexplorer.app.session.WindowPart;
import org.jspecify.annotations.Nullable;

/** What each command does in one window, as menu bar and as shortcuts. */
public final class Commands {
    private final Map<Command, Runnable> actions = new EnumMap<>(Command.class);
    private final EventHandler<KeyEvent> plainKeys = this::pressed;
    private Supplier<List<Menu>> places = List::of;
    private @Nullable ObservableSet<WindowPart> hiddenParts;

    /** Says what a command does. */
    public Commands on(Command command, Runnable action) {
        actions.put(command, action);
        return this;
    }

    /** Sets what makes the menus of things to open, such as samples and recent files. */
    public Commands withPlaces(Supplier<List<Menu>> menus) {
        places = menus;
        return this;
    }

    /** Sets what the menu of shown parts changes. */
    public Commands withParts(ObservableSet<WindowPart> hidden) {
        hiddenParts = hidden;
        return this;
    }

    /** New menus of things to open. */
    public List<Menu> places() {
        return places.get();
    }

    /** Does a command; one without action does nothing. */
    public void run(Command command) {
        actions.getOrDefault(command, () -> {}).run();
    }

    /** The commands that do something here. */
    List<Command> available() {
        return List.copyOf(actions.keySet());
    }

    /** A menu bar of all commands. */
    public MenuBar menuBar() {
        Map<String, Menu> menus = new LinkedHashMap<>();
        for (Command command : available()) {
            Menu menu = menus.computeIfAbsent(command.menu(), title -> new Menu(title));
            MenuItem item = new MenuItem(command.title());
            if (!command.isPlainKey()) {
                item.setAccelerator(command.keys());
            }
            item.setOnAction(event -> run(command));
            menu.getItems().add(item);
            if (command == Command.OPEN_DATA) {
                menu.getItems().addAll(places());
                menu.getItems().add(new SeparatorMenuItem());
            }
        }
        Menu view = menus.get(Command.LIVE.menu());
        if (view != null && hiddenParts != null) {
            view.getItems().add(parts(hiddenParts));
        }
        MenuBar bar = new MenuBar(menus.values().toArray(new Menu[0]));
        bar.setUseSystemMenuBar(true);
        return bar;
    }

    private static Menu parts(ObservableSet<WindowPart> hidden) {
        Menu menu = new Menu("Shown parts");
        for (WindowPart part : WindowPart.values()) {
            CheckMenuItem item = new CheckMenuItem(part.title());
            item.setSelected(!hidden.contains(part));
            item.selectedProperty()
                    .addListener((property, before, shown) -> {
                        if (shown) {
                            hidden.remove(part);
                        } else {
                            hidden.add(part);
                        }
                    });
            menu.getItems().add(item);
        }
        return menu;
    }

    /** Plain keys act unless one types into a field. */
    public void listen(Scene scene) {
        scene.addEventHandler(KeyEvent.KEY_PRESSED, plainKeys);
    }

    /** Ends {@link #listen}: the scene shows something else. */
    public void release(Scene scene) {
        scene.removeEventHandler(KeyEvent.KEY_PRESSED, plainKeys);
    }

    private void pressed(KeyEvent event) {
        boolean typing = event.getTarget() instanceof TextInputControl;
        for (Command command : typing ? List.<Command>of() : available()) {
            KeyCombination keys = command.keys();
            if (command.isPlainKey() && keys != null && keys.match(event)) {
                run(command);
                event.consume();
            }
        }
    }
}
