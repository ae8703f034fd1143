package org.eccexplorer.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.measure.EnergyModel;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.Tint;

/** Charts of accuracy against what it costs, with the CNN's own cost: there it breaks even. */
public final class CostCharts {
    private CostCharts() {}

    private interface Price {
        /** Of one image after each timestep. */
        double[] of(RunSnapshot run);
    }

    /** Accuracy against energy, with what the CNN takes. */
    public static Chart energy(List<RunState> shown, EnergyModel model, int t) {
        return chart(
                "Accuracy against energy",
                "energy per image, µJ",
                shown,
                t,
                run -> run.microjoulesUntil(model),
                run -> run.cost().cnnMicrojoules(model),
                "µJ");
    }

    /** Accuracy against synaptic operations, with the CNN's multiply-accumulates. */
    public static Chart operations(List<RunState> shown, int t) {
        return chart(
                "Accuracy against synaptic operations",
                "operations per image, million",
                shown,
                t,
                CostCharts::millions,
                run -> run.cost().macs() * 1e-6,
                "M MACs");
    }

    private static double[] millions(RunSnapshot run) {
        double[] millions = run.synOpsUntil();
        for (int t = 0; t < millions.length; t++) {
            millions[t] *= 1e-6;
        }
        return millions;
    }

    private interface CnnPrice {
        double of(RunSnapshot run);
    }

    private static Chart chart(
            String title,
            String xLabel,
            List<RunState> shown,
            int t,
            Price price,
            CnnPrice cnnPrice,
            String unit) {
        List<Chart.Series> series = new ArrayList<>();
        List<Chart.Series> dots = new ArrayList<>();
        List<Chart.Reference> references = new ArrayList<>();
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (RunState state : shown) {
            if (state.snapshot().isEmpty()) {
                continue;
            }
            RunSnapshot run = state.snapshot().get();
            double[] x = price.of(run);
            double[] y = new double[x.length];
            for (int i = 0; i < y.length; i++) {
                y[i] = run.accuracy(i + 1);
            }
            double cnn = cnnPrice.of(run);
            least = Math.min(least, Math.min(cnn, firstAboveZero(x)));
            most = Math.max(most, Math.max(cnn, x[x.length - 1]));
            series.add(Chart.Series.line(state.name(), Tint.run(state.id()), x, y));
            int at = Math.min(t, x.length) - 1;
            dots.add(
                    Chart.Series.dot(
                            "%s at t = %d".formatted(state.name(), at + 1),
                            Tint.run(state.id()),
                            x[at],
                            y[at]));
            references =
                    List.of(
                            new Chart.Reference(
                                    "CNN %.1f %%".formatted(100 * run.cnnAccuracy()),
                                    run.cnnAccuracy()),
                            new Chart.Reference(
                                    "the CNN takes %.3g %s".formatted(cnn, unit), cnn, true));
        }
        series.addAll(dots);
        return new Chart.Lines(
                title,
                breakEven(series, references).orElse("each point of a line is one timestep"),
                most > 0
                        ? Chart.Axis.cost(xLabel, Math.max(least, most * 1e-5), most)
                        : Chart.Axis.linear(xLabel, 1),
                true,
                series,
                references,
                Double.NaN);
    }

    /** Before the first spike arrives there may be timesteps that cost nothing. */
    private static double firstAboveZero(double[] x) {
        for (double value : x) {
            if (value > 0) {
                return value;
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    /** What the best run reaches for the price of the CNN. */
    private static Optional<String> breakEven(
            List<Chart.Series> series, List<Chart.Reference> references) {
        if (references.isEmpty()) {
            return Optional.empty();
        }
        double price = references.getLast().value();
        String name = "";
        double best = -1;
        int last = 0;
        for (Chart.Series line : series) {
            int t = 0;
            while (line.mark() != Chart.Series.Mark.DOT
                    && t < line.x().length
                    && line.x()[t] <= price) {
                t++;
            }
            if (t > 0 && line.y()[t - 1] > best) {
                best = line.y()[t - 1];
                name = line.name();
                last = t;
            }
        }
        String text =
                best < 0
                        ? "no run has an answer for the price of the CNN"
                        : "for the price of the CNN: %s until t = %d, %.1f %%"
                                .formatted(name, last, 100 * best);
        return Optional.of(text + " · dots: the timestep looked at");
    }
}
