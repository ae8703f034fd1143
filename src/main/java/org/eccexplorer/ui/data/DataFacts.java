package org.eccexplorer.ui.data;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.RangeSlider;
import org.eccexplorer.app.open.DataSummary;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.open.FileFilters;
import org.eccexplorer.array.DataSpec;
import org.eccexplorer.dataset.LabelledImages;
import org.eccexplorer.measure.energy.Macs;
import org.eccexplorer.network.Network;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.command.Command;
import org.eccexplorer.ui.command.Commands;
import org.eccexplorer.ui.dialog.Dialogs;
import org.eccexplorer.ui.fx.Rows;
import org.eccexplorer.ui.fx.TextSize;
import org.eccexplorer.ui.fx.WrappedText;

/** The model and its images in figures, and which images λ is measured on. */
final class DataFacts extends VBox {
    private static final double WIDTH = 270;

    private final Experiment experiment;
    private final VBox measured = new VBox(6);

    /**
     * The figures that are known at once.
     *
     * @param commands which change what the images and their classes are
     * @param calibrate measures λ on other images
     */
    DataFacts(
            Experiment experiment, Dialogs dialogs, Commands commands, Consumer<String> calibrate) {
        super(6);
        this.experiment = experiment;
        getStyleClass().add("card");
        TextSize.width(this, WIDTH);
        model();
        images();
        changes(commands);
        calibration(dialogs, calibrate);
    }

    private void model() {
        Network network = experiment.model().network();
        getChildren().add(Rows.heading(Texts.text("ui.data.model")));
        Path weights = experiment.model().source().weights();
        add(Texts.text("ui.data.file"), String.valueOf(experiment.model().file().getFileName()));
        if (weights != null) {
            add(Texts.text("ui.data.weights"), String.valueOf(weights.getFileName()));
        }
        add(Texts.text("ui.data.format"), experiment.model().model().format());
        add(
                Texts.text("ui.data.sha256"),
                Texts.text("ui.data.cut", experiment.model().model().sha256().substring(0, 12)));
        add(Texts.text("ui.data.input"), network.inputShape().toString());
        add(Texts.text("ui.data.outputs"), Numbers.count(network.outputShape().size()));
        add(Texts.text("ui.data.parameters"), Numbers.count(network.parameters()));
        add(Texts.text("ui.data.macs"), Numbers.count(Macs.of(network)));
        add(Texts.text("ui.data.epsilon"), experiment.epsilons());
    }

    private void images() {
        getChildren().add(Rows.heading(Texts.text("ui.data.testImages")));
        LabelledImages test = experiment.test();
        add(Texts.text("ui.data.source"), shortened(experiment.dataSource()));
        add(
                Texts.text("ui.data.images"),
                Texts.text("ui.data.ofShape", Numbers.count(test.count()), test.shape()));
        add(
                Texts.text("ui.data.labels"),
                Texts.text(test.labels().length == 0 ? "ui.data.noLabels" : "ui.data.hasLabels"));
        add(Texts.text("ui.data.preparation"), experiment.preparation());
        getChildren().add(measured);
        experiment
                .warnings()
                .forEach(warning -> getChildren().add(WrappedText.wrapped(warning, "warning")));
    }

    private void changes(Commands commands) {
        for (Command command :
                List.of(Command.OPEN_DATA, Command.IMAGE_NUMBER, Command.CLASS_NAMES)) {
            Button button = new Button();
            button.textProperty().bind(commands.titleProperty(command));
            button.disableProperty().bind(commands.refusedProperty(command));
            button.setOnAction(event -> commands.run(command));
            getChildren().add(button);
        }
    }

    /** Adds what is known only after reading every pixel. */
    void show(DataSummary summary) {
        measured.getChildren()
                .setAll(
                        row(
                                Texts.text("ui.data.values"),
                                Texts.text(
                                        "ui.data.range",
                                        Numbers.significant(summary.low(), 4),
                                        Numbers.significant(summary.high(), 4))),
                        row(Texts.text("ui.data.mean"), Numbers.fixed(summary.mean(), 3)));
        int missing = summary.missingClasses();
        if (missing > 0) {
            measured.getChildren()
                    .add(
                            WrappedText.wrapped(
                                    Texts.counted("ui.data.missingClasses", missing), "warning"));
        }
    }

    private void calibration(Dialogs dialogs, Consumer<String> calibrate) {
        int count = experiment.test().count();
        getChildren().add(Rows.heading(Texts.text("ui.data.measuredOn")));
        add(Texts.text("ui.data.source"), shortened(experiment.calibrationSource()));
        add(Texts.text("ui.data.images"), Numbers.count(experiment.calibration().count()));
        RangeSlider range = range(count);
        range.setBlockIncrement(1);
        range.setAccessibleText(Texts.text("ui.data.rangeOfImages"));
        range.setTooltip(new Tooltip(Texts.text("ui.data.rangeMeaning")));
        Button use = new Button();
        Runnable name =
                () ->
                        use.setText(
                                Texts.text(
                                        "ui.data.useImages",
                                        Numbers.count(Math.round(range.getLowValue())),
                                        Numbers.count(Math.round(range.getHighValue()) - 1)));
        range.lowValueProperty().addListener(o -> name.run());
        range.highValueProperty().addListener(o -> name.run());
        name.run();
        use.setOnAction(event -> {
            long from = Math.round(range.getLowValue());
            long to = Math.max(from + 1, Math.round(range.getHighValue()));
            DataSpec tested = DataSpec.of(experiment.dataSource());
            calibrate.accept(tested.within((int) from, (int) to).toString());
        });
        Button choose = new Button(Texts.text("ui.data.otherImages"));
        choose.setOnAction(event ->
                dialogs.chooseFile(
                                Texts.text("ui.data.chooseImages"),
                                Texts.text("ui.data.imageFiles"),
                                FileFilters.DATA)
                        .ifPresent(file -> calibrate.accept(file.toString())));
        getChildren().addAll(range, use, choose);
        getChildren().add(WrappedText.wrapped(Texts.text("ui.data.sameImages"), "muted"));
    }

    /** The test images that λ is measured on now; all of them if it is measured on others. */
    private RangeSlider range(int count) {
        DataSpec tested = DataSpec.of(experiment.dataSource());
        DataSpec measured = DataSpec.of(experiment.calibrationSource());
        DataSpec.Range some = measured.range();
        boolean own =
                tested.file().equals(measured.file()) && tested.part().equals(measured.part());
        int first = tested.range() == null ? 0 : tested.range().from();
        return own && some != null
                ? new RangeSlider(
                        0,
                        count,
                        Math.clamp(some.from() - first, 0, count),
                        Math.clamp(some.to() - first, 0, count))
                : new RangeSlider(0, count, 0, count);
    }

    private static String shortened(String source) {
        return DataSpec.of(source).shortened().toString();
    }

    private void add(String name, String value) {
        getChildren().add(row(name, value));
    }

    private static Region row(String name, String value) {
        Label label = new Label(name);
        label.getStyleClass().add("muted");
        label.setMinWidth(USE_PREF_SIZE);
        Label figure = new Label(value);
        figure.setTooltip(new Tooltip(value));
        figure.getStyleClass().add("value");
        TextSize.scale(figure.maxWidthProperty(), figure, 150);
        return Rows.row(label, figure);
    }
}
