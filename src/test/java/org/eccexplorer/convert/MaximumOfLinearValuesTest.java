package org.eccexplorer.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.eccexplorer.network.Layer;
import org.eccexplorer.network.Network;
import org.eccexplorer.network.SlidingWindow;
import org.eccexplorer.network.forward.CnnEvaluator;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.sim.ClosedForm;
import org.eccexplorer.sim.ImageRun;
import org.eccexplorer.sim.KernelChoice;
import org.eccexplorer.sim.ReferenceSimulator;
import org.eccexplorer.sim.Simulator;
import org.eccexplorer.sim.SpikeRecorder;
import org.eccexplorer.spiking.Role;
import org.eccexplorer.spiking.SpikingLayer;
import org.eccexplorer.spiking.SpikingNetwork;
import org.eccexplorer.tensor.ScalarBackend;
import org.eccexplorer.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Maximum pooling where no ReLU stands before it: its neurons carry values of both signs. */
class MaximumOfLinearValuesTest {
    private static final int T = 512;
    private static final Layer.Pooling POOLING =
            new Layer.Pooling(Layer.Pooling.Kind.MAXIMUM, SlidingWindow.valid(2, 2, 2, 2));

    /** Where the maximum pooling is, and what follows it. */
    private enum Where {
        /** Of the image itself. */
        IMAGE,
        /** Between two convolutions. */
        CONVOLUTIONS,
        /** In a branch of an Add, as in Xception. */
        ADD,
        /** Directly behind another. */
        POOLING,
        /** Read by a ReLU and by an Add. */
        RELU_AND_ADD,
        /** Behind a channel-wise change of sign, which is no gate's matter. */
        TURNED
    }

    private final Random random = new Random(8);
    private final Network.Builder builder = new Network.Builder(new Shape(8, 8, 2));

    private int convolution(int node, int size, int stride, int outputs) {
        Shape in = builder.shape(node);
        float[] kernel = values(size * size * in.channels() * outputs);
        return builder.add(
                "conv" + node,
                new Layer.Convolution(
                        SlidingWindow.valid(size, size, stride, stride),
                        1,
                        in.channels(),
                        outputs,
                        kernel,
                        values(outputs)),
                node);
    }

