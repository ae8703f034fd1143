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
        ActivationRanges maxima = empty(conversion);
        each(
                images,
                threads,
                cancellation,
                (pixels, count) -> {
                    ActivationRanges part = empty(conversion);
                    part.addMaxima(cnn, pixels, 0, count);
                    return part;
                },
                maxima);
        if (options.lambdaPercentile() == 100) {
            return maxima;
        }
        ActivationRanges counted = maxima.withHistograms();
        each(
                images,
                threads,
                cancellation,
                (pixels, count) -> {
                    ActivationRanges part = maxima.withHistograms();
                    part.addCounts(cnn, pixels, 0, count);
                    return part;
                },
                counted);
        return counted;
    }

    private static ActivationRanges empty(Conversion conversion) {
        return new ActivationRanges(conversion.network(), conversion.calibratedNodes());
    }

    private interface Part {
        ActivationRanges measure(float[] pixels, int count);
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
                (own, first, count) -> part.measure(images.batch(first, count), count),
                sum::merge,
                cancellation);
    }
}
