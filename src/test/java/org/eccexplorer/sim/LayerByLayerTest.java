package org.eccexplorer.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.convert.Converted;
import org.eccexplorer.convert.MaximumPooling;
import org.eccexplorer.convert.Neurons;
import org.eccexplorer.convert.RandomNetworks;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.spiking.InputCoding;
import org.eccexplorer.spiking.Role;
import org.eccexplorer.spiking.SpikingLayer;
import org.eccexplorer.spiking.SpikingNetwork;
import org.eccexplorer.tensor.ScalarBackend;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayerByLayerTest {
    /** More than a block of timesteps. */
    private static final int T = 70;

    private static final int IMAGES = 3;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void layersOnRecordedSpikesDoWhatTheyDoInARun(long seed) throws ProblemException {
        for (InputCoding input : InputCoding.values()) {
            ConversionOptions options =
                    ConversionOptions.ecc().with(ConversionOptions.INPUT, input);
            assertSame(Converted.of(RandomNetworks.of(seed), options, seed));
        }
    }

    /** Spikes of both signs are recorded with their signs. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void signedSpikesToo(long seed) throws ProblemException {
        ConversionOptions options =
                ConversionOptions.ecc().with(ConversionOptions.NEURONS, Neurons.SIGNED);
        assertSame(Converted.of(RandomNetworks.of(seed), options, seed));
    }

    /** Gates compare the counts of their source. */
    @Test
    void gatesToo() throws ProblemException {
        ConversionOptions options =
                ConversionOptions.ecc()
                        .with(ConversionOptions.MAXIMUM_POOLING, MaximumPooling.GATE);
        Converted converted = Converted.of(RandomNetworks.withMaximumPooling(), options, 1);
        assertThat(converted.spiking().layers())
                .anyMatch(layer -> layer.role() == Role.MAXIMUM_GATE);
        assertSame(converted);
    }

    private static void assertSame(Converted converted) {
        SpikingNetwork network = converted.spiking();
        int size = network.input().size();
        Simulator simulator = new Simulator(network, new ScalarBackend(), KernelChoice.BY_RATE);
        LayerByLayer layers = new LayerByLayer(simulator, IMAGES, T, 5);
        float[][][] counts = new float[network.layers().size()][IMAGES][];
        for (int l = 0; l < counts.length; l++) {
            for (int image = 0; image < IMAGES; image++) {
                // Twice, as a layer that is corrected.
                for (boolean recorded : new boolean[] {false, true}) {
                    counts[l][image] =
                            layers.run(
                                    l,
                                    converted.images(),
                                    image * size,
                                    image,
                                    layers.newWorkspace(),
                                    recorded);
                }
            }
            layers.forgetBefore(l + 1);
        }
        for (int image = 0; image < IMAGES; image++) {
            ImageRun run =
                    simulator.run(
                            new Simulator.Image(converted.images(), image * size, image, T, 5),
                            simulator.newWorkspace(),
                            SpikeRecorder.NONE,
                            () -> false);
            for (int l = 0; l < counts.length; l++) {
                if (network.layers().get(l).fires()) {
                    assertThat(counts[l][image])
                            .as("layer %d, image %d", l, image)
                            .isEqualTo(run.layers().get(l).count());
                }
            }
        }
    }

    /** A layer that is changed is simulated with its new constants, the others as before. */
    @Test
    void aLayerIsChangedInBetween() throws ProblemException {
        Converted converted = Converted.of(RandomNetworks.of(2), ConversionOptions.ecc(), 2);
        SpikingNetwork network = converted.spiking();
        Random random = new Random(1);
        SpikingLayer first = network.layers().getFirst();
        float[] offsets = new float[first.neurons()];
        float[] bias = first.bias().clone();
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = (float) (random.nextGaussian() * first.threshold());
            bias[i] += (float) (random.nextGaussian() * first.threshold() / 10);
        }
        SpikingLayer changed = first.withInitialOffset(offsets).withBias(bias);
        LayerByLayer layers =
                new LayerByLayer(
                        new Simulator(network, new ScalarBackend(), KernelChoice.SPARSE), 1, T, 1);
        float[] before = layers.run(0, converted.images(), 0, 0, layers.newWorkspace(), true);
        layers.change(0, changed);
        float[] after = layers.run(0, converted.images(), 0, 0, layers.newWorkspace(), true);
        assertThat(layers.network().layers().getFirst()).isEqualTo(changed);
        ReferenceSimulator reference =
                new ReferenceSimulator(network.with(0, changed), image(converted), T);
        float[] wanted = new float[after.length];
        for (int t = 0; t < T; t++) {
            reference.step();
            for (int i = 0; i < wanted.length; i++) {
                wanted[i] += reference.fired(0)[i] ? 1 : 0;
            }
        }
        assertThat(after).isEqualTo(wanted).isNotEqualTo(before);
    }

    private static float[] image(Converted converted) {
        return Arrays.copyOf(converted.images(), converted.spiking().input().size());
    }

    @Test
    void recordedSpikesTakeABitEach() throws ProblemException {
        SpikingNetwork network =
                Converted.of(RandomNetworks.oneLayer(1), ConversionOptions.ecc(), 1).spiking();
        List<SpikingLayer> layers = network.layers();
        long most = layers.stream().mapToLong(layer -> layer.neurons() / 8 + 8).sum();
        assertThat(LayerByLayer.bytes(network, 100)).isEqualTo(100 * most);
    }
}
