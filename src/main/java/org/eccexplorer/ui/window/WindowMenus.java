package org.eccexplorer.ui.window;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import org.eccexplorer.app.session.Preferences;
import org.eccexplorer.app.session.Recent;
import org.eccexplorer.dataset.BundledModels;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.command.Command;
import org.eccexplorer.ui.command.CommandMenu;
import org.eccexplorer.ui.command.Commands;
import org.eccexplorer.ui.files.FileOpener;
import org.eccexplorer.ui.fx.TextSize;

/** The menus of a window. */
final class WindowMenus {
    /** Behind these another kind of command begins. */
    private static final Set<Command> LAST =
            EnumSet.of(
                    Command.OPEN_SWEEP,
                    Command.VERIFY,
                    Command.SAVE_SESSION_AS,
                    Command.CLASS_PACK,
                    Command.REDO,
                    Command.COPY_TABLE_LATEX,
                    Command.RUN_ALL,
                    Command.NEXT_CHANGED,
                    Command.PAPER,
                    Command.SWEEP,
                    Command.USUAL_TEXT,
                    Command.INTRODUCTION);

    private WindowMenus() {}

    /**
     * A menu bar of all commands.
     *
     * @param places menus of things to open
     * @param textPercent the size of text, which a menu changes
     */
    static MenuBar bar(Commands commands, List<Menu> places, ObjectProperty<Integer> textPercent) {
        Map<CommandMenu, Menu> menus = new EnumMap<>(CommandMenu.class);
        Menu sizes = new Menu(Texts.text("ui.window.textSize"));
        for (Command command : commands.all()) {
            List<MenuItem> items =
                    isTextSize(command) ? sizes.getItems() : menu(menus, command.menu()).getItems();
            if (command.beginsGroup()) {
                items.add(new SeparatorMenuItem());
            }
            MenuItem item = item(commands, command);
            if (!command.isPlainKey()) {
                item.setAccelerator(command.keys());
            }
            items.add(item);
            if (command == Command.USUAL_TEXT) {
                addSizes(sizes, textPercent);
                menu(menus, CommandMenu.VIEW).getItems().add(sizes);
            }
            if (command == Command.OPEN_DATA) {
                items.addAll(places);
                items.add(new SeparatorMenuItem());
            }
            if (LAST.contains(command)) {
                menu(menus, command.menu()).getItems().add(new SeparatorMenuItem());
            }
        }
        MenuBar bar = new MenuBar(menus.values().toArray(new Menu[0]));
        bar.setUseSystemMenuBar(true);
        return bar;
    }

    private static boolean isTextSize(Command command) {
        return command == Command.LARGER_TEXT
                || command == Command.SMALLER_TEXT
                || command == Command.USUAL_TEXT;
    }

    private static void addSizes(Menu menu, ObjectProperty<Integer> textPercent) {
        menu.getItems().add(new SeparatorMenuItem());
        ToggleGroup group = new ToggleGroup();
        for (int percent : TextSize.PERCENT) {
            RadioMenuItem item =
                    new RadioMenuItem(Texts.text("ui.window.percent", String.valueOf(percent)));
            item.setToggleGroup(group);
            item.setSelected(textPercent.get() == percent);
            item.setOnAction(event -> textPercent.set(percent));
            textPercent.addListener((property, before, now) -> item.setSelected(now == percent));
            menu.getItems().add(item);
        }
    }

    private static Menu menu(Map<CommandMenu, Menu> menus, CommandMenu menu) {
        return menus.computeIfAbsent(menu, m -> new Menu(Texts.name(m)));
    }

    /** All commands of a menu, in groups. */
    static List<MenuItem> items(Commands commands, CommandMenu menu) {
        List<MenuItem> items = new ArrayList<>();
        for (Command command : commands.all()) {
            if (command.menu() == menu) {
                if (command.beginsGroup()) {
                    items.add(new SeparatorMenuItem());
                }
                items.add(item(commands, command));
            }
        }
        return items;
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
        for (Recent recent : preferences.recent()) {
            MenuItem item = new MenuItem(recent.title());
            item.setMnemonicParsing(false);
            item.setOnAction(event -> opener.recent(recent));
            menu.getItems().add(item);
        }
        menu.setDisable(menu.getItems().isEmpty());
        return menu;
    }
}
