package org.eccexplorer.app.run;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.convert.ActivationRanges;
import org.eccexplorer.convert.Conversion;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.convert.Correction;
import org.eccexplorer.convert.LambdaRule;
import org.eccexplorer.convert.MaximumPooling;
import org.eccexplorer.convert.OtherActivations;
import org.eccexplorer.dataset.LabelledImages;
import org.eccexplorer.network.forward.CnnEvaluator;
import org.eccexplorer.sim.KernelChoice;
import org.eccexplorer.sim.Simulator;
import org.eccexplorer.spiking.SpikingNetwork;
import org.eccexplorer.tensor.DenseBackends;

/**
 * The ranges of one CNN on one set of images, measured once for all settings that need the same
 * ones, so that a changed switch does not evaluate the CNN again; and the networks that were
 * corrected on these images.
 */
public final class CalibrationCache {
    private final Map<Key, ActivationRanges> measured = new ConcurrentHashMap<>();
    private final Map<CorrectionKey, SpikingNetwork> corrected =
            Collections.synchronizedMap(new Latest<>());

    /** What the ranges depend on: the CNN after its rewrites, where it is watched and for what. */
    private record Key(
            MaximumPooling maximumPooling,
            OtherActivations activations,
            Set<Integer> nodes,
            LambdaRule rule) {}

    ActivationRanges get(
            Conversion conversion,
            CnnEvaluator cnn,
            ConversionOptions options,
            LabelledImages images,
            int threads,
            Preparation progress,
            Cancellation cancellation) {
        Key key =
                new Key(
                        options.maximumPooling(),
                        options.otherActivations(),
                        conversion.calibratedNodes(),
                        options.lambdaRule());
        ActivationRanges known = measured.get(key);
        if (known != null && known.serves(options)) {
            return known;
        }
        ActivationRanges ranges =
                Calibration.measure(
                        conversion, cnn, options, images, threads, progress, cancellation);
        if (!cancellation.isRequested()) {
            measured.put(key, ranges);
        }
        return ranges;
    }

    /** The corrected network, by what decides it besides model and images. */
    private record CorrectionKey(ConversionOptions options, long seed, KernelChoice kernels) {}

    /** A few that were asked for last; each has the weights of a network. */
    private static final class Latest<K, V> extends LinkedHashMap<K, V> {
        private static final long serialVersionUID = 1;
        private static final int MOST = 8;

        Latest() {
            super(MOST, 1, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > MOST;
        }
    }

    /**
     * A network with bias or V(0) corrected, where that is asked for.
     *
     * @throws CancellationException if it was cancelled before that
     */
    SpikingNetwork corrected(
            SpikingNetwork network,
            CnnEvaluator cnn,
            LabelledImages images,
            Settings settings,
            Preparation progress,
            Cancellation cancellation) {
        ConversionOptions options = settings.forTimesteps();
        if (options.calibrate() == Correction.NONE) {
            return network;
        }
        CorrectionKey key =
                new CorrectionKey(options.effective(), settings.seed(), settings.kernels());
        SpikingNetwork known = corrected.get(key);
        if (known != null) {
            return known;
        }
        SpikingNetwork result =
                Corrections.apply(
                        options.calibrate(),
                        cnn,
                        new Simulator(network, DenseBackends.chosen(), settings.kernels()),
                        images,
                        options.lambdaFor(),
                        settings,
                        progress,
                        cancellation);
        corrected.put(key, result);
        return result;
    }
}
