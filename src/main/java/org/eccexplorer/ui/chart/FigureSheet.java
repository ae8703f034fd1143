package org.eccexplorer.ui.chart;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.UnaryOperator;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.file.ChartFile;
import org.eccexplorer.plot.file.FigureChoice;
import org.eccexplorer.plot.file.FigureKind;
import org.eccexplorer.plot.file.FigureStyle;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.fx.Choices;
import org.eccexplorer.ui.fx.NumberField;

/** Asks how a chart is to be printed, and shows what comes of it. */
final class FigureSheet extends VBox {
    /** Room for the preview in pixels, across and down. */
    private static final double ACROSS = 620;

    private static final double DOWN = 300;
    private static final double MM_PER_INCH = 25.4;

    /** Pixels of a screen per inch, so that the preview is about as large as on paper. */
    private static final double SCREEN = 96;

    /** Widths with names. */
    private enum Width {
        ONE_COLUMN(FigureStyle.ONE_COLUMN),
        TWO_COLUMNS(FigureStyle.TWO_COLUMNS),
        SLIDE(FigureStyle.SLIDE),
        OTHER(Double.NaN);

        private final double millimetres;

        Width(double millimetres) {
            this.millimetres = millimetres;
        }

        static Width of(double millimetres) {
            for (Width width : values()) {
                if (width.millimetres == millimetres) {
                    return width;
                }
            }
            return OTHER;
        }
    }

    private final Chart chart;
    private final FigureMemory memory;
    private final ImageView preview = new ImageView();
    private final Label size = new Label();
    private final ChoiceBox<Width> preset = Choices.of(List.of(Width.values()), Texts::name);
    private final NumberField width;
    private final NumberField height;
    private final NumberField font;
    private final List<Region> looks;
    private final HBox buttons = new HBox(10);
    private FigureChoice choice;

    /**
     * Begins with what was chosen the last time.
     *
     * @param save gets the choice
     * @param copy gets the choice
     */
    FigureSheet(
            Chart chart,
            FigureMemory memory,
            Consumer<FigureChoice> save,
            Consumer<FigureChoice> copy) {
        this(chart, memory, save);
        Button copying = new Button(Texts.text("ui.chart.copyPicture"));
        copying.setOnAction(event -> copy.accept(choice));
        buttons.getChildren().add(buttons.getChildren().size() - 1, copying);
    }

    /**
     * The same without copying.
     *
     * @param chart is shown as an example of what is saved
     */
    FigureSheet(Chart chart, FigureMemory memory, Consumer<FigureChoice> save) {
        this.chart = chart;
        this.memory = memory;
        choice = memory.last().get();
        ChoiceBox<FigureKind> kind = Choices.of(List.of(FigureKind.values()), FigureKind::name);
        kind.setValue(choice.kind());
        kind.setOnAction(event -> choose(new FigureChoice(kind.getValue(), choice.style())));
        preset.setOnAction(event -> preset());
        width =
                number(
                        Texts.text("ui.chart.figure.width"),
                        FigureStyle.LEAST_WIDTH,
                        FigureStyle.MOST_WIDTH,
                        value -> style(style -> style.withWidth(value)));
        height =
                number(
                        Texts.text("ui.chart.figure.height"),
                        FigureStyle.LEAST_WIDTH * FigureStyle.LEAST_ASPECT,
                        FigureStyle.MOST_WIDTH,
                        value -> style(style -> style.withHeight(value)));
        font =
                number(
                        Texts.text("ui.chart.figure.font"),
                        FigureStyle.LEAST_FONT,
                        FigureStyle.MOST_FONT,
                        value -> style(style -> style.withFontSize(value)));
        CheckBox title = new CheckBox(Texts.text("ui.chart.figure.title"));
        title.setSelected(choice.style().title());
        title.setOnAction(event -> style(style -> style.titled(title.isSelected())));
        CheckBox legend = new CheckBox(Texts.text("ui.chart.figure.legend"));
        legend.setSelected(choice.style().legend());
        legend.setOnAction(event -> style(style -> style.named(legend.isSelected())));
        CheckBox dark = new CheckBox(Texts.text("ui.chart.figure.dark"));
        dark.setSelected(choice.style().dark());
        dark.setOnAction(event -> style(style -> style.darkened(dark.isSelected())));
        looks = List.of(preset, width, height, font, title, legend, dark);
        FlowPane settings =
                new FlowPane(
                        16,
                        8,
                        named(Texts.text("ui.chart.figure.kind"), kind),
                        named(Texts.text("ui.chart.figure.preset"), preset),
                        named(Texts.text("ui.chart.figure.width"), width),
                        named(Texts.text("ui.chart.figure.height"), height),
                        named(Texts.text("ui.chart.figure.font"), font),
                        title,
                        legend,
                        dark);
        StackPane paper = new StackPane(preview);
        paper.getStyleClass().add("figure-paper");
        paper.setMinHeight(DOWN + 16);
        size.getStyleClass().add("muted");
        Button saving = new Button(Texts.text("ui.chart.figure.save"));
        saving.getStyleClass().add("primary");
        saving.setDefaultButton(true);
        saving.setOnAction(event -> save.accept(choice));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        buttons.getChildren().addAll(size, space, saving);
        buttons.setAlignment(Pos.CENTER_LEFT);
        setSpacing(12);
        getChildren().addAll(settings, paper, buttons);
        show();
    }

    private static NumberField number(
            String meaning, double low, double high, DoubleConsumer taken) {
        return new NumberField(meaning, low, high, false, taken);
    }

    private static HBox named(String name, Region control) {
        Label label = new Label(name);
        label.getStyleClass().add("muted");
        label.setLabelFor(control);
        control.setAccessibleText(name);
        HBox line = new HBox(6, label, control);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private void preset() {
        Width chosen = preset.getValue();
        if (chosen != null && chosen != Width.OTHER) {
            style(style -> style.withWidth(chosen.millimetres));
        }
    }

    private void style(UnaryOperator<FigureStyle> change) {
        choose(new FigureChoice(choice.kind(), change.apply(choice.style()).fitted()));
    }

    private void choose(FigureChoice next) {
        if (!next.equals(choice)) {
            choice = next;
            memory.chosen().accept(next);
            show();
        }
    }

    private void show() {
        FigureStyle style = choice.style();
        boolean drawn = choice.kind() != FigureKind.CSV;
        looks.forEach(control -> control.setDisable(!drawn));
        preset.setValue(Width.of(style.width()));
        width.show(rounded(style.width()));
        height.show(rounded(style.height()));
        font.show(rounded(style.fontSize()));
        double perInch =
                Math.min(
                        SCREEN,
                        MM_PER_INCH * Math.min(ACROSS / style.width(), DOWN / style.height()));
        preview.setImage(
                SwingFXUtils.toFXImage(ChartFile.picture(chart, style, 2 * perInch), null));
        preview.setFitWidth(style.width() / MM_PER_INCH * perInch);
        preview.setPreserveRatio(true);
        preview.setOpacity(drawn ? 1 : 0.3);
        size.setText(
                drawn
                        ? Texts.text(
                                "ui.chart.figure.size",
                                Numbers.upTo(style.width(), 1),
                                Numbers.upTo(style.height(), 1),
                                Numbers.upTo(style.fontSize(), 1))
                        : Texts.text("ui.chart.figure.data"));
    }

    private static double rounded(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
