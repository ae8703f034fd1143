package org.eccexplorer.convert;

import org.eccexplorer.network.Network;
import org.eccexplorer.network.forward.CnnEvaluator;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.spiking.SpikingNetwork;
import org.eccexplorer.tensor.ScalarBackend;

/** A network converted after calibration on random images. */
public record Converted(Network network, CnnEvaluator cnn, SpikingNetwork spiking, float[] images) {
    private static final int IMAGES = 8;

    public static Converted of(Network network, ConversionOptions options, long seed)
            throws ProblemException {
        CnnEvaluator cnn = new CnnEvaluator(network, new ScalarBackend());
        float[] images = RandomNetworks.images(seed, IMAGES * network.inputShape().size());
        Conversion conversion = Conversion.of(network, options);
        ActivationRanges ranges =
                new ActivationRanges(
                        conversion.network(),
                        conversion.calibratedNodes(),
                        conversion.nodesOfBothSigns(),
                        options.lambdaRule(),
                        IMAGES);
        ranges.addMaxima(cnn, images, 0, IMAGES);
        ranges.finish();
        if (options.lambdaPercentile() < 100) {
            ranges = ranges.withHistograms();
            ranges.addCounts(cnn, images, 0, IMAGES);
        }
        return new Converted(network, cnn, conversion.result(ranges).network(), images);
    }

    /** The activations that the spiking layers should follow, per layer. */
    public float[][] targets(int image) {
        int size = network.inputShape().size();
        float[][] byNode = cnn.activations(images, image * size, 1, node -> true);
        float[][] targets = new float[spiking.layers().size()][];
        for (int l = 0; l < targets.length; l++) {
            targets[l] = byNode[spiking.layers().get(l).node()];
        }
        return targets;
    }
}
