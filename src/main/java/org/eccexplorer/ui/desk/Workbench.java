package org.eccexplorer.ui.desk;

import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.ChartTheme;
import org.eccexplorer.ui.chart.ChartCard;
import org.eccexplorer.ui.chart.ChartView;
import org.eccexplorer.ui.chart.DataTable;
import org.eccexplorer.ui.chart.FigureMemory;
import org.eccexplorer.ui.dialog.Dialogs;
import org.eccexplorer.ui.dialog.Sheets;
import org.eccexplorer.ui.state.ExplorerViewModel;

/**
 * What every part of the window works with.
 *
 * @param theme of charts and pictures
 * @param sheets what is read or filled in above the content
 * @param figures how charts were saved the last time
 * @param say puts a message into the status line
 * @param alone whether one chart has the whole window
 */
public record Workbench(
        ExplorerViewModel model,
        ObjectProperty<ChartTheme> theme,
        Dialogs dialogs,
        Sheets sheets,
        FigureMemory figures,
        Consumer<String> say,
        BooleanProperty alone) {
    /** In a window that is not wider than this its right side folds away. */
    public static final double WIDE = 1150;

    /** A chart with titles that a click takes to a timestep. */
    public ChartView timeChart() {
        ChartView view = chart();
        view.setOnPicked(model.playback()::goTo);
        return view;
    }

    /** A chart with titles, a category per layer; a click selects the layer. */
    public ChartView layerChart() {
        ChartView view = chart();
        view.setOnPicked(model.selection().layerProperty()::set);
        return view;
    }

    /** A chart with titles. */
    public ChartView chart() {
        ChartView view = new ChartView();
        view.themeProperty().bind(theme);
        return view;
    }

    /** A chart with its tools. */
    ChartCard card(ChartView view, Runnable maximise) {
        return new ChartCard(view, dialogs, sheets, figures, say, maximise);
    }

    /** A small chart without titles that a click takes to a timestep; Enter shows its data. */
    public ChartView smallTimeChart() {
        ChartView view = new ChartView(true);
        view.themeProperty().bind(theme);
        view.setOnPicked(model.playback()::goTo);
        view.setOnRead(this::showData);
        return view;
    }

    private void showData(Chart chart) {
        DataTable.show(sheets, chart);
    }
}
