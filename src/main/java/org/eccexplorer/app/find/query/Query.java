package org.eccexplorer.app.find.query;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.convert.Neurons;
import org.eccexplorer.measure.energy.Accounting;
import org.eccexplorer.option.Option;

/**
 * What is searched for.
 *
 * @param base what does not vary
 * @param goal what is made least
 * @param within points of accuracy that may be lost against the CNN
 * @param mostTimesteps the largest T
 * @param axes what may vary
 * @param seed of the split of the calibration images, and of what is tried of a space that is too
 *     large
 * @param budget after this time nothing more is tried, and what was found is checked; empty: the
 *     search goes to its end
 * @param accounting how energy is counted
 * @param threads changes no result
 */
public record Query(
        ConversionOptions base,
        Goal goal,
        double within,
        int mostTimesteps,
        List<Axis> axes,
        long seed,
        Optional<Duration> budget,
        Accounting accounting,
        int threads) {
    /** The loss that is allowed where nobody says another, in points of accuracy. */
    public static final double STANDARD_WITHIN = 1;

    /** The largest T where nobody says another. */
    public static final int STANDARD_TIMESTEPS = 64;

    public Query {
        axes = List.copyOf(axes);
    }

    /** What a model may need to be converted at all, and how its class is read. */
    public static final List<Option<?>> GIVEN =
            List.of(
                    ConversionOptions.MAXIMUM_POOLING,
                    ConversionOptions.AVERAGE_POOLING,
                    ConversionOptions.OUTPUT,
                    ConversionOptions.INPUT);

    /** ECC with what is {@link #GIVEN} as in other options. */
    public static ConversionOptions base(ConversionOptions options) {
        ConversionOptions base = ConversionOptions.ecc();
        for (Option<?> option : GIVEN) {
            base = taken(base, option, options);
        }
        return base;
    }

    private static <T> ConversionOptions taken(
            ConversionOptions base, Option<T> option, ConversionOptions options) {
        return base.with(option, options.get(option));
    }

    /** ECC with all axes that vary by default. */
    public static Query standard(int threads) {
        return new Query(
                ConversionOptions.ecc(),
                Goal.OPTION.standard(),
                STANDARD_WITHIN,
                STANDARD_TIMESTEPS,
                standardAxes(),
                1,
                Optional.empty(),
                Accounting.STANDARD,
                threads);
    }

    private static List<Axis> standardAxes() {
        List<Axis> axes = new ArrayList<>(List.of(Axes.NEURONS));
        axes.addAll(Axes.standard());
        return axes;
    }

    /** What may vary besides the class of neurons. */
    public List<Axis> varying() {
        return axes.stream().filter(axis -> !isOfNeurons(axis)).toList();
    }

    /** The classes of neurons that are searched among. */
    public List<Neurons> neurons() {
        return axes.stream()
                .filter(Query::isOfNeurons)
                .flatMap(axis -> axis.levels().stream())
                .map(level -> level.apply(Candidate.free(base)).neurons())
                .distinct()
                .toList();
    }

    /** Whether the class may be read from later timesteps than the first. */
    public boolean readsLate() {
        return axes.contains(Axes.READ_OUT);
    }

    /** Whether layers may wait for all timesteps of their input. */
    public boolean mayWait() {
        return axes.contains(Axes.SCHEDULE);
    }

    /** Whether images may be answered before the last timestep. */
    public boolean endsEarly() {
        return axes.contains(Axes.EXIT);
    }

    private static boolean isOfNeurons(Axis axis) {
        return axis.key().equals(ConversionOptions.NEURONS.key());
    }
}
