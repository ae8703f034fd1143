package org.eccexplorer.app.run;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.convert.ActivationRanges;
import org.eccexplorer.convert.Conversion;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.convert.LambdaRule;
import org.eccexplorer.convert.MaximumPooling;
import org.eccexplorer.convert.OtherActivations;
import org.eccexplorer.dataset.LabelledImages;
import org.eccexplorer.network.forward.CnnEvaluator;

/**
 * The ranges of one CNN on one set of images, measured once for all settings that need the same
 * ones, so that a changed switch does not evaluate the CNN again.
 */
public final class CalibrationCache {
    private final Map<Key, ActivationRanges> measured = new ConcurrentHashMap<>();

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
                Calibration.measure(conversion, cnn, options, images, threads, cancellation);
        if (!cancellation.isRequested()) {
            measured.put(key, ranges);
        }
        return ranges;
    }
}
