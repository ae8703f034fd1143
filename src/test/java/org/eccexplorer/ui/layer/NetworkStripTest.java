package org.eccexplorer.ui.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eccexplorer.ui.fx.FxThread.fx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.eccexplorer.app.live.ClosedFormCurve;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.run.Prepared;
import org.eccexplorer.app.run.RunJob;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.convert.Readout;
import org.eccexplorer.measure.layer.LayerMeasures;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.ui.fx.FxThread;
import org.eccexplorer.ui.state.SampleModel;
import org.junit.jupiter.api.Test;

class NetworkStripTest {
    private static RunState run(Readout output) throws Exception {
        Settings settings =
                Settings.standard()
                        .withTimesteps(8)
                        .withThreads(1)
                        .with(ConversionOptions.OUTPUT, output);
        Experiment digits = Experiment.sample("digits", 2);
        Prepared prepared =
                Prepared.of(digits.model(), digits.calibration(), settings, new Cancellation());
        return new RunState(
                0,
                0,
                "",
                settings,
                RunState.Phase.COMPLETE,
                ClosedFormCurve.none(),
                Optional.of(prepared),
                Optional.of(
                        new RunJob(prepared, digits.test()).run(tally -> {}, new Cancellation())),
                0);
    }

    /** The labels and the bar of each layer. */
    private static List<VBox> cells(NetworkStrip strip) {
        List<VBox> cells = new ArrayList<>();
        for (Node node : ((HBox) strip.getContent()).getChildren()) {
            if (node instanceof Button button && button.getGraphic() instanceof VBox cell) {
                assertThat(button.getTooltip().getText()).isNotEmpty();
                cells.add(cell);
            }
        }
        return cells;
    }

    private static ProgressBar bar(VBox cell) {
        return (ProgressBar) cell.getChildren().getLast();
    }

    private static String figures(VBox cell) {
        return ((Label) cell.getChildren().get(2)).getText();
    }

    @Test
    void theBarShowsTheRateAboveIt() throws Exception {
        FxThread.start();
        RunState current = run(Readout.CURRENT);
        RunState spikes = run(Readout.SPIKES);
        NetworkStrip strip = fx(() -> new NetworkStrip(SampleModel.of(1, 8)));
        List<VBox> cells =
                fx(() -> {
                    strip.refresh(current);
                    return cells(strip);
                });
        List<LayerMeasures> measures = current.snapshot().orElseThrow().layers();
        for (int l = 0; l < 2; l++) {
            double rate = measures.get(l).meanRate();
            assertThat(bar(cells.get(l)).isVisible()).isTrue();
            assertThat(bar(cells.get(l)).getProgress()).isEqualTo(rate);
            assertThat(figures(cells.get(l))).startsWith("rate " + Numbers.percent(rate, 1));
        }
        assertThat(bar(cells.getLast()).isVisible()).as("outputs have no rate").isFalse();
        assertThat(figures(cells.getLast())).doesNotContain("rate ", "%");
        List<VBox> firing =
                fx(() -> {
                    strip.refresh(spikes);
                    return cells(strip);
                });
        assertThat(bar(firing.getLast()).isVisible()).as("outputs that fire").isTrue();
        assertThat(figures(firing.getLast())).startsWith("rate ");
    }
}
