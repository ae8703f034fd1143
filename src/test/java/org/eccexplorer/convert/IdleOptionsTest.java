package org.eccexplorer.convert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.option.Option;
import org.junit.jupiter.api.Test;

/** Options that change nothing under others: said, and no reason for another run. */
class IdleOptionsTest {
    @Test
    void withEccAsItIs() {
        assertThat(idle(ConversionOptions.ecc()))
                .containsExactly(
                        ConversionOptions.LAMBDA_FOR,
                        ConversionOptions.EPSILON,
                        ConversionOptions.ROUNDING,
                        ConversionOptions.THRESHOLDS);
    }

    @Test
    void withNothingOn() {
        ConversionOptions none = ConversionOptions.ecc();
        for (Option<Boolean> technique : ConversionOptions.TECHNIQUES) {
            none = none.with(technique, false);
        }
        assertThat(idle(none))
                .containsExactly(
                        ConversionOptions.LAMBDA_PERCENTILE,
                        ConversionOptions.LAMBDA_RULE,
                        ConversionOptions.LAMBDA_FOR,
                        ConversionOptions.LAMBDA_OF,
                        ConversionOptions.LAMBDA_SCOPE,
                        ConversionOptions.KAPPA,
                        ConversionOptions.THETA,
                        ConversionOptions.THETA_TIMING,
                        ConversionOptions.ROUNDING,
                        ConversionOptions.THRESHOLDS);
    }

    @Test
    void withMultiThresholdNeuronsAndLambdaForT() {
        ConversionOptions options =
                ConversionOptions.ecc()
                        .with(ConversionOptions.NEURONS, Neurons.MULTI)
                        .with(ConversionOptions.LAMBDA_RULE, LambdaRule.MSE);
        assertThat(idle(options))
                .containsExactly(
                        ConversionOptions.RESIDUAL_ELIMINATION,
                        ConversionOptions.LAMBDA_PERCENTILE,
                        ConversionOptions.THETA,
                        ConversionOptions.THETA_TIMING,
                        ConversionOptions.EPSILON,
                        ConversionOptions.ROUNDING);
    }

    @Test
    void theyMakeNoRunOfTheirOwn() {
        Settings settings = Settings.standard();
        Settings other =
                settings.with(ConversionOptions.THRESHOLDS, 3L)
                        .with(ConversionOptions.LAMBDA_FOR, 8L);
        assertThat(other.decisive()).isEqualTo(settings.decisive());
        assertThat(other.with(ConversionOptions.NEURONS, Neurons.MULTI).decisive())
                .isNotEqualTo(settings.with(ConversionOptions.NEURONS, Neurons.MULTI).decisive());
        assertThat(other.with(ConversionOptions.CALIBRATE, Correction.BIAS).decisive())
                .isNotEqualTo(
                        settings.with(ConversionOptions.CALIBRATE, Correction.BIAS).decisive());
    }

    private static List<Option<?>> idle(ConversionOptions options) {
        return List.copyOf(
                ConversionOptions.ALL.stream()
                        .filter(option -> options.whyIdle(option).isPresent())
                        .toList());
    }
}
