package org.eccexplorer.ui.explorer;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.RangeSlider;
import org.eccexplorer.app.Cancellation;
import org.eccexplorer.app.Experiment;
import org.eccexplorer.app.LambdaStudy;
import org.eccexplorer.app.RunState;
import org.eccexplorer.dataset.LabelledImages;
import org.eccexplorer.measure.Macs;
import org.eccexplorer.network.Network;
import org.eccexplorer.ui.fx.Background;
import org.eccexplorer.ui.fx.ChartView;
import org.eccexplorer.ui.fx.DataTable;

/** The model and its images, which of them λ is measured on, and how far λ depends on them. */
final class DataPage extends BorderPane implements Page {
    private static final int THUMBNAIL = 40;

    private final Workbench bench;
    private final Consumer<String> calibrate;
    private static final double SIDE = 270;
    private static final double CHART_HEIGHT = 190;

    private final ChartView growth;
    private final VBox side = new VBox(6);
    private final VBox doctor = new VBox(8);
    private boolean studied;

    /**
     * The page.
     *
     * @param calibrate opens the experiment anew with λ measured on other images
     */
    DataPage(Workbench bench, Consumer<String> calibrate) {
        this.bench = bench;
        this.calibrate = calibrate;
        ChartView classes = bench.chart();
        ChartView pixels = bench.chart();
        growth = bench.chart();
        Experiment experiment = bench.model().experiment();
        if (experiment.test().labels().length > 0) {
            classes.show(DataCharts.classes(experiment));
        }
        pixels.show(DataCharts.pixels(experiment));
        side.getStyleClass().add("card");
        model(experiment);
        images(experiment);
        calibration(experiment);
        side.setMinWidth(SIDE);
        side.setMaxWidth(SIDE);
        doctor.getStyleClass().add("card");
        doctor.getChildren().add(text("Measuring every calibration image …", "muted"));
        VBox charts = new VBox(10, charts(classes, pixels), grid(1, growth));
        HBox.setHgrow(charts, Priority.ALWAYS);
        ScrollPane scroll = new ScrollPane(new VBox(10, new HBox(10, side, charts), doctor));
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("page-scroll");
        setCenter(scroll);
    }

    private ChartGrid charts(ChartView classes, ChartView pixels) {
        return bench.model().experiment().test().labels().length > 0
                ? grid(2, classes, pixels)
                : grid(1, pixels);
    }

    private ChartGrid grid(int columns, ChartView... charts) {
        ChartGrid grid = new ChartGrid(bench, columns, charts);
        grid.setMinHeight(CHART_HEIGHT);
        VBox.setVgrow(grid, Priority.ALWAYS);
        return grid;
    }

    private void model(Experiment experiment) {
        Network network = experiment.model().network();
        side.getChildren().add(SettingsPane.heading("Model"));
        row("file", String.valueOf(experiment.model().file().getFileName()));
        row("format", experiment.model().model().format());
        row("SHA-256", experiment.model().model().sha256().substring(0, 12) + " …");
        row("input", network.inputShape().toString());
        row("outputs", "%,d".formatted(network.outputShape().size()));
        row("parameters", "%,d".formatted(network.parameters()));
        row("MACs per image", "%,d".formatted(Macs.of(network)));
        row("ε of batch norm.", experiment.epsilons());
    }

    private void images(Experiment experiment) {
        side.getChildren().add(SettingsPane.heading("Test images"));
        LabelledImages test = experiment.test();
        row("source", shortened(experiment.dataSource()));
        row("images", "%,d of %s".formatted(test.count(), test.shape()));
        row("labels", test.labels().length == 0 ? "none" : "yes");
        experiment.warnings().forEach(warning -> side.getChildren().add(text(warning, "warning")));
    }

    private void calibration(Experiment experiment) {
        int count = experiment.test().count();
        side.getChildren().add(SettingsPane.heading("λ is measured on"));
        row("source", shortened(experiment.calibrationSource()));
        row("images", "%,d".formatted(experiment.calibration().count()));
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
            calibrate.accept("%s@%d:%d".formatted(experiment.dataSource(), from, to));
        });
        Button choose = new Button("Other images …");
        choose.setOnAction(event ->
                bench.dialogs()
                        .chooseFile("Images to measure λ on", "Images", FileKinds.DATA)
                        .ifPresent(file -> calibrate.accept(file.toString())));
        side.getChildren().addAll(range, use, choose);
        side.getChildren()
                .add(
                        text(
                                "Measured on images it is tested on, a conversion looks better"
                                        + " than it is.",
                                "muted"));
    }

    private static String shortened(String source) {
        return source.substring(Math.max(source.lastIndexOf('/'), source.lastIndexOf('\\')) + 1);
    }

    private void row(String name, String value) {
        Label label = new Label(name);
        label.getStyleClass().add("muted");
        Label figure = new Label(value);
        figure.setTooltip(new Tooltip(value));
        figure.getStyleClass().add("value");
        figure.setMaxWidth(150);
        side.getChildren().add(TechniqueCard.row(label, figure));
    }

    private static Label text(String words, String style) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }

    /** The study of λ is made once, when the page is first looked at. */
    @Override
    public void refresh(List<RunState> shown, RunState focus) {
        if (!studied) {
            studied = true;
            Experiment experiment = bench.model().experiment();
            Background.run(
                    () -> LambdaStudy.of(experiment, focus.settings(), new Cancellation()),
                    this::show,
                    failure ->
                            doctor.getChildren()
                                    .setAll(text(String.valueOf(failure.getMessage()), "warning")));
        }
    }

    private void show(LambdaStudy study) {
        growth.show(DataCharts.growth(study));
        DataTable table = new DataTable("What λ depends on", DataCharts.table(study));
        table.setPrefHeight(Math.min(200, 36 + 30.0 * study.layers().size()));
        doctor.getChildren()
                .setAll(
                        SettingsPane.heading("What λ depends on"),
                        text(Sentences.lambda(study), "sentence"),
                        table,
                        decisive(study));
    }

    /** The images that set the λ of at least one layer. */
    private FlowPane decisive(LambdaStudy study) {
        LabelledImages images = bench.model().experiment().calibration();
        FlowPane pictures = new FlowPane(6, 6);
        study.layers().stream()
                .map(LambdaStudy.Layer::decisive)
                .distinct()
                .limit(12)
                .forEach(index -> {
                    ImageView picture =
                            new ImageView(Pictures.image(images.image(index), images.shape()));
                    picture.setFitWidth(THUMBNAIL);
                    picture.setFitHeight(THUMBNAIL);
                    picture.setSmooth(false);
                    Label number = new Label(String.valueOf(index));
                    number.getStyleClass().add("tiny");
                    pictures.getChildren().add(new VBox(picture, number));
                });
        return pictures;
    }
}
