package org.eccexplorer.ui.files;

import java.util.List;
import javafx.scene.control.ChoiceBox;
import javafx.scene.layout.VBox;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.open.ImageChoice;
import org.eccexplorer.app.session.Recent;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.command.Command;
import org.eccexplorer.ui.command.Commands;
import org.eccexplorer.ui.dialog.Dialogs;
import org.eccexplorer.ui.fx.WrappedText;
import org.eccexplorer.ui.state.ExplorerViewModel;

/** Changes how many test images of a model are used, and what its classes are called. */
public final class ImageChanges {
    private final Host window;
    private final Dialogs dialogs;
    private final FileLoader loader;

    ImageChanges(Host window, Dialogs dialogs, FileLoader loader) {
        this.window = window;
        this.dialogs = dialogs;
        this.loader = loader;
    }

    void addTo(Commands commands) {
        commands.on(Command.IMAGE_NUMBER, this::askNumber)
                .on(Command.CLASS_NAMES, this::askClassNames);
    }

    private void askNumber() {
        int now = window.model().images();
        ChoiceBox<Integer> box = ImagesSheet.numbers();
        box.setValue(ImageChoice.NUMBERS.contains(now) ? now : ImageChoice.ALL);
        VBox sheet =
                new VBox(
                        12,
                        WrappedText.wrapped(
                                Texts.text(
                                        "ui.files.numberNow",
                                        Texts.counted("ui.files.testImage", now)),
                                "sheet-text"),
                        box);
        addButtons(sheet, () -> take(box.getValue()));
        window.sheets().show(Texts.text("ui.files.imageNumber"), sheet);
    }

    /**
     * Uses another number of test images: the first ones. More are read than were before if need
     * be; what has run stays.
     */
    public void take(int most) {
        ExplorerViewModel model = window.model();
        Experiment before = model.experiment();
        int count = before.test().count();
        if (most <= count) {
            use(model, most);
            return;
        }
        loader.load(
                before.model().source().title(),
                () -> before.withImages(most),
                experiment -> {
                    if (experiment.test().count() > count) {
                        model.useMoreImages(experiment);
                    } else if (model.images() == count) {
                        window.say(Texts.text("ui.files.noMoreImages", Numbers.count(count)));
                        return;
                    }
                    use(model, most);
                });
    }

    private void use(ExplorerViewModel model, int most) {
        model.useImages(most);
        window.remember(
                window.preferences()
                        .withChanged(recent(model.experiment()), images -> images.withMost(most)));
        window.say(
                Texts.text(
                        "ui.files.imagesUsed",
                        Texts.counted("ui.files.testImage", model.images())));
    }

    private void askClassNames() {
        ExplorerViewModel model = window.model();
        int outputs = model.experiment().model().network().outputShape().size();
        ClassNamesField field =
                new ClassNamesField(outputs, model.experiment().classNames(), 10, dialogs);
        VBox sheet = new VBox(12, field);
        addButtons(sheet, () -> name(model, field.names()))
                .apply()
                .disableProperty()
                .bind(field.validProperty().not());
        window.sheets().show(Texts.text("ui.files.namesOfClasses"), sheet);
    }

    private void name(ExplorerViewModel model, List<String> names) {
        window.remember(
                window.preferences()
                        .withChanged(recent(model.experiment()), images -> images.named(names)));
        model.nameClasses(names);
    }

    /** Offers the model of an experiment with these calibration images from now on. */
    public void rememberCalibration(Experiment experiment, String calibration) {
        window.remember(
                window.preferences()
                        .withChanged(
                                recent(experiment), images -> images.calibratedOn(calibration)));
    }

    private static Recent recent(Experiment experiment) {
        return Recent.model(experiment.model().source(), ImageChoice.of(experiment));
    }

    /** Adds buttons that close the sheet, and do something if it was not cancelled. */
    private SheetButtons addButtons(VBox sheet, Runnable applied) {
        Runnable close = () -> window.sheets().closeQuietly(sheet);
        SheetButtons buttons =
                new SheetButtons(
                        sheet,
                        Texts.text("ui.files.apply"),
                        () -> {
                            close.run();
                            applied.run();
                        },
                        close);
        sheet.getChildren().add(buttons);
        return buttons;
    }
}