    private float[] values(int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian() / 3;
        }
        return values;
    }

    private int add(int... nodes) {
        return builder.add("add", new Layer.Sum(new float[] {1, 1}), nodes);
    }

    private int relu(int node) {
        return builder.add("relu" + node, new Layer.Relu(Float.POSITIVE_INFINITY), node);
    }

    private int pool(int node) {
        return builder.add("pool" + node, POOLING, node);
    }

    private Network network(Where where) {
        int end =
                switch (where) {
                    case IMAGE -> relu(convolution(pool(0), 3, 1, 3));
                    case CONVOLUTIONS -> relu(convolution(pool(convolution(0, 1, 1, 3)), 3, 1, 3));
                    case ADD -> {
                        int first = relu(convolution(0, 1, 1, 3));
                        int pooled = pool(convolution(first, 1, 1, 3));
                        yield add(pooled, convolution(first, 1, 2, 3));
                    }
                    case POOLING -> pool(pool(convolution(0, 1, 1, 3)));
                    case RELU_AND_ADD -> {
                        int pooled = pool(convolution(0, 1, 1, 3));
                        yield add(relu(pooled), pooled);
                    }
                    case TURNED -> {
                        int turned =
                                builder.add(
                                        "turn",
                                        new Layer.ChannelAffine(
                                                new float[] {1, -1, 1}, new float[3]),
                                        convolution(relu(convolution(0, 1, 1, 3)), 1, 1, 3));
                        yield pool(turned);
                    }
                };
        Shape shape = builder.shape(end);
        int[] order = new int[shape.size()];
        Arrays.setAll(order, i -> i);
        int flat =
                builder.add(
                        "flat",
                        new Layer.Rearrangement(
                                "flatten", shape, Shape.vector(order.length), order),
                        end);
        float[] weights = values(order.length * 3);
        builder.add("dense", new Layer.Dense(order.length, 3, weights, new float[3]), flat);
        return builder.build("linear");
    }

    private static ConversionOptions gate(Neurons neurons) {
        return ConversionOptions.ecc()
                .with(ConversionOptions.MAXIMUM_POOLING, MaximumPooling.GATE)
                .with(ConversionOptions.NEURONS, neurons);
    }

    private static ImageRun run(SpikingNetwork network, float[] image) {
        Simulator simulator = new Simulator(network, new ScalarBackend(), KernelChoice.SPARSE);
        return simulator.run(
                new Simulator.Image(image, 0, 0, T, 1),
                simulator.newWorkspace(),
                SpikeRecorder.NONE,
                () -> false);
    }

    /** Rates follow the CNN's values below zero too, in every layer. */
    @ParameterizedTest
    @EnumSource(Where.class)
    void netCountsFollowTheCnn(Where where) throws ProblemException {
        Converted converted = Converted.of(network(where), gate(Neurons.PLAIN), 3);
        SpikingNetwork network = converted.spiking();
        ImageRun run = run(network, converted.images());
        float[][] targets = converted.targets(0);
        boolean below = false;
        for (int l = 0; l < network.layers().size(); l++) {
            SpikingLayer layer = network.layers().get(l);
            for (int i = 0; i < layer.neurons(); i++) {
                double scale = layer.scale()[i % layer.shape().channels()];
                double rate = run.layers().get(l).count()[i] / (double) T;
                double target = layer.target(targets[l][i]) / scale;
                assertThat(rate).as("%s %s", layer.name(), i).isCloseTo(target, within(0.03));
                below |= layer.role() == Role.MAXIMUM_GATE && rate < 0;
            }
        }
        assertThat(below).isEqualTo(where != Where.IMAGE);
    }

    @ParameterizedTest
    @CsvSource({"ADD, PLAIN", "ADD, SIGNED", "POOLING, PLAIN", "RELU_AND_ADD, SIGNED"})
    void equalsTheDefinitionBitByBit(Where where, Neurons neurons) throws ProblemException {
        Converted converted = Converted.of(network(where), gate(neurons), 3);
        SpikingNetwork network = converted.spiking();
        float[] image = Arrays.copyOf(converted.images(), network.input().size());
        ReferenceSimulator reference = new ReferenceSimulator(network, image, T);
        for (int t = 0; t < T; t++) {
            reference.step();
        }
        ImageRun run = run(network, image);
        for (int l = 0; l < network.layers().size(); l++) {
            if (network.layers().get(l).role() != Role.MAXIMUM_GATE) {
                assertThat(run.layers().get(l).membrane()).isEqualTo(reference.membrane(l));
            }
            if (network.layers().get(l).fires()) {
                assertThat(run.layers().get(l).count()).isEqualTo(reference.counts(l));
            }
        }
    }

    /** What the closed form gives differs by a spike or two, as does a neuron from its charge. */
    @Test
    void theClosedFormGoesBelowZeroToo() throws ProblemException {
        Converted converted = Converted.of(network(Where.ADD), gate(Neurons.PLAIN), 3);
        SpikingNetwork network = converted.spiking();
        ImageRun run = run(network, converted.images());
        List<float[]> counts =
                new ArrayList<>(
                        new ClosedForm(network, new ScalarBackend())
                                .counts(converted.images(), 0, 1, T, ClosedForm.Variant.STANDARD));
        double least = 0;
        for (int l = 0; l < network.layers().size(); l++) {
            for (int i = 0; i < counts.get(l).length; i++) {
                assertThat(counts.get(l)[i]).isCloseTo(run.layers().get(l).count()[i], within(6f));
                least = Math.min(least, counts.get(l)[i]);
            }
        }
        assertThat(least).isNegative();
    }

    /** λ is the largest size of a value, not the largest value. */
    @Test
    void lambdaIsTheLargestSize() throws ProblemException {
        Network network = network(Where.CONVOLUTIONS);
        for (double percentile : new double[] {100, 99.99}) {
            Converted converted =
                    Converted.of(
                            network,
                            gate(Neurons.PLAIN)
                                    .with(ConversionOptions.LAMBDA_PERCENTILE, percentile),
                            3);
            double largest = 0;
            SpikingLayer layer = converted.spiking().layers().getFirst();
            assertThat(layer.role()).isEqualTo(Role.LINEAR);
            for (int image = 0; image < 8; image++) {
                for (float value : converted.targets(image)[0]) {
                    largest = Math.max(largest, Math.abs(value));
                }
            }
            assertThat(layer.lambda()[0]).isCloseTo(largest, within(largest * 0.03));
        }
    }

    /** Outputs that are read by their current are never said to be silent. */
    @Test
    void outputsBelowZeroAreNoSilentChannels() throws ProblemException {
        Network.Builder small = new Network.Builder(Shape.vector(2));
        int relu = small.add("relu", new Layer.Relu(Float.POSITIVE_INFINITY), 0);
        float[] bias = {-9, -9, -9};
        small.add("dense", new Layer.Dense(2, 3, new float[6], bias), relu);
        for (Readout readout : Readout.values()) {
            Conversion conversion =
                    Conversion.of(
                            small.build("dark"),
                            ConversionOptions.ecc().with(ConversionOptions.OUTPUT, readout));
            ActivationRanges ranges =
                    new ActivationRanges(conversion.network(), conversion.calibratedNodes());
            CnnEvaluator cnn = new CnnEvaluator(conversion.network(), new ScalarBackend());
            ranges.addMaxima(cnn, new float[] {1, 1}, 0, 1);
            List<String> warnings = conversion.result(ranges).report().warnings();
            if (readout == Readout.CURRENT) {
                assertThat(warnings).isEmpty();
            } else {
                assertThat(warnings).singleElement().asString().contains("3 of 3 channels");
            }
        }
    }
}
