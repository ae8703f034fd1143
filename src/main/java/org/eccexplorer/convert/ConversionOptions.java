package org.eccexplorer.convert;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.eccexplorer.option.Choice;
import org.eccexplorer.option.NamedNumbers;
import org.eccexplorer.option.Option;
import org.eccexplorer.option.OptionValues;
import org.eccexplorer.option.PerName;
import org.eccexplorer.option.Percentile;
import org.eccexplorer.option.Range;
import org.eccexplorer.option.Real;
import org.eccexplorer.option.Toggle;
import org.eccexplorer.option.Whole;
import org.eccexplorer.spiking.Dynamics;
import org.eccexplorer.spiking.Firing;
import org.eccexplorer.spiking.InputCoding;
import org.eccexplorer.spiking.Reset;
import org.eccexplorer.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Every option of a conversion. The three techniques are independent switches.
 *
 * <p>An option is one definition below, its name in {@link #ALL} and its texts; everything that
 * shows, reads or writes options goes through that list.
 */
public final class ConversionOptions {
    /** CN: weights and biases scaled so that the current of rate 1 is V_thr. */
    public static final Toggle CURRENT_NORMALISATION =
            new Toggle("currentNormalisation", "--no-cn", true);

    /** TRE: θ·V_thr of extra charge, so that the spike count is rounded. */
    public static final Toggle RESIDUAL_ELIMINATION =
            new Toggle("residualElimination", "--no-tre", true);

    /** CMB: batch normalisations folded with the ε they were trained with. */
    public static final Toggle BATCH_NORM_CONSISTENCY =
            new Toggle("batchNormConsistency", "--no-cmb", true);

    /** Percentile of the non-zero activations that gives λ; 100 is the maximum. */
    public static final Percentile LAMBDA_PERCENTILE =
            new Percentile("lambdaPercentile", "--lambda");

    /** Whether λ is that percentile, or chosen for T. */
    public static final Choice<LambdaRule> LAMBDA_RULE =
            new Choice<>("lambdaRule", "--lambda", LambdaRule.PERCENTILE);

    /** The T that is chosen or calibrated for; 0 is the T of the run. */
    public static final Whole LAMBDA_FOR = new Whole("lambdaFor", "--lambda-for", 0L, 1, 100_000);

    /** λ of some layers, by hand. */
    public static final PerName LAMBDA_OF =
            new PerName("lambdaOf", "--lambda-of", Range.above(0, 1e9));

    /** One λ per layer or per channel. */
    public static final Choice<LambdaScope> LAMBDA_SCOPE =
            new Choice<>("lambdaScope", "--lambda-scope", LambdaScope.LAYER);

    /** κ, the threshold under CN; any value gives the same spikes. */
    public static final Real KAPPA = new Real("kappa", "--kappa", 100.0, Range.above(0, 1e6));

    /** θ, in units of V_thr. */
    public static final Real THETA = new Real("theta", "--theta", 0.5, Range.closed(0, 1));

    /** When the charge of TRE arrives. */
    public static final Choice<ThetaTiming> THETA_TIMING =
            new Choice<>("thetaTiming", "--tre-mode", ThetaTiming.START);

    /** The ε used for all batch normalisations while CMB is off. */
    public static final Real EPSILON = new Real("epsilon", "--epsilon", 1e-5, Range.closed(0, 1));

    /** Signed bits per weight; 0 keeps float32. */
    public static final Whole WEIGHT_BITS = new Whole("weightBits", "--bits", 0L, 2, 16);

    /** How a weight is brought to those bits. */
    public static final Choice<Rounding> ROUNDING =
            new Choice<>("rounding", "--rounding", Rounding.TRUNCATE);

    /** What happens to the membrane at a spike. */
    public static final Choice<Reset> RESET = new Choice<>("reset", "--reset", Reset.SUBTRACTION);

    /** Share of V that a firing neuron loses per timestep: V(t) = (1 − leak)·V(t−1) + Z(t). */
    public static final Real LEAK = new Real("leak", "--leak", 0.0, Range.below(0, 1));

    /** How the image enters. */
    public static final Choice<InputCoding> INPUT =
            new Choice<>("input", "--input", InputCoding.CONSTANT);

    /** Whether average pooling has neurons. */
    public static final Choice<AveragePooling> AVERAGE_POOLING =
            new Choice<>("averagePooling", "--pooling", AveragePooling.LINEAR);

    /** What becomes of maximum pooling. */
    public static final Choice<MaximumPooling> MAXIMUM_POOLING =
            new Choice<>("maximumPooling", "--max-pooling", MaximumPooling.REFUSE, true);

    /** What becomes of activation functions other than ReLU. */
    public static final Choice<OtherActivations> OTHER_ACTIVATIONS =
            new Choice<>(
                    "otherActivations", "--replace-activations", OtherActivations.REFUSE, true);

    /** How the class is read. */
    public static final Choice<Readout> OUTPUT =
            new Choice<>("output", "--readout", Readout.CURRENT);

    /** All branches of an Add get one λ, as in SpKeras, in place of one each. */
    public static final Toggle SHARED_ADD_SCALE =
            new Toggle("sharedAddScale", "--shared-lambda", false);

    /** The closed form rounds the input's spike counts down, as SpKeras does. */
    public static final Toggle FLOORED_INPUT = new Toggle("flooredInput", "--floored-input", false);

    /** What kind of spikes neurons send. */
    public static final Choice<Neurons> NEURONS =
            new Choice<>("neurons", "--neurons", Neurons.PLAIN);

    /** How many sizes of spikes multi-threshold neurons have: V_thr, V_thr/2, V_thr/4 … */
    public static final Whole THRESHOLDS =
            new Whole("thresholds", "--thresholds", 4L, 2, Firing.MOST_THRESHOLDS);

    /** What is corrected on a batch of calibration images. */
    public static final Choice<Correction> CALIBRATE =
            new Choice<>("calibrate", "--calibrate", Correction.NONE);

    /** All of them, in the order of run.json and of sessions. */
    public static final List<Option<?>> ALL =
            List.of(
                    CURRENT_NORMALISATION,
                    RESIDUAL_ELIMINATION,
                    BATCH_NORM_CONSISTENCY,
                    LAMBDA_PERCENTILE,
                    LAMBDA_RULE,
                    LAMBDA_FOR,
                    LAMBDA_OF,
                    LAMBDA_SCOPE,
                    KAPPA,
                    THETA,
                    THETA_TIMING,
                    EPSILON,
                    WEIGHT_BITS,
                    ROUNDING,
                    RESET,
                    LEAK,
                    INPUT,
                    AVERAGE_POOLING,
                    MAXIMUM_POOLING,
                    OTHER_ACTIVATIONS,
                    OUTPUT,
                    SHARED_ADD_SCALE,
                    FLOORED_INPUT,
                    NEURONS,
                    THRESHOLDS,
                    CALIBRATE);

    /** Those of the first version, which every file has. */
    public static final List<Option<?>> FIRST =
            List.of(
                    CURRENT_NORMALISATION,
                    RESIDUAL_ELIMINATION,
                    BATCH_NORM_CONSISTENCY,
                    LAMBDA_PERCENTILE,
                    LAMBDA_SCOPE,
                    KAPPA,
                    THETA,
                    THETA_TIMING,
                    EPSILON,
                    WEIGHT_BITS,
                    ROUNDING,
                    RESET,
                    LEAK,
                    INPUT,
                    AVERAGE_POOLING,
                    MAXIMUM_POOLING,
                    OUTPUT,
                    SHARED_ADD_SCALE,
                    FLOORED_INPUT);

    /** The switches of the three techniques. */
    public static final List<Toggle> TECHNIQUES =
            List.of(CURRENT_NORMALISATION, RESIDUAL_ELIMINATION, BATCH_NORM_CONSISTENCY);

    /** What {@link #spKeras} sets. */
    public static final List<Option<?>> SPKERAS =
            List.of(AVERAGE_POOLING, OUTPUT, SHARED_ADD_SCALE, FLOORED_INPUT);

    /** When those options change anything that do so only under others. */
    private static final Map<Option<?>, Predicate<ConversionOptions>> CONDITIONS =
            Map.ofEntries(
                    entry(RESIDUAL_ELIMINATION, options -> !options.hasThresholds()),
                    entry(THETA, ConversionOptions::givesCharge),
                    entry(THETA_TIMING, ConversionOptions::givesCharge),
                    entry(THRESHOLDS, ConversionOptions::hasThresholds),
                    entry(KAPPA, ConversionOptions::currentNormalisation),
                    entry(
                            LAMBDA_PERCENTILE,
                            options -> options.currentNormalisation() && !options.lambdaIsForT()),
                    entry(LAMBDA_RULE, ConversionOptions::currentNormalisation),
                    entry(
                            LAMBDA_FOR,
                            options ->
                                    options.calibrate() != Correction.NONE
                                            || (options.currentNormalisation()
                                                    && options.lambdaIsForT())),
                    entry(LAMBDA_OF, ConversionOptions::currentNormalisation),
                    entry(LAMBDA_SCOPE, ConversionOptions::currentNormalisation),
                    entry(EPSILON, options -> !options.batchNormConsistency()),
                    entry(ROUNDING, options -> options.weightBits() > 0));

    private static final ConversionOptions ECC = new ConversionOptions(OptionValues.STANDARD);

    private static Map.Entry<Option<?>, Predicate<ConversionOptions>> entry(
            Option<?> option, Predicate<ConversionOptions> condition) {
        return Map.entry(option, condition);
    }

    private final OptionValues values;

    private ConversionOptions(OptionValues values) {
        this.values = values;
    }

    /** All three techniques with the paper's parameters: κ = 100, θ = 0.5, λ the maximum. */
    public static ConversionOptions ecc() {
        return ECC;
    }

    /** The value of an option. */
    public <T> T get(Option<T> option) {
        return values.get(option);
    }

    /** Whether an option has a value of its own and that value changes anything. */
    public boolean varies(Option<?> option) {
        return !get(option).equals(option.standard()) && matters(option);
    }

    private boolean matters(Option<?> option) {
        return CONDITIONS.getOrDefault(option, options -> true).test(this);
    }

    /** Why an option changes nothing whatever its value, under the others; empty if it does. */
    public Optional<String> whyIdle(Option<?> option) {
        return matters(option)
                ? Optional.empty()
                : Optional.of(Texts.text("option." + option.key() + ".idle"));
    }

    /** An option's value in a few words: what is made for a T depends on the others. */
    public <T> String named(Option<T> option) {
        boolean calibrated = option.equals(LAMBDA_FOR) && lambdaRule() == LambdaRule.PERCENTILE;
        return calibrated
                ? Texts.text("option.lambdaFor.namedCalibrated", lambdaFor())
                : option.named(get(option));
    }

    /** The same with the standard value of every option that changes nothing under the others. */
    public ConversionOptions effective() {
        ConversionOptions effective = this;
        for (Option<?> option : ALL) {
            if (!varies(option)) {
                effective = effective.withStandard(option);
            }
        }
        return effective;
    }

    private <T> ConversionOptions withStandard(Option<T> option) {
        return with(option, option.standard());
    }

    /**
     * The same with another value of an option.
     *
     * @throws IllegalArgumentException if it is out of range, or the option is not of a conversion
     */
    public <T> ConversionOptions with(Option<T> option, T value) {
        if (!ALL.contains(option)) {
            throw new IllegalArgumentException(option.key() + " is no option of a conversion");
        }
        return new ConversionOptions(values.with(option, value));
    }

    /** The same with another value of a real number. */
    public ConversionOptions with(Real option, double value) {
        return with(option, Double.valueOf(value));
    }

    /** The same with another value of a whole number. */
    public ConversionOptions with(Whole option, long value) {
        return with(option, Long.valueOf(value));
    }

    /** The same with another percentile. */
    public ConversionOptions with(Percentile option, double value) {
        return with(option, Double.valueOf(value));
    }

    public boolean currentNormalisation() {
        return get(CURRENT_NORMALISATION);
    }

    public boolean residualElimination() {
        return get(RESIDUAL_ELIMINATION);
    }

    public boolean batchNormConsistency() {
        return get(BATCH_NORM_CONSISTENCY);
    }

    public double lambdaPercentile() {
        return get(LAMBDA_PERCENTILE);
    }

    public LambdaRule lambdaRule() {
        return get(LAMBDA_RULE);
    }

    /** Whether λ is chosen for a T. */
    public boolean lambdaIsForT() {
        return lambdaRule() != LambdaRule.PERCENTILE;
    }

    /** The T that λ is chosen for and the network calibrated; 0 where it is that of the run. */
    public int lambdaFor() {
        return get(LAMBDA_FOR).intValue();
    }

    /** λ of some spiking layers, by their names. */
    public NamedNumbers lambdaOf() {
        return get(LAMBDA_OF);
    }

    public LambdaScope lambdaScope() {
        return get(LAMBDA_SCOPE);
    }

    public double kappa() {
        return get(KAPPA);
    }

    public double theta() {
        return get(THETA);
    }

    public ThetaTiming thetaTiming() {
        return get(THETA_TIMING);
    }

    public double epsilon() {
        return get(EPSILON);
    }

    public int weightBits() {
        return get(WEIGHT_BITS).intValue();
    }

    public Rounding rounding() {
        return get(ROUNDING);
    }

    public Reset reset() {
        return get(RESET);
    }

    public double leak() {
        return get(LEAK);
    }

    public InputCoding input() {
        return get(INPUT);
    }

    public AveragePooling averagePooling() {
        return get(AVERAGE_POOLING);
    }

    public MaximumPooling maximumPooling() {
        return get(MAXIMUM_POOLING);
    }

    public OtherActivations otherActivations() {
        return get(OTHER_ACTIVATIONS);
    }

    public Readout output() {
        return get(OUTPUT);
    }

    public boolean sharedAddScale() {
        return get(SHARED_ADD_SCALE);
    }

    public boolean flooredInput() {
        return get(FLOORED_INPUT);
    }

    public Neurons neurons() {
        return get(NEURONS);
    }

    /** Whether spikes have several sizes. */
    public boolean hasThresholds() {
        return neurons() == Neurons.MULTI;
    }

    /** Which spikes it asks for, of neurons in place of a ReLU. */
    public Firing firing() {
        return switch (neurons()) {
            case PLAIN -> Firing.PLAIN;
            case SIGNED -> Firing.SIGNED;
            case MULTI -> Firing.multi(get(THRESHOLDS).intValue());
        };
    }

    private boolean givesCharge() {
        return residualElimination() && !hasThresholds();
    }

    public Correction calibrate() {
        return get(CALIBRATE);
    }

    /**
     * The settings of the authors' tool SpKeras: average pooling has neurons, the outputs fire, the
     * branches of an Add share one λ and the input's spike counts are rounded down.
     */
    public ConversionOptions spKeras() {
        return with(AVERAGE_POOLING, AveragePooling.SPIKING)
                .with(OUTPUT, Readout.SPIKES)
                .with(SHARED_ADD_SCALE, true)
                .with(FLOORED_INPUT, true);
    }

    /** Whether they are what {@link #spKeras} makes of them. */
    public boolean isSpKeras() {
        return flooredInput() && equals(spKeras());
    }

    /** The θ in force: 0 while TRE is off, and where thresholds at ¾ round by themselves. */
    public double effectiveTheta() {
        return givesCharge() ? theta() : 0;
    }

    /** How the neurons that it asks for behave in time. */
    public Dynamics dynamics() {
        return new Dynamics(reset(), leak(), input(), flooredInput());
    }

    /** Which techniques are on, as users name a run: "CN + TRE", "ECC (all three)", "none". */
    public String techniques() {
        List<String> on = TECHNIQUES.stream().filter(this::get).map(t -> t.named(true)).toList();
        if (on.size() == TECHNIQUES.size()) {
            return Texts.text("convert.allTechniques");
        }
        return on.isEmpty() ? Texts.text("convert.noTechnique") : String.join(" + ", on);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ConversionOptions options && values.equals(options.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
