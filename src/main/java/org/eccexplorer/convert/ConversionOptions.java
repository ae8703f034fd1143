package org.eccexplorer.convert;

import java.util.function.Consumer;
import org.eccexplorer.spiking.Dynamics;
import org.eccexplorer.spiking.InputCoding;
import org.eccexplorer.spiking.Reset;
import org.jspecify.annotations.Nullable;

/**
 * Every setting of a conversion. The three techniques are independent switches.
 *
 * @param currentNormalisation CN: weights and biases scaled so that the current of rate 1 is V_thr
 * @param residualElimination TRE: θ·V_thr of extra charge, so that the spike count is rounded
 * @param batchNormConsistency CMB: batch normalisations folded with the ε they were trained with
 * @param lambdaPercentile percentile of the non-zero activations that gives λ; 100 is the maximum
 * @param lambdaScope one λ per layer or per channel
 * @param kappa κ, the threshold under CN; any positive number gives the same spikes
 * @param theta θ, in units of V_thr, 0 to 1
 * @param thetaTiming when the charge of TRE arrives
 * @param epsilon the ε used for all batch normalisations while CMB is off
 * @param weightBits signed bits per weight, 2 to 16; 0 keeps float32
 * @param rounding how a weight is brought to those bits
 * @param reset what happens to the membrane at a spike
 * @param leak share of V that a firing neuron loses per timestep, 0 to below 1: V(t) = (1 −
 *     leak)·V(t−1) + Z(t)
 * @param input how the image enters
 * @param averagePooling whether average pooling has neurons
 * @param maximumPooling what becomes of maximum pooling; null asks, by refusing
 * @param output how the class is read
 * @param sharedAddScale all branches of an Add get one λ, as in SpKeras, in place of one each
 * @param flooredInput the closed form rounds the input's spike counts down, as SpKeras does
 */
