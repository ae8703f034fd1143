package org.eccexplorer.ui.dialog;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputDialog;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.fx.Background;
import org.eccexplorer.ui.fx.WrappedText;
import org.jspecify.annotations.Nullable;

/** The dialogs of a real window. */
public final class StageDialogs implements Dialogs {
    /** In which a folder has to say that it is there. */
    private static final Duration ANSWER = Duration.ofMillis(300);

    private final Stage stage;
    private @Nullable File folder;

    public StageDialogs(Stage stage) {
        this.stage = stage;
    }

    @Override
    public void lookIn(Path place) {
        folder = place.toFile();
    }

    @Override
    public Optional<Path> chooseFile(String title, String kind, List<String> patterns) {
        File chosen = opening(title, kind, patterns).showOpenDialog(stage);
        remember(chosen);
        return Optional.ofNullable(chosen).map(File::toPath);
    }

    @Override
    public List<Path> chooseFiles(String title, String kind, List<String> patterns) {
        List<File> chosen = opening(title, kind, patterns).showOpenMultipleDialog(stage);
        if (chosen == null) {
            return List.of();
        }
        remember(chosen.getFirst());
        return chosen.stream().map(File::toPath).toList();
    }

    private FileChooser opening(String title, String kind, List<String> patterns) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialDirectory(existing());
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(kind, patterns));
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(Texts.text("ui.dialog.allFiles"), "*"));
        return chooser;
    }

    /** A chooser refuses to open in a folder that is gone; one that does not answer is. */
    private @Nullable File existing() {
        File wanted = folder;
        return wanted != null && Background.holds(wanted::isDirectory, ANSWER) ? wanted : null;
    }

    /** What belongs to a file often lies beside it. */
    private void remember(@Nullable File chosen) {
        if (chosen != null) {
            folder = chosen.getParentFile();
        }
    }

    @Override
    public Optional<Path> saveFile(String title, String name, List<String> patterns) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialFileName(name);
        for (String pattern : patterns) {
            String kind = pattern.substring(pattern.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
            chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(kind, pattern));
        }
        File chosen = chooser.showSaveDialog(stage);
        if (chosen == null) {
            return Optional.empty();
        }
        FileChooser.ExtensionFilter filter = chooser.getSelectedExtensionFilter();
        boolean ends = chosen.getName().contains(".") || filter == null;
        String ending = ends ? "" : filter.getExtensions().getFirst().substring(1);
        return Optional.of(Path.of(chosen.getPath() + ending));
    }

    @Override
    public Optional<Path> chooseFolder(String title) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        chooser.setInitialDirectory(existing());
        return Optional.ofNullable(chooser.showDialog(stage)).map(File::toPath);
    }

    /** Makes a dialog look like the window it belongs to. */
    private void dress(Dialog<?> dialog) {
        dialog.initOwner(stage);
        dialog.setHeaderText(null);
        Parent window = stage.getScene().getRoot();
        DialogPane pane = dialog.getDialogPane();
        pane.getStylesheets().addAll(window.getStylesheets());
        pane.getStyleClass().addAll(window.getStyleClass());
        pane.setStyle(window.getStyle());
    }

    /** The question alone: its kind and a picture say nothing more. */
    private void plain(Alert alert) {
        dress(alert);
        alert.setTitle(Texts.text("ui.window.title"));
        alert.setHeaderText(null);
        alert.setGraphic(null);
    }

    @Override
    public Optional<String> ask(String title, String question, String start) {
        TextInputDialog dialog = new TextInputDialog(start);
        dress(dialog);
        dialog.setTitle(title);
        dialog.setGraphic(null);
        // The label of the dialog itself would be cut beside the field.
        Label label = WrappedText.wrapped(question, "dialog-question");
        label.setLabelFor(dialog.getEditor());
        dialog.getDialogPane().setContent(new VBox(8, label, dialog.getEditor()));
        return dialog.showAndWait();
    }

    @Override
    public boolean confirm(String question) {
        Alert alert =
                new Alert(Alert.AlertType.CONFIRMATION, question, ButtonType.CANCEL, ButtonType.OK);
        plain(alert);
        return alert.showAndWait().filter(answer -> answer == ButtonType.OK).isPresent();
    }

    @Override
    public void tell(String title, String text, String action, Runnable taken) {
        Notices.show(stage, title, text, action, taken);
    }

    @Override
    public Keeping keep(String question) {
        ButtonType save = new ButtonType(Texts.text("ui.dialog.save"), ButtonBar.ButtonData.YES);
        ButtonType discard =
                new ButtonType(Texts.text("ui.dialog.dontSave"), ButtonBar.ButtonData.NO);
        Alert alert =
                new Alert(Alert.AlertType.CONFIRMATION, question, save, discard, ButtonType.CANCEL);
        plain(alert);
        Optional<ButtonType> answer = alert.showAndWait();
        if (answer.filter(save::equals).isPresent()) {
            return Keeping.SAVE;
        }
        return answer.filter(discard::equals).isPresent() ? Keeping.DISCARD : Keeping.CANCEL;
    }
}
