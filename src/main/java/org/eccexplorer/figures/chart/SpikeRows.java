package org.eccexplorer.figures.chart;

import java.util.List;
import java.util.Optional;
import org.eccexplorer.app.run.ImageTrace;
import org.eccexplorer.plot.Chart;
import org.eccexplorer.plot.SourceRun;
import org.eccexplorer.plot.Train;
import org.eccexplorer.sim.SpikeRecord;

/** The rows of a raster of spikes, chosen and read once for as long as they are shown. */
public final class SpikeRows {
    private final int count;
    private Optional<Rows> rows = Optional.empty();

    private record Rows(
            SpikeRecord spikes, int layer, int neuron, List<Integer> order, List<Train> trains) {}

    private static Train train(SpikeRecord spikes, int layer, int neuron) {
        int[] steps = spikes.train(layer, neuron);
        float[] values = new float[steps.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = spikes.value(layer, neuron, steps[i]);
        }
        return new Train(steps, values);
    }

    /** At most so many rows. */
    public SpikeRows(int count) {
        this.count = count;
    }

    /**
     * The raster of a layer, the chosen neuron among its rows.
     *
     * @param source the run and the image
     */
    public Chart raster(ImageTrace trace, int layer, int neuron, SourceRun source, double marker) {
        boolean known =
                rows.filter(r -> r.spikes().equals(trace.spikes()))
                        .filter(r -> r.layer() == layer && r.neuron() == neuron)
                        .isPresent();
        if (!known) {
            List<Integer> order = ImageCharts.mostActive(trace, layer, neuron, count);
            List<Train> trains = order.stream().map(i -> train(trace.spikes(), layer, i)).toList();
            rows = Optional.of(new Rows(trace.spikes(), layer, neuron, order, trains));
        }
        Rows shown = rows.orElseThrow();
        return ImageCharts.raster(
                trace, layer, shown.order(), shown.trains(), neuron, source, marker);
    }
}
