package org.eccexplorer.sim.kernel;

import java.util.List;
import java.util.Random;
import org.eccexplorer.HeapUse;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.convert.Converted;
import org.eccexplorer.convert.Neurons;
import org.eccexplorer.convert.RandomNetworks;
import org.eccexplorer.network.Layer;
import org.eccexplorer.network.Network;
import org.eccexplorer.network.SlidingWindow;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.sim.KernelChoice;
import org.eccexplorer.sim.Simulator;
import org.eccexplorer.sim.SpikeRecorder;
import org.eccexplorer.spiking.Firing;
import org.eccexplorer.spiking.Projection;
import org.eccexplorer.spiking.SpikingLayer;
import org.eccexplorer.tensor.DenseBackend;
import org.eccexplorer.tensor.Shape;
import org.eccexplorer.tensor.VectorBackend;

/**
 * Runs every loop of the kernels, with each number of vectors that it takes at once, and prints
 * what each kernel asks of the heap for few spikes and for many. {@link KernelLoopsTest} starts it
 * in a JVM that says what it compiles.
 */
final class KernelLoops {
    private static final int STEPS = 64;
    private static final int WARM_UP = 40;
    private static final double FEW = 0.01;
    private static final double MANY = 0.05;

    /**
     * Widths in vectors of floats; in shorts half as many, so 6 is 4 and 2, or 3; in bytes a
     * quarter.
     */
    private static final int[] VECTORS = {1, 2, 4, 6, 11, 16};

    private static final DenseBackend BACKEND = new VectorBackend();

    private KernelLoops() {}

    public static void main(String[] arguments) throws ProblemException {
        ConversionOptions plain = ConversionOptions.ecc();
        List<ConversionOptions> all =
                List.of(
                        plain,
                        plain.with(ConversionOptions.WEIGHT_BITS, 8),
                        plain.with(ConversionOptions.WEIGHT_BITS, 10),
                        plain.with(ConversionOptions.NEURONS, Neurons.SIGNED));
        for (ConversionOptions options : all) {
            for (int vectors : VECTORS) {
                int width = vectors * Lanes.COUNT;
                run(Converted.of(RandomNetworks.wide(width, 1), options, 1));
            }
            run(Converted.of(grouped(4 * Lanes.COUNT), options, 1));
        }
        run(Converted.of(grouped(3 * Lanes.COUNT), plain, 1));
        ConversionOptions multi = plain.with(ConversionOptions.NEURONS, Neurons.MULTI);
        run(Converted.of(RandomNetworks.wide(Lanes.COUNT, 1), multi, 1));
        ConversionOptions leak = plain.with(ConversionOptions.LEAK, 0.1);
        run(Converted.of(RandomNetworks.wide(2 * Lanes.COUNT, 1), leak, 1));
    }

    /** A convolution of channels each by itself, and one of four groups. */
    private static Network grouped(int width) {
        Network.Builder builder = new Network.Builder(new Shape(8, 8, 2));
        int node = convolution(builder, 0, 1, width);
        node = convolution(builder, node, width, width);
        node = convolution(builder, node, 4, width);
        SlidingWindow whole = SlidingWindow.valid(8, 8, 1, 1);
        node = builder.add("pool", new Layer.Pooling(Layer.Pooling.Kind.AVERAGE, whole), node);
        builder.add(
                "dense", new Layer.Dense(width, 3, values(3 * width, width), new float[3]), node);
        return builder.build("grouped");
    }

    private static int convolution(Network.Builder builder, int node, int groups, int outputs) {
        int inputs = builder.shape(node).channels();
        SlidingWindow window = SlidingWindow.same(3, 3, 1, 1, 1, 1, builder.shape(node));
        float[] kernel = values(9 * inputs / groups * outputs, 9 * inputs / groups);
        Layer layer =
                new Layer.Convolution(window, groups, inputs, outputs, kernel, new float[outputs]);
        int convolved = builder.add("convolution" + node, layer, node);
        return builder.add("relu" + node, new Layer.Relu(Float.POSITIVE_INFINITY), convolved);
    }

    private static float[] values(int count, int inputs) {
        Random random = new Random(count);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (random.nextGaussian() / Math.sqrt(inputs));
        }
        return values;
    }

    private static void run(Converted converted) {
        Simulator simulator = new Simulator(converted.spiking(), BACKEND, KernelChoice.SPARSE);
        Simulator.Workspace workspace = simulator.newWorkspace();
        for (int i = 0; i < 2; i++) {
            simulator.run(
                    new Simulator.Image(converted.images(), 0, 0, 2 * STEPS, 1),
                    workspace,
                    SpikeRecorder.NONE,
                    () -> false);
        }
        for (SpikingLayer layer : converted.spiking().layers()) {
            for (Projection projection : layer.projections()) {
                if (projection.source() != Projection.INPUT) {
                    Firing firing = converted.spiking().sourceFiring(projection.source());
                    measure(projection, firing, layer.shape());
                }
            }
        }
    }

    /** Prints the kernel, and the bytes that few spikes and many of them took. */
    private static void measure(Projection projection, Firing firing, Shape shape) {
        Synapses synapses = Synapses.of(projection, firing, BACKEND);
        SynapseKernel kernel = synapses.sparse();
        EventList few = events(synapses, firing, FEW);
        EventList many = events(synapses, firing, MANY);
        Scratch scratch = new Scratch();
        long fewBytes = 0;
        long manyBytes = 0;
        for (int i = 0; i < WARM_UP; i++) {
            fewBytes = bytes(kernel, few, shape, scratch);
            manyBytes = bytes(kernel, many, shape, scratch);
        }
        String name = kernel.getClass().getSimpleName() + " of " + projection.width();
        System.out.println("bytes: " + name + " " + fewBytes + " " + manyBytes);
    }

    private static EventList events(Synapses synapses, Firing firing, double rate) {
        Random random = new Random(1);
        SpikeBlock block = new SpikeBlock(synapses.projection().from(), firing, STEPS);
        for (int t = 0; t < STEPS; t++) {
            for (int i = 0; i < block.shape.size(); i++) {
                if (random.nextDouble() < rate) {
                    block.send(t, i, firing.value(random.nextInt(1 << firing.planes())));
                }
            }
        }
        EventList events = new EventList(synapses.table(), firing, STEPS);
        events.read(block, STEPS);
        return events;
    }

    private static long bytes(
            SynapseKernel kernel, EventList events, Shape shape, Scratch scratch) {
        List<Panel> panels = kernel.panels();
        if (panels.isEmpty()) {
            panels = List.of(new Panel(0, 0, Lanes.padded(shape.channels())));
        }
        long before = HeapUse.allocated();
        for (Panel panel : panels) {
            Patch patch = new Patch(0, Math.min(kernel.pixelsPerPatch(), shape.pixels()), STEPS);
            kernel.add(events, scratch.tiles(patch, panel), scratch);
        }
        return HeapUse.allocated() - before;
    }
}
