package org.eccexplorer.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.eccexplorer.array.Npz;
import org.eccexplorer.convert.AveragePooling;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.sim.ImageRun;
import org.eccexplorer.sim.KernelChoice;
import org.eccexplorer.sim.Simulator;
import org.eccexplorer.sim.SpikeRecorder;
import org.eccexplorer.spiking.SpikingNetwork;
import org.eccexplorer.tensor.DenseBackends;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The simulation against SpikingJelly's IFNode, stepped in float64 on the same model. */
class TimestepsTest {
    private static final int IMAGES = 200;
    private static final int T = 256;

    @ParameterizedTest
    @CsvSource({"0.0,linear", "0.0,spiking", "0.5,linear", "0.5,spiking"})
    void everyTimestepAgrees(double theta, String pooling) throws ProblemException {
        Reference reference = new Reference();
        SpikingNetwork network =
                reference.convert(
                        ConversionOptions.ecc()
                                .with(ConversionOptions.THETA, theta)
                                .with(
                                        ConversionOptions.AVERAGE_POOLING,
                                        pooling.equals("linear")
                                                ? AveragePooling.LINEAR
                                                : AveragePooling.SPIKING));
        List<ImageRun> runs = run(network, reference.test.batch(0, reference.test.count()));
        String key = "theta%s_%s".formatted(theta, pooling);
        try (Npz npz = Reference.results("fashion-cnn-timesteps.npz")) {
            for (int t = 1; t <= T; t *= 2) {
                outputsAgree(network, runs, t, npz.array("%s_t%d_out".formatted(key, t)).values());
            }
            double[] spikes = npz.array(key + "_spikes_per_step").values();
            double[] residual = npz.array(key + "_residual_per_step").values();
            totalsAgree(network, runs, spikes, residual);
        }
    }

    private static List<ImageRun> run(SpikingNetwork network, float[] pixels) {
        Simulator simulator = new Simulator(network, DenseBackends.chosen(), KernelChoice.BY_RATE);
        Simulator.Workspace workspace = simulator.newWorkspace();
        List<ImageRun> runs = new ArrayList<>();
        for (int i = 0; i < IMAGES; i++) {
            runs.add(
                    simulator.run(
                            new Simulator.Image(pixels, i * network.input().size(), i, T, 1),
                            workspace,
                            SpikeRecorder.NONE,
                            () -> false));
        }
        return runs;
    }

    /** The reference is in units where the logits' λ is 1, ours where it is V_thr. */
    private static void outputsAgree(
            SpikingNetwork network, List<ImageRun> runs, int t, double[] expected) {
        int close = 0;
        double unit = network.output().threshold();
        for (int i = 0; i < IMAGES; i++) {
            for (int c = 0; c < 10; c++) {
                double ours = runs.get(i).outputs()[(t - 1) * 10 + c] / unit;
                close += Math.abs(ours - expected[i * 10 + c]) <= 1e-3 * t ? 1 : 0;
            }
        }
        assertThat(close / (IMAGES * 10.0)).as("outputs at t = %d", t).isGreaterThanOrEqualTo(0.99);
    }

    /**
     * Spikes of every timestep within 0.2 % (or 0.06 per image, where there are few), residuals
     * within 1 %. A charge that falls on the threshold within a rounding of float32 may fire some
     * steps earlier or later, and all neurons of a plain background with it, so one timestep in
     * fifty may differ; no spike is lost over the run.
     */
    private static void totalsAgree(
            SpikingNetwork network, List<ImageRun> runs, double[] spikes, double[] residual) {
        int hidden = network.layers().size() - 1;
        for (int l = 0; l < hidden; l++) {
            int different = 0;
            double all = 0;
            double wantedAll = 0;
            for (int t = 0; t < T; t++) {
                double sum = 0;
                double mean = 0;
                for (ImageRun run : runs) {
                    sum += run.layers().get(l).perStep().spikes()[t];
                    mean += run.layers().get(l).perStep().residual()[t];
                }
                double wanted = spikes[t * hidden + l];
                different +=
                        Math.abs(sum / IMAGES - wanted) > Math.max(0.002 * wanted, 0.06) ? 1 : 0;
                all += sum / IMAGES;
                wantedAll += wanted;
                double wantedResidual = residual[t * hidden + l];
                assertThat(mean / IMAGES)
                        .as("residual of layer %d at t = %d", l, t + 1)
                        .isCloseTo(wantedResidual, within(Math.max(0.01 * wantedResidual, 1e-4)));
            }
            assertThat(different).as("timesteps of layer %d", l).isLessThanOrEqualTo(T / 50);
            assertThat(all).isCloseTo(wantedAll, Percentage.withPercentage(0.01));
        }
    }
}
