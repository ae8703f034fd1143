package org.eccexplorer.convert;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eccexplorer.convert.linear.Current;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.spiking.Role;
import org.eccexplorer.text.Texts;

/**
 * λ of the input and, per channel, of every spiking layer.
 *
 * @param layers one array per layer, one value per channel of its shape
 */
record Lambda(double input, List<double[]> layers) {

    static Lambda of(
            List<RateLayer> rates,
            ActivationRanges ranges,
            ConversionOptions options,
            List<String> warnings) {
        List<double[]> layers = new ArrayList<>();
        for (RateLayer rate : rates) {
            Optional<Double> byHand = options.lambdaOf().of(rate.name());
            if (rate.role() == Role.MAXIMUM_GATE) {
                // A gate passes spikes as they are, so their meaning stays that of its source.
                layers.add(layers.get(rate.terms().getFirst().source()));
            } else if (byHand.isPresent()) {
                layers.add(byHand(rate, byHand.get(), warnings));
            } else {
                layers.add(ofLayer(rate, ranges, options, warnings));
            }
        }
        if (options.sharedAddScale()) {
            shareAcrossAdds(rates, layers);
        }
        double input = ranges.inputMaximum();
        if (!(input > 0)) {
            warnings.add(Texts.text("convert.zeroImages"));
            input = 1;
        }
        return new Lambda(input, layers);
    }

    /**
     * Checks that λ is set by hand only for layers that have one.
     *
     * @throws ProblemException of kind USAGE that names the others
     */
    static void check(List<RateLayer> rates, ConversionOptions options) throws ProblemException {
        List<String> own =
                rates.stream()
                        .filter(rate -> rate.role() != Role.MAXIMUM_GATE)
                        .map(RateLayer::name)
                        .toList();
        List<Problem> problems = new ArrayList<>();
        for (String name : options.lambdaOf().values().keySet()) {
            if (!own.contains(name)) {
                boolean gate = rates.stream().anyMatch(rate -> rate.name().equals(name));
                problems.add(
                        new Problem(
                                Problem.Kind.USAGE,
                                ConversionOptions.LAMBDA_OF.argument(),
                                Texts.text("convert.lambdaOf", name),
                                Texts.text(
                                        gate ? "convert.lambdaOf.gate" : "convert.lambdaOf.none"),
                                Texts.text("convert.lambdaOf.remedy", String.join(", ", own))));
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
    }

    private static double[] byHand(RateLayer rate, double value, List<String> warnings) {
        double[] lambda = new double[rate.shape().channels()];
        if (value > rate.ceiling()) {
            warnings.add(Texts.text("convert.lambdaAboveCeiling", rate.name(), rate.ceiling()));
        }
        Arrays.fill(lambda, Math.min(value, rate.ceiling()));
        return lambda;
    }

    private static double[] ofLayer(
            RateLayer rate,
            ActivationRanges ranges,
            ConversionOptions options,
            List<String> warnings) {
        double[] seen = ranges.lambda(rate.node(), options);
        int channels = rate.shape().channels();
        double[] lambda = new double[channels];
        int silent = 0;
        double largest = 0;
        for (double value : seen) {
            largest = Math.max(largest, value);
        }
        for (int c = 0; c < channels; c++) {
            // Behind a flatten the CNN's channels are the neurons; one λ per layer serves both.
            double value = seen.length == channels ? seen[c] : largest;
            if (!(value > 0)) {
                silent++;
                value = largest > 0 ? largest : 1;
            }
            lambda[c] = Math.min(value, rate.ceiling());
        }
        boolean fires = rate.role() != Role.OUTPUT || options.output() == Readout.SPIKES;
        if (silent > 0 && fires) {
            warnings.add(Texts.text("convert.silentChannels", rate.name(), silent, channels));
        }
        return lambda;
    }

    /** As SpKeras: all spiking layers that meet in one Add take the largest λ among them. */
    private static void shareAcrossAdds(List<RateLayer> rates, List<double[]> layers) {
        for (RateLayer rate : rates) {
            List<Integer> sources = new ArrayList<>();
            for (Current.Term term : rate.terms()) {
                boolean whole = term.map().width() == term.map().to().channels();
                if (whole && term.source() >= 0 && !sources.contains(term.source())) {
                    sources.add(term.source());
                }
            }
            if (sources.size() < 2) {
                continue;
            }
            double largest = 0;
            for (int source : sources) {
                for (double value : layers.get(source)) {
                    largest = Math.max(largest, value);
                }
            }
            for (int source : sources) {
                Arrays.fill(layers.get(source), largest);
            }
        }
    }
}
