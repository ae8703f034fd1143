package org.eccexplorer.app.find.query;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eccexplorer.app.find.query.Axis.Kind;
import org.eccexplorer.app.find.query.Axis.Level;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.convert.Correction;
import org.eccexplorer.convert.LambdaRule;
import org.eccexplorer.convert.LambdaScope;
import org.eccexplorer.convert.Neurons;
import org.eccexplorer.measure.Schedule;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.spiking.Reset;
import org.eccexplorer.text.Texts;

/**
 * All that may vary in a search. An axis is one definition, its place in {@link #ALL} and texts.
 */
public final class Axes {
    private static final Level AS_IT_IS = new Level(one -> one, true);

    /** Where λ is taken from the activations. */
    public static final Axis LAMBDA =
            new Axis(
                    "lambda",
                    Texts.text("app.find.query.axis.lambda"),
                    Texts.text("app.find.query.axis.lambda.tooltip"),
                    Set.of(
                            ConversionOptions.LAMBDA_PERCENTILE,
                            ConversionOptions.LAMBDA_RULE,
                            ConversionOptions.LAMBDA_FOR),
                    Kind.LEADING,
                    List.of(
                            percentile(100, true),
                            percentile(99.99, false),
                            percentile(99.9, true),
                            percentile(99.5, true),
                            percentile(99, true),
                            percentile(98, true),
                            percentile(97, false),
                            percentile(95, false),
                            leastSquares(32, true),
                            leastSquares(24, false),
                            leastSquares(16, true),
                            leastSquares(12, false),
                            leastSquares(8, true),
                            leastSquares(6, false),
                            leastSquares(4, true),
                            leastSquares(3, false)));

    /** What neurons send; each class of them has a winner. */
    public static final Axis NEURONS = neurons(List.of(Neurons.values()));

    /** What shares one λ. */
    public static final Axis SCOPE =
            Axis.of(
                    "scope",
                    Texts.text("app.find.query.axis.scope"),
                    Texts.text("app.find.query.axis.scope.tooltip"),
                    ConversionOptions.LAMBDA_SCOPE,
                    Kind.LEADING,
                    List.of(LambdaScope.LAYER, LambdaScope.CHANNEL));

    /** What is corrected on a batch of calibration images, for the T that λ is chosen for. */
    public static final Axis CALIBRATION =
            new Axis(
                    "calibration",
                    Texts.text("app.find.query.axis.calibration"),
                    Texts.text("app.find.query.axis.calibration.tooltip"),
                    Set.of(ConversionOptions.CALIBRATE),
                    Kind.COSTLY,
                    List.of(
                            corrected(Correction.NONE),
                            corrected(Correction.POTENTIAL),
                            corrected(Correction.BIAS)));

    /** θ of residual elimination. */
    public static final Axis THETA =
            Axis.of(
                    "theta",
                    Texts.text("app.find.query.axis.theta"),
                    Texts.text("app.find.query.axis.theta.tooltip"),
                    ConversionOptions.THETA,
                    Kind.REFINING,
                    List.of(0.5, 0.75, 0.25));

    /** Bits per weight. */
    public static final Axis BITS =
            Axis.of(
                    "bits",
                    Texts.text("app.find.query.axis.bits"),
                    Texts.text("app.find.query.axis.bits.tooltip"),
                    ConversionOptions.WEIGHT_BITS,
                    Kind.REFINING,
                    List.of(0L, 8L, 7L, 6L));

    /** What a spike does to the membrane. */
    public static final Axis RESET =
            Axis.of(
                    "reset",
                    Texts.text("app.find.query.axis.reset"),
                    Texts.text("app.find.query.axis.reset.tooltip"),
                    ConversionOptions.RESET,
                    Kind.REFINING,
                    List.of(Reset.SUBTRACTION, Reset.ZERO));

    /** What a membrane loses at each timestep. */
    public static final Axis LEAK =
            Axis.of(
                    "leak",
                    Texts.text("app.find.query.axis.leak"),
                    Texts.text("app.find.query.axis.leak.tooltip"),
                    ConversionOptions.LEAK,
                    Kind.REFINING,
                    List.of(0.0, 0.001, 0.01, 0.05));

    /** λ from mean and variance alone; what else λ is chosen by stands before it. */
    public static final Axis ITERATION =
            new Axis(
                    "iteration",
                    Texts.text("app.find.query.axis.iteration"),
                    Texts.text("app.find.query.axis.iteration.tooltip"),
                    Set.of(
                            ConversionOptions.LAMBDA_PERCENTILE,
                            ConversionOptions.LAMBDA_RULE,
                            ConversionOptions.LAMBDA_FOR),
                    Kind.REFINING,
                    List.of(AS_IT_IS, iteration(8), iteration(16), iteration(32)));

