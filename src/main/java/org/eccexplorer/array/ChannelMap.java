package org.eccexplorer.array;

import java.util.Arrays;

/**
 * What is done with every value, by channel: y = factor·x + summand, in double precision.
 *
 * @param reversed whether y of the first channel comes from x of the last (RGB as BGR)
 */
public record ChannelMap(double[] factor, double[] summand, boolean reversed) {
    public ChannelMap {
        if (factor.length == 0 || factor.length != summand.length) {
            throw new IllegalArgumentException("one factor and one summand per channel");
        }
    }

    /** The same for every one of so many channels. */
    public static ChannelMap scaling(double factor, int channels) {
        double[] factors = new double[channels];
        Arrays.fill(factors, factor);
        return new ChannelMap(factors, new double[channels], false);
    }

    int channels() {
        return factor.length;
    }

    float of(double value, int channel) {
        return (float) (value * factor[channel] + summand[channel]);
    }

    /** Where the value at a place of channels-last images comes from. */
    int source(int place) {
        int channel = place % factor.length;
        return reversed ? place - channel + factor.length - 1 - channel : place;
    }
}
