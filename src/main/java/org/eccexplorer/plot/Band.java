package org.eccexplorer.plot;

/**
 * The lower and the upper edge of a band, a value for each point of its line.
 *
 * @param drawn whether charts show it; their data always do
 */
public record Band(double[] low, double[] high, boolean drawn) {
    /** One that is shown. */
    public Band(double[] low, double[] high) {
        this(low, high, true);
    }
}
