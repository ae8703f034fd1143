package org.eccexplorer.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.jhdf.HdfFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.run.ImageTrace;
import org.eccexplorer.app.run.Prepared;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.app.run.Watching;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.array.NpyArray;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.convert.Neurons;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.sim.NeuronTrace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Watched neurons of the digits network: two images, two layers, three neurons each. */
class TraceFilesTest {
    private static final int TIMESTEPS = 12;
    private static final int[] NEURONS = {1, 4, 7};

    @TempDir private Path folder;

    private final Experiment experiment;

    TraceFilesTest() throws ProblemException {
        experiment = Experiment.sample("digits", 3);
    }

    private Prepared prepared(Neurons neurons) throws ProblemException {
        Settings settings =
                Settings.standard()
                        .withTimesteps(TIMESTEPS)
                        .withThreads(1)
                        .with(ConversionOptions.ecc().with(ConversionOptions.NEURONS, neurons));
        return Prepared.of(
                experiment.model(), experiment.calibration(), settings, new Cancellation());
    }

    private Watched watched(Prepared prepared) throws ProblemException {
        return Watching.of(
                prepared,
                new int[] {0, 2},
                List.of(0, 2),
                layer -> NEURONS,
                EnumSet.allOf(Quantity.class),
                Watching.tracer(prepared, experiment.test()::image, () -> false),
                done -> {});
    }

    /** Among them spikes of other values, and outputs that never fire. */
    @ParameterizedTest
    @EnumSource(Neurons.class)
    void theValuesAreThoseThatTheWindowDraws(Neurons neurons) throws ProblemException {
        Prepared prepared = prepared(neurons);
        Map<String, NpyArray> arrays = TraceNpz.arrays(watched(prepared));
        ImageTrace trace = ImageTrace.of(prepared, experiment.test().image(2), 2, () -> false);
        for (int layer : List.of(0, 2)) {
            String name = prepared.network().layers().get(layer).name();
            for (int n = 0; n < NEURONS.length; n++) {
                NeuronTrace drawn = trace.neuron(layer, NEURONS[n]);
                for (int t = 0; t < TIMESTEPS; t++) {
                    int at = (TIMESTEPS + t) * NEURONS.length + n;
                    assertThat(array(arrays, name + ".potential").values()[at])
                            .isEqualTo(drawn.membrane()[t]);
                    assertThat(array(arrays, name + ".current").values()[at])
                            .isEqualTo(drawn.current()[t]);
                    assertThat(sent(arrays, name, 2, t + 1, NEURONS[n]))
                            .isEqualTo(drawn.spikes()[t]);
                }
            }
        }
        assertThat(array(arrays, "conv1.spikes").shape()[0]).isPositive();
    }

    private static NpyArray array(Map<String, NpyArray> arrays, String name) {
        return java.util.Objects.requireNonNull(arrays.get(name), name);
    }

    private static float sent(
            Map<String, NpyArray> arrays, String layer, int image, int timestep, int neuron) {
        NpyArray events = array(arrays, layer + ".spikes");
        for (int e = 0; e < events.shape()[0]; e++) {
            boolean here =
                    events.values()[3 * e] == image
                            && events.values()[3 * e + 1] == timestep
                            && events.values()[3 * e + 2] == neuron;
            if (here) {
                NpyArray values = arrays.get(layer + ".values");
                return values == null ? 1 : values.floats()[e];
            }
        }
        return 0;
    }

    /** Read back by another library than the one that wrote it. */
    @Test
    void nirDataHasTheFieldsOfItsDefinition() throws ProblemException, IOException {
        Path file = folder.resolve("traces.h5");
        Watched watched = watched(prepared(Neurons.SIGNED));
        TraceKind.NIRDATA.write(file, watched);
        try (HdfFile hdf = HdfFile.fromBytes(Files.readAllBytes(file))) {
            assertThat(hdf.getAttribute("__type__").getData()).isEqualTo("NIRGraphData");
            assertThat(hdf.getByPath("nodes/conv1").getAttribute("__type__").getData())
                    .isEqualTo("NIRNodeData");
            var spikes = hdf.getByPath("nodes/conv1/observables/spikes");
            assertThat(spikes.getAttribute("n_neurons").getData()).isEqualTo(512L);
            assertThat(spikes.getAttribute("t_max").getData()).isEqualTo(12.0);
            long[][] neurons =
                    (long[][]) hdf.getDatasetByPath("nodes/conv1/observables/spikes/idx").getData();
            double[][] times =
                    (double[][])
                            hdf.getDatasetByPath("nodes/conv1/observables/spikes/time").getData();
            Events events = java.util.Objects.requireNonNull(watched.layers().getFirst().spikes());
            int at = 0;
            for (int image = 0; image < 2; image++) {
                for (int e = 0; e < neurons[image].length; e++) {
                    if (neurons[image][e] >= 0) {
                        assertThat(neurons[image][e]).isEqualTo(events.neuron(at));
                        assertThat(times[image][e]).isEqualTo(events.timestep(at) - 1.0);
                        at++;
                    } else {
                        assertThat(times[image][e]).isInfinite();
                    }
                }
            }
            assertThat(at).isEqualTo(events.size()).isPositive();
            double[][][] potential =
                    (double[][][])
                            hdf.getDatasetByPath("nodes/conv1/observables/potential/data")
                                    .getData();
            double[] kept =
                    java.util.Objects.requireNonNull(watched.layers().getFirst().potential());
            assertThat(potential[1][TIMESTEPS - 1][2]).isEqualTo(kept[kept.length - 1]);
        }
    }
}
