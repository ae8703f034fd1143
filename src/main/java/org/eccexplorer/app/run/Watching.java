package org.eccexplorer.app.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.sim.NeuronTrace;
import org.eccexplorer.spiking.Role;
import org.eccexplorer.spiking.SpikingLayer;
import org.eccexplorer.spiking.SpikingNetwork;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;
import org.eccexplorer.trace.Events;
import org.eccexplorer.trace.Quantity;
import org.eccexplorer.trace.Watched;
import org.eccexplorer.trace.WatchedLayer;
import org.jspecify.annotations.Nullable;

/** Watches neurons of a converted network on some images: the values that the window draws. */
public final class Watching {
    /** So many values are kept, 400 MB. */
    static final long MOST_VALUES = 50_000_000;

    private final SpikingNetwork network;
    private final int timesteps;
    private final int[] images;
    private final Set<Quantity> quantities;
    private final List<Layer> layers = new ArrayList<>();

    /** A layer that is watched. */
    private static final class Layer {
        final int index;
        final String name;
        final int[] neurons;
        @Nullable Events spikes;
        double @Nullable [] potential;
        double @Nullable [] current;

        Layer(int index, String name, int[] neurons) {
            this.index = index;
            this.name = name;
            this.neurons = neurons;
        }
    }

    private Watching(
            SpikingNetwork network,
            int timesteps,
            int[] images,
            List<Integer> watched,
            IntFunction<int[]> neurons,
            Set<Quantity> quantities)
            throws ProblemException {
        this.network = network;
        this.timesteps = timesteps;
        this.images = images;
        this.quantities = quantities;
        Set<String> names = new HashSet<>();
        long values = 0;
        for (int index : watched) {
            SpikingLayer own = network.layers().get(index);
            String name = names.add(own.name()) ? own.name() : own.name() + "." + index;
            Layer layer = new Layer(index, name, neurons.apply(index));
            layers.add(layer);
            values += room(layer, own);
        }
        require(values);
        layers.forEach(this::allocate);
    }

    private long room(Layer layer, SpikingLayer own) {
        long grids = quantities.contains(Quantity.POTENTIAL) ? 1 : 0;
        grids += quantities.contains(Quantity.CURRENT) ? 1 : 0;
        boolean gate = own.role() == Role.MAXIMUM_GATE;
        return gate ? 0 : grids * images.length * timesteps * layer.neurons.length;
    }

    private static void require(long values) throws ProblemException {
        if (values > MOST_VALUES) {
            throw new ProblemException(
                    Problem.Kind.LIMIT,
                    Texts.text("app.run.traces"),
                    Texts.text("app.run.tooManyValues"),
                    Texts.text(
                            "app.run.valuesAtMost",
                            Numbers.count(values),
                            Numbers.count(MOST_VALUES)),
                    Texts.text("app.run.watchLess"));
        }
    }

    private void allocate(Layer layer) {
        SpikingLayer own = network.layers().get(layer.index);
        int size = images.length * timesteps * layer.neurons.length;
        boolean gate = own.role() == Role.MAXIMUM_GATE;
        if (quantities.contains(Quantity.SPIKES)) {
            layer.spikes = new Events();
        }
        if (quantities.contains(Quantity.POTENTIAL) && !gate) {
            layer.potential = new double[size];
        }
        if (quantities.contains(Quantity.CURRENT) && !gate) {
            layer.current = new double[size];
        }
    }

    /** Makes the trace of an image, or has it. */
    @FunctionalInterface
    public interface Tracer {
        ImageTrace of(int image);
    }

    /**
     * Watches.
     *
     * @param images their places in the data set, from 0, ascending
     * @param layers indices of spiking layers, ascending
     * @param neurons of each of them, ascending
     * @param quantities gates have spikes only
     * @param tracer runs an image
     * @param progress gets the number of images done
     * @throws ProblemException of kind LIMIT if that would be too much to keep
     */
    public static Watched of(
            Prepared prepared,
            int[] images,
            List<Integer> layers,
            IntFunction<int[]> neurons,
            Set<Quantity> quantities,
            Tracer tracer,
            IntConsumer progress)
            throws ProblemException {
        int timesteps = prepared.settings().timesteps();
        Watching watching =
                new Watching(prepared.network(), timesteps, images, layers, neurons, quantities);
        for (int i = 0; i < images.length; i++) {
            ImageTrace trace = tracer.of(images[i]);
            for (Layer layer : watching.layers) {
                watching.spikes(layer, images[i], trace);
                watching.grids(layer, i, trace);
            }
            progress.accept(i + 1);
        }
        return watching.watched();
    }

    /** Runs images of a data set. */
    public static Tracer tracer(
            Prepared prepared, IntFunction<float[]> images, BooleanSupplier cancelled) {
        return image -> ImageTrace.of(prepared, images.apply(image), image, cancelled);
    }

    private void spikes(Layer layer, int image, ImageTrace trace) throws ProblemException {
        Events events = layer.spikes;
        if (events == null) {
            return;
        }
        for (int t = 1; t <= timesteps; t++) {
            for (int neuron : layer.neurons) {
                float sent = trace.spikes().value(layer.index, neuron, t);
                if (sent != 0) {
                    events.add(image, t, neuron, sent);
                }
            }
        }
        require(events.size());
    }

    private void grids(Layer layer, int place, ImageTrace trace) {
        double[] potential = layer.potential;
        double[] current = layer.current;
        if (potential == null && current == null) {
            return;
        }
        int width = layer.neurons.length;
        for (int n = 0; n < width; n++) {
            NeuronTrace own = trace.neuron(layer.index, layer.neurons[n]);
            for (int t = 0; t < timesteps; t++) {
                int at = (place * timesteps + t) * width + n;
                if (potential != null) {
                    potential[at] = own.membrane()[t];
                }
                if (current != null) {
                    current[at] = own.current()[t];
                }
            }
        }
    }

    private Watched watched() {
        return new Watched(
                timesteps,
                images,
                layers.stream()
                        .map(layer ->
                                new WatchedLayer(
                                        layer.name,
                                        network.layers().get(layer.index).neurons(),
                                        layer.neurons,
                                        network.layers().get(layer.index).threshold(),
                                        layer.spikes,
                                        layer.potential,
                                        layer.current))
                        .toList());
    }

    /** All neurons of a layer. */
    public static int[] all(SpikingNetwork network, int layer) {
        return IntStream.range(0, network.layers().get(layer).neurons()).toArray();
    }

    /** All spiking layers. */
    public static List<Integer> all(SpikingNetwork network) {
        return IntStream.range(0, network.layers().size()).boxed().toList();
    }

    /** Whole numbers without doubles, ascending. */
    public static int[] ascending(int[] numbers) {
        return Arrays.stream(numbers).sorted().distinct().toArray();
    }
}
