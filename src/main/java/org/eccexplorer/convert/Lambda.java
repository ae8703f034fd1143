package org.eccexplorer.convert;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eccexplorer.convert.linear.Current;
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
            // A gate passes spikes as they are, so their meaning stays that of its source.
            layers.add(
                    rate.role() == Role.MAXIMUM_GATE
                            ? layers.get(rate.terms().getFirst().source())
                            : ofLayer(rate, ranges, options, warnings));
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
