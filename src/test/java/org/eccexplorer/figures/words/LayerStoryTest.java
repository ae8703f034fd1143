package org.eccexplorer.figures.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.run.Prepared;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.convert.Correction;
import org.eccexplorer.convert.LambdaRule;
import org.eccexplorer.convert.ThetaTiming;
import org.eccexplorer.figures.SmallRuns;
import org.eccexplorer.option.NamedNumbers;
import org.eccexplorer.problem.ProblemException;
import org.junit.jupiter.api.Test;

class LayerStoryTest {
    private static Prepared prepared(String sample, UnaryOperator<ConversionOptions> change)
            throws ProblemException {
        Experiment experiment = Experiment.sample(sample, 1);
        return Prepared.of(
                experiment.model(),
                experiment.calibration(),
                SmallRuns.settings(change),
                new Cancellation());
    }

    @Test
    void theStoryHasTheFiguresOfTheLayer() throws ProblemException {
        Prepared prepared = prepared("digits", o -> o);
        double lambda = prepared.network().layers().get(0).lambda()[0];
        List<String> story = LayerStory.of(prepared, 0);
        assertThat(story).hasSize(2);
        assertThat(story.get(0))
                .startsWith("CN: weights × κ·λ(before)/λ = 100 · 1 / ")
                .contains("/ " + Math.round(lambda * 1000) / 1000.0 + ", biases")
                .endsWith("no neuron has to exceed it.");
        assertThat(story.get(1))
                .isEqualTo(
                        "TRE: 0.5 V_thr of charge at the start, so that counts are rounded to the"
                                + " nearest.");
    }

    @Test
    void theOutputsRoundNothing() throws ProblemException {
        assertThat(LayerStory.of(prepared("digits", o -> o), 2))
                .contains(
                        "These outputs accumulate their current and never fire, so nothing is"
                                + " rounded or clipped.")
                .noneMatch(text -> text.contains("rate of 1"));
    }

    @Test
    void whatIsOffIsSaid() throws ProblemException {
        Prepared off =
                prepared(
                        "digits",
                        o ->
                                o.with(ConversionOptions.CURRENT_NORMALISATION, false)
                                        .with(ConversionOptions.RESIDUAL_ELIMINATION, false)
                                        .with(ConversionOptions.WEIGHT_BITS, 8));
        assertThat(LayerStory.of(off, 1))
                .containsExactly(
                        "CN is off: weights and biases stay as folded and V_thr = 1, so activations"
                                + " above 1 are clipped.",
                        "TRE is off: the charge left in the membrane at T is lost, so counts are"
                                + " rounded down.",
                        "Weights were quantised to 8 bits: 255 steps between −max|W| and max|W|.");
        assertThat(LayerStory.of(off, 2))
                .startsWith("CN is off: weights and biases stay as folded and V_thr = 1.");
    }

    @Test
    void chargeMayBeSpread() throws ProblemException {
        assertThat(
                        LayerStory.of(
                                prepared(
                                        "digits",
                                        o ->
                                                o.with(
                                                        ConversionOptions.THETA_TIMING,
                                                        ThetaTiming.SPREAD)),
                                1))
                .anyMatch(text -> text.startsWith("TRE: 0.5 V_thr of charge spread over the run"));
    }

    @Test
    void whatIsNotThePapersIsSaid() throws ProblemException {
        List<String> chosen =
                LayerStory.of(
                        prepared(
                                "digits",
                                o ->
                                        o.with(ConversionOptions.LAMBDA_RULE, LambdaRule.MSE)
                                                .with(ConversionOptions.LAMBDA_FOR, 4)
                                                .with(
                                                        ConversionOptions.CALIBRATE,
                                                        Correction.POTENTIAL)),
                        0);
        assertThat(chosen)
                .anyMatch(text -> text.contains("T = 4 timesteps can show"))
                .anyMatch(text -> text.matches("Calibrated: V\\(0\\) was moved .* at T = 4\\."));
        Prepared byHand =
                prepared(
                        "digits",
                        o ->
                                o.with(
                                                ConversionOptions.LAMBDA_OF,
                                                NamedNumbers.NONE.with("conv1", 2))
                                        .with(ConversionOptions.LAMBDA_RULE, LambdaRule.ITERATION)
                                        .with(ConversionOptions.LAMBDA_FOR, 4)
                                        .with(ConversionOptions.CALIBRATE, Correction.BIAS));
        assertThat(LayerStory.of(byHand, 0))
                .contains("Its λ was set by hand.")
                .anyMatch(text -> text.startsWith("Calibrated: the bias of each channel"));
        assertThat(LayerStory.of(byHand, 1)).anyMatch(text -> text.startsWith("λ was found from"));
        assertThat(LayerStory.of(byHand, 2)).noneMatch(text -> text.startsWith("Calibrated"));
    }
}
