package org.eccexplorer.ui.data;

import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.RangeSlider;
import org.eccexplorer.app.open.DataSummary;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.open.FileKinds;
import org.eccexplorer.array.DataSpec;
import org.eccexplorer.dataset.LabelledImages;
import org.eccexplorer.measure.Macs;
import org.eccexplorer.network.Network;
import org.eccexplorer.ui.dialog.Dialogs;
import org.eccexplorer.ui.fx.Rows;
import org.eccexplorer.ui.fx.WrappedText;

/** The model and its images in figures, and which images λ is measured on. */
final class DataFacts extends VBox {
    private static final double WIDTH = 270;

    private final Experiment experiment;
    private final VBox measured = new VBox(6);

    /**
     * The figures that are known at once.
     *
     * @param calibrate opens the experiment anew with λ measured on other images
     */
    DataFacts(Experiment experiment, Dialogs dialogs, Consumer<String> calibrate) {
        super(6);
        this.experiment = experiment;
        getStyleClass().add("card");
        setMinWidth(WIDTH);
        setMaxWidth(WIDTH);
        model();
        images();
        calibration(dialogs, calibrate);
    }

    private void model() {
        Network network = experiment.model().network();
        getChildren().add(Rows.heading("Model"));
        Path weights = experiment.model().source().weights();
        add("file", String.valueOf(experiment.model().file().getFileName()));
        if (weights != null) {
            add("weights", String.valueOf(weights.getFileName()));
        }
        add("format", experiment.model().model().format());
        add("SHA-256", experiment.model().model().sha256().substring(0, 12) + " …");
        add("input", network.inputShape().toString());
        add("outputs", "%,d".formatted(network.outputShape().size()));
        add("parameters", "%,d".formatted(network.parameters()));
        add("MACs per image", "%,d".formatted(Macs.of(network)));
        add("ε of batch norm.", experiment.epsilons());
    }

    private void images() {
        getChildren().add(Rows.heading("Test images"));
        LabelledImages test = experiment.test();
        add("source", shortened(experiment.dataSource()));
        add("images", "%,d of %s".formatted(test.count(), test.shape()));
        add("labels", test.labels().length == 0 ? "none" : "yes");
        getChildren().add(measured);
        experiment
                .warnings()
                .forEach(warning -> getChildren().add(WrappedText.wrapped(warning, "warning")));
    }

    /** Adds what only a look at every pixel tells. */
    void show(DataSummary summary) {
        measured.getChildren()
                .setAll(
                        row("values", "%.4g to %.4g".formatted(summary.low(), summary.high())),
                        row("mean value", "%.3f".formatted(summary.mean())));
        int missing = summary.missingClasses();
        if (missing > 0) {
            measured.getChildren()
                    .add(
                            WrappedText.wrapped(
                                    missing == 1
                                            ? "One class has no image."
                                            : "%,d classes have no image.".formatted(missing),
                                    "warning"));
        }
    }

    private void calibration(Dialogs dialogs, Consumer<String> calibrate) {
        int count = experiment.test().count();
        getChildren().add(Rows.heading("λ is measured on"));
        add("source", shortened(experiment.calibrationSource()));
        add("images", "%,d".formatted(experiment.calibration().count()));
        RangeSlider range = new RangeSlider(0, count, 0, Math.min(count, 500));
        range.setBlockIncrement(1);
        range.setAccessibleText("Range of test images to measure λ on");
        range.setTooltip(new Tooltip("Which of the test images to measure λ on instead"));
        Button use = new Button();
        Runnable name =
                () ->
                        use.setText(
                                "Use test images %d to %d"
                                        .formatted(
                                                Math.round(range.getLowValue()),
                                                Math.round(range.getHighValue()) - 1));
        range.lowValueProperty().addListener(o -> name.run());
        range.highValueProperty().addListener(o -> name.run());
        name.run();
        use.setOnAction(event -> {
            long from = Math.round(range.getLowValue());
            long to = Math.max(from + 1, Math.round(range.getHighValue()));
            DataSpec tested = DataSpec.of(experiment.dataSource());
            calibrate.accept(tested.within((int) from, (int) to).toString());
        });
        Button choose = new Button("Other images …");
        choose.setOnAction(event ->
                dialogs.chooseFile("Images to measure λ on", "Images", FileKinds.DATA)
                        .ifPresent(file -> calibrate.accept(file.toString())));
        getChildren().addAll(range, use, choose);
        getChildren()
                .add(
                        WrappedText.wrapped(
                                "Measured on images it is tested on, a conversion looks better"
                                        + " than it is.",
                                "muted"));
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
        figure.setMaxWidth(150);
        return Rows.row(label, figure);
    }
}
