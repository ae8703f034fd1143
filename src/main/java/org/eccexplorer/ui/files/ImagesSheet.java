package org.eccexplorer.ui.files;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.eccexplorer.app.open.ImageChoice;
import org.eccexplorer.app.open.LoadedModel;
import org.eccexplorer.app.session.Preferences;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.dialog.Dialogs;
import org.eccexplorer.ui.dialog.ProblemList;
import org.eccexplorer.ui.fx.Choices;
import org.eccexplorer.ui.fx.LiveScroll;
import org.eccexplorer.ui.fx.WrappedText;

/** Asks which images a model is opened with, and says which can be read. */
final class ImagesSheet extends VBox {
    private final ImagesField data;
    private final ImagesField calibration;
    private final ChoiceBox<Integer> most = numbers();
    private final ClassNamesField names;
    private final ReadingFields reading;
    private final VBox problems = new VBox();

    /**
     * The sheet.
     *
     * @param start what is filled in
     * @param open gets the sheet and what was filled in
     * @param cancel opens nothing
     */
    ImagesSheet(
            LoadedModel model,
            ImageChoice start,
            Preferences preferences,
            Dialogs dialogs,
            BiConsumer<ImagesSheet, ImageChoice> open,
            Runnable cancel) {
        super(12);
        int outputs = model.network().outputShape().size();
        data =
                new ImagesField(
                        Texts.text("ui.files.testImages"),
                        Texts.text("ui.files.testImagesPrompt"),
                        ReadingFields.without(start.data()),
                        recent(preferences),
                        dialogs);
        calibration =
                new ImagesField(
                        Texts.text("ui.files.calibrationImages"),
                        Texts.text("ui.files.calibrationPrompt"),
                        start.calibration(),
                        recent(preferences),
                        dialogs);
        problems.managedProperty().bind(Bindings.isNotEmpty(problems.getChildren()));
        reading = new ReadingFields(start.data(), dialogs);
        names = new ClassNamesField(outputs, start.classNames(), 3, dialogs);
        most.setValue(
                ImageChoice.NUMBERS.contains(start.most())
                        ? start.most()
                        : ImageChoice.STANDARD_MOST);
        VBox form =
                new VBox(
                        12,
                        WrappedText.wrapped(
                                Texts.text(
                                        "ui.files.imagesFormats",
                                        model.network().inputShape(),
                                        Texts.counted("app.open.outputs", outputs)),
                                "sheet-text"),
                        problems,
                        part(
                                Texts.text("ui.files.testImages"),
                                new VBox(6, data, new ArrayBoxes(data.text())),
                                ""),
                        part(
                                Texts.text("ui.files.labels"),
                                reading.labels(),
                                Texts.text("ui.files.labelsHint")),
                        part(
                                Texts.text("ui.files.calibrationImages"),
                                calibration,
                                Texts.text("ui.files.calibrationHint")),
                        part(
                                Texts.text("ui.files.imageNumber"),
                                most,
                                Texts.text("ui.files.imageNumberHint")),
                        part(
                                Texts.text("ui.files.preparation"),
                                reading.preparationFields(),
                                Texts.text("ui.files.preparationHint")),
                        part(
                                Texts.text("ui.files.orders"),
                                reading.orderFields(),
                                Texts.text("ui.files.ordersHint")),
                        part(Texts.text("ui.files.namesOfClasses"), names, ""));
        ScrollPane scroll = new LiveScroll(form);
        scroll.setFitToWidth(true);
        scroll.prefViewportHeightProperty().bind(form.heightProperty());
        scroll.getStyleClass().add("sheet-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(scroll, buttons(open, cancel));
    }

    /** A choice of how many test images are used. */
    static ChoiceBox<Integer> numbers() {
        ChoiceBox<Integer> box = Choices.of(ImageChoice.NUMBERS, ImagesSheet::number);
        box.setAccessibleText(Texts.text("ui.files.imageNumber"));
        return box;
    }

    /** A number of images in words. */
    static String number(int images) {
        return images == ImageChoice.ALL
                ? Texts.text("ui.files.allImages")
                : Texts.text("ui.files.firstImages", Numbers.count(images));
    }

    /** Images that were used before, the newest first. */
    private static List<String> recent(Preferences preferences) {
        return preferences.recent().stream()
                .flatMap(one -> Stream.of(one.data(), one.calibration()))
                .filter(source -> !source.isEmpty())
                .distinct()
                .toList();
    }

    private static VBox part(String name, Node control, String hint) {
        Label label = new Label(name);
        label.getStyleClass().add("card-title");
        label.setLabelFor(control);
        VBox part = new VBox(4, label, control);
        if (!hint.isEmpty()) {
            part.getChildren().add(WrappedText.wrapped(hint, "muted"));
        }
        return part;
    }

    private SheetButtons buttons(BiConsumer<ImagesSheet, ImageChoice> open, Runnable cancel) {
        SheetButtons buttons =
                new SheetButtons(
                        this,
                        Texts.text("ui.files.open"),
                        () -> open.accept(this, choice()),
                        cancel);
        buttons.apply()
                .disableProperty()
                .bind(
                        data.text()
                                .textProperty()
                                .map(String::isBlank)
                                .flatMap(blank ->
                                        names.validProperty().map(valid -> blank || !valid)));
        return buttons;
    }

    private ImageChoice choice() {
        return new ImageChoice(
                reading.applied(data.source()),
                calibration.source(),
                most.getValue(),
                names.names());
    }

    /** Puts the keyboard where the test images are named, as soon as that is in the scene. */
    void focusData() {
        TextField field = data.text();
        if (field.getScene() != null) {
            field.requestFocus();
            return;
        }
        field.sceneProperty()
                .addListener(
                        new InvalidationListener() {
                            @Override
                            public void invalidated(Observable scene) {
                                field.sceneProperty().removeListener(this);
                                field.requestFocus();
                            }
                        });
    }

    /** Says above the fields why what was filled in cannot be opened. */
    void refuse(List<Problem> found) {
        problems.getChildren().setAll(new ProblemList(found));
    }
}
