package org.eccexplorer.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.measure.ErrorSplit;
import org.eccexplorer.measure.LayerMeasures;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.Tint;

/** Charts of how far the firing rates are from the activations, and why. */
public final class ErrorCharts {
    private ErrorCharts() {}

    /**
     * Where the error of each layer comes from, a bar for each run with the layers of the focus.
     */
    public static Chart errors(List<RunState> shown, RunState focus, int selected) {
        List<Chart.Stack> stacks = new ArrayList<>();
        List<RunState> comparable =
                shown.stream()
                        .filter(run -> Layers.of(run).size() == Layers.names(focus).size())
                        .toList();
        for (int g = 0; g < comparable.size(); g++) {
            List<LayerMeasures> layers = Layers.of(comparable.get(g));
            for (int l = 0; l < layers.size(); l++) {
                ErrorSplit split = layers.get(l).error();
                double[] parts = {
                    split.clipping().meanAbsolute(),
                    split.quantisation().meanAbsolute(),
                    split.inherited().meanAbsolute(),
                    split.unevenness().meanAbsolute()
                };
                stacks.add(
                        new Chart.Stack(comparable.get(g).name(), l, g, comparable.size(), parts));
            }
        }
        return new Chart.Stacks(
                "Where the error comes from",
                "mean |CNN activation − SNN rate| in % of λ, by cause and layer"
                        + (comparable.size() > 1 ? " · a bar per run" : ""),
                Chart.Over.LAYERS,
                Layers.names(focus),
                selected,
                true,
                List.of("clipping", "quantisation", "inherited", "unevenness"),
                stacks);
    }

    /**
     * How far rates follow activations, layer by layer; the layers are those of the focused run,
     * found by their names in the others.
     */
    public static Chart correlations(List<RunState> shown, RunState focus, int selected) {
        List<String> layers = Layers.of(focus).stream().map(LayerMeasures::name).toList();
        List<Chart.Profile> profiles = new ArrayList<>();
        double lowest = Double.POSITIVE_INFINITY;
        String where = "";
        for (RunState run : shown) {
            double[] values = new double[layers.size()];
            Arrays.fill(values, Double.NaN);
            for (LayerMeasures layer : Layers.of(run)) {
                int at = layers.indexOf(layer.name());
                double r = layer.agreement().pearson();
                if (at >= 0) {
                    values[at] = r;
                }
                if (at >= 0 && r < lowest) {
                    lowest = r;
                    where =
                            String.format(
                                    Locale.ROOT,
                                    " · lowest %.4f: %s, %s",
                                    r,
                                    Layers.shortened(layer.name()),
                                    run.name());
                }
            }
            if (Arrays.stream(values).anyMatch(Double::isFinite)) {
                profiles.add(new Chart.Profile(run.name(), Tint.run(run.id()), values));
            }
        }
        return new Chart.Profiles(
                "Correlation by layer",
                "Pearson's r of CNN activation and SNN rate" + where,
                Layers.names(focus),
                selected,
                1,
                profiles);
    }

    public static Chart agreement(RunState focus, int layer) {
        List<LayerMeasures> layers = Layers.of(focus);
        if (layer >= layers.size()) {
            return new Chart.Scatter(
                    "CNN activation against SNN rate",
                    "",
                    "",
                    "",
                    Tint.Fixed.ACCENT,
                    new float[0],
                    new float[0],
                    "");
        }
        LayerMeasures measures = layers.get(layer);
        return new Chart.Scatter(
                "CNN activation against SNN rate",
                Layers.shortened(measures.name())
                        + " · a sample of neurons, in units of the scale λ · select a layer in the"
                        + " strip",
                "CNN activation",
                "SNN rate",
                Tint.run(focus.id()),
                measures.agreement().activations(),
                measures.agreement().rates(),
                "r = %.4f".formatted(measures.agreement().pearson()));
    }
}
