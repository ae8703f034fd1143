package org.eccexplorer.figures.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.figures.words.Layers;
import org.eccexplorer.measure.layer.Distribution;
import org.eccexplorer.measure.layer.LayerMeasures;
import org.eccexplorer.plot.Axis;
import org.eccexplorer.plot.Box;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.Series;
import org.eccexplorer.plot.SourceRun;
import org.eccexplorer.plot.Tint;
import org.eccexplorer.plot.ValueAxis;
import org.eccexplorer.plot.Violin;
import org.eccexplorer.text.Texts;

/** Charts of what the neurons of each layer do: their rates, input currents and residuals. */
public final class RunCharts {
    private RunCharts() {}

    /** The layers of {@link #rates} by index: outputs that only integrate have no rate. */
    public static List<Integer> firing(RunState focus) {
        return Layers.firing(focus);
    }

    /**
     * Rates of the layers that fire; category i is layer {@code firing(focus).get(i)}.
     *
     * @param selected the selected layer
     */
    public static Chart rates(List<RunState> shown, RunState focus, int selected) {
        List<String> names = Layers.names(focus);
        List<Integer> firing = Layers.firing(focus);
        Extents extents = Extents.of(shown);
        List<Box> boxes = new ArrayList<>();
        for (RunState run : shown) {
            List<LayerMeasures> layers = Layers.of(run);
            String name = extents.name(run);
            SourceRun source = Sources.of(run);
            for (int i = 0; i < firing.size() && layers.size() == names.size(); i++) {
                Distribution d = layers.get(firing.get(i)).rate();
                if (d == null) {
                    continue;
                }
                boxes.add(
                        new Box(
                                        name,
                                        i,
                                        Tint.run(run.style()),
                                        d.low5(),
                                        d.quartile1(),
                                        d.median(),
                                        d.quartile3(),
                                        d.high95(),
                                        d.mean())
                                .from(source));
            }
        }
        return new Chart.Boxes(
                Texts.text("figures.rates.title"),
                extents.notes(Texts.text("figures.rates.marks")),
                Texts.text("figures.rates.axis"),
                firing.stream().map(names::get).toList(),
                firing.indexOf(selected),
                Tint.run(focus.style()),
                boxes);
    }

    /**
     * Distributions of the mean input current of each layer's neurons, in V_thr.
     *
     * @param selected the selected layer
     */
    public static Chart currents(RunState focus, int selected) {
        List<Violin> violins = new ArrayList<>();
        List<LayerMeasures> layers = Layers.of(focus);
        SourceRun source = Sources.of(focus);
        for (int l = 0; l < layers.size(); l++) {
            LayerMeasures layer = layers.get(l);
            violins.add(
                    new Violin(
                                    l,
                                    Tint.run(focus.style()),
                                    layer.current().counts(),
                                    layer.clippedShare())
                            .from(source));
        }
        return new Chart.Violins(
                Texts.text("figures.currents.title"),
                Extents.of(focus).notes(Texts.text("figures.currents.marks")),
                Texts.text("figures.currents.axis"),
                Layers.names(focus),
                selected,
                -1.5,
                1.5,
                1,
                Texts.text("figures.threshold"),
                violins);
    }

    /**
     * Residuals over time.
     *
     * @param selected the layer that is drawn in the colour of the run
     */
    public static Chart residuals(RunState focus, int selected, double marker) {
        List<Series> series = new ArrayList<>();
        List<LayerMeasures> layers = Layers.of(focus);
        SourceRun source = Sources.of(focus);
        List<Integer> firing = Layers.firing(focus);
        for (int i = 0; i < firing.size(); i++) {
            int l = firing.get(i);
            double[] y = layers.get(l).remainderPerStep();
            double[] x = new double[y.length];
            Arrays.setAll(x, t -> t + 1.0);
            Tint tint = l == selected ? Tint.run(focus.style()) : Tint.shade(i, firing.size());
            series.add(
                    Series.line(Layers.shortened(layers.get(l).name()), tint, x, y).from(source));
        }
        return new Chart.Lines(
                Texts.text("figures.residuals.title"),
                Extents.of(focus).notes(Texts.text("figures.residuals.marks")),
                Axis.timesteps(focus.settings().timesteps()),
                ValueAxis.fromZero(Texts.text("figures.residuals.axis")),
                series,
                List.of(),
                marker);
    }
}