    /** From where on the class is read: it costs no simulation, so each T is read from the best. */
    public static final Axis READ_OUT =
            new Axis(
                    "readout",
                    Texts.text("app.find.query.axis.readout"),
                    Texts.text("app.find.query.axis.readout.tooltip"),
                    Set.of(),
                    Kind.REFINING,
                    List.of(AS_IT_IS));

    /**
     * Images are answered as soon as their class leads by enough: each setting that comes to the
     * end is read with several shares of wrong answers, which costs no simulation of the images to
     * choose on.
     */
    public static final Axis EXIT =
            new Axis(
                    "exit",
                    Texts.text("app.find.query.axis.exit"),
                    Texts.text("app.find.query.axis.exit.tooltip"),
                    Set.of(),
                    Kind.REFINING,
                    List.of(AS_IT_IS));

    /** When layers fire; each schedule has a winner. */
    public static final Axis SCHEDULE =
            new Axis(
                    Schedule.OPTION.key(),
                    Texts.text("app.find.query.axis.schedule"),
                    Texts.text("app.find.query.axis.schedule.tooltip"),
                    Set.of(Schedule.OPTION),
                    Kind.LEADING,
                    List.of(scheduled(Schedule.FREE), scheduled(Schedule.SYNCHRONOUS)));

    /** All of them, in the order in which they are offered. */
    public static final List<Axis> ALL =
            List.of(
                    LAMBDA,
                    SCOPE,
                    CALIBRATION,
                    THETA,
                    READ_OUT,
                    EXIT,
                    SCHEDULE,
                    ITERATION,
                    BITS,
                    RESET,
                    LEAK);

    /** Those that vary where nobody says which. Bits change no energy that is counted. */
    private static final List<Axis> STANDARD = List.of(LAMBDA, SCOPE, CALIBRATION, THETA, READ_OUT);

    private static final int CORRECTED_FOR = 16;

    private Axes() {}

    private static Level percentile(double percentile, boolean coarse) {
        return Level.ofConversion(
                options ->
                        options.with(ConversionOptions.LAMBDA_RULE, LambdaRule.PERCENTILE)
                                .with(ConversionOptions.LAMBDA_PERCENTILE, percentile)
                                .effective(),
                coarse);
    }

    private static Level leastSquares(int timesteps, boolean coarse) {
        return Level.ofConversion(
                options ->
                        options.with(ConversionOptions.LAMBDA_PERCENTILE, 100)
                                .with(ConversionOptions.LAMBDA_RULE, LambdaRule.MSE)
                                .with(ConversionOptions.LAMBDA_FOR, timesteps),
                coarse);
    }

    private static Level iteration(int timesteps) {
        return Level.ofConversion(
                options ->
                        options.with(ConversionOptions.LAMBDA_PERCENTILE, 100)
                                .with(ConversionOptions.LAMBDA_RULE, LambdaRule.ITERATION)
                                .with(ConversionOptions.LAMBDA_FOR, timesteps),
                true);
    }

    private static Level scheduled(Schedule schedule) {
        return new Level(one -> one.with(schedule), true);
    }

    /** Where λ is chosen for no T, the correction is for a few timesteps. */
    private static Level corrected(Correction correction) {
        return Level.ofConversion(
                options -> {
                    ConversionOptions corrected =
                            options.with(ConversionOptions.CALIBRATE, correction);
                    return options.lambdaFor() > 0
                            ? corrected.effective()
                            : corrected
                                    .with(ConversionOptions.LAMBDA_FOR, CORRECTED_FOR)
                                    .effective();
                },
                true);
    }

    /** The classes of neurons to search among. */
    public static Axis neurons(List<Neurons> classes) {
        return Axis.of(
                ConversionOptions.NEURONS.key(),
                Texts.text("app.find.query.axis.neurons"),
                Texts.text("app.find.query.axis.neurons.tooltip"),
                ConversionOptions.NEURONS,
                Kind.LEADING,
                classes);
    }

    /** Those that vary where nobody says which. */
    public static List<Axis> standard() {
        return STANDARD;
    }

    /**
     * Those of these names, in their own order.
     *
     * @throws ProblemException of kind USAGE if there is none of a name
     */
    public static List<Axis> named(List<String> names) throws ProblemException {
        Set<String> wanted = new LinkedHashSet<>(names);
        List<Axis> found = new ArrayList<>();
        for (Axis axis : ALL) {
            if (wanted.remove(axis.key())) {
                found.add(axis);
            }
        }
        if (!wanted.isEmpty()) {
            throw new ProblemException(
                    Problem.Kind.USAGE,
                    "--vary",
                    Texts.text("app.find.query.unknownAxis"),
                    "\"" + wanted.iterator().next() + "\"",
                    Texts.text("app.find.query.writeAxes", names(ALL)));
        }
        return found;
    }

    /** Names as they are written, apart by commas. */
    public static String names(List<Axis> axes) {
        return axes.stream().map(Axis::key).collect(Collectors.joining(","));
    }
}
