package org.eccexplorer.app.run;

import java.util.List;
import java.util.function.IntConsumer;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.app.work.OrderedWork;
import org.eccexplorer.dataset.LabelledImages;
import org.eccexplorer.measure.SpikeCounts;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.sim.Simulator;
import org.eccexplorer.sim.SpikeRecorder;
import org.eccexplorer.spiking.SpikingLayer;
import org.eccexplorer.spiking.SpikingNetwork;
import org.eccexplorer.tensor.DenseBackends;

/** Counts the spikes of every neuron at T, by simulation or as the CNN has them. */
public final class CountJob {
    private CountJob() {}

    /**
     * By simulation.
     *
     * @param progress gets the number of images done
     * @throws ProblemException if memory is short, or Poisson spikes cannot stand for these images
     */
    public static SpikeCounts simulated(
            Prepared prepared,
            LabelledImages images,
            IntConsumer progress,
            Cancellation cancellation)
            throws ProblemException {
        RunJob.check(prepared, images);
        SpikingNetwork network = prepared.network();
        Settings settings = prepared.settings();
        Simulator simulator = new Simulator(network, DenseBackends.chosen(), settings.kernels());
        SpikeCounts.Sums sums = new SpikeCounts.Sums(network, settings.timesteps());
        OrderedWork.run(
                images.count(),
                RunJob.batchSize(prepared),
                settings.threads(),
                simulator::newWorkspace,
                (workspace, first, count) -> {
                    SpikeCounts.Sums some = new SpikeCounts.Sums(network, settings.timesteps());
                    float[] pixels = images.batch(first, count);
                    for (int i = 0; i < count; i++) {
                        add(
                                some,
                                network,
                                simulator
                                        .run(
                                                new Simulator.Image(
                                                        pixels,
                                                        i * network.input().size(),
                                                        first + i,
                                                        settings.timesteps(),
                                                        settings.seed()),
                                                workspace,
                                                SpikeRecorder.NONE,
                                                cancellation::isRequested)
                                        .layers()
                                        .stream()
                                        .map(layer -> layer.count())
                                        .toList());
                    }
                    return some;
                },
                some -> {
                    sums.add(some);
                    progress.accept(sums.images());
                },
                cancellation);
        return sums.counts();
    }

    private static void add(SpikeCounts.Sums sums, SpikingNetwork network, List<float[]> counts) {
        int firing = 0;
        for (int l = 0; l < network.layers().size(); l++) {
            if (network.layers().get(l).fires()) {
                for (float count : counts.get(l)) {
                    sums.add(firing, count);
                }
                firing++;
            }
        }
        sums.endImage();
    }

    /** As the CNN has them: activation / scale × T, which nothing rounds. */
    public static SpikeCounts ofCnn(
            Prepared prepared,
            LabelledImages images,
            IntConsumer progress,
            Cancellation cancellation) {
        SpikingNetwork network = prepared.network();
        Settings settings = prepared.settings();
        SpikeCounts.Sums sums = new SpikeCounts.Sums(network, settings.timesteps());
        OrderedWork.run(
                images.count(),
                RunJob.batchSize(prepared),
                settings.threads(),
                prepared::cnn,
                (cnn, first, count) -> {
                    Activations found =
                            Activations.of(cnn, network, images.batch(first, count), count);
                    return asked(network, found.layers(), count, settings.timesteps());
                },
                some -> {
                    sums.add(some);
                    progress.accept(sums.images());
                },
                cancellation);
        return sums.counts();
    }

    private static SpikeCounts.Sums asked(
            SpikingNetwork network, List<float[]> activations, int count, int timesteps) {
        SpikeCounts.Sums sums = new SpikeCounts.Sums(network, timesteps);
        int firing = 0;
        for (int l = 0; l < network.layers().size(); l++) {
            SpikingLayer layer = network.layers().get(l);
            if (layer.fires()) {
                float[] values = activations.get(l);
                int channels = layer.shape().channels();
                for (int i = 0; i < values.length; i++) {
                    double scale = layer.scale()[i % channels];
                    sums.add(firing, layer.target(values[i]) / scale * timesteps);
                }
                firing++;
            }
        }
        for (int i = 0; i < count; i++) {
            sums.endImage();
        }
        return sums;
    }
}
