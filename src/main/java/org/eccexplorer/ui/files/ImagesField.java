package org.eccexplorer.ui.files;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.eccexplorer.app.open.FileFilters;
import org.eccexplorer.array.DataSpec;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.dialog.Dialogs;

/** Images as a file or folder: typed, chosen, dropped, or used before. */
final class ImagesField extends HBox {
    private final TextField source = new TextField();

    /**
     * A field.
     *
     * @param meaning what the images are for
     * @param recent sources that were used before
     */
    ImagesField(String meaning, String prompt, String start, List<String> recent, Dialogs dialogs) {
        super(8);
        setAlignment(Pos.CENTER_LEFT);
        source.setText(start);
        source.setPromptText(prompt);
        source.setAccessibleText(meaning);
        source.setMinWidth(120);
        HBox.setHgrow(source, Priority.ALWAYS);
        Button file = new Button(Texts.text("ui.files.file"));
        file.setAccessibleText(Texts.text("ui.files.fileFor", meaning));
        file.setMinWidth(USE_PREF_SIZE);
        file.setOnAction(event ->
                take(dialogs.chooseFile(meaning, Texts.text("ui.files.images"), FileFilters.DATA)));
        Button folder = new Button(Texts.text("ui.files.folder"));
        folder.setAccessibleText(Texts.text("ui.files.folderFor", meaning));
        folder.setMinWidth(USE_PREF_SIZE);
        folder.setOnAction(event -> take(dialogs.chooseFolder(meaning)));
        getChildren().addAll(source, file, folder);
        if (!recent.isEmpty()) {
            getChildren().add(menu(meaning, recent));
        }
        setOnDragOver(event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
            }
            event.consume();
        });
        setOnDragDropped(event -> {
            List<File> files = event.getDragboard().getFiles();
            take(files.stream().findFirst().map(File::toPath));
            event.setDropCompleted(!files.isEmpty());
            event.consume();
        });
    }

    private Node menu(String meaning, List<String> recent) {
        MenuButton menu = new MenuButton(Texts.text("ui.files.recent"));
        menu.setAccessibleText(Texts.text("ui.files.recentFor", meaning));
        menu.setMinWidth(USE_PREF_SIZE);
        for (String one : recent) {
            MenuItem item = new MenuItem(DataSpec.of(one).shortened().toString());
            item.setMnemonicParsing(false);
            item.setOnAction(event -> source.setText(one));
            menu.getItems().add(item);
        }
        return menu;
    }

    private void take(Optional<Path> chosen) {
        chosen.ifPresent(path -> source.setText(path.toString()));
    }

    /** As it stands in the field. */
    TextField text() {
        return source;
    }

    /** Where the images are; empty if nothing is said. */
    String source() {
        return source.getText().strip();
    }
}
