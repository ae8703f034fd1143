package org.eccexplorer.app.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.app.work.OrderedWork;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.convert.Correction;
import org.eccexplorer.convert.LambdaRule;
import org.eccexplorer.dataset.LabelledImages;
import org.eccexplorer.network.forward.CnnEvaluator;
import org.eccexplorer.option.NamedNumbers;
import org.eccexplorer.option.Option;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.spiking.SpikingLayer;
import org.eccexplorer.spiking.SpikingNetwork;

/**
 * How far λ depends on the calibration images: which image set it, how it grew with the number of
 * images, and what a percentile would make of it. λ is the largest activation that a layer shows on
 * the calibration images (Wu, Yi, Huang 2022, section on current normalisation); one odd image is
 * enough to raise it, and then every rate of the layer falls.
 *
 * @param layers those that fire, from the input on
 * @param chosen how λ is chosen by the settings, in words; empty for the maximum
 */
public record LambdaStudy(List<Layer> layers, String chosen) {
    private static final int BATCH = 16;
    private static final List<Double> PERCENTILES = List.of(100.0, 99.99, 99.9);

    public LambdaStudy {
        layers = List.copyOf(layers);
    }

    /**
     * One layer.
     *
     * @param maxima the largest activation of each image
     * @param lambda by maximum, in units of the activations
     * @param percentile9999 λ by the 99.99th percentile of the activations above zero
     * @param percentile999 λ by the 99.9th percentile
     * @param chosen λ as the settings have it, the largest of the channels
     */
    public record Layer(
            String name,
            float[] maxima,
            double lambda,
            double percentile9999,
            double percentile999,
            double chosen) {

        /** The image whose largest activation is λ. */
        public int decisive() {
            int largest = 0;
            for (int i = 1; i < maxima.length; i++) {
                largest = maxima[i] > maxima[largest] ? i : largest;
            }
            return largest;
        }

        /** The largest activation over the first images. */
        public double after(int images) {
            double largest = 0;
            for (int i = 0; i < images; i++) {
                largest = Math.max(largest, maxima[i]);
            }
            return largest;
        }

        /** What λ would be without the image that set it; 0 if there is no other. */
        public double withoutDecisive() {
            int decisive = decisive();
            double largest = 0;
            for (int i = 0; i < maxima.length; i++) {
                largest = i == decisive ? largest : Math.max(largest, maxima[i]);
            }
            return largest;
        }
    }

    /** Measures all calibration images, one by one. */
    public static LambdaStudy of(
            Experiment experiment, Settings settings, Cancellation cancellation)
            throws ProblemException {
        CalibrationCache cache = new CalibrationCache();
        List<Prepared> prepared = new ArrayList<>();
        for (double percentile : PERCENTILES) {
            Settings with =
                    settings.with(ConversionOptions.CURRENT_NORMALISATION, true)
                            .with(ConversionOptions.CALIBRATE, Correction.NONE)
                            .with(ConversionOptions.LAMBDA_OF, NamedNumbers.NONE)
                            .with(ConversionOptions.LAMBDA_RULE, LambdaRule.PERCENTILE)
                            .with(ConversionOptions.LAMBDA_PERCENTILE, percentile);
            prepared.add(
                    Prepared.of(
                            experiment.model(),
                            experiment.calibration(),
                            with,
                            cache,
                            cancellation));
        }
        Settings uncorrected =
                settings.with(ConversionOptions.CURRENT_NORMALISATION, true)
                        .with(ConversionOptions.CALIBRATE, Correction.NONE);
        Prepared asSet =
                Prepared.of(
                        experiment.model(),
                        experiment.calibration(),
                        uncorrected,
                        cache,
                        cancellation);
        Prepared byMaximum = prepared.getFirst();
        float[][] maxima = maxima(byMaximum, experiment, settings.threads(), cancellation);
        List<Layer> layers = new ArrayList<>();
        List<SpikingLayer> converted = byMaximum.network().layers();
        for (int l = 0; l < converted.size(); l++) {
            if (converted.get(l).fires()) {
                layers.add(
                        new Layer(
                                converted.get(l).name(),
                                maxima[l],
                                lambda(prepared.get(0), l),
                                lambda(prepared.get(1), l),
                                lambda(prepared.get(2), l),
                                lambda(asSet, l)));
            }
        }
        return new LambdaStudy(layers, chosen(uncorrected));
    }

    /** "λ by least squares for T, λ for T = 8, λ per channel". */
    private static String chosen(Settings settings) {
        ConversionOptions options = settings.forTimesteps();
        return Stream.<Option<?>>of(
                        ConversionOptions.LAMBDA_PERCENTILE,
                        ConversionOptions.LAMBDA_RULE,
                        ConversionOptions.LAMBDA_FOR,
                        ConversionOptions.LAMBDA_SCOPE,
                        ConversionOptions.LAMBDA_OF)
                .filter(options::varies)
                .map(options::named)
                .collect(Collectors.joining(", "));
    }

    private static double lambda(Prepared prepared, int layer) {
        return Arrays.stream(prepared.network().layers().get(layer).lambda()).max().orElse(0);
    }

    private static float[][] maxima(
            Prepared prepared, Experiment experiment, int threads, Cancellation cancellation) {
        SpikingNetwork network = prepared.network();
        CnnEvaluator cnn = prepared.cnn();
        LabelledImages images = experiment.calibration();
        float[][] maxima = new float[network.layers().size()][images.count()];
        OrderedWork.run(
                images.count(),
                BatchSize.of(cnn.network(), BATCH),
                threads,
                () -> cnn,
                (own, first, count) -> {
                    float[] pixels = images.batch(first, count);
                    Activations found = Activations.of(own, network, pixels, count);
                    for (int l = 0; l < maxima.length; l++) {
                        largest(found.layers().get(l), count, maxima[l], first);
                    }
                    return first;
                },
                done -> {},
                cancellation);
        return maxima;
    }

    private static void largest(float[] values, int count, float[] maxima, int first) {
        int neurons = values.length / count;
        for (int i = 0; i < count; i++) {
            for (int n = i * neurons; n < (i + 1) * neurons; n++) {
                maxima[first + i] = Math.max(maxima[first + i], values[n]);
            }
        }
    }
}
