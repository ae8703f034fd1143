package org.eccexplorer.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.convert.Converted;
import org.eccexplorer.convert.LambdaScope;
import org.eccexplorer.convert.MaximumPooling;
import org.eccexplorer.convert.Neurons;
import org.eccexplorer.convert.RandomNetworks;
import org.eccexplorer.convert.Readout;
import org.eccexplorer.convert.ThetaTiming;
import org.eccexplorer.network.Network;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.spiking.InputCoding;
import org.eccexplorer.spiking.Reset;
import org.eccexplorer.spiking.SpikingLayer;
import org.eccexplorer.spiking.SpikingNetwork;
import org.eccexplorer.tensor.ScalarBackend;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatorTest {
    private static final int T = 70;

    private static final List<ConversionOptions> VARIANTS =
            List.of(
                    ConversionOptions.ecc(),
                    ConversionOptions.ecc().with(ConversionOptions.RESIDUAL_ELIMINATION, false),
                    ConversionOptions.ecc().with(ConversionOptions.CURRENT_NORMALISATION, false),
                    ConversionOptions.ecc()
                            .with(ConversionOptions.THETA_TIMING, ThetaTiming.SPREAD),
                    ConversionOptions.ecc().with(ConversionOptions.RESET, Reset.ZERO),
                    ConversionOptions.ecc().with(ConversionOptions.LEAK, 0.01),
                    ConversionOptions.ecc()
                            .spKeras()
                            .with(ConversionOptions.LEAK, 0.3)
                            .with(ConversionOptions.RESET, Reset.ZERO),
                    ConversionOptions.ecc()
                            .with(ConversionOptions.LAMBDA_SCOPE, LambdaScope.CHANNEL),
                    ConversionOptions.ecc().spKeras(),
                    ConversionOptions.ecc().with(ConversionOptions.WEIGHT_BITS, 5),
                    signed(ConversionOptions.ecc()),
                    signed(ConversionOptions.ecc()).with(ConversionOptions.LEAK, 0.02),
                    signed(ConversionOptions.ecc()).with(ConversionOptions.RESET, Reset.ZERO),
                    signed(ConversionOptions.ecc().spKeras()),
                    signed(ConversionOptions.ecc()).with(ConversionOptions.WEIGHT_BITS, 5),
                    multi(ConversionOptions.ecc()),
                    multi(ConversionOptions.ecc()).with(ConversionOptions.THRESHOLDS, 2),
                    multi(ConversionOptions.ecc()).with(ConversionOptions.LEAK, 0.02),
                    multi(ConversionOptions.ecc()).with(ConversionOptions.RESET, Reset.ZERO),
                    multi(ConversionOptions.ecc().spKeras()),
                    multi(ConversionOptions.ecc()).with(ConversionOptions.WEIGHT_BITS, 5));

    private static ConversionOptions multi(ConversionOptions options) {
        return options.with(ConversionOptions.NEURONS, Neurons.MULTI);
    }

    private static ConversionOptions signed(ConversionOptions options) {
        return options.with(ConversionOptions.NEURONS, Neurons.SIGNED);
    }

    private static ImageRun run(SpikingNetwork network, float[] images, KernelChoice choice) {
        return run(network, images, choice, SpikeRecorder.NONE);
    }

    private static ImageRun run(
            SpikingNetwork network, float[] images, KernelChoice choice, SpikeRecorder recorder) {
        Simulator simulator = new Simulator(network, new ScalarBackend(), choice);
        return simulator.run(
                new Simulator.Image(images, 0, 0, T, 1),
                simulator.newWorkspace(),
                recorder,
                () -> false);
    }

    /** What every layer sends at every timestep, [layer][timestep][neuron]. */
    private static List<List<float[]>> recorded(SpikingNetwork network, float[] images) {
        List<List<float[]>> spikes = new ArrayList<>();
        network.layers().forEach(layer -> spikes.add(new ArrayList<>()));
        run(
                network,
                images,
                KernelChoice.SPARSE,
                (layer, first, steps, block) -> {
                    int neurons = network.layers().get(layer).neurons();
                    for (int t = 0; t < steps; t++) {
                        float[] sent = new float[neurons];
                        for (int i = 0; i < neurons; i++) {
                            sent[i] = block.value(t, i);
                        }
                        spikes.get(layer).add(sent);
                    }
                });
        return spikes;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void eventDrivenEqualsTheDefinitionBitByBit(long seed) throws ProblemException {
        for (ConversionOptions options : VARIANTS) {
            assertSameBits(Converted.of(RandomNetworks.of(seed), options, seed), options);
        }
    }

    /**
     * Panels of one to eight vectors, complete or not, and weights read piece by piece; as floats,
     * as levels of which many or few fit the sum of 16 bits, and as levels that do not.
     */
    @ParameterizedTest
    @ValueSource(ints = {5, 16, 20, 40, 50, 66, 80, 96, 112, 128, 144, 200, 260})
    void everyWidthEqualsTheDefinitionBitByBit(int width) throws ProblemException {
        for (int bits : new int[] {0, 8, 12, 16}) {
            ConversionOptions options =
                    ConversionOptions.ecc().with(ConversionOptions.WEIGHT_BITS, bits);
            Network network = RandomNetworks.wide(width, width);
            assertSameBits(Converted.of(network, options, width), options);
            if (bits < 12 || width < 48) {
                assertSameBits(Converted.of(network, signed(options), width), signed(options));
            }
            if (bits == 0 && width < 130) {
                assertSameBits(Converted.of(network, multi(options), width), multi(options));
            }
        }
    }

    /** The largest levels, all selected at once, each by all pixels under a pooling window. */
    @Test
    void sumsThatDoNotFitSixteenBitsAreExact() throws ProblemException {
        ConversionOptions options = ConversionOptions.ecc().with(ConversionOptions.WEIGHT_BITS, 8);
        Converted converted = Converted.of(RandomNetworks.uniform(16), options, 1);
        float[] bright = new float[converted.images().length];
        Arrays.fill(bright, 1);
        assertSameBits(
                new Converted(converted.network(), converted.cnn(), converted.spiking(), bright),
                options);
    }

    /** Neurons that a calibration gave charges of their own, positive and negative. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void neuronsThatStartDifferentlyEqualTheDefinitionBitByBit(long seed) throws ProblemException {
        for (ConversionOptions options : VARIANTS) {
            Converted converted = Converted.of(RandomNetworks.of(seed), options, seed);
            assertSameBits(
                    new Converted(
                            converted.network(),
                            converted.cnn(),
                            offset(converted.spiking(), seed),
                            converted.images()),
                    options);
        }
    }

    /** V(0) differs from neuron to neuron by about V_thr. */
    private static SpikingNetwork offset(SpikingNetwork network, long seed) {
        Random random = new Random(seed);
        SpikingNetwork changed = network;
        for (int l = 0; l < network.layers().size(); l++) {
            SpikingLayer layer = network.layers().get(l);
            float[] offsets = new float[layer.fires() ? layer.neurons() : 0];
            for (int i = 0; i < offsets.length; i++) {
                offsets[i] = (float) (random.nextGaussian() * layer.threshold());
            }
            changed = changed.with(l, layer.withInitialOffset(offsets));
        }
        return changed;
    }

    /** What a calibration gives at the start counts as received, also where charge is lost. */
    @ParameterizedTest
    @ValueSource(strings = {"SUBTRACTION", "ZERO"})
    void chargeOfTheStartIsReceived(Reset reset) throws ProblemException {
        ConversionOptions options = ConversionOptions.ecc().with(ConversionOptions.RESET, reset);
        Converted converted = Converted.of(RandomNetworks.oneLayer(3), options, 3);
        SpikingNetwork network = offset(converted.spiking(), 3);
        LayerRun plain =
                run(converted.spiking(), converted.images(), KernelChoice.SPARSE)
                        .layers()
                        .getFirst();
        LayerRun run = run(network, converted.images(), KernelChoice.SPARSE).layers().getFirst();
        SpikingLayer layer = network.layers().getFirst();
        for (int i = 0; i < layer.neurons(); i++) {
            assertThat(run.charge()[i])
                    .isCloseTo(
                            plain.charge()[i] + layer.initialOffset(i),
                            within(1e-4f * layer.threshold()));
        }
    }

    /** The closed form knows what neurons start with. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theClosedFormStartsAsTheSimulation(long seed) throws ProblemException {
        Converted converted =
                Converted.of(RandomNetworks.oneLayer(seed), ConversionOptions.ecc(), seed);
        SpikingNetwork network = offset(converted.spiking(), seed);
        LayerRun run = run(network, converted.images(), KernelChoice.SPARSE).layers().getFirst();
        float[] counts =
                new ClosedForm(network, new ScalarBackend())
                        .counts(converted.images(), 0, 1, T, ClosedForm.Variant.STANDARD)
                        .getFirst();
        float threshold = network.layers().getFirst().threshold();
        int same = 0;
        for (int i = 0; i < counts.length; i++) {
            double edge = run.membrane()[i] / threshold;
            boolean falling = run.count()[i] > counts[i]; // it fired for what it had at the start
            if (Math.abs(edge - Math.rint(edge)) > 1e-4 && !falling) {
                assertThat(run.count()[i]).isEqualTo(counts[i]);
                same++;
            }
        }
        assertThat(same).isGreaterThan(counts.length / 2);
    }

    /** Sums of levels are exact, so that it does not matter who adds them up. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void quantisedWeightsGiveTheSameBitsByAllKernels(long seed) throws ProblemException {
        ConversionOptions plain = ConversionOptions.ecc().with(ConversionOptions.WEIGHT_BITS, 8);
        for (ConversionOptions options : List.of(plain, signed(plain), multi(plain))) {
            Converted converted = Converted.of(RandomNetworks.of(seed), options, seed);
            assertThat(run(converted.spiking(), converted.images(), KernelChoice.DENSE))
                    .usingRecursiveComparison()
                    .isEqualTo(run(converted.spiking(), converted.images(), KernelChoice.SPARSE));
        }
    }

    private static void assertSameBits(Converted converted, ConversionOptions options) {
        SpikingNetwork network = converted.spiking();
        float[] image = Arrays.copyOf(converted.images(), network.input().size());
        ReferenceSimulator reference = new ReferenceSimulator(network, image, T);
        List<List<float[]>> spikes = recorded(network, image);
        for (int t = 0; t < T; t++) {
            reference.step();
            for (int l = 0; l < network.layers().size(); l++) {
                assertThat(spikes.get(l).get(t))
                        .as("%s layer %d at t = %d", options.techniques(), l, t + 1)
                        .isEqualTo(reference.spikes(l));
            }
        }
        ImageRun run = run(network, image, KernelChoice.SPARSE);
        for (int l = 0; l < network.layers().size(); l++) {
            assertThat(Arrays.equals(run.layers().get(l).membrane(), reference.membrane(l)))
                    .as("membranes of layer %d", l)
                    .isTrue();
        }
    }

    /** Whoever does the rows of a layer, and in whatever order, the bits stay the same. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aCrewGivesTheSameBits(long seed) throws ProblemException {
        assertSameByACrew(Converted.of(RandomNetworks.of(seed), ConversionOptions.ecc(), seed));
        assertSameByACrew(
                Converted.of(RandomNetworks.of(seed), signed(ConversionOptions.ecc()), seed));
        assertSameByACrew(
                Converted.of(RandomNetworks.of(seed), multi(ConversionOptions.ecc()), seed));
    }

    /** Weights that one alone reads for many pixels, and each of a crew for its own. */
    @ParameterizedTest
    @ValueSource(ints = {0, 8})
    void aCrewThatSharesAPatchGivesTheSameBits(int bits) throws ProblemException {
        ConversionOptions options =
                ConversionOptions.ecc().with(ConversionOptions.WEIGHT_BITS, bits);
        assertSameByACrew(Converted.of(RandomNetworks.wide(192, 1), options, 1));
    }

    private static void assertSameByACrew(Converted converted) {
        Crew backwards =
                new Crew() {
                    @Override
                    public int size() {
                        return 3;
                    }

                    @Override
                    public void run(int pieces, Work work) {
                        IntStream.range(0, size())
                                .mapToObj(worker ->
                                        CompletableFuture.runAsync(() -> own(worker, pieces, work)))
                                .toList()
                                .forEach(CompletableFuture::join);
                    }

                    private void own(int worker, int pieces, Work work) {
                        for (int i = pieces - 1; i >= 0; i--) {
                            if (i % size() == worker) {
                                work.run(worker, i);
                            }
                        }
                    }
                };
        SpikingNetwork network = converted.spiking();
        float[] images = converted.images();
        Simulator simulator = new Simulator(network, new ScalarBackend(), KernelChoice.SPARSE);
        ImageRun alone = run(network, images, KernelChoice.SPARSE);
        ImageRun together =
                simulator.run(
                        new Simulator.Image(images, 0, 0, T, 1),
                        simulator.newWorkspace(backwards),
                        SpikeRecorder.NONE,
                        () -> false);
        assertThat(together).usingRecursiveComparison().isEqualTo(alone);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void whatIsLentIsWhatIsKept(long seed) throws ProblemException {
        Converted converted = Converted.of(RandomNetworks.of(seed), ConversionOptions.ecc(), seed);
        SpikingNetwork network = converted.spiking();
        float[] images = converted.images();
        Simulator simulator = new Simulator(network, new ScalarBackend(), KernelChoice.SPARSE);
        Simulator.Workspace workspace = simulator.newWorkspace();
        ImageRun kept = run(network, images, KernelChoice.SPARSE);
        ImageRun lent =
                simulator.lend(
                        new Simulator.Image(images, 0, 0, T, 1),
                        workspace,
                        SpikeRecorder.NONE,
                        () -> false);
        assertThat(lent.answers()).isEqualTo(kept.answers());
        for (int l = 0; l < network.layers().size(); l++) {
            int neurons = network.layers().get(l).neurons();
            LayerRun.Neurons own = lent.layers().get(l).neurons();
            LayerRun whole = kept.layers().get(l);
            assertThat(Arrays.copyOf(own.count(), neurons)).isEqualTo(whole.count());
            assertThat(Arrays.copyOf(own.membrane(), neurons)).isEqualTo(whole.membrane());
            assertThat(Arrays.copyOf(own.charge(), neurons)).isEqualTo(whole.charge());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void denseKernelsAgree(long seed) throws ProblemException {
        Converted converted = Converted.of(RandomNetworks.of(seed), ConversionOptions.ecc(), seed);
        ImageRun sparse = run(converted.spiking(), converted.images(), KernelChoice.SPARSE);
        ImageRun dense = run(converted.spiking(), converted.images(), KernelChoice.DENSE);
        for (int l = 0; l < sparse.layers().size(); l++) {
            double first = Arrays.stream(sparse.layers().get(l).perStep().spikes()).sum();
            double second = Arrays.stream(dense.layers().get(l).perStep().spikes()).sum();
            assertThat(Math.abs(first - second)).isLessThanOrEqualTo(2 + 0.002 * first);
        }
    }

    /** N_t = min(N_{t−1}+1, max(N_{t−1}, ⌊(V(0)+S_t)/V_thr⌋)), for constant current. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void countsFollowTheIdentity(long seed) throws ProblemException {
        Converted converted = Converted.of(RandomNetworks.of(seed), ConversionOptions.ecc(), seed);
        SpikingNetwork network = converted.spiking();
        float[] image = Arrays.copyOf(converted.images(), network.input().size());
        ReferenceSimulator reference = new ReferenceSimulator(network, image, T);
        int layers = network.layers().size() - 1;
        double[][] charge = new double[layers][];
        int[][] count = new int[layers][];
        for (int l = 0; l < layers; l++) {
            charge[l] = new double[network.layers().get(l).neurons()];
            count[l] = new int[charge[l].length];
        }
        for (int t = 1; t <= T; t++) {
            float[][] before = new float[layers][];
            for (int l = 0; l < layers; l++) {
                before[l] = reference.membrane(l).clone();
            }
            reference.step();
            for (int l = 0; l < layers; l++) {
                SpikingLayer layer = network.layers().get(l);
                for (int i = 0; i < charge[l].length; i++) {
                    boolean fired = reference.fired(l)[i];
                    charge[l][i] +=
                            reference.membrane(l)[i]
                                    - before[l][i]
                                    + (fired ? layer.threshold() : 0);
                    double level = (layer.initialPotential() + charge[l][i]) / layer.threshold();
                    if (Math.abs(level - Math.rint(level)) < 1e-5) {
                        count[l][i] += fired ? 1 : 0;
                        continue; // on the edge rounding decides
                    }
                    int expected =
                            Math.min(
                                    count[l][i] + 1,
                                    Math.max(count[l][i], (int) Math.floor(level)));
                    count[l][i] += fired ? 1 : 0;
                    assertThat(count[l][i]).isEqualTo(expected);
                }
            }
        }
    }

    /** With one layer and constant input nothing depends on the order of spikes. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void closedFormEqualsSimulationWhereOrderDoesNotMatter(long seed) throws ProblemException {
        Network network = RandomNetworks.oneLayer(seed);
        Converted converted = Converted.of(network, ConversionOptions.ecc(), seed);
        ImageRun run = run(converted.spiking(), converted.images(), KernelChoice.SPARSE);
        ClosedForm form = new ClosedForm(converted.spiking(), new ScalarBackend());
        float[] counts =
                form.counts(converted.images(), 0, 1, T, ClosedForm.Variant.STANDARD).getFirst();
        LayerRun layer = run.layers().getFirst();
        float threshold = converted.spiking().layers().getFirst().threshold();
        for (int i = 0; i < counts.length; i++) {
            double edge = layer.membrane()[i] / threshold;
            if (Math.abs(edge - Math.rint(edge)) > 1e-4) {
                assertThat(layer.count()[i]).isEqualTo(counts[i]);
            }
        }
    }

    /**
     * V(t) = (1 − leak)·V(t−1) + Z(t) has under a constant current V(t) = Z/leak + (1 −
     * leak)^t·(V(0) − Z/leak) until the first spike (Gerstner and Kistler 2002, section 4.1).
     */
    @ParameterizedTest
    @ValueSource(doubles = {1e-6, 0.01, 0.2, 0.9})
    void aLeakDecaysExponentially(double leak) throws ProblemException {
        ConversionOptions options = ConversionOptions.ecc().with(ConversionOptions.LEAK, leak);
        Converted converted = Converted.of(RandomNetworks.oneLayer(3), options, 3);
        SpikingNetwork network = converted.spiking();
        SpikingLayer layer = network.layers().getFirst();
        float[] dark = new float[network.input().size()];
        LayerRun run = run(network, dark, KernelChoice.SPARSE).layers().getFirst();
        int silent = 0;
        for (int i = 0; i < layer.neurons(); i++) {
            double end = layer.bias()[i] / leak;
            double v = end + Math.pow(1 - leak, T) * (layer.initialPotential() - end);
            if (run.count()[i] == 0) {
                silent++;
                assertThat((double) run.membrane()[i])
                        .isCloseTo(v, within(1e-5 * layer.threshold()));
                assertThat((double) run.charge()[i])
                        .isCloseTo((double) layer.bias()[i] * T, within(1e-4 * layer.threshold()));
            }
        }
        assertThat(silent).isPositive();
    }

    /** All timesteps count the same for what accumulates current. */
    @Test
    void outputsThatNeverFireDoNotLeak() throws ProblemException {
        ConversionOptions leaky = ConversionOptions.ecc().with(ConversionOptions.LEAK, 0.5);
        Converted converted = Converted.of(RandomNetworks.oneLayer(3), leaky, 3);
        ImageRun run = run(converted.spiking(), converted.images(), KernelChoice.SPARSE);
        assertThat(Arrays.stream(run.layers().getFirst().perStep().spikes()).sum()).isPositive();
        // The outputs of this network are its hidden neurons, one by one.
        assertThat(run.layers().getLast().count()).isEqualTo(run.layers().getFirst().count());
    }

    /** Where charge is lost, what a neuron has received no longer orders as its potential does. */
    @ParameterizedTest
    @CsvSource({"SUBTRACTION, 0.05", "ZERO, 0", "ZERO, 0.05"})
    void equalOutputCountsAreDecidedByThePotential(Reset reset, double leak)
            throws ProblemException {
        ConversionOptions options =
                ConversionOptions.ecc()
                        .with(ConversionOptions.RESET, reset)
                        .with(ConversionOptions.LEAK, leak)
                        .with(ConversionOptions.OUTPUT, Readout.SPIKES);
        for (long seed = 1; seed <= 8; seed++) {
            Converted converted = Converted.of(RandomNetworks.of(seed), options, seed);
            SpikingNetwork network = converted.spiking();
            float[] image = Arrays.copyOf(converted.images(), network.input().size());
            ReferenceSimulator reference = new ReferenceSimulator(network, image, T);
            int[] answers = run(network, image, KernelChoice.SPARSE).answers();
            int last = network.layers().size() - 1;
            int[] counts = new int[network.classes()];
            for (int t = 0; t < T; t++) {
                reference.step();
                float[] v = reference.membrane(last);
                int best = 0;
                for (int c = 0; c < counts.length; c++) {
                    counts[c] += reference.fired(last)[c] ? 1 : 0;
                    boolean tied = counts[c] == counts[best];
                    best = counts[c] > counts[best] || (tied && v[c] > v[best]) ? c : best;
                }
                assertThat(answers[t]).as("seed %d, t = %d", seed, t + 1).isEqualTo(best);
            }
        }
    }

    @Test
    void gatesSendAsManySpikesAsTheirInputWithTheMost() throws ProblemException {
        ConversionOptions gates =
                ConversionOptions.ecc()
                        .with(ConversionOptions.MAXIMUM_POOLING, MaximumPooling.GATE);
        Converted converted = Converted.of(RandomNetworks.withMaximumPooling(), gates, 1);
        SpikingNetwork network = converted.spiking();
        ImageRun run = run(network, converted.images(), KernelChoice.SPARSE);
        float[] neurons = run.layers().getFirst().count();
        float[] gate = run.layers().get(1).count();
        for (int y = 0; y < 2; y++) {
            for (int x = 0; x < 2; x++) {
                for (int c = 0; c < 2; c++) {
                    float most = 0;
                    for (int k = 0; k < 4; k++) {
                        int pixel = (2 * y + k / 2) * 4 + 2 * x + k % 2;
                        most = Math.max(most, neurons[pixel * 2 + c]);
                    }
                    assertThat(gate[(y * 2 + x) * 2 + c]).isEqualTo(most);
                }
            }
        }
        ReferenceSimulator reference =
                new ReferenceSimulator(
                        network, Arrays.copyOf(converted.images(), network.input().size()), T);
        for (int t = 0; t < T; t++) {
            reference.step();
        }
        assertThat(run.layers().getLast().membrane()).isEqualTo(reference.membrane(2));
    }

    @Test
    void poissonInputHasTheRatesOfTheImageAndIsRepeatable() throws ProblemException {
        ConversionOptions poisson =
                ConversionOptions.ecc().with(ConversionOptions.INPUT, InputCoding.POISSON);
        Converted converted = Converted.of(RandomNetworks.of(2), poisson, 2);
        SpikingNetwork network = converted.spiking();
        int size = network.input().size();
        int[] counts = new int[size];
        int steps = 4000;
        Simulator simulator = new Simulator(network, new ScalarBackend(), KernelChoice.BY_RATE);
        SpikeRecorder counter =
                (layer, first, block, spikes) -> {
                    for (int t = 0; t < block && layer == -1; t++) {
                        for (int i = 0; i < size; i++) {
                            counts[i] += spikes.get(t, i) ? 1 : 0;
                        }
                    }
                };
        float[] images = converted.images();
        ImageRun first =
                simulator.run(
                        new Simulator.Image(images, 0, 7, steps, 5),
                        simulator.newWorkspace(),
                        counter,
                        () -> false);
        ImageRun again =
                simulator.run(
                        new Simulator.Image(images, 0, 7, steps, 5),
                        simulator.newWorkspace(),
                        SpikeRecorder.NONE,
                        () -> false);
        assertThat(first.outputs()).isEqualTo(again.outputs());
        for (int i = 0; i < size; i++) {
            double rate = images[i] / network.inputScale();
            double deviation = Math.sqrt(rate * (1 - rate) / steps);
            assertThat((double) counts[i] / steps)
                    .isBetween(rate - 5 * deviation - 1e-9, rate + 5 * deviation + 1e-9);
        }
    }
}
