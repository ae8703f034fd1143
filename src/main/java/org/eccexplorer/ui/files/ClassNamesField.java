package org.eccexplorer.ui.files;

import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.eccexplorer.app.open.ClassNames;
import org.eccexplorer.app.open.FileFilters;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.dialog.Dialogs;
import org.eccexplorer.ui.fx.Background;
import org.eccexplorer.ui.fx.WrappedText;

/** Names of classes, typed or from a text file; says at once whether they can be those. */
final class ClassNamesField extends VBox {
    private final int outputs;
    private final TextArea text = new TextArea();
    private final Label state = WrappedText.wrapped("", "muted");
    private final ReadOnlyBooleanWrapper valid = new ReadOnlyBooleanWrapper(true);

    /**
     * A field with some names.
     *
     * @param outputs of the model, which has as many classes
     */
    ClassNamesField(int outputs, List<String> names, int rows, Dialogs dialogs) {
        super(4);
        this.outputs = outputs;
        text.setPrefRowCount(rows);
        text.setMinHeight(USE_PREF_SIZE);
        text.setPromptText(Texts.text("ui.files.classNamesPrompt"));
        text.setAccessibleText(
                Texts.text("ui.files.classNamesMeaning", Texts.counted("app.open.names", outputs)));
        text.textProperty().addListener(o -> check());
        text.setText(ClassNames.written(names));
        Button file = new Button(Texts.text("ui.files.textFile"));
        file.setAccessibleText(Texts.text("ui.files.textFileMeaning"));
        file.setMinWidth(USE_PREF_SIZE);
        file.setOnAction(event -> choose(dialogs));
        HBox.setHgrow(text, Priority.ALWAYS);
        getChildren().addAll(new HBox(8, text, file), state);
        check();
    }

    private void choose(Dialogs dialogs) {
        dialogs.chooseFile(
                        Texts.text("ui.files.chooseNames"),
                        Texts.text("ui.files.textFiles"),
                        FileFilters.TEXTS)
                .ifPresent(path ->
                        Background.run(
                                () -> ClassNames.read(path),
                                text::setText,
                                failure ->
                                        say(
                                                ProblemException.of(path.toString(), failure)
                                                        .getFirst()
                                                        .message(),
                                                true)));
    }

    private void check() {
        List<String> names = names();
        ClassNames.refusal(names, outputs)
                .ifPresentOrElse(
                        why -> {
                            valid.set(false);
                            say(why, true);
                        },
                        () -> {
                            valid.set(true);
                            say(
                                    names.isEmpty()
                                            ? Texts.text("ui.files.noClassNames")
                                            : Texts.counted("ui.files.classNames", outputs),
                                    false);
                        });
    }

    private void say(String words, boolean wrong) {
        state.setText(words);
        state.getStyleClass().setAll("label", wrong ? "warning" : "muted");
    }

    /** The names as they stand. */
    List<String> names() {
        return ClassNames.parse(text.getText());
    }

    /** Whether there are as many as outputs, or none. */
    ReadOnlyBooleanProperty validProperty() {
        return valid.getReadOnlyProperty();
    }
}
