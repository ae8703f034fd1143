package org.eccexplorer.nir;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.run.Prepared;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.container.ModelFile;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.convert.ThetaTiming;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.sim.ImageRun;
import org.eccexplorer.sim.KernelChoice;
import org.eccexplorer.sim.Simulator;
import org.eccexplorer.sim.SpikeRecorder;
import org.eccexplorer.spiking.SpikingNetwork;
import org.eccexplorer.tensor.DenseBackends;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RoundTripTest {
    private static final int T = 16;
    private static final int IMAGES = 2;

    @TempDir private Path folder = Path.of("");

    /** V(0) is 0 in the file, so TRE is off or spread, as it is written. */
    private static Stream<Arguments> networks() {
        return Stream.of(
                Arguments.of("digits", false),
                Arguments.of("digits", true),
                Arguments.of("fashion-mnist", true),
                Arguments.of("cifar10-vgg", false),
                Arguments.of("cifar10-resnet20", true));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void aNetworkThatIsWrittenAndReadSpikesAlike(String sample, boolean spread) throws Exception {
        Experiment experiment = Experiment.sample(sample, IMAGES);
        SpikingNetwork network = converted(experiment, spread);
        Path file = folder.resolve("net.nir");
        GraphBuilder.Written written = GraphBuilder.write(network, Profile.PLAIN, T);
        NirWriter.write(file, NirWriter.bytes(written.graph()));

        SpikingNetwork read = NirModels.spiking("net.nir", NirReader.read(ModelFile.read(file)));

        assertThat(read.layers()).hasSameSizeAs(network.layers());
        for (int image = 0; image < IMAGES; image++) {
            assertThat(counts(read, experiment, image))
                    .isEqualTo(counts(network, experiment, image));
        }
    }

    private static SpikingNetwork converted(Experiment experiment, boolean spread)
            throws ProblemException {
        ConversionOptions options =
                ConversionOptions.ecc()
                        .with(ConversionOptions.RESIDUAL_ELIMINATION, spread)
                        .with(ConversionOptions.THETA_TIMING, ThetaTiming.SPREAD);
        Settings settings = Settings.standard().withTimesteps(T).with(options);
        return Prepared.of(
                        experiment.model(), experiment.calibration(), settings, new Cancellation())
                .network();
    }

    /** The spikes of every neuron, to the bit; outputs that do not fire say a class. */
    private static List<List<Float>> counts(
            SpikingNetwork network, Experiment experiment, int image) {
        Simulator simulator = new Simulator(network, DenseBackends.chosen(), KernelChoice.BY_RATE);
        ImageRun run =
                simulator.run(
                        new Simulator.Image(experiment.test().batch(image, 1), 0, image, T, 1),
                        simulator.newWorkspace(),
                        SpikeRecorder.NONE,
                        () -> false);
        List<List<Float>> counts = new ArrayList<>();
        for (int l = 0; l < network.layers().size() - 1; l++) {
            List<Float> layer = new ArrayList<>();
            for (float count : run.layers().get(l).count()) {
                layer.add(count);
            }
            counts.add(layer);
        }
        counts.add(List.of((float) run.answers()[T - 1]));
        return counts;
    }
}
