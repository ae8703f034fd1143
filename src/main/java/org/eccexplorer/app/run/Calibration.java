package org.eccexplorer.app.run;

import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.app.work.OrderedWork;
import org.eccexplorer.convert.ActivationRanges;
import org.eccexplorer.convert.Conversion;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.dataset.LabelledImages;
import org.eccexplorer.network.forward.CnnEvaluator;

/** Measures the ranges of a CNN's activations over calibration images, on several threads. */
final class Calibration {
    private static final int BATCH = 16;

    private Calibration() {}

    /** The ranges that a conversion needs; histograms too if its λ is a percentile. */
    static ActivationRanges measure(
            Conversion conversion,
            CnnEvaluator cnn,
            ConversionOptions options,
            LabelledImages images,
            int threads,
            Cancellation cancellation) {
        ActivationRanges ranges =
                new ActivationRanges(
                        conversion.network(),
                        conversion.calibratedNodes(),
                        conversion.nodesOfBothSigns(),
                        options.lambdaRule(),
                        images.count());
        each(
                images,
                threads,
                cancellation,
                (pixels, first, count) -> {
                    ActivationRanges part = ranges.empty();
                    part.add(cnn, pixels, 0, count, first);
                    return part;
                },
                ranges);
        ranges.finish();
        if (ranges.serves(options)) {
            return ranges;
        }
        ActivationRanges counted = ranges.withHistograms();
        each(
                images,
                threads,
                cancellation,
                (pixels, first, count) -> {
                    ActivationRanges part = ranges.withHistograms();
                    part.addCounts(cnn, pixels, 0, count);
                    return part;
                },
                counted);
        return counted;
    }

    private interface Part {
        ActivationRanges measure(float[] pixels, int first, int count);
    }

    private static void each(
            LabelledImages images,
            int threads,
            Cancellation cancellation,
            Part part,
            ActivationRanges sum) {
        OrderedWork.run(
                images.count(),
                BATCH,
                threads,
                () -> images,
                (own, first, count) -> part.measure(images.batch(first, count), first, count),
                sum::merge,
                cancellation);
    }
}
