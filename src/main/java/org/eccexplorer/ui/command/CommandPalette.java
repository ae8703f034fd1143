package org.eccexplorer.ui.command;

import java.util.List;
import java.util.Locale;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.dialog.FocusCycle;
import org.eccexplorer.ui.fx.Rows;
import org.jspecify.annotations.Nullable;

/** All commands, found by typing parts of their names; Enter does the chosen one. */
public final class CommandPalette extends StackPane {
    private final Commands commands;
    private final TextField search = new TextField();
    private final ObservableList<Command> found = FXCollections.observableArrayList();
    private final ListView<Command> list = new ListView<>(found);
    private @Nullable Node before;

    /** The palette, not yet shown. */
    public CommandPalette(Commands commands) {
        this.commands = commands;
        getStyleClass().add("palette-veil");
        search.setPromptText(Texts.text("ui.command.typeACommand"));
        search.setAccessibleText(search.getPromptText());
        search.textProperty().addListener(o -> find());
        list.setCellFactory(view -> new Cell());
        list.setPrefHeight(280);
        VBox box = new VBox(8, search, list);
        box.getStyleClass().addAll("card", "palette");
        box.setMaxSize(420, 340);
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

    private final class Cell extends ListCell<Command> {
        @Override
        protected void updateItem(Command command, boolean empty) {
            super.updateItem(command, empty);
            if (empty || command == null) {
                setText("");
                setGraphic(null);
                return;
            }
            Label note = new Label(commands.refusal(command).orElse(shortcut(command)));
            note.getStyleClass().add("muted");
            Label title = new Label(name(command));
            title.setDisable(!commands.isPossible(command));
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
        found.setAll(
                commands.all().stream()
                        .filter(command -> command != Command.PALETTE)
                        .filter(command -> words.stream().allMatch(searched(command)::contains))
                        .toList());
        list.refresh();
        list.getSelectionModel().selectFirst();
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
        Command command = list.getSelectionModel().getSelectedItem();
        if (command != null && commands.isPossible(command)) {
            close();
            commands.run(command);
        }
    }
}
