package org.eccexplorer.plot.paint;

/**
 * A dot of a chart of lines that was pointed at.
 *
 * @param series its place among the series of the chart, from 0
 * @param index its place among the dots of that series, from 0
 */
public record PickedDot(int series, int index) {}
