package org.eccexplorer.app.bench;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How many times as fast one way to compute is as another, over rounds in which both had a turn.
 *
 * @param name of both, such as eventDrivenToDense
 * @param median over the rounds
 * @param lowest of a round
 * @param highest of a round
 */
public record Ratio(String name, double median, double lowest, double highest) {
    /**
     * Of two speeds.
     *
     * @param speeds of the one, round by round
     * @param others of the other, in the same rounds
     */
    public static Ratio of(String name, List<Double> speeds, List<Double> others) {
        double[] ratios =
                IntStream.range(0, speeds.size())
                        .mapToDouble(i -> speeds.get(i) / others.get(i))
                        .sorted()
                        .toArray();
        int middle = ratios.length / 2;
        double median =
                ratios.length % 2 == 1 ? ratios[middle] : (ratios[middle - 1] + ratios[middle]) / 2;
        return new Ratio(name, median, ratios[0], ratios[ratios.length - 1]);
    }
}
