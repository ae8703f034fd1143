package org.eccexplorer.cli.arguments;

import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.spiking.InputCoding;
import org.eccexplorer.spiking.Reset;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say how to convert. */
public final class ConversionArguments {
    @Option(names = "--no-cn", description = "Without current normalisation.")
    boolean noCurrentNormalisation;

    @Option(names = "--no-tre", description = "Without thresholding for residual elimination.")
    boolean noResidualElimination;

    @Option(names = "--no-cmb", description = "Fold batch normalisation with --epsilon.")
    boolean noBatchNormConsistency;

    @Option(
            names = "--lambda",
            defaultValue = "max",
            paramLabel = "max|pNN",
            description = "λ from the maximum or a percentile such as p99.9 (default: max).")
    String lambda = "max";

    @Option(
            names = "--lambda-scope",
            defaultValue = "layer",
            paramLabel = "layer|channel",
            description = "One λ per layer or per channel (default: layer).")
    ConversionOptions.LambdaScope lambdaScope = ConversionOptions.LambdaScope.LAYER;

    @Option(
            names = "--kappa",
            defaultValue = "100",
            description = "κ, the threshold (default: 100).")
    double kappa;

    @Option(
            names = "--theta",
            defaultValue = "0.5",
            description = "θ of TRE, in units of V_thr (default: 0.5).")
    double theta;

    @Option(
            names = "--tre-mode",
            defaultValue = "start",
            paramLabel = "start|spread",
            description = "When the charge θ·V_thr arrives (default: start).")
    ConversionOptions.ThetaTiming thetaTiming = ConversionOptions.ThetaTiming.START;

    @Option(
            names = "--epsilon",
            defaultValue = "1e-5",
            description = "ε of the fold with --no-cmb (default: 1e-5, as in PyTorch).")
    double epsilon;

    @Option(
            names = "--bits",
            defaultValue = "0",
            description = "Signed bits per weight, 2 to 16; 0 keeps float32 (default: 0).")
    int bits;

    @Option(
            names = "--rounding",
            defaultValue = "truncate",
            paramLabel = "truncate|nearest",
            description = "How weights are brought to --bits (default: truncate).")
    ConversionOptions.Rounding rounding = ConversionOptions.Rounding.TRUNCATE;

    @Option(
            names = "--reset",
            defaultValue = "subtraction",
            paramLabel = "subtraction|zero",
            description = "What a spike does to the membrane (default: subtraction).")
    Reset reset = Reset.SUBTRACTION;

    @Option(
            names = "--leak",
            defaultValue = "0",
            description =
                    "Share of V that a neuron loses per timestep, from 0 to below 1; the closed form"
                            + " has no leak (default: 0).")
    double leak;

    @Option(
            names = "--input",
            defaultValue = "constant",
            paramLabel = "constant|poisson",
            description = "How the image enters (default: constant current).")
    InputCoding input = InputCoding.CONSTANT;

    @Option(
            names = "--pooling",
            defaultValue = "linear",
            paramLabel = "linear|spiking",
            description = "Whether average pooling has neurons (default: linear).")
    ConversionOptions.AveragePooling pooling = ConversionOptions.AveragePooling.LINEAR;

    @Option(
            names = "--max-pooling",
            paramLabel = "average|gate",
            description = "What becomes of maximum pooling; it has no exact counterpart.")
    ConversionOptions.@Nullable MaximumPooling maximumPooling;

    @Option(
            names = "--readout",
            defaultValue = "current",
            paramLabel = "current|spikes",
            description = "How the class is read (default: accumulated current).")
    ConversionOptions.Readout readout = ConversionOptions.Readout.CURRENT;

    @Option(
            names = "--spkeras",
            description =
                    "As SpKeras: spiking pooling, spike readout, shared λ at Adds, floored input.")
    boolean spKeras;

    /**
     * The options as they were given.
     *
     * @throws ProblemException of kind USAGE if a value is out of range
     */
    public ConversionOptions options() throws ProblemException {
        double percentile = percentile();
        try {
            ConversionOptions options =
                    ConversionOptions.ecc()
                            .with(o -> {
                                o.currentNormalisation = !noCurrentNormalisation;
                                o.residualElimination = !noResidualElimination;
                                o.batchNormConsistency = !noBatchNormConsistency;
                                o.lambdaPercentile = percentile;
                                o.lambdaScope = lambdaScope;
                                o.kappa = kappa;
                                o.theta = theta;
                                o.thetaTiming = thetaTiming;
                                o.epsilon = epsilon;
                                o.weightBits = bits;
                                o.rounding = rounding;
                                o.reset = reset;
                                o.leak = leak;
                                o.input = input;
                                o.averagePooling = pooling;
                                o.maximumPooling = maximumPooling;
                                o.output = readout;
                            });
            return spKeras ? options.spKeras() : options;
        } catch (IllegalArgumentException e) {
            throw usage("options", String.valueOf(e.getMessage()), "See ecc run --help");
        }
    }

    private double percentile() throws ProblemException {
        if (lambda.equals("max")) {
            return 100;
        }
        try {
            if (lambda.startsWith("p")) {
                return Double.parseDouble(lambda.substring(1));
            }
        } catch (NumberFormatException e) {
            throw usage("--lambda", "\"" + lambda + "\" holds no number", "Write max or p99.9");
        }
        throw usage("--lambda", "\"" + lambda + "\" is neither", "Write max or p99.9");
    }

    public static ProblemException usage(String option, String why, String remedy) {
        return new ProblemException(
                Problem.Kind.USAGE, option, "The value cannot be used", why, remedy);
    }
}
