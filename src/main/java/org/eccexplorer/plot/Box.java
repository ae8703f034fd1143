package org.eccexplorer.plot;

import java.util.Optional;

/**
 * The figures of one box.
 *
 * @param name of what it is measured of, such as a run
 */
public record Box(
        String name,
        int category,
        Tint tint,
        double low,
        double quartile1,
        double median,
        double quartile3,
        double high,
        double mean,
        Optional<SourceRun> source) {

    /** The same, of a run. */
    public Box from(SourceRun run) {
        return new Box(
                name,
                category,
                tint,
                low,
                quartile1,
                median,
                quartile3,
                high,
                mean,
                Optional.of(run));
    }

    /** Of no run. */
    public Box(
            String name,
            int category,
            Tint tint,
            double low,
            double quartile1,
            double median,
            double quartile3,
            double high,
            double mean) {
        this(name, category, tint, low, quartile1, median, quartile3, high, mean, Optional.empty());
    }
}
