package org.eccexplorer.measure.layer;

/**
 * How a quantity is spread over the neurons of a layer and all images.
 *
 * @param low lower bound of the first bin; smaller values are counted in it
 * @param high upper bound of the last bin; larger values are counted in it
 * @param counts 64 bins
 * @param low5 5 % of the values are below
 * @param high95 95 % of the values are below
 */
public record Distribution(
        double low,
        double high,
        long[] counts,
        double mean,
        double low5,
        double quartile1,
        double median,
        double quartile3,
        double high95) {

    /** Number of bins. */
    public static final int BINS = 64;
}