public record ConversionOptions(
        boolean currentNormalisation,
        boolean residualElimination,
        boolean batchNormConsistency,
        double lambdaPercentile,
        LambdaScope lambdaScope,
        double kappa,
        double theta,
        ThetaTiming thetaTiming,
        double epsilon,
        int weightBits,
        Rounding rounding,
        Reset reset,
        double leak,
        InputCoding input,
        AveragePooling averagePooling,
        @Nullable MaximumPooling maximumPooling,
        Readout output,
        boolean sharedAddScale,
        boolean flooredInput) {

    /** What one λ is shared by. */
    public enum LambdaScope {
        LAYER,
        CHANNEL
    }

    /** When the charge θ·V_thr of TRE arrives. */
    public enum ThetaTiming {
        /** V(0) = θ·V_thr. */
        START,
        /** θ·V_thr/T at every timestep. */
        SPREAD
    }

    /** How a weight is brought to a few bits. */
    public enum Rounding {
        TRUNCATE,
        NEAREST
    }

    /** What becomes of average pooling. */
    public enum AveragePooling {
        /** It is linear: merged into the synapses of the next layer. */
        LINEAR,
        /** It has neurons of its own, as in SpKeras. */
        SPIKING
    }

    /** What becomes of maximum pooling, which has no exact counterpart. */
    public enum MaximumPooling {
        /** Replaced by average pooling; the CNN changes and is measured again. */
        AVERAGE,
        /** A gate passes the spikes of the input with the largest accumulated current. */
        GATE
    }

    /** How the class is read from the output layer. */
    public enum Readout {
        /** The outputs integrate and never fire; the class has the largest accumulated current. */
        CURRENT,
        /** The outputs fire; the class has the most spikes, ties by potential. */
        SPIKES
    }

    public ConversionOptions {
        boolean someBits = weightBits >= 2 && weightBits <= 16;
        check(
                lambdaPercentile > 0 && lambdaPercentile <= 100,
                "the percentile of λ",
                lambdaPercentile,
                "above 0 and at most 100");
        check(kappa > 0 && kappa <= 1e6, "κ", kappa, "above 0 and at most 1e6");
        check(theta >= 0 && theta <= 1, "θ", theta, "from 0 to 1");
        check(epsilon >= 0 && epsilon <= 1, "ε", epsilon, "from 0 to 1");
        check(leak >= 0 && leak < 1, "the leak", leak, "from 0 to below 1");
        check(weightBits == 0 || someBits, "the number of bits", weightBits, "0 or from 2 to 16");
    }

    private static void check(boolean valid, String name, double value, String range) {
        if (!valid) {
            throw new IllegalArgumentException("%s is %s, not %s".formatted(name, value, range));
        }
    }

    /** All three techniques with the paper's parameters: κ = 100, θ = 0.5, λ the maximum. */
    public static ConversionOptions ecc() {
        return new ConversionOptions(
                true,
                true,
                true,
                100,
                LambdaScope.LAYER,
                100,
                0.5,
                ThetaTiming.START,
                1e-5,
                0,
                Rounding.TRUNCATE,
                Reset.SUBTRACTION,
                0,
                InputCoding.CONSTANT,
                AveragePooling.LINEAR,
                null,
                Readout.CURRENT,
                false,
                false);
    }

    /** The same options with some changed: {@code options.with(o -> o.theta = 0.3)}. */
    public ConversionOptions with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.options();
    }

    /** The options while they are being changed; the fields are those of the record. */
    public static final class Draft {
        public boolean currentNormalisation;
        public boolean residualElimination;
        public boolean batchNormConsistency;
        public double lambdaPercentile;
        public LambdaScope lambdaScope;
        public double kappa;
        public double theta;
        public ThetaTiming thetaTiming;
        public double epsilon;
        public int weightBits;
        public Rounding rounding;
        public Reset reset;
        public double leak;
        public InputCoding input;
        public AveragePooling averagePooling;
        public @Nullable MaximumPooling maximumPooling;
        public Readout output;
        public boolean sharedAddScale;
        public boolean flooredInput;

        private Draft(ConversionOptions from) {
            currentNormalisation = from.currentNormalisation;
            residualElimination = from.residualElimination;
            batchNormConsistency = from.batchNormConsistency;
            lambdaPercentile = from.lambdaPercentile;
            lambdaScope = from.lambdaScope;
            kappa = from.kappa;
            theta = from.theta;
            thetaTiming = from.thetaTiming;
            epsilon = from.epsilon;
            weightBits = from.weightBits;
            rounding = from.rounding;
            reset = from.reset;
            leak = from.leak;
            input = from.input;
            averagePooling = from.averagePooling;
            maximumPooling = from.maximumPooling;
            output = from.output;
            sharedAddScale = from.sharedAddScale;
            flooredInput = from.flooredInput;
        }

        private ConversionOptions options() {
            return new ConversionOptions(
                    currentNormalisation,
                    residualElimination,
                    batchNormConsistency,
                    lambdaPercentile,
                    lambdaScope,
                    kappa,
                    theta,
                    thetaTiming,
                    epsilon,
                    weightBits,
                    rounding,
                    reset,
                    leak,
                    input,
                    averagePooling,
                    maximumPooling,
                    output,
                    sharedAddScale,
                    flooredInput);
        }
    }

    /**
     * The settings of the authors' tool SpKeras: average pooling has neurons, the outputs fire, the
     * branches of an Add share one λ and the input's spike counts are rounded down.
     */
    public ConversionOptions spKeras() {
        return with(o -> {
            o.averagePooling = AveragePooling.SPIKING;
            o.output = Readout.SPIKES;
            o.sharedAddScale = true;
            o.flooredInput = true;
        });
    }

    /** The θ in force: 0 while TRE is off. */
    public double effectiveTheta() {
        return residualElimination ? theta : 0;
    }

    /** How the neurons that it asks for behave in time. */
    public Dynamics dynamics() {
        return new Dynamics(reset, leak, input, flooredInput);
    }

    /** Which techniques are on, as users name a run: "CN + TRE", "ECC (all three)", "none". */
    public String techniques() {
        if (currentNormalisation && residualElimination && batchNormConsistency) {
            return "ECC (all three)";
        }
        StringBuilder name = new StringBuilder();
        append(name, currentNormalisation, "CN");
        append(name, residualElimination, "TRE");
        append(name, batchNormConsistency, "CMB");
        return name.isEmpty() ? "none" : name.toString();
    }

    private static void append(StringBuilder name, boolean on, String technique) {
        if (on) {
            name.append(name.isEmpty() ? "" : " + ").append(technique);
        }
    }
}
