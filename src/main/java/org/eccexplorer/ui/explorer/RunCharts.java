package org.eccexplorer.ui.explorer;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.eccexplorer.app.RunState;
import org.eccexplorer.measure.Distribution;
import org.eccexplorer.measure.ErrorSplit;
import org.eccexplorer.measure.Interval;
import org.eccexplorer.measure.LayerMeasures;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.plot.Chart;

/** The charts of runs, made from their states. */
final class RunCharts {
    private RunCharts() {}

    /**
     * Accuracy against timestep of all shown runs, the focused one with its band and closed form;
     * where there are only two, both with their closed form.
     */
    static Chart accuracy(List<RunState> shown, RunState focus, double marker) {
        List<Chart.Series> series = new ArrayList<>();
        List<Chart.Reference> references = new ArrayList<>();
        for (RunState run : shown) {
            if (run.id() == focus.id() || shown.size() == 2) {
                closedForm(run, series);
            }
            run.snapshot()
                    .ifPresent(snapshot -> series.add(line(run, snapshot, run.id() == focus.id())));
        }
        String subtitle = "band: 95 % · dashed: closed form";
        if (focus.snapshot().isPresent()) {
            RunSnapshot snapshot = focus.snapshot().get();
            subtitle = "%,d of %,d · %s".formatted(snapshot.images(), snapshot.total(), subtitle);
            references.add(
                    new Chart.Reference(
                            "CNN %.1f %%".formatted(100 * snapshot.cnnAccuracy()),
                            snapshot.cnnAccuracy()));
        }
        return new Chart.Lines(
                "Accuracy against timestep",
                subtitle,
                "timestep",
                focus.settings().timesteps(),
                true,
                series,
                references,
                marker);
    }

    private static void closedForm(RunState run, List<Chart.Series> series) {
        if (run.closedForm().isEmpty()) {
            return;
        }
        TreeMap<Integer, Double> sorted = new TreeMap<>(run.closedForm());
        double[] x = sorted.keySet().stream().mapToDouble(Integer::doubleValue).toArray();
        double[] y = sorted.values().stream().mapToDouble(Double::doubleValue).toArray();
        double[] none = new double[0];
        series.add(new Chart.Series("closed form", run.id(), true, x, y, none, none));
    }

    private static Chart.Series line(RunState run, RunSnapshot snapshot, boolean banded) {
        int steps = snapshot.timesteps();
        double[] x = new double[steps];
        double[] y = new double[steps];
        double[] low = new double[banded ? steps : 0];
        double[] high = new double[banded ? steps : 0];
        for (int i = 0; i < steps; i++) {
            x[i] = i + 1.0;
            y[i] = snapshot.accuracy(i + 1);
            if (banded) {
                Interval interval = snapshot.interval(i + 1);
                low[i] = interval.low();
                high[i] = interval.high();
            }
        }
        return new Chart.Series(run.name(), run.id(), false, x, y, low, high);
    }

    /** Names of the layers, shorter where there are many. */
    private static List<String> names(RunState focus) {
        List<LayerMeasures> layers = layers(focus);
        return layers.stream()
                .map(layer -> shortened(layer.name()))
                .map(name -> layers.size() > 6 ? initials(name) : name)
                .toList();
    }

    private static String shortened(String name) {
        return name.endsWith("_conv") ? name.substring(0, name.length() - 5) : name;
    }

    /** "conv2_1" becomes "c2_1". */
    private static String initials(String name) {
        return name.replaceFirst("^(\\p{Alpha})\\p{Alpha}*_?(?=\\d)", "$1");
    }

    private static List<LayerMeasures> layers(RunState run) {
        return run.snapshot().map(RunSnapshot::layers).orElse(List.of());
    }

    static Chart rates(List<RunState> shown, RunState focus) {
        List<Chart.Box> boxes = new ArrayList<>();
        for (RunState run : shown) {
            List<LayerMeasures> layers = layers(run);
            for (int l = 0; l < layers.size() && layers.size() == names(focus).size(); l++) {
                Distribution d = layers.get(l).rate();
                boxes.add(
                        new Chart.Box(
                                l,
                                run.id(),
                                d.low5(),
                                d.quartile1(),
                                d.median(),
                                d.quartile3(),
                                d.high95(),
                                d.mean()));
            }
        }
        return new Chart.Boxes(
                "Firing rate by layer",
                "spikes per neuron and timestep · dot: mean",
                names(focus),
                boxes);
    }

    static Chart currents(RunState focus) {
        List<Chart.Violin> violins = new ArrayList<>();
        List<LayerMeasures> layers = layers(focus);
        for (int l = 0; l < layers.size(); l++) {
            LayerMeasures layer = layers.get(l);
            violins.add(
                    new Chart.Violin(
                            l, focus.id(), layer.current().counts(), layer.clippedShare()));
        }
        return new Chart.Violins(
                "Input current by layer",
                "mean current per timestep, in V_thr · red: clipped",
                names(focus),
                -1.5,
                1.5,
                1,
                "V_thr",
                violins);
    }

    static Chart residuals(RunState focus, double marker) {
        List<Chart.Series> series = new ArrayList<>();
        List<LayerMeasures> layers = layers(focus);
        double[] none = new double[0];
        for (int l = 0; l < layers.size(); l++) {
            if (!focus.network().orElseThrow().layers().get(l).fires()) {
                continue;
            }
            double[] y = layers.get(l).remainderPerStep();
            double[] x = new double[y.length];
            for (int i = 0; i < x.length; i++) {
                x[i] = i + 1.0;
            }
            series.add(
                    new Chart.Series(
                            shortened(layers.get(l).name()), -1 - l, false, x, y, none, none));
        }
        return new Chart.Lines(
                "Residual membrane potential",
                "mean max(V, 0) / V_thr after each timestep · dark: first layer",
                "timestep",
                focus.settings().timesteps(),
                false,
                series,
                List.of(),
                marker);
    }

    static Chart errors(List<RunState> shown, RunState focus) {
        List<Chart.Stack> stacks = new ArrayList<>();
        List<RunState> comparable =
                shown.stream().filter(run -> layers(run).size() == names(focus).size()).toList();
        for (int g = 0; g < comparable.size(); g++) {
            List<LayerMeasures> layers = layers(comparable.get(g));
            for (int l = 0; l < layers.size(); l++) {
                ErrorSplit split = layers.get(l).error();
                double[] parts = {
                    split.clipping().meanAbsolute(),
                    split.quantisation().meanAbsolute(),
                    split.inherited().meanAbsolute(),
                    split.unevenness().meanAbsolute()
                };
                stacks.add(new Chart.Stack(l, g, comparable.size(), parts));
            }
        }
        return new Chart.Stacks(
                "Where the error comes from",
                Sentences.dominantCause(focus),
                names(focus),
                List.of("clipping", "quantisation", "inherited", "unevenness"),
                stacks);
    }

    static Chart agreement(RunState focus, int layer) {
        List<LayerMeasures> layers = layers(focus);
        if (layer >= layers.size()) {
            return new Chart.Scatter(
                    "CNN activation against SNN rate",
                    "",
                    "",
                    "",
                    0,
                    new float[0],
                    new float[0],
                    "");
        }
        LayerMeasures measures = layers.get(layer);
        return new Chart.Scatter(
                "CNN activation against SNN rate",
                shortened(measures.name()) + " · a sample of neurons, in units of the scale",
                "CNN activation",
                "rate",
                focus.id(),
                measures.agreement().activations(),
                measures.agreement().rates(),
                "r = %.4f".formatted(measures.agreement().pearson()));
    }
}
