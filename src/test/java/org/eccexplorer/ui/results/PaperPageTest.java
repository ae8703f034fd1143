package org.eccexplorer.ui.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eccexplorer.ui.fx.FxThread.fx;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.ChartTheme;
import org.eccexplorer.ui.chart.ChartView;
import org.eccexplorer.ui.chart.FigureMemory;
import org.eccexplorer.ui.desk.Workbench;
import org.eccexplorer.ui.dialog.Sheets;
import org.eccexplorer.ui.fx.Answers;
import org.eccexplorer.ui.fx.FxThread;
import org.eccexplorer.ui.fx.SceneNodes;
import org.eccexplorer.ui.state.ExplorerViewModel;
import org.eccexplorer.ui.state.SampleModel;
import org.junit.jupiter.api.Test;

/** Each figure of the paper is one click away. */
class PaperPageTest {
    @Test
    void aClickDrawsAFigure() throws Exception {
        FxThread.start();
        try (ExplorerViewModel model = SampleModel.of(4, 16)) {
            PaperPage page =
                    fx(() -> {
                        PaperPage made =
                                new PaperPage(
                                        new Workbench(
                                                model,
                                                new SimpleObjectProperty<>(ChartTheme.LIGHT),
                                                new Answers(),
                                                new Sheets(),
                                                FigureMemory.brief(),
                                                said -> {},
                                                new SimpleBooleanProperty()));
                        new Scene(made, 900, 900);
                        made.applyCss();
                        made.layout();
                        return made;
                    });
            assertThat(titles(page)).isEmpty();
            click(page, "Accuracy and operations", 2);
            assertThat(titles(page))
                    .containsExactly("Accuracy against T", "Operations per layer against T");
            click(page, "Spike counts", 4);
            click(page, "Weights of 7 to 10 bits", 6);
            assertThat(titles(page)).hasSize(6);
        }
    }

    private static List<Node> nodes(PaperPage page) {
        List<Node> all = new ArrayList<>();
        SceneNodes.visible(page, all);
        return all;
    }

    private static List<String> titles(PaperPage page) throws Exception {
        return fx(() ->
                nodes(page).stream()
                        .filter(ChartView.class::isInstance)
                        .flatMap(view -> ((ChartView) view).chart().stream())
                        .map(Chart::title)
                        .toList());
    }

    private static void click(PaperPage page, String name, int charts) throws Exception {
        fx(() ->
                nodes(page).stream()
                        .filter(Button.class::isInstance)
                        .map(Button.class::cast)
                        .filter(button -> button.getText().equals(name))
                        .findFirst()
                        .orElseThrow()
                        .fire());
        FxThread.until(() -> titles(page).size() == charts);
    }
}
