package org.eccexplorer.ui.data;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.eccexplorer.app.open.DataSummary;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.run.LambdaStudy;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.app.session.PageId;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.dataset.LabelledImages;
import org.eccexplorer.figures.chart.DataCharts;
import org.eccexplorer.figures.words.Sentences;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.chart.ChartView;
import org.eccexplorer.ui.chart.DataTable;
import org.eccexplorer.ui.chart.Pictures;
import org.eccexplorer.ui.command.Commands;
import org.eccexplorer.ui.desk.ChartGrid;
import org.eccexplorer.ui.desk.Page;
import org.eccexplorer.ui.desk.Workbench;
import org.eccexplorer.ui.fx.Background;
import org.eccexplorer.ui.fx.LiveScroll;
import org.eccexplorer.ui.fx.Rows;
import org.eccexplorer.ui.fx.TextSize;
import org.eccexplorer.ui.fx.WrappedText;
import org.eccexplorer.ui.state.ExplorerViewModel;
import org.eccexplorer.ui.state.Viewed;

/** The model and its images, which of them λ is measured on, and how far λ depends on them. */
public final class DataPage extends Page {
    private static final int THUMBNAIL = 40;
    private static final double CHART_HEIGHT = 190;

    private final Workbench bench;
    private final Commands commands;
    private final Consumer<String> calibrate;
    private final HBox top;
    private DataFacts facts;
    private final Gallery gallery;
    private final ChartView classes;
    private final ChartView pixels;
    private final ChartView growth;
    private final VBox doctor = new VBox(8);
    private Optional<String> studied = Optional.empty();
    private Optional<DataSummary> summary = Optional.empty();

    /**
     * The page.
     *
     * @param commands which change what the images and their classes are
     * @param calibrate measures λ on other images
     */
    public DataPage(Workbench bench, Commands commands, Consumer<String> calibrate) {
        this.bench = bench;
        this.commands = commands;
        this.calibrate = calibrate;
        ExplorerViewModel model = bench.model();
        Experiment experiment = model.experiment();
        facts = new DataFacts(experiment, bench.dialogs(), commands, calibrate);
        gallery =
                new Gallery(
                        model,
                        image -> {
                            model.selection().selectImage(image);
                            model.currentPage().show(PageId.IMAGE);
                        },
                        () -> model.currentPage().show(PageId.SAMPLES));
        classes = bench.chart();
        classes.setOnPicked(gallery::show);
        pixels = bench.chart();
        growth = bench.chart();
        growth.setWaiting(Texts.text("ui.data.measuring"));
        doctor.getStyleClass().add("card");
        doctor.setVisible(false);
        boolean labelled = experiment.test().labels().length > 0;
        VBox right = new VBox(10, labelled ? grid(2, classes, pixels) : grid(1, pixels), gallery);
        VBox.setVgrow(gallery, Priority.ALWAYS);
        HBox.setHgrow(right, Priority.ALWAYS);
        top = new HBox(10, facts, right);
        VBox content = new VBox(10, top, grid(1, growth), doctor);
        content.getStyleClass().add("data-content");
        ScrollPane scroll = new LiveScroll(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("page-scroll");
        setCenter(scroll);
    }

    private ChartGrid grid(int columns, ChartView... charts) {
        ChartGrid grid = new ChartGrid(bench, columns, charts);
        TextSize.scale(grid.minHeightProperty(), grid, CHART_HEIGHT);
        return grid;
    }

    /**
     * Everything is measured once, when the page is first looked at; what depends on the
     * calibration images again for others.
     */
    @Override
    public void refresh(Viewed viewed) {
        String calibration = bench.model().settings().get().calibration();
        if (studied.filter(calibration::equals).isPresent()) {
            return;
        }
        if (studied.isEmpty()) {
            gallery.fill();
            LabelledImages test = bench.model().experiment().test();
            int outputs = bench.model().experiment().model().network().outputShape().size();
            Background.run(() -> DataSummary.of(test, outputs), this::show, this::explain);
        }
        studied = Optional.of(calibration);
        Settings settings = viewed.focus().settings();
        Background.run(
                () -> bench.model().calibrations().on(calibration),
                experiment -> study(experiment, settings),
                this::explain);
    }

    private void study(Experiment experiment, Settings settings) {
        facts = new DataFacts(experiment, bench.dialogs(), commands, calibrate);
        summary.ifPresent(facts::show);
        top.getChildren().set(0, facts);
        Background.run(
                () -> LambdaStudy.of(experiment, settings, new Cancellation()),
                study -> show(experiment, study),
                this::explain);
    }

    private void explain(Exception failure) {
        growth.setWaiting("");
        doctor.getChildren()
                .setAll(WrappedText.wrapped(String.valueOf(failure.getMessage()), "warning"));
        doctor.setVisible(true);
    }

    private void show(DataSummary measured) {
        summary = Optional.of(measured);
        facts.show(measured);
        classes.show(DataCharts.classes(measured, bench.model().experiment()::className));
        pixels.show(DataCharts.pixels(measured));
    }

    private void show(Experiment experiment, LambdaStudy study) {
        growth.show(DataCharts.growth(study));
        DataTable table = new DataTable(Texts.text("ui.data.lambda"), DataCharts.table(study));
        table.setPrefHeight(Math.min(200, 36 + 30.0 * study.layers().size()));
        doctor.getChildren()
                .setAll(
                        Rows.heading(Texts.text("ui.data.lambda")),
                        WrappedText.wrapped(Sentences.lambda(study), "sentence"),
                        table,
                        decisive(experiment.calibration(), study));
        doctor.setVisible(true);
    }

    /** The images that set the λ of at least one layer. */
    private static FlowPane decisive(LabelledImages images, LambdaStudy study) {
        FlowPane pictures = new FlowPane(6, 6);
        study.layers().stream()
                .map(LambdaStudy.Layer::decisive)
                .distinct()
                .limit(12)
                .forEach(index -> {
                    ImageView picture =
                            new ImageView(
                                    Pictures.thumbnail(
                                            images.image(index), images.shape(), THUMBNAIL));
                    Label number = new Label(Numbers.count(index));
                    number.getStyleClass().add("tiny");
                    pictures.getChildren().add(new VBox(picture, number));
                });
        return pictures;
    }
}
