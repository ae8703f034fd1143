package org.eccexplorer.sim;

import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.eccexplorer.convert.ActivationRanges;
import org.eccexplorer.convert.Conversion;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.convert.Neurons;
import org.eccexplorer.network.Layer;
import org.eccexplorer.network.Network;
import org.eccexplorer.network.SlidingWindow;
import org.eccexplorer.network.forward.CnnEvaluator;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.sim.kernel.EventList;
import org.eccexplorer.sim.kernel.Panel;
import org.eccexplorer.sim.kernel.Patch;
import org.eccexplorer.sim.kernel.Scratch;
import org.eccexplorer.sim.kernel.SpikeBlock;
import org.eccexplorer.sim.kernel.SpikeSource;
import org.eccexplorer.sim.kernel.SynapseKernel;
import org.eccexplorer.sim.kernel.Synapses;
import org.eccexplorer.sim.kernel.Tile;
import org.eccexplorer.spiking.Firing;
import org.eccexplorer.spiking.SpikingNetwork;
import org.eccexplorer.tensor.Shape;
import org.eccexplorer.tensor.VectorBackend;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One block of 64 timesteps of one layer of 16 × 16 pixels: each kernel, and the integration, for
 * each class of neurons.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 1,
        jvmArgs = {
            "--add-modules=jdk.incubator.vector",
            "--enable-native-access=ALL-UNNAMED",
            "-XX:G1HeapRegionSize=1m"
        })
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class KernelBenchmark {
    private static final int SIZE = 16;

    @Param({"convolution", "depthwise", "pooling", "dense"})
    public String layer;

    @Param({"16", "64", "256"})
    public int width;

    @Param({"0.02", "0.05", "0.2"})
    public double rate;

    @Param({"PLAIN", "SIGNED", "MULTI"})
    public String neurons;

    private LayerPlan plan;
    private LayerState state;
    private EventList events;
    private SpikeBlock spikes;
    private final Scratch scratch = new Scratch();

    @Setup
    public void prepare() throws ProblemException {
        Random random = new Random(1);
        Network network = network(random);
        VectorBackend backend = new VectorBackend();
        float[] image = values(random, network.inputShape().size(), 1);
        Conversion conversion =
                Conversion.of(
                        network,
                        ConversionOptions.ecc()
                                .with(ConversionOptions.NEURONS, Neurons.valueOf(neurons)));
        ActivationRanges ranges = new ActivationRanges(network, conversion.calibratedNodes());
        ranges.addMaxima(new CnnEvaluator(network, backend), image, 0, 1);
        SpikingNetwork spiking = conversion.result(ranges).network();
        plan = new LayerPlan(spiking, 1, backend);
        Synapses synapses = plan.synapses.getFirst();
        Firing firing = spiking.layers().getFirst().firing();
        spikes = new SpikeBlock(spiking.layers().getFirst().shape(), firing, Simulator.BLOCK);
        for (int t = 0; t < Simulator.BLOCK; t++) {
            for (int i = 0; i < spikes.shape.size(); i++) {
                if (random.nextDouble() < rate) {
                    spikes.send(t, i, firing.value(random.nextInt(1 << firing.planes())));
                }
            }
        }
        events = new EventList(synapses.table(), firing, Simulator.BLOCK);
        events.read(spikes, Simulator.BLOCK);
        SpikeSource source =
                new SpikeSource(
                        plan.layer.shape(), plan.layer.firing(), List.of(), Simulator.BLOCK);
        state = new LayerState(plan, source, Simulator.BLOCK, true);
        state.start(image, 0, 1, Simulator.BLOCK, scratch);
    }

    private Network network(Random random) {
        Network.Builder builder = new Network.Builder(new Shape(SIZE, SIZE, width));
        int node = relu(builder, convolution(builder, random, 0, width));
        node =
                switch (layer) {
                    case "convolution" -> convolution(builder, random, node, 1);
                    case "depthwise" -> convolution(builder, random, node, width);
                    case "pooling" ->
                            convolution(
                                    builder,
                                    random,
                                    builder.add(
                                            "pool",
                                            new Layer.Pooling(
                                                    Layer.Pooling.Kind.AVERAGE,
                                                    SlidingWindow.valid(2, 2, 2, 2)),
                                            node),
                                    1);
                    default -> dense(builder, random, flat(builder, node), width);
                };
        node = flat(builder, relu(builder, node));
        dense(builder, random, node, 10);
        return builder.build("benchmark");
    }

    private static int relu(Network.Builder builder, int node) {
        return builder.add("relu" + node, new Layer.Relu(Float.POSITIVE_INFINITY), node);
    }

    private int convolution(Network.Builder builder, Random random, int node, int groups) {
        SlidingWindow window = SlidingWindow.same(3, 3, 1, 1, 1, 1, builder.shape(node));
        float[] kernel = values(random, 9 * width / groups * width, 9 * width / groups);
        return builder.add(
                "conv" + node,
                new Layer.Convolution(window, groups, width, width, kernel, new float[width]),
                node);
    }

    private static int flat(Network.Builder builder, int node) {
        Shape shape = builder.shape(node);
        int[] source = new int[shape.size()];
        java.util.Arrays.setAll(source, i -> i);
        Shape vector = Shape.vector(shape.size());
        return builder.add(
                "flat" + node, new Layer.Rearrangement("flatten", shape, vector, source), node);
    }

    private static int dense(Network.Builder builder, Random random, int node, int outputs) {
        int inputs = builder.shape(node).channels();
        return builder.add(
                "dense" + node,
                new Layer.Dense(
                        inputs,
                        outputs,
                        values(random, inputs * outputs, inputs),
                        new float[outputs]),
                node);
    }

    private static float[] values(Random random, int count, int inputs) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (random.nextGaussian() / Math.sqrt(inputs));
        }
        return values;
    }

    private float run(SynapseKernel kernel) {
        int pixels = plan.layer.shape().pixels();
        int size = Math.min(pixels, kernel.pixelsPerPatch());
        float sum = 0;
        for (int first = 0; first < pixels; first += size) {
            Patch patch = new Patch(first, Math.min(first + size, pixels), Simulator.BLOCK);
            for (Panel panel : plan.panels(List.of(kernel))) {
                List<Tile> tiles = scratch.tiles(patch, panel);
                tiles.forEach(state::putSteady);
                kernel.add(events, tiles, scratch);
                sum += tiles.getFirst().z()[tiles.getFirst().at(0)];
            }
        }
        return sum;
    }

    @Benchmark
    public float eventDriven() {
        return run(plan.synapses.getFirst().sparse());
    }

    @Benchmark
    public float matrixProduct() {
        return run(plan.synapses.getFirst().dense());
    }

    @Benchmark
    public int listOfSpikes() {
        events.read(spikes, Simulator.BLOCK);
        return events.start[1];
    }

    @Benchmark
    public float integration() {
        state.startBlock();
        LayerSlice part = state.parts.getFirst();
        Panel all = new Panel(0, 0, plan.padded);
        for (int pixel = 0; pixel < plan.layer.shape().pixels(); pixel++) {
            Patch patch = new Patch(pixel, pixel + 1, Simulator.BLOCK);
            Tile tile = scratch.tiles(patch, all).getFirst();
            switch (Neurons.valueOf(neurons)) {
                case PLAIN -> Integration.subtractive(state, part, tile);
                case SIGNED -> SignedIntegration.run(state, part, tile);
                case MULTI -> MultiIntegration.run(state, part, tile);
            }
        }
        return state.membrane[0];
    }
}
