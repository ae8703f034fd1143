package org.eccexplorer.ui.fx;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputDialog;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import org.eccexplorer.problem.Problem;

/** The dialogs of a real window. */
public final class StageDialogs implements Dialogs {
    private final Stage stage;

    public StageDialogs(Stage stage) {
        this.stage = stage;
    }

    @Override
    public Optional<Path> chooseFile(String title, String kind, List<String> patterns) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(kind, patterns));
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("All files", "*"));
        return Optional.ofNullable(chooser.showOpenDialog(stage)).map(File::toPath);
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
        return Optional.ofNullable(chooser.showDialog(stage)).map(File::toPath);
    }

    @Override
    public void read(String title, String text) {
        Alert alert = new Alert(Alert.AlertType.NONE, "", ButtonType.CLOSE);
        alert.initOwner(stage);
        alert.setTitle(title);
        VBox paragraphs = new VBox(8);
        text.lines()
                .filter(line -> !line.isBlank())
                .forEach(line -> {
                    Label label = wrapped(line.replaceFirst("^# *", ""));
                    if (line.startsWith("#")) {
                        label.setStyle("-fx-font-weight: bold; -fx-font-size: 14px");
                    }
                    paragraphs.getChildren().add(label);
                });
        ScrollPane scroll = new ScrollPane(paragraphs);
        scroll.setFitToWidth(true);
        scroll.setPrefSize(620, 460);
        alert.getDialogPane().setContent(scroll);
        alert.setResizable(true);
        alert.show();
    }

    @Override
    public Optional<String> ask(String question, String start) {
        TextInputDialog dialog = new TextInputDialog(start);
        dialog.initOwner(stage);
        dialog.setHeaderText(null);
        dialog.setContentText(question);
        return dialog.showAndWait();
    }

    @Override
    public boolean confirm(String question) {
        Alert alert =
                new Alert(Alert.AlertType.CONFIRMATION, question, ButtonType.CANCEL, ButtonType.OK);
        alert.initOwner(stage);
        alert.setHeaderText(null);
        return alert.showAndWait().filter(answer -> answer == ButtonType.OK).isPresent();
    }

    @Override
    public void show(String title, List<Problem> problems) {
        Alert alert = new Alert(Alert.AlertType.ERROR);
        alert.initOwner(stage);
        alert.setTitle(title);
        alert.setHeaderText(title);
        VBox list = new VBox(12);
        for (Problem problem : problems) {
            Label what = new Label(problem.what());
            what.setStyle("-fx-font-weight: bold");
            list.getChildren()
                    .add(
                            new VBox(
                                    2,
                                    what,
                                    wrapped(problem.where()),
                                    wrapped(problem.why()),
                                    wrapped("→ " + problem.remedy())));
        }
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setPrefSize(560, Math.min(420, 40 + 90 * problems.size()));
        alert.getDialogPane().setContent(scroll);
        alert.setResizable(true);
        alert.show();
    }

    private static Label wrapped(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
