package org.eccexplorer.ui.window;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.collections.ObservableSet;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.eccexplorer.app.session.Preferences;
import org.eccexplorer.app.session.WindowPart;
import org.eccexplorer.dataset.BundledModels;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.command.Command;
import org.eccexplorer.ui.command.CommandMenu;
import org.eccexplorer.ui.command.Commands;
import org.eccexplorer.ui.files.FileOpener;

/** The menus of a window. */
final class WindowMenus {
    private WindowMenus() {}

    /**
     * A menu bar of all commands.
     *
     * @param places menus of things to open
     * @param hidden what the menu of shown parts changes
     */
    static MenuBar bar(Commands commands, List<Menu> places, ObservableSet<WindowPart> hidden) {
        Map<CommandMenu, Menu> menus = new EnumMap<>(CommandMenu.class);
        for (Command command : commands.all()) {
            List<MenuItem> items = menu(menus, command.menu()).getItems();
            MenuItem item = item(commands, command);
            if (!command.isPlainKey()) {
                item.setAccelerator(command.keys());
            }
            items.add(item);
            if (command == Command.OPEN_DATA) {
                items.addAll(places);
                items.add(new SeparatorMenuItem());
            }
        }
        menu(menus, CommandMenu.VIEW).getItems().add(parts(hidden));
        MenuBar bar = new MenuBar(menus.values().toArray(new Menu[0]));
        bar.setUseSystemMenuBar(true);
        return bar;
    }

    private static Menu menu(Map<CommandMenu, Menu> menus, CommandMenu menu) {
        return menus.computeIfAbsent(menu, m -> new Menu(Texts.name(m)));
    }

    /** A command as an item, greyed while it cannot be done. */
    static MenuItem item(Commands commands, Command command) {
        MenuItem item = new MenuItem();
        item.setMnemonicParsing(false);
        item.textProperty().bind(commands.titleProperty(command));
        item.disableProperty().bind(commands.refusedProperty(command));
        item.setOnAction(event -> commands.run(command));
        return item;
    }

    /** Menus of what can be opened at once: bundled models, and what was opened before. */
    static List<Menu> places(FileOpener opener, Preferences preferences) {
        return List.of(bundled(opener), recent(opener, preferences));
    }

    private static Menu bundled(FileOpener opener) {
        Menu menu = new Menu(Texts.text("ui.window.openBundled"));
        try {
            for (String name : BundledModels.names()) {
                MenuItem item = new MenuItem(name);
                item.setOnAction(event -> opener.sample(name));
                menu.getItems().add(item);
            }
        } catch (ProblemException none) {
            menu.setDisable(true);
        }
        return menu;
    }

    private static Menu recent(FileOpener opener, Preferences preferences) {
        Menu menu = new Menu(Texts.text("ui.window.openRecent"));
        for (Preferences.Recent recent : preferences.recent()) {
            MenuItem item = new MenuItem(recent.title());
            item.setMnemonicParsing(false);
            item.setOnAction(event -> opener.recent(recent));
            menu.getItems().add(item);
        }
        menu.setDisable(menu.getItems().isEmpty());
        return menu;
    }

    private static Menu parts(ObservableSet<WindowPart> hidden) {
        Menu menu = new Menu(Texts.text("ui.window.shownParts"));
        for (WindowPart part : WindowPart.values()) {
            CheckMenuItem item = new CheckMenuItem(Texts.name(part));
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
}
