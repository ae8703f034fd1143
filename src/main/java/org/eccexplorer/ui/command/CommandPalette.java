package org.eccexplorer.ui.command;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.dialog.FocusCycle;
import org.eccexplorer.ui.fx.Rows;
import org.eccexplorer.ui.fx.TextSize;
import org.jspecify.annotations.Nullable;

/**
 * All commands, and what can be opened at once, found by typing parts of their names; Enter does
 * the chosen one.
 */
public final class CommandPalette extends StackPane {
    private final Commands commands;
    private final TextField search = new TextField();
    private final ObservableList<Entry> found = FXCollections.observableArrayList();
    private final ListView<Entry> list = new ListView<>(found);
    private final Supplier<List<Menu>> places;
    private @Nullable Node before;

    /**
     * A line of the palette.
     *
     * @param searched all names it is found by, in small letters
     * @param note its keys, or why it cannot be done now
     */
    private record Entry(
            String title, String searched, String note, boolean possible, Runnable action) {}

    /**
     * The palette, not yet shown.
     *
     * @param places menus of what can be opened at once
     */
    public CommandPalette(Commands commands, Supplier<List<Menu>> places) {
        this.commands = commands;
        this.places = places;
        getStyleClass().add("palette-veil");
        search.setPromptText(Texts.text("ui.command.typeACommand"));
        search.setAccessibleText(search.getPromptText());
        search.textProperty().addListener(o -> find());
        list.setCellFactory(view -> new Cell());
        Label nothing = new Label(Texts.text("ui.command.noMatch"));
        nothing.getStyleClass().add("muted");
        list.setPlaceholder(nothing);
        TextSize.scale(list.prefHeightProperty(), list, 280);
        VBox box = new VBox(8, search, list);
        box.getStyleClass().addAll("card", "palette");
        TextSize.scale(box.maxWidthProperty(), box, 420);
        TextSize.scale(box.maxHeightProperty(), box, 340);
        getChildren().add(box);
        search.setOnKeyPressed(event -> {
            int chosen = list.getSelectionModel().getSelectedIndex();
            switch (event.getCode()) {
                case ESCAPE -> close();
                case ENTER -> {
                    event.consume();
                    doSelected();
                }
                case DOWN -> select(chosen + 1, event);
                case UP -> select(chosen - 1, event);
                default -> {}
            }
        });
        list.setOnMouseClicked(event -> doSelected());
        FocusCycle.in(this);
        setOnMousePressed(event -> {
            if (event.getTarget() == this) {
                close();
            }
        });
        close();
    }

    private static final class Cell extends ListCell<Entry> {
        @Override
        protected void updateItem(Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            if (empty || entry == null) {
                setText("");
                setGraphic(null);
                return;
            }
            Label note = new Label(entry.note());
            note.getStyleClass().add("muted");
            Label title = new Label(entry.title());
            title.setDisable(!entry.possible());
            setGraphic(Rows.row(title, note));
        }
    }

    private void select(int index, KeyEvent event) {
        list.getSelectionModel().select(Math.max(0, Math.min(found.size() - 1, index)));
        event.consume();
    }

    /** Shows it, with all commands. */
    public void open() {
        if (!isVisible()) {
            before = getScene() == null ? null : getScene().getFocusOwner();
        }
        search.clear();
        find();
        setVisible(true);
        search.requestFocus();
    }

    /** Takes it away; the keyboard is again where it was. */
    void close() {
        setVisible(false);
        if (before != null) {
            before.requestFocus();
            before = null;
        }
    }

    private void find() {
        List<String> words =
                List.of(search.getText().toLowerCase(Locale.ROOT).trim().split("\\s+", -1));
        Predicate<Entry> wanted = entry -> words.stream().allMatch(entry.searched()::contains);
        found.setAll(entries().filter(wanted).toList());
        list.getSelectionModel().selectFirst();
    }

    private Stream<Entry> entries() {
        Stream<Entry> done =
                commands.all().stream()
                        .filter(command -> command != Command.PALETTE)
                        .map(this::entry);
        Stream<Entry> opened =
                places.get().stream()
                        .flatMap(menu -> menu.getItems().stream().map(item -> entry(menu, item)));
        return Stream.concat(done, opened);
    }

    private Entry entry(Command command) {
        return new Entry(
                name(command),
                searched(command),
                commands.refusal(command).orElse(shortcut(command)),
                commands.isPossible(command),
                () -> commands.run(command));
    }

    private static Entry entry(Menu menu, MenuItem item) {
        String title = menu.getText() + " › " + item.getText();
        return new Entry(title, title.toLowerCase(Locale.ROOT), "", true, item::fire);
    }

    private static String shortcut(Command command) {
        KeyCombination keys = command.keys();
        return keys == null ? "" : keys.getDisplayText();
    }

    private String name(Command command) {
        return Texts.name(command.menu()) + " › " + commands.title(command);
    }

    /** Its name, and what it is called at other times. */
    private String searched(Command command) {
        return (name(command) + " " + Texts.name(command)).toLowerCase(Locale.ROOT);
    }

    private void doSelected() {
        Entry entry = list.getSelectionModel().getSelectedItem();
        if (entry != null && entry.possible()) {
            close();
            entry.action().run();
        }
    }
}
