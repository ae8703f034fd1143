package org.eccexplorer.ui.chart;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.eccexplorer.plot.Axis;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.ChartTable;
import org.eccexplorer.plot.ChartTables;
import org.eccexplorer.plot.file.ChartFile;
import org.eccexplorer.plot.file.FigureChoice;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.dialog.Dialogs;
import org.eccexplorer.ui.dialog.ProblemList;
import org.eccexplorer.ui.dialog.Sheets;
import org.eccexplorer.ui.fx.Background;
import org.eccexplorer.ui.fx.InfoButton;
import org.eccexplorer.ui.fx.Tips;
import org.eccexplorer.ui.fx.WrappedText;

/** A chart with its tools: maximise, copy, save. */
public final class ChartCard extends StackPane {
    /** Pixels of a copied picture per inch. */
    private static final double DOTS = 300;

    /** Width of the tools, as a rule. */
    private static final double TOOLS = 56;

    private final ChartView view;
    private final HBox tools = new HBox(2);
    private final Dialogs dialogs;
    private final Sheets sheets;
    private final FigureMemory memory;
    private final Consumer<String> say;

    /**
     * Puts tools on a chart.
     *
     * @param sheets where its data is shown as a table
     * @param memory how charts were saved the last time
     * @param say tells in a line what was done
     * @param maximise shows this chart alone, or all again
     */
    public ChartCard(
            ChartView view,
            Dialogs dialogs,
            Sheets sheets,
            FigureMemory memory,
            Consumer<String> say,
            Runnable maximise) {
        this.view = view;
        this.dialogs = dialogs;
        this.sheets = sheets;
        this.memory = memory;
        this.say = say;
        Button larger = tool("⤢", Texts.text("ui.chart.maximise"));
        larger.setOnAction(event -> maximise.run());
        Button whole = tool("⟲", Texts.text("ui.chart.allTime"));
        whole.setOnAction(event -> view.showAllTime());
        whole.visibleProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> view.seenProperty().get().isPart(), view.seenProperty()));
        whole.managedProperty().bind(whole.visibleProperty());
        Button save = tool("↓", Texts.text("ui.chart.saveOrCopy"));
        ContextMenu menu = new ContextMenu();
        menu.getItems()
                .addAll(
                        item(Texts.text("ui.chart.save"), this::save),
                        item(
                                Texts.text("ui.chart.copyPicture"),
                                () -> copyPicture(memory.last().get())),
                        item(Texts.text("ui.chart.copyData"), this::copyData),
                        item(Texts.text("ui.chart.showData"), this::showData));
        MenuItem spacing = item("", view::respace);
        menu.getItems().add(spacing);
        menu.setOnShowing(event -> name(spacing));
        save.setOnAction(event -> menu.show(save, Side.BOTTOM, 0, 0));
        view.setOnContextMenuRequested(
                event -> menu.show(view, event.getScreenX(), event.getScreenY()));
        view.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2 && !view.showAllTime()) {
                maximise.run();
            }
        });
        view.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                event.consume();
                showData();
            }
        });
        view.leaveRoom(TOOLS);
        tools.getChildren().addAll(whole, larger, save);
        tools.getStyleClass().add("chart-tools");
        tools.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        setAlignment(tools, Pos.TOP_RIGHT);
        getChildren().addAll(view, tools);
        setMinSize(160, 120);
    }

    /** What it switches to; only time has two spacings. */
    private void name(MenuItem spacing) {
        spacing.setVisible(view.timeAxis().isPresent());
        boolean logarithmic = view.timeAxis().map(Axis::isLogarithmic).orElse(false);
        spacing.setText(
                Texts.text(logarithmic ? "ui.chart.linearTime" : "ui.chart.logarithmicTime"));
    }

    private static Button tool(String sign, String tooltip) {
        Button button = new Button(sign);
        button.getStyleClass().add("tool");
        Tips.say(button, tooltip);
        button.setAccessibleText(tooltip);
        return button;
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(event -> action.run());
        return item;
    }

    /** Explains the words in the chart, a paragraph per line, where its tools are. */
    public void explain(String subject, String text) {
        tools.getChildren().addFirst(new InfoButton(subject, () -> paragraphs(text)));
    }

    private static VBox paragraphs(String text) {
        VBox box = new VBox(7);
        text.lines()
                .forEach(line -> box.getChildren().add(WrappedText.wrapped(line, "sheet-text")));
        box.getStyleClass().add("explanation");
        return box;
    }

    /** The chart. */
    public ChartView view() {
        return view;
    }

    /** Asks how the chart is to be printed, then for a file. */
    public void save() {
        view.chart()
                .ifPresent(chart ->
                        sheets.show(
                                Texts.text("ui.chart.saveTitle"),
                                new FigureSheet(
                                        chart,
                                        memory,
                                        choice -> write(chart, choice),
                                        this::copyPicture)));
    }

    private void write(Chart chart, FigureChoice choice) {
        String ending = choice.kind().ending();
        String name = chart.title().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
        dialogs.saveFile(
                        Texts.text("ui.chart.saveTitle"),
                        name + "." + ending,
                        List.of("*." + ending))
                .ifPresent(file -> write(chart, choice, file));
    }

    private void write(Chart chart, FigureChoice choice, Path file) {
        sheets.close();
        Background.save(
                () -> {
                    ChartFile.write(file, chart, choice.style());
                    return file;
                },
                done -> say.accept(Texts.text("ui.chart.saved", done)),
                failure ->
                        sheets.show(
                                Texts.text("ui.chart.notSaved"),
                                new ProblemList(ProblemException.of(file.toString(), failure))));
    }

    /** Shows the data of the chart as it is now. */
    public void showData() {
        view.chart().ifPresent(chart -> DataTable.show(sheets, chart));
    }

    private void copyPicture(FigureChoice choice) {
        view.chart()
                .ifPresent(chart -> {
                    ClipboardContent content = new ClipboardContent();
                    content.putImage(
                            SwingFXUtils.toFXImage(
                                    ChartFile.picture(chart, choice.style(), DOTS), null));
                    Clipboard.getSystemClipboard().setContent(content);
                    say.accept(Texts.text("ui.chart.copiedPicture"));
                });
    }

    /** Copies the data with tabs between cells, as spreadsheets take it. */
    private void copyData() {
        view.chart()
                .ifPresent(chart -> {
                    ChartTable table = ChartTables.of(chart);
                    String rows =
                            table.rows().stream()
                                    .map(row ->
                                            row.stream()
                                                    .map(String::valueOf)
                                                    .collect(Collectors.joining("\t")))
                                    .collect(Collectors.joining("\n"));
                    copy(String.join("\t", table.names()) + "\n" + rows + "\n");
                });
    }

    private static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
