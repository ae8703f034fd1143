package org.eccexplorer.ui.chart;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.figures.chart.AccuracyChart;
import org.eccexplorer.figures.chart.WrittenCharts;
import org.eccexplorer.measure.energy.Accounting;
import org.eccexplorer.plot.file.FigureChoice;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.dialog.Dialogs;
import org.eccexplorer.ui.dialog.ProblemList;
import org.eccexplorer.ui.dialog.Sheets;
import org.eccexplorer.ui.fx.Background;

/**
 * Saves all charts of runs at once, printed as a single one is.
 *
 * @param sheets where it is asked how they are printed
 * @param memory how charts were saved the last time
 * @param say tells in a line what was done
 */
public record AllCharts(Dialogs dialogs, Sheets sheets, FigureMemory memory, Consumer<String> say) {

    /**
     * Asks how they are printed, then for a folder.
     *
     * @param shown runs with images
     * @param focus whose layers are shown where there is room for one run only
     */
    public void export(List<RunState> shown, RunState focus, Accounting accounting) {
        sheets.show(
                Texts.text("ui.chart.all.title"),
                new FigureSheet(
                        AccuracyChart.of(shown, focus, Double.NaN),
                        memory,
                        choice ->
                                dialogs.chooseFolder(Texts.text("ui.chart.all.folder"))
                                        .ifPresent(folder ->
                                                write(folder, shown, focus, choice, accounting))));
    }

    private void write(
            Path folder,
            List<RunState> shown,
            RunState focus,
            FigureChoice choice,
            Accounting accounting) {
        List<Path> files = WrittenCharts.files(folder, shown, focus, choice.kind(), accounting);
        long there = files.stream().filter(Files::exists).count();
        if (there > 0
                && !dialogs.confirm(
                        Texts.text("ui.chart.all.replace", Numbers.count(there), folder))) {
            return;
        }
        sheets.close();
        Background.save(
                () -> {
                    WrittenCharts.write(folder, shown, focus, choice, accounting);
                    return files.size();
                },
                written ->
                        say.accept(
                                Texts.text("ui.chart.all.saved", Numbers.count(written), folder)),
                failure ->
                        sheets.show(
                                Texts.text("ui.chart.all.notSaved"),
                                new ProblemList(ProblemException.of(folder.toString(), failure))));
    }
}
