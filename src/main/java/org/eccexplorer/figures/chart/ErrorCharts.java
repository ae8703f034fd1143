package org.eccexplorer.figures.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.figures.words.Layers;
import org.eccexplorer.measure.layer.Cause;
import org.eccexplorer.measure.layer.ErrorSplit;
import org.eccexplorer.measure.layer.LayerMeasures;
import org.eccexplorer.plot.Bar;
import org.eccexplorer.plot.BarGroup;
import org.eccexplorer.plot.Categories;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.Profile;
import org.eccexplorer.plot.SourceRun;
import org.eccexplorer.plot.Tint;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/** Charts of how far the firing rates are from the activations, and why. */
public final class ErrorCharts {
    private ErrorCharts() {}

    /**
     * Where the error of each layer comes from, a bar for each run with the layers of the focus: as
     * high as the mean of |CNN activation − SNN rate|, divided by the means of its |parts|.
     */
    public static Chart errors(List<RunState> shown, RunState focus, int selected) {
        List<Bar> stacks = new ArrayList<>();
        List<RunState> comparable =
                shown.stream()
                        .filter(run -> !Layers.of(run).isEmpty())
                        .filter(run -> Layers.names(run).equals(Layers.names(focus)))
                        .toList();
        for (int g = 0; g < comparable.size(); g++) {
            List<LayerMeasures> layers = Layers.of(comparable.get(g));
            SourceRun source = Sources.of(comparable.get(g));
            for (int l = 0; l < layers.size(); l++) {
                ErrorSplit split = layers.get(l).error();
                double[] parts =
                        Arrays.stream(Cause.values())
                                .mapToDouble(cause -> split.part(cause).meanAbsolute())
                                .toArray();
                stacks.add(new Bar(l, g, parts, split.total().meanAbsolute()).from(source));
            }
        }
        Extents extents = Extents.of(comparable);
        return new Chart.Stacks(
                Texts.text("figures.errors.title"),
                extents.notes(Texts.text("figures.errors.marks")),
                Texts.text("figures.errors.axis"),
                Categories.LAYERS,
                Layers.names(focus),
                selected,
                true,
                Texts.text("figures.errors.unit"),
                Arrays.stream(Cause.values()).map(Texts::name).toList(),
                Texts.text("figures.errors.whole"),
                comparable.stream()
                        .map(run ->
                                new BarGroup(
                                        comparable.size() == 1 ? "" : extents.name(run),
                                        Tint.run(run.style())))
                        .toList(),
                stacks);
    }

    /**
     * How far rates follow activations, layer by layer; the layers are those of the focused run,
     * found by their names in the others.
     */
    public static Chart correlations(List<RunState> shown, RunState focus, int selected) {
        List<String> layers = Layers.of(focus).stream().map(LayerMeasures::name).toList();
        List<Profile> profiles = new ArrayList<>();
        Extents extents = Extents.of(shown);
        double lowest = Double.POSITIVE_INFINITY;
        String subtitle = Texts.text("figures.correlation.marks");
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
                    subtitle =
                            Texts.text(
                                    "figures.correlation.lowest",
                                    Numbers.fixed(r, 4),
                                    Layers.shortened(layer.name()),
                                    run.name());
                }
            }
            if (Arrays.stream(values).anyMatch(Double::isFinite)) {
                profiles.add(
                        new Profile(extents.name(run), Tint.run(run.style()), values)
                                .from(Sources.of(run)));
            }
        }
        return new Chart.Profiles(
                Texts.text("figures.correlation.title"),
                extents.notes(subtitle),
                Texts.text("figures.correlation.axis"),
                Layers.names(focus),
                selected,
                1,
                Tint.run(focus.style()),
                profiles);
    }

    /**
     * Rates of sampled neurons of a layer against their activations; empty if it has no such layer.
     */
    public static Chart agreement(RunState focus, int layer) {
        List<LayerMeasures> layers = Layers.of(focus);
        if (layer >= layers.size()) {
            return new Chart.Scatter(
                    Texts.text("figures.agreement.title"),
                    "",
                    "",
                    "",
                    Tint.Fixed.ACCENT,
                    new float[0],
                    new float[0],
                    "");
        }
        LayerMeasures measures = layers.get(layer);
        boolean outputs = !measures.hasRate();
        return new Chart.Scatter(
                        Texts.text(
                                outputs ? "figures.agreement.outputs" : "figures.agreement.title"),
                        Extents.of(focus)
                                .notes(
                                        Texts.text(
                                                "figures.agreement.marks",
                                                Layers.shortened(measures.name()))),
                        Texts.text("figures.activation"),
                        Texts.text(outputs ? "figures.output" : "figures.rate"),
                        Tint.run(focus.style()),
                        measures.agreement().activations(),
                        measures.agreement().rates(),
                        Texts.text(
                                "figures.agreement.r",
                                Numbers.fixed(measures.agreement().pearson(), 4)))
                .from(Sources.ofLayer(focus, measures.name()));
    }
}
