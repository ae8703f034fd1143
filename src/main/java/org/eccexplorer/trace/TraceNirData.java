package org.eccexplorer.trace;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eccexplorer.container.HdfTree;
import org.eccexplorer.container.HdfWriter;
import org.eccexplorer.files.AtomicFile;
import org.eccexplorer.problem.ProblemException;

/**
 * Traces as NIRData, what {@code nir.read_data} reads (neuromorphs/NIR, nir/serialization.py of
 * 2026-01-30): one node per layer with the observables spikes (EventData, or ValuedEventData where
 * spikes have other values than 1), potential and current (TimeGriddedData). A timestep is a unit
 * of time; timestep t begins at t − 1. Where only some neurons are watched, the data set {@code
 * neurons} beside {@code data}, which the format does not know, tells which.
 */
final class TraceNirData {
    /** Raised when a field of our own changes its meaning or goes. */
    private static final long VERSION = 1;

    private static final Map<String, Object> NONE = Map.of();
    private static final String TYPE = "__type__";

    private TraceNirData() {}

    static void write(Path file, Watched watched) throws ProblemException {
        HdfTree.Group root = tree(watched);
        AtomicFile.write(file, out -> HdfWriter.write(out, root));
    }

    private static HdfTree.Group tree(Watched watched) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put(TYPE, "NIRGraphData");
        attributes.put("eccExplorer", VERSION);
        HdfTree.Group root = HdfTree.Group.with(attributes);
        HdfTree.Group nodes = HdfTree.Group.with(NONE);
        root.members().put("nodes", nodes);
        for (WatchedLayer layer : watched.layers()) {
            HdfTree.Group node = HdfTree.Group.with(Map.of(TYPE, "NIRNodeData"));
            HdfTree.Group observables = HdfTree.Group.with(NONE);
            node.members().put("observables", observables);
            // A slash would make groups within groups.
            nodes.members().put(layer.name().replace('/', '.'), node);
            observe(observables, watched, layer);
        }
        return root;
    }

    private static void observe(HdfTree.Group to, Watched watched, WatchedLayer layer) {
        Events events = layer.spikes();
        if (events != null) {
            to.members().put(Quantity.SPIKES.word(), spikes(watched, layer, events));
        }
        double[] potential = layer.potential();
        if (potential != null) {
            to.members().put(Quantity.POTENTIAL.word(), gridded(watched, layer, potential));
        }
        double[] current = layer.current();
        if (current != null) {
            to.members().put(Quantity.CURRENT.word(), gridded(watched, layer, current));
        }
    }

    /** [image][event]; images with fewer events end with −1 at infinite time. */
    private static HdfTree.Group spikes(Watched watched, WatchedLayer layer, Events events) {
        int[] images = watched.images();
        int[] count = new int[images.length];
        for (int e = 0; e < events.size(); e++) {
            count[place(images, events.image(e))]++;
        }
        int most = Arrays.stream(count).max().orElse(0);
        long[] neuron = new long[images.length * most];
        double[] time = new double[neuron.length];
        double[] value = new double[neuron.length];
        Arrays.fill(neuron, -1);
        Arrays.fill(time, Double.POSITIVE_INFINITY);
        Arrays.fill(count, 0);
        for (int e = 0; e < events.size(); e++) {
            int image = place(images, events.image(e));
            int at = image * most + count[image]++;
            neuron[at] = events.neuron(e);
            time[at] = events.timestep(e) - 1;
            value[at] = events.value(e);
        }
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put(TYPE, events.isPlain() ? "EventData" : "ValuedEventData");
        attributes.put("n_neurons", (long) layer.size());
        attributes.put("t_max", (double) watched.timesteps());
        HdfTree.Group group = HdfTree.Group.with(attributes);
        group.members().put("idx", new HdfTree.Longs(neuron, images.length, most));
        group.members().put("time", new HdfTree.Doubles(time, images.length, most));
        if (!events.isPlain()) {
            group.members().put("value", new HdfTree.Doubles(value, images.length, most));
        }
        return group;
    }

    private static int place(int[] images, int image) {
        return Arrays.binarySearch(images, image);
    }

    private static HdfTree.Group gridded(Watched watched, WatchedLayer layer, double[] values) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put(TYPE, "TimeGriddedData");
        attributes.put("dt", 1.0);
        HdfTree.Group group = HdfTree.Group.with(attributes);
        int neurons = layer.neurons().length;
        int images = watched.images().length;
        group.members()
                .put("data", new HdfTree.Doubles(values, images, watched.timesteps(), neurons));
        if (neurons < layer.size()) {
            long[] which = Arrays.stream(layer.neurons()).asLongStream().toArray();
            group.members().put("neurons", new HdfTree.Longs(which, neurons));
        }
        return group;
    }
}
