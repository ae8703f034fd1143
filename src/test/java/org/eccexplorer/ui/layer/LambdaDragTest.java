package org.eccexplorer.ui.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eccexplorer.ui.fx.FxThread.fx;
import static org.eccexplorer.ui.fx.FxThread.until;

import java.util.HashSet;
import java.util.Set;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.app.session.PageId;
import org.eccexplorer.app.session.SessionState;
import org.eccexplorer.option.NamedNumbers;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.ui.chart.ChartView;
import org.eccexplorer.ui.fx.Answers;
import org.eccexplorer.ui.fx.FxThread;
import org.eccexplorer.ui.fx.SceneNodes;
import org.eccexplorer.ui.state.ExplorerViewModel;
import org.eccexplorer.ui.window.ExplorerView;
import org.eccexplorer.ui.window.Surroundings;
import org.junit.jupiter.api.Test;

/** λ is dragged on the histogram of a layer's activations, in a window off the screen. */
class LambdaDragTest {
    private static final String TITLE = "CNN activations";

    private static ChartView histogram(ExplorerView view) {
        Set<Node> nodes = new HashSet<>();
        SceneNodes.all(view, nodes);
        return nodes.stream()
                .filter(ChartView.class::isInstance)
                .map(ChartView.class::cast)
                .filter(chart -> chart.chart().map(c -> c.title().equals(TITLE)).orElse(false))
                .findFirst()
                .orElseThrow();
    }

    private static Chart.Histogram.Limit limit(ChartView view) {
        return ((Chart.Histogram) view.chart().orElseThrow()).limit().orElseThrow();
    }

    private static void mouse(ChartView chart, EventType<MouseEvent> type, double x) {
        boolean held = !type.equals(MouseEvent.MOUSE_RELEASED);
        Point2D at = chart.localToScene(x, chart.getHeight() / 2);
        chart.fireEvent(
                new MouseEvent(
                        type,
                        at.getX(),
                        at.getY(),
                        at.getX(),
                        at.getY(),
                        MouseButton.PRIMARY,
                        1,
                        false,
                        false,
                        false,
                        false,
                        held,
                        false,
                        false,
                        true,
                        false,
                        false,
                        null));
    }

    @Test
    void aDragSetsLambdaForTheNextRunAndIsUndoneAtOnce() throws Exception {
        FxThread.start();
        try (ExplorerViewModel model =
                new ExplorerViewModel(
                        SessionState.of(
                                Experiment.sample("digits", 4),
                                Settings.standard().withTimesteps(4),
                                Set.of()))) {
            ExplorerView view =
                    fx(() -> {
                        ExplorerView made =
                                new ExplorerView(model, new Answers(), Surroundings.NONE);
                        Stage stage = new Stage();
                        stage.setScene(new Scene(made, 1440, 900));
                        stage.show();
                        model.runs().start();
                        model.currentPage().show(PageId.LAYER);
                        return made;
                    });
            until(() -> {
                view.pulse();
                Set<Node> nodes = new HashSet<>();
                SceneNodes.all(view, nodes);
                return nodes.stream()
                        .filter(ChartView.class::isInstance)
                        .map(ChartView.class::cast)
                        .anyMatch(chart ->
                                chart.chart().map(c -> c.title().equals(TITLE)).orElse(false));
            });
            fx(() -> {
                ChartView chart = histogram(view);
                double before = limit(chart).at();
                double middle = chart.getWidth() / 2;
                mouse(chart, MouseEvent.MOUSE_PRESSED, middle + 40);
                mouse(chart, MouseEvent.MOUSE_DRAGGED, middle);
                assertThat(limit(chart).at()).isLessThan(before);
                assertThat(model.settings().get().conversion().lambdaOf())
                        .as("not before the button is released")
                        .isEqualTo(NamedNumbers.NONE);
                mouse(chart, MouseEvent.MOUSE_RELEASED, middle);
                assertThat(model.settings().get().conversion().lambdaOf().values()).hasSize(1);
                assertThat(limit(chart).name()).startsWith("↔ next run: λ = ");
                model.history().undo();
                assertThat(model.settings().get().conversion().lambdaOf())
                        .isEqualTo(NamedNumbers.NONE);
                assertThat(limit(chart).at()).isEqualTo(before);
                view.getScene().getWindow().hide();
                return chart;
            });
        }
    }
}
