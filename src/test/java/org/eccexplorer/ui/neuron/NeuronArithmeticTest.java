package org.eccexplorer.ui.neuron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.eccexplorer.ui.fx.FxThread.fx;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import org.eccexplorer.app.live.ClosedFormCurve;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.run.ImageTrace;
import org.eccexplorer.app.run.Prepared;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.plot.ChartTheme;
import org.eccexplorer.spiking.Reset;
import org.eccexplorer.ui.fx.FxThread;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NeuronArithmeticTest {
    private static final int T = 12;

    /** What is shown above V(t) adds up to it at every timestep. */
    @ParameterizedTest
    @CsvSource({"SUBTRACTION, 0", "SUBTRACTION, 0.1", "ZERO, 0.1"})
    void theTermsAddUp(Reset reset, double leak) throws Exception {
        FxThread.start();
        Settings settings =
                Settings.standard()
                        .withTimesteps(T)
                        .with(ConversionOptions.RESET, reset)
                        .with(ConversionOptions.LEAK, leak);
        Experiment digits = Experiment.sample("digits", 1);
        Prepared prepared =
                Prepared.of(digits.model(), digits.calibration(), settings, new Cancellation());
        ImageTrace trace = ImageTrace.of(prepared, digits.test().image(0), 0, () -> false);
        RunState run =
                new RunState(
                        0,
                        0,
                        "",
                        settings,
                        RunState.Phase.COMPLETE,
                        ClosedFormCurve.none(),
                        Optional.of(prepared),
                        Optional.empty(),
                        0);
        int busiest = 0;
        float[] counts = trace.spikes().counts(1, T);
        for (int i = 0; i < counts.length; i++) {
            busiest = counts[i] > counts[busiest] ? i : busiest;
        }
        var side = new NeuronArithmetic.Side(run, trace, trace.neuron(1, busiest));
        for (int t = 1; t <= T; t++) {
            int timestep = t;
            Map<String, String> lines =
                    fx(() -> {
                        NeuronArithmetic arithmetic = new NeuronArithmetic();
                        arithmetic.show(List.of(side), 1, timestep, ChartTheme.LIGHT);
                        return lines(arithmetic);
                    });
            assertThat(lines.containsKey("− leak")).isEqualTo(leak > 0);
            double sum = 0;
            for (Map.Entry<String, String> line : lines.entrySet()) {
                double value = Double.parseDouble(line.getValue().replace('−', '-'));
                if (line.getKey().equals("= V(t)")) {
                    assertThat(sum).as("t = %d", t).isCloseTo(value, within(4e-4));
                    break;
                }
                sum += value;
            }
        }
    }

    /** Names and figures of a single run, from the first line that has both. */
    private static Map<String, String> lines(GridPane grid) {
        Map<String, String> lines = new LinkedHashMap<>();
        Label name = new Label();
        for (Node node : grid.getChildren()) {
            if (node instanceof Label label && label.getStyleClass().contains("figures")) {
                lines.put(name.getText(), label.getText());
            } else if (node instanceof Label label) {
                name = label;
            }
        }
        return lines;
    }
}
