package org.eccexplorer.app.run;

import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.app.work.OrderedWork;
import org.eccexplorer.convert.ActivationRanges;
import org.eccexplorer.convert.Conversion;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.dataset.LabelledImages;
import org.eccexplorer.network.Network;
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
            Preparation progress,
            Cancellation cancellation) {
        ActivationRanges ranges =
                new ActivationRanges(
                        conversion.network(),
                        conversion.calibratedNodes(),
                        conversion.nodesOfBothSigns(),
                        options.lambdaRule(),
                        images.count());
        each(
                conversion.network(),
                images,
                threads,
                progress,
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
                conversion.network(),
                images,
                threads,
                progress,
                cancellation,
                (pixels, first, count) -> {
                    ActivationRanges part = ranges.withHistograms();
                    part.addCounts(cnn, pixels, 0, count);
                    return part;
                },
                counted);
        return counted;
    }

    /** The ranges of some images. */
    private record Measure(int images, ActivationRanges ranges) {}

    /** What images gave, put together in their order, and told of. */
    private static final class Measured {
        private final int total;
        private final Preparation progress;
        private final ActivationRanges sum;
        private int images;

        Measured(int total, Preparation progress, ActivationRanges sum) {
            this.total = total;
            this.progress = progress;
            this.sum = sum;
        }

        void add(Measure part) {
            sum.merge(part.ranges());
            images += part.images();
            progress.at(new Preparation.Step.Measuring(images, total));
        }
    }

    private interface Part {
        ActivationRanges measure(float[] pixels, int first, int count);
    }

    private static void each(
            Network network,
            LabelledImages images,
            int threads,
            Preparation progress,
            Cancellation cancellation,
            Part part,
            ActivationRanges sum) {
        Measured merged = new Measured(images.count(), progress, sum);
        OrderedWork.run(
                images.count(),
                BatchSize.of(network, BATCH),
                threads,
                () -> images,
                (own, first, count) ->
                        new Measure(count, part.measure(images.batch(first, count), first, count)),
                merged::add,
                cancellation);
    }
}
