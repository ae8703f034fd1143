package org.eccexplorer.ui.fx;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
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
        return label;
    }
}
