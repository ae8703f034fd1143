package org.eccexplorer.figures.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import org.eccexplorer.app.run.ImageTrace;
import org.eccexplorer.figures.words.NeuronNames;
import org.eccexplorer.measure.votes.Reading;
import org.eccexplorer.measure.votes.StoredVotes;
import org.eccexplorer.plot.Axis;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.Series;
import org.eccexplorer.plot.SourceRun;
import org.eccexplorer.plot.Tint;
import org.eccexplorer.plot.Train;
import org.eccexplorer.plot.ValueAxis;
import org.eccexplorer.spiking.Firing;
import org.eccexplorer.spiking.SpikingLayer;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/** Charts of one image in one run. */
public final class ImageCharts {
    private static final int CLASSES = 10;

    private ImageCharts() {}

    /**
     * What speaks for each class after each timestep: current in V_thr, or spikes, as far as the
     * class is read from it.
     *
     * @param reading how the run is read
     * @param source the run and the image
     */
    public static Chart votes(
            ImageTrace trace,
            Reading reading,
            IntFunction<String> className,
            SourceRun source,
            double marker) {
        SpikingLayer output = trace.network().output();
        int timesteps = trace.spikes().timesteps();
        int classes = trace.network().classes();
        StoredVotes votes = trace.votes();
        double[][] gathered = new double[timesteps][];
        Arrays.setAll(gathered, s -> votes.gathered(0, reading, s + 1));
        double unit = output.fires() ? 1 : output.threshold();
        List<Integer> order = new ArrayList<>();
        for (int c = 0; c < classes; c++) {
            order.add(c);
        }
        double[] last = gathered[timesteps - 1];
        order.sort(Comparator.comparingDouble((Integer c) -> -last[c]));
        List<Series> series = new ArrayList<>();
        order.stream()
                .limit(CLASSES)
                .sorted()
                .forEach(c -> {
                    double[] x = new double[timesteps];
                    double[] y = new double[timesteps];
                    for (int s = 0; s < timesteps; s++) {
                        x[s] = s + 1.0;
                        y[s] = gathered[s][c] / unit;
                    }
                    series.add(Series.line(className.apply(c), Tint.run(c), x, y).from(source));
                });
        return new Chart.Lines(
                Texts.text("figures.votes.title"),
                notes(output.fires(), reading, votes.exit(0, reading)),
                Axis.timesteps(timesteps),
                ValueAxis.fromZero(
                        Texts.text(
                                output.fires()
                                        ? "figures.votes.spikesAxis"
                                        : "figures.votes.currentAxis")),
                series,
                List.of(),
                marker);
    }

    private static String notes(boolean fires, Reading reading, int exit) {
        String notes = Texts.text(fires ? "figures.votes.spikes" : "figures.votes.current");
        if (reading.from() > 0) {
            notes = Texts.text("figures.votes.from", notes, reading.from(), Reading.UNTIL_THEN);
        }
        return reading.endsEarly() ? Texts.text("figures.votes.exit", notes, exit) : notes;
    }

    /**
     * The spikes of a layer.
     *
     * @param order the neurons, from the top
     * @param trains of these neurons
     * @param source the run and the image
     */
    static Chart raster(
            ImageTrace trace,
            int layer,
            List<Integer> order,
            List<Train> trains,
            int neuron,
            SourceRun source,
            double marker) {
        SpikingLayer own = trace.network().layers().get(layer);
        String which =
                order.size() < own.neurons()
                        ? Texts.text(
                                "figures.raster.some",
                                Numbers.count(order.size()),
                                Numbers.count(own.neurons()))
                        : Texts.text(own.fires() ? "figures.raster.all" : "figures.raster.silent");
        Chart.Raster chart =
                new Chart.Raster(
                        Texts.text("figures.raster.title", own.name()),
                        withValues(which, own.firing()),
                        Axis.timesteps(trace.spikes().timesteps()),
                        order.stream().map(i -> NeuronNames.place(own.shape(), i)).toList(),
                        trains,
                        order.indexOf(neuron),
                        marker);
        String layers = Texts.text("figures.source.layer");
        return chart.from(List.of(source.with("layer", layers, own.name())));
    }

    /** A subtitle that says how spikes below zero are drawn, where there are such. */
    static String withValues(String subtitle, Firing firing) {
        if (firing.isPlain()) {
            return subtitle;
        }
        return Texts.text(
                firing.isMulti() ? "figures.raster.sizes" : "figures.raster.signs", subtitle);
    }

    /** The most active neurons of a layer, the chosen one among them. */
    static List<Integer> mostActive(ImageTrace trace, int layer, int neuron, int count) {
        float[] rates = trace.rates(layer, trace.spikes().timesteps());
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < rates.length; i++) {
            order.add(i);
        }
        if (order.size() > count) {
            order.sort(Comparator.comparingDouble((Integer i) -> -Math.abs(rates[i])));
            order = new ArrayList<>(order.subList(0, count));
            if (!order.contains(neuron)) {
                order.set(count - 1, neuron);
            }
        }
        return order;
    }
}
