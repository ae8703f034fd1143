package org.eccexplorer.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.measure.Cause;
import org.eccexplorer.measure.Distribution;
import org.eccexplorer.measure.ErrorSplit;
import org.eccexplorer.measure.Interval;
import org.eccexplorer.measure.LayerMeasures;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.Tint;
import org.eccexplorer.text.Texts;

/** The charts of runs, made from their states. */
public final class RunCharts {
    private RunCharts() {}

    /**
     * Accuracy against timestep of all shown runs, the focused one with its band and closed form;
     * where there are only two, both with their closed form.
     */
    public static Chart accuracy(List<RunState> shown, RunState focus, double marker) {
        List<Chart.Series> series = new ArrayList<>();
        List<Chart.Reference> references = new ArrayList<>();
        for (RunState run : shown) {
            if (run.id() == focus.id() || shown.size() == 2) {
                closedForm(run, series);
            }
            run.snapshot()
                    .ifPresent(snapshot -> series.add(line(run, snapshot, run.id() == focus.id())));
        }
        shown.forEach(run -> firstWithin(run, series));
        String subtitle = "band: 95 % · dashed: closed form · dot: within 1 point";
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
                Chart.Axis.timesteps(focus.settings().timesteps()),
                true,
                series,
                references,
                marker);
    }

    /** A dot where a run comes within one point of the CNN for the first time. */
    private static void firstWithin(RunState run, List<Chart.Series> series) {
        int t =
                run.snapshot()
                        .map(snapshot -> snapshot.firstWithin(RunSnapshot.ONE_POINT))
                        .orElse(0);
        if (t > 0) {
            series.add(
                    Chart.Series.dot(
                            run.name() + ", first T within 1 point",
                            Tint.run(run.id()),
                            t,
                            run.snapshot().orElseThrow().accuracy(t)));
        }
    }

    private static void closedForm(RunState run, List<Chart.Series> series) {
        if (run.closedForm().isEmpty()) {
            return;
        }
        TreeMap<Integer, Double> sorted = new TreeMap<>(run.closedForm());
        double[] x = sorted.keySet().stream().mapToDouble(Integer::doubleValue).toArray();
        double[] y = sorted.values().stream().mapToDouble(Double::doubleValue).toArray();
        series.add(Chart.Series.dashed(run.name() + ", closed form", Tint.run(run.id()), x, y));
    }

    private static Chart.Series line(RunState run, RunSnapshot snapshot, boolean banded) {
        int steps = snapshot.timesteps();
        double[] x = new double[steps];
        double[] y = new double[steps];
        for (int i = 0; i < steps; i++) {
            x[i] = i + 1.0;
            y[i] = snapshot.accuracy(i + 1);
        }
        Tint tint = Tint.run(run.id());
        return banded
                ? Chart.Series.banded(run.name(), tint, x, y, band(snapshot))
                : Chart.Series.line(run.name(), tint, x, y);
    }

    private static Chart.Band band(RunSnapshot snapshot) {
        double[] low = new double[snapshot.timesteps()];
        double[] high = new double[snapshot.timesteps()];
        for (int i = 0; i < low.length; i++) {
            Interval interval = snapshot.interval(i + 1);
            low[i] = interval.low();
            high[i] = interval.high();
        }
        return new Chart.Band(low, high);
    }

    /** Names of the layers, shorter where there are many. */
    private static List<String> names(RunState focus) {
        List<LayerMeasures> layers = layers(focus);
        return layers.stream()
                .map(layer -> shortened(layer.name()))
                .map(name -> layers.size() > 6 ? initials(name) : name)
                .toList();
    }

    /** The layers that fire, by index: outputs that only integrate have no rate. */
    public static List<Integer> firing(RunState focus) {
        return IntStream.range(0, layers(focus).size())
                .filter(l -> focus.network().map(n -> n.layers().get(l).fires()).orElse(true))
                .boxed()
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

    /**
     * Rates of the layers that fire; category i is layer {@code firing(focus).get(i)}.
     *
     * @param selected the layer that is looked at
     */
    public static Chart rates(List<RunState> shown, RunState focus, int selected) {
        List<String> names = names(focus);
        List<Integer> firing = firing(focus);
        List<Chart.Box> boxes = new ArrayList<>();
        for (RunState run : shown) {
            List<LayerMeasures> layers = layers(run);
            for (int i = 0; i < firing.size() && layers.size() == names.size(); i++) {
                Distribution d = layers.get(firing.get(i)).rate();
                boxes.add(
                        new Chart.Box(
                                run.name(),
                                i,
                                Tint.run(run.id()),
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
                "spikes per neuron and timestep · box: quartiles · dot: mean",
                firing.stream().map(names::get).toList(),
                firing.indexOf(selected),
                Tint.run(focus.id()),
                boxes);
    }

    public static Chart currents(RunState focus, int selected) {
        List<Chart.Violin> violins = new ArrayList<>();
        List<LayerMeasures> layers = layers(focus);
        for (int l = 0; l < layers.size(); l++) {
            LayerMeasures layer = layers.get(l);
            violins.add(
                    new Chart.Violin(
                            l,
                            Tint.run(focus.id()),
                            layer.current().counts(),
                            layer.clippedShare()));
        }
        return new Chart.Violins(
                "Input current by layer",
                "mean current per timestep, in V_thr · red: clipped",
                names(focus),
                selected,
                -1.5,
                1.5,
                1,
                "V_thr",
                violins);
    }

    /**
     * Residuals over time.
     *
     * @param selected the layer that is drawn in the colour of the run
     */
    public static Chart residuals(RunState focus, int selected, double marker) {
        List<Chart.Series> series = new ArrayList<>();
        List<LayerMeasures> layers = layers(focus);
        List<Integer> firing = firing(focus);
        for (int i = 0; i < firing.size(); i++) {
            int l = firing.get(i);
            double[] y = layers.get(l).remainderPerStep();
            double[] x = new double[y.length];
            Arrays.setAll(x, t -> t + 1.0);
            Tint tint = l == selected ? Tint.run(focus.id()) : Tint.shade(i, firing.size());
            series.add(Chart.Series.line(shortened(layers.get(l).name()), tint, x, y));
        }
        return new Chart.Lines(
                "Residual membrane potential",
                "mean max(V, 0) / V_thr after each step · pale: last layer",
                Chart.Axis.timesteps(focus.settings().timesteps()),
                false,
                series,
                List.of(),
                marker);
    }

    public static Chart errors(List<RunState> shown, RunState focus, int selected) {
        List<Chart.Stack> stacks = new ArrayList<>();
        List<RunState> comparable =
                shown.stream().filter(run -> layers(run).size() == names(focus).size()).toList();
        for (int g = 0; g < comparable.size(); g++) {
            List<LayerMeasures> layers = layers(comparable.get(g));
            for (int l = 0; l < layers.size(); l++) {
                ErrorSplit split = layers.get(l).error();
                double[] parts =
                        Arrays.stream(Cause.values())
                                .mapToDouble(cause -> split.part(cause).meanAbsolute())
                                .toArray();
                stacks.add(
                        new Chart.Stack(comparable.get(g).name(), l, g, comparable.size(), parts));
            }
        }
        return new Chart.Stacks(
                "Where the error comes from",
                "mean |CNN activation − SNN rate| in % of λ, by cause and layer"
                        + (comparable.size() > 1 ? " · a bar per run" : ""),
                names(focus),
                selected,
                true,
                Arrays.stream(Cause.values()).map(Texts::name).toList(),
                stacks);
    }

    /**
     * How far rates follow activations, layer by layer; the layers are those of the focused run,
     * found by their names in the others.
     */
    public static Chart correlations(List<RunState> shown, RunState focus, int selected) {
        List<String> layers = layers(focus).stream().map(LayerMeasures::name).toList();
        List<Chart.Profile> profiles = new ArrayList<>();
        double lowest = Double.POSITIVE_INFINITY;
        String where = "";
        for (RunState run : shown) {
            double[] values = new double[layers.size()];
            Arrays.fill(values, Double.NaN);
            for (LayerMeasures layer : layers(run)) {
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
                                    shortened(layer.name()),
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
                names(focus),
                selected,
                1,
                profiles);
    }

    public static Chart agreement(RunState focus, int layer) {
        List<LayerMeasures> layers = layers(focus);
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
                shortened(measures.name())
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
