package org.eccexplorer.figures.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.convert.Neurons;
import org.eccexplorer.figures.SmallRuns;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.option.Toggle;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Numbers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What switching something does, in words. */
class EffectTest {
    private static final Offset<Double> ROUNDED = within(1e-9);

    private static RunState ecc = SmallRuns.waiting(0);
    private static RunState noTre = ecc;
    private static RunState noCn = ecc;
    private static RunState coarse = ecc;
    private static RunState partial = ecc;
    private static List<RunState> all = List.of();
    private static int[] labels = {};

    @BeforeAll
    static void simulate() throws ProblemException {
        SmallRuns runs = SmallRuns.digits();
        ecc = runs.run(0, o -> o);
        noTre = runs.run(1, o -> o.with(ConversionOptions.RESIDUAL_ELIMINATION, false));
        noCn = runs.run(2, o -> o.with(ConversionOptions.CURRENT_NORMALISATION, false));
        coarse = runs.run(3, o -> o.with(ConversionOptions.WEIGHT_BITS, 2L));
        partial =
                runs.stoppedAfter(
                        4,
                        5,
                        SmallRuns.settings(
                                o -> o.with(ConversionOptions.BATCH_NORM_CONSISTENCY, false)));
        all = List.of(partial, coarse, noCn, noTre, ecc);
        labels = runs.experiment().test().labels();
    }

    private static double difference(RunState run, int t) {
        return 100
                * (run.snapshot().orElseThrow().accuracy(t)
                        - ecc.snapshot().orElseThrow().accuracy(t));
    }

    @Test
    void aTechniqueHasTheSameEffectWhicheverOfTheTwoRunsIsLookedAt() {
        Effect off = effect(ConversionOptions.RESIDUAL_ELIMINATION, ecc);
        assertThat(effect(ConversionOptions.RESIDUAL_ELIMINATION, noTre)).isEqualTo(off);
        assertThat(off.change()).isEqualTo("TRE off");
        assertThat(off.points()).isCloseTo(difference(noTre, off.t()), ROUNDED).isNotZero();
        for (int t : new int[] {1, 2, 4, 8, 16, 24}) {
            assertThat(Math.abs(difference(noTre, t))).isLessThan(Math.abs(off.points()) + 1e-9);
        }
        assertThat(off.t()).as("it is seen early").isIn(1, 2, 4, 8);
        assertThat(off.text())
                .isEqualTo(
                        "TRE off: %s points at t = %s, %s at T = 24 · 12 images",
                        Numbers.difference(off.points(), 1),
                        off.t(),
                        Numbers.difference(difference(noTre, 24), 1));
    }

    @Test
    void aRunOfItsOwnSettingsSaysWhatTheyDo() {
        assertThat(Effect.of(ecc, all, labels)).as("it is as usual").isEmpty();
        assertThat(Effect.of(noCn, all, labels)).as("a technique has a card").isEmpty();
        Effect bits = Effect.of(coarse, all, labels).orElseThrow();
        assertThat(bits.change()).isEqualTo("2 bits");
        assertThat(bits.points()).isCloseTo(difference(coarse, bits.t()), ROUNDED);
        assertThat(Effect.of(ConversionOptions.RESIDUAL_ELIMINATION, noCn, all, labels))
                .as("no run has both off")
                .isEmpty();
    }

    @Test
    void aPartialRunIsComparedOnTheImagesThatBothHave() {
        Effect off = effect(ConversionOptions.BATCH_NORM_CONSISTENCY, ecc);
        int images = partial.images();
        assertThat(images).isBetween(1, SmallRuns.IMAGES - 1);
        assertThat(off.runs().images()).isEqualTo(images);
        assertThat(off.text()).endsWith("first " + images + " of 12 images");
        RunSnapshot whole = ecc.snapshot().orElseThrow();
        RunSnapshot part = partial.snapshot().orElseThrow();
        int right = 0;
        for (int i = 0; i < images; i++) {
            right += whole.answers()[i][off.t() - 1] == labels[i] ? 1 : 0;
        }
        assertThat(off.points()).isEqualTo(100.0 * (part.right()[off.t() - 1] - right) / images);
        int cnn = 0;
        for (int i = 0; i < images; i++) {
            cnn += whole.cnnAnswers()[i] == labels[i] ? 1 : 0;
        }
        assertThat(part.cnnRight()).isEqualTo(cnn);
        assertThat(off.runs().reaches(whole, 1)).isEqualTo(1);
        assertThat(off.runs().reaches(part, 0)).isEqualTo(first(part));
    }

    @Test
    void whereNothingChangesTheTimestepsAreThoseOfTheRun() throws ProblemException {
        RunState same = SmallRuns.digits().run(7, o -> o.with(ConversionOptions.EPSILON, 1e-4));
        SharedImages alike = SharedImages.of(ecc, same, labels).orElseThrow();
        assertThat(new Effect("ε 1e-4", alike, 1).text())
                .isEqualTo("ε 1e-4: the same accuracy at t = 1, 2, 4 … 24 · 12 images");
    }

    @Test
    void anOptionThatDecidesNothingIsNotComparedWithItself() throws ProblemException {
        RunState multi =
                SmallRuns.digits().run(8, o -> o.with(ConversionOptions.NEURONS, Neurons.MULTI));
        assertThat(
                        Effect.of(
                                ConversionOptions.RESIDUAL_ELIMINATION,
                                multi,
                                List.of(multi, ecc),
                                labels))
                .isEmpty();
    }

    @Test
    void withoutLabelsOrImagesNothingIsSaid() {
        Optional<Effect> unlabelled =
                Effect.of(ConversionOptions.RESIDUAL_ELIMINATION, ecc, all, new int[0]);
        assertThat(unlabelled).isEmpty();
        assertThat(
                        Effect.of(
                                ConversionOptions.RESIDUAL_ELIMINATION,
                                SmallRuns.waiting(9),
                                List.of(noTre),
                                labels))
                .isEmpty();
    }

    private static int first(RunSnapshot run) {
        int t = 1;
        while (t < run.timesteps() && run.right()[t - 1] < run.cnnRight()) {
            t++;
        }
        return t;
    }

    private static Effect effect(Toggle technique, RunState run) {
        return Effect.of(technique, run, all, labels).orElseThrow();
    }
}
