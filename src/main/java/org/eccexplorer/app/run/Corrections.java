package org.eccexplorer.app.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.app.work.OrderedWork;
import org.eccexplorer.convert.Correction;
import org.eccexplorer.dataset.LabelledImages;
import org.eccexplorer.network.forward.CnnEvaluator;
import org.eccexplorer.sim.LayerByLayer;
import org.eccexplorer.sim.Simulator;
import org.eccexplorer.spiking.SpikingLayer;
import org.eccexplorer.spiking.SpikingNetwork;

/**
 * Corrects bias or V(0) of a converted network on some calibration images, layer by layer, each one
 * simulated by itself on the recorded spikes of those before it: as often as its correction asks,
 * and once more for those after it. It costs two or three runs of these images in all, however deep
 * the network is.
 */
final class Corrections {
    /** At most so many images, spread evenly over those that are there. */
    static final int IMAGES = 128;

    /** Fewer images, if their recorded spikes would take more than this. */
    private static final long MOST_BYTES = 3L << 27;

    private static final int BATCH = 4;

    private final CnnEvaluator cnn;
    private final LabelledImages images;
    private final int[] chosen;
    private final int timesteps;
    private final int threads;
    private final Cancellation cancellation;
    private final LayerByLayer run;

    private Corrections(
            CnnEvaluator cnn,
            Simulator simulator,
            LabelledImages images,
            int timesteps,
            Settings settings,
            Cancellation cancellation) {
        this.cnn = cnn;
        this.images = images;
        this.timesteps = timesteps;
        threads = settings.threads();
        this.cancellation = cancellation;
        chosen = chosen(images.count(), LayerByLayer.bytes(simulator.network(), timesteps));
        run = new LayerByLayer(simulator, chosen.length, timesteps, settings.seed());
    }

    /**
     * The network corrected.
     *
     * @param simulator of the network, with the kernels of the run
     * @param timesteps T that it is corrected for
     * @throws CancellationException if it was cancelled before the last layer
     */
    static SpikingNetwork apply(
            Correction correction,
            CnnEvaluator cnn,
            Simulator simulator,
            LabelledImages images,
            int timesteps,
            Settings settings,
            Preparation progress,
            Cancellation cancellation) {
        return new Corrections(cnn, simulator, images, timesteps, settings, cancellation)
                .apply(correction, progress);
    }

    /** Places of the images that are used: {@value #IMAGES} at most. */
    static int[] chosen(int count, long bytesEach) {
        int fit = Math.clamp(MOST_BYTES / Math.max(1, bytesEach), 1, IMAGES);
        int[] chosen = new int[Math.min(count, fit)];
        for (int i = 0; i < chosen.length; i++) {
            chosen[i] = (int) ((long) i * count / chosen.length);
        }
        return chosen;
    }

    private SpikingNetwork apply(Correction correction, Preparation progress) {
        List<double[]> activations = meanActivations();
        int last = last(correction);
        for (int l = 0; l <= last; l++) {
            if (correction.applies(run.network().layers().get(l))) {
                progress.at(new Preparation.Step.Calibrating(l + 1, activations.size()));
                for (int round = 0; round < correction.rounds(); round++) {
                    SpikingLayer layer = run.network().layers().get(l);
                    double[] missing = missing(layer, activations.get(l), meanCounts(l, false));
                    run.change(l, correction.corrected(layer, missing, timesteps));
                }
            }
            if (l < last) {
                meanCounts(l, true);
                run.forgetBefore(l + 1);
            }
        }
        return run.network();
    }

    /** The last layer that is corrected, whose spikes nobody asks for any more; −1 if none is. */
    private int last(Correction correction) {
        List<SpikingLayer> layers = run.network().layers();
        int last = layers.size() - 2;
        while (last >= 0 && !correction.applies(layers.get(last))) {
            last--;
        }
        return last;
    }

    private double[] missing(SpikingLayer layer, double[] activations, double[] counts) {
        double[] missing = new double[counts.length];
        for (int i = 0; i < missing.length; i++) {
            double scale = layer.scale()[i % layer.shape().channels()];
            missing[i] = activations[i] - counts[i] / timesteps * scale;
        }
        return missing;
    }

    /** Of each layer and neuron, over the chosen images. */
    private List<double[]> meanActivations() {
        SpikingNetwork network = run.network();
        List<double[]> sums = new ArrayList<>();
        network.layers().forEach(layer -> sums.add(new double[layer.neurons()]));
        OrderedWork.run(
                chosen.length,
                BatchSize.of(cnn.network(), BATCH),
                threads,
                () -> cnn,
                (own, first, count) ->
                        Activations.of(own, network, pixels(first, count), count).layers(),
                batch -> {
                    for (int l = 0; l < sums.size(); l++) {
                        add(network.layers().get(l), batch.get(l), sums.get(l));
                    }
                },
                cancellation);
        return means(sums);
    }

    private static void add(SpikingLayer layer, float[] values, double[] sum) {
        for (int i = 0; i < values.length; i++) {
            sum[i % sum.length] += layer.target(values[i]);
        }
    }

    private List<double[]> means(List<double[]> sums) {
        if (cancellation.isRequested()) {
            throw new CancellationException("stopped while it was calibrated");
        }
        for (double[] sum : sums) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] /= chosen.length;
            }
        }
        return sums;
    }

    /** Simulates a layer; the mean count of each neuron over the images. */
    private double[] meanCounts(int layer, boolean recorded) {
        double[] sum = new double[run.network().layers().get(layer).neurons()];
        int size = run.network().input().size();
        OrderedWork.run(
                chosen.length,
                BatchSize.of(cnn.network(), BATCH),
                threads,
                run::newWorkspace,
                (workspace, first, count) -> {
                    float[] pixels = pixels(first, count);
                    List<float[]> counts = new ArrayList<>();
                    for (int i = 0; i < count && !cancellation.isRequested(); i++) {
                        counts.add(
                                run.run(layer, pixels, i * size, first + i, workspace, recorded));
                    }
                    return counts;
                },
                batch ->
                        batch.forEach(counts -> {
                            for (int i = 0; i < sum.length; i++) {
                                sum[i] += counts[i];
                            }
                        }),
                cancellation);
        return means(List.of(sum)).getFirst();
    }

    /** The pixels of some of the chosen images. */
    private float[] pixels(int first, int count) {
        int size = run.network().input().size();
        float[] pixels = new float[count * size];
        for (int i = 0; i < count; i++) {
            System.arraycopy(images.batch(chosen[first + i], 1), 0, pixels, i * size, size);
        }
        return pixels;
    }
}
