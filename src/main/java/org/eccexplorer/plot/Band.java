package org.eccexplorer.plot;

/** The lower and the upper edge of a band, a value for each point of its line. */
public record Band(double[] low, double[] high) {}
