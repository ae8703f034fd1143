package org.eccexplorer.trace;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eccexplorer.array.NpyArray;
import org.eccexplorer.array.NpzWriter;
import org.eccexplorer.problem.ProblemException;

/** Traces as arrays: {@code numpy.load(file)["conv1.spikes"]}. */
final class TraceNpz {
    /** Raised when an array changes its meaning or goes. */
    private static final int VERSION = 1;

    private TraceNpz() {}

    static void write(Path file, Watched watched) throws ProblemException {
        NpzWriter.write(file, arrays(watched));
    }

    static Map<String, NpyArray> arrays(Watched watched) {
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        arrays.put("version", NpyArray.of(new int[] {VERSION}, 1));
        arrays.put("timesteps", NpyArray.of(new int[] {watched.timesteps()}, 1));
        arrays.put("images", NpyArray.of(watched.images(), watched.images().length));
        for (WatchedLayer layer : watched.layers()) {
            add(arrays, watched, layer);
        }
        return arrays;
    }

    private static void add(Map<String, NpyArray> arrays, Watched watched, WatchedLayer layer) {
        int neurons = layer.neurons().length;
        int[] shape = {watched.images().length, watched.timesteps(), neurons};
        arrays.put(layer.name() + ".neurons", NpyArray.of(layer.neurons(), neurons));
        arrays.put(layer.name() + ".threshold", NpyArray.of(new double[] {layer.threshold()}, 1));
        Events events = layer.spikes();
        if (events != null) {
            int[] rows = new int[3 * events.size()];
            float[] values = new float[events.size()];
            for (int e = 0; e < events.size(); e++) {
                rows[3 * e] = events.image(e);
                rows[3 * e + 1] = events.timestep(e);
                rows[3 * e + 2] = events.neuron(e);
                values[e] = events.value(e);
            }
            arrays.put(layer.name() + ".spikes", NpyArray.of(rows, events.size(), 3));
            if (!events.isPlain()) {
                arrays.put(layer.name() + ".values", NpyArray.of(values, values.length));
            }
        }
        double[] potential = layer.potential();
        if (potential != null) {
            arrays.put(layer.name() + ".potential", NpyArray.of(potential, shape));
        }
        double[] current = layer.current();
        if (current != null) {
            arrays.put(layer.name() + ".current", NpyArray.of(current, shape));
        }
    }
}
