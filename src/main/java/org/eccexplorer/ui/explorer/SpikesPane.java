package org.eccexplorer.ui.explorer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.eccexplorer.app.SampleTrace;
import org.eccexplorer.convert.SpikingLayer;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.sim.SpikeRecord;
import org.eccexplorer.ui.fx.ChartView;

/**
 * The selected layer's spikes in time: a raster of its most active neurons, or the courses of
 * outputs that integrate and never fire.
 */
final class SpikesPane extends VBox {
    private static final int ROWS = 10;

    private final Workbench bench;
    private final Label heading = SettingsPane.heading("Spikes");
    private final ChartView chart;
    private Optional<Rows> rows = Optional.empty();

    SpikesPane(Workbench bench) {
        super(4);
        this.bench = bench;
        chart = bench.smallTimeChart();
        chart.setPrefHeight(124);
        getChildren().addAll(heading, chart);
    }

    void refresh(SampleTrace trace, int layer, int neuron) {
        SpikingLayer own = trace.network().layers().get(layer);
        double t = bench.model().playback().timestepProperty().get();
        String what = own.fires() ? " · spikes" : " · accumulated current, V_thr";
        heading.setText((own.name() + what).toUpperCase(Locale.ROOT));
        chart.show(own.fires() ? raster(trace, layer, neuron, t) : courses(trace, t));
    }

    /** The rows of a raster, chosen and read once for as long as they are shown. */
    private record Rows(
            SpikeRecord spikes, int layer, int neuron, List<Integer> order, List<int[]> trains) {}

    private Chart raster(SampleTrace trace, int layer, int neuron, double t) {
        boolean known =
                rows.filter(r -> r.spikes().equals(trace.spikes()))
                        .filter(r -> r.layer() == layer && r.neuron() == neuron)
                        .isPresent();
        if (!known) {
            rows = Optional.of(rows(trace, layer, neuron));
        }
        SpikingLayer own = trace.network().layers().get(layer);
        Rows shown = rows.orElseThrow();
        return new Chart.Raster(
                "Spikes of " + own.name(),
                "the most active neurons",
                trace.spikes().timesteps(),
                shown.order().stream().map(i -> NeuronNames.place(own.shape(), i)).toList(),
                shown.trains(),
                shown.order().indexOf(neuron),
                t);
    }

    private static Rows rows(SampleTrace trace, int layer, int neuron) {
        int timesteps = trace.spikes().timesteps();
        float[] rates = trace.rates(layer, timesteps);
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < rates.length; i++) {
            order.add(i);
        }
        if (order.size() > ROWS) {
            order.sort(Comparator.comparingDouble((Integer i) -> -rates[i]));
            order = new ArrayList<>(order.subList(0, ROWS));
            if (!order.contains(neuron)) {
                order.set(ROWS - 1, neuron);
            }
        }
        List<int[]> trains = order.stream().map(i -> trace.spikes().train(layer, i)).toList();
        return new Rows(trace.spikes(), layer, neuron, order, trains);
    }

    private Chart courses(SampleTrace trace, double t) {
        int timesteps = trace.spikes().timesteps();
        int classes = trace.network().classes();
        double[] none = new double[0];
        List<Chart.Series> series = new ArrayList<>();
        for (int c = 0; c < Math.min(classes, ROWS); c++) {
            double[] x = new double[timesteps];
            double[] y = new double[timesteps];
            for (int s = 0; s < timesteps; s++) {
                x[s] = s + 1.0;
                y[s] =
                        trace.run().outputs()[s * classes + c]
                                / trace.network().output().threshold();
            }
            series.add(new Chart.Series(bench.model().className(c), c, false, x, y, none, none));
        }
        return new Chart.Lines(
                "Accumulated output current",
                "in V_thr",
                Chart.Axis.timesteps(timesteps),
                false,
                series,
                List.of(),
                t);
    }
}
