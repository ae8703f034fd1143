package org.eccexplorer.ui.explorer;

import java.util.ArrayList;
import java.util.List;
import org.eccexplorer.app.RunState;
import org.eccexplorer.measure.EnergyModel;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.plot.Chart;

/** Charts of accuracy against what it costs. */
final class CostCharts {
    private CostCharts() {}

    private interface Price {
        /** Of one image after each timestep. */
        double[] of(RunSnapshot run);
    }

    /** Accuracy against energy, with what the CNN takes. */
    static Chart energy(List<RunState> shown, EnergyModel model) {
        String subtitle =
                shown.stream()
                        .flatMap(run -> run.snapshot().stream())
                        .findFirst()
                        .map(run ->
                                "each point one timestep · the CNN takes %.3g µJ"
                                        .formatted(run.cost().cnnMicrojoules(model)))
                        .orElse("");
        return chart(
                "Accuracy against energy",
                subtitle,
                "energy per image, µJ",
                shown,
                run -> run.microjoulesUntil(model));
    }

    /** Accuracy against synaptic operations. */
    static Chart operations(List<RunState> shown) {
        String subtitle =
                shown.stream()
                        .flatMap(run -> run.snapshot().stream())
                        .findFirst()
                        .map(run ->
                                "each point one timestep · the CNN takes %,.1f million MACs"
                                        .formatted(run.cost().macs() * 1e-6))
                        .orElse("");
        return chart(
                "Accuracy against synaptic operations",
                subtitle,
                "operations per image, million",
                shown,
                run -> {
                    double[] millions = run.synOpsUntil();
                    for (int t = 0; t < millions.length; t++) {
                        millions[t] *= 1e-6;
                    }
                    return millions;
                });
    }

    private static Chart chart(
            String title, String subtitle, String xLabel, List<RunState> shown, Price price) {
        List<Chart.Series> series = new ArrayList<>();
        List<Chart.Reference> references = new ArrayList<>();
        double most = 0;
        double[] none = new double[0];
        for (RunState state : shown) {
            if (state.snapshot().isEmpty()) {
                continue;
            }
            RunSnapshot run = state.snapshot().get();
            double[] x = price.of(run);
            double[] y = new double[x.length];
            for (int t = 0; t < y.length; t++) {
                y[t] = run.accuracy(t + 1);
            }
            most = Math.max(most, x[x.length - 1]);
            series.add(new Chart.Series(state.name(), state.id(), false, x, y, none, none));
            references.clear();
            references.add(
                    new Chart.Reference(
                            "CNN %.1f %%".formatted(100 * run.cnnAccuracy()), run.cnnAccuracy()));
        }
        return new Chart.Lines(title, subtitle, xLabel, most, true, series, references, Double.NaN);
    }
}
