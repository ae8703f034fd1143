package org.eccexplorer.figures.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.figures.SmallRuns;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.problem.ProblemException;
import org.junit.jupiter.api.Test;

/** What a newcomer is told holds the numbers of the runs that are there, and no others. */
class IntroductionTest {
    private static final String BEGIN = "Switch a technique off and see what changes.";

    private static int needed(RunState run) {
        RunSnapshot done = run.snapshot().orElseThrow();
        for (int t = 1; t <= done.timesteps(); t++) {
            if (done.accuracy(t) >= done.cnnAccuracy() - 0.02) {
                return t;
            }
        }
        return 0;
    }

    @Test
    void itSaysHowManyTimestepsARunNeedsWithAndWithoutATechnique() throws ProblemException {
        SmallRuns runs = SmallRuns.digits();
        int[] labels = runs.experiment().test().labels();
        RunState ecc = runs.run(0, o -> o);
        RunState noTre = runs.run(1, o -> o.with(ConversionOptions.RESIDUAL_ELIMINATION, false));
        RunState noCn = runs.run(2, o -> o.with(ConversionOptions.CURRENT_NORMALISATION, false));
        assertThat(needed(ecc)).isPositive();
        assertThat(Introduction.figures(List.of(), labels)).isEqualTo(BEGIN);
        assertThat(Introduction.figures(List.of(SmallRuns.waiting(7)), labels)).isEqualTo(BEGIN);
        assertThat(Introduction.figures(List.of(noTre), labels)).isEqualTo(BEGIN);
        assertThat(Introduction.figures(List.of(ecc), new int[0])).isEqualTo(BEGIN);
        assertThat(Introduction.figures(List.of(ecc), labels))
                .isEqualTo(
                        "With all three techniques it needs %s timesteps to come within 2 points of"
                                + " the CNN (12 images). %s",
                        needed(ecc), BEGIN);
        assertThat(Introduction.figures(List.of(noTre, ecc), labels))
                .isEqualTo(sentence(ecc, noTre, "residual elimination"));
        RunState later = rank(noCn) >= rank(noTre) ? noCn : noTre;
        assertThat(Introduction.figures(List.of(noCn, noTre, ecc), labels))
                .isEqualTo(
                        sentence(
                                ecc,
                                later,
                                later == noCn ? "current normalisation" : "residual elimination"));
    }

    @Test
    void aTechniqueThatIsNotMissedIsNotNamed() throws ProblemException {
        SmallRuns runs = SmallRuns.digits();
        RunState ecc = runs.run(0, o -> o);
        RunState same = runs.run(1, o -> o.with(ConversionOptions.BATCH_NORM_CONSISTENCY, false));
        String alone = Introduction.figures(List.of(ecc), runs.experiment().test().labels());
        assertThat(needed(same))
                .as("the digits can do without CMB")
                .isLessThanOrEqualTo(needed(ecc));
        assertThat(Introduction.figures(List.of(same, ecc), runs.experiment().test().labels()))
                .isEqualTo(alone);
    }

    private static int rank(RunState run) {
        return needed(run) == 0 ? Integer.MAX_VALUE : needed(run);
    }

    private static String sentence(RunState all, RunState off, String technique) {
        String end =
                needed(off) == 0
                        ? "it is not as near at T = 24 (12 images)."
                        : "it needs " + needed(off) + " (12 images).";
        return "With all three techniques it needs "
                + needed(all)
                + " timesteps to come within 2 points of the CNN; switch "
                + technique
                + " off and "
                + end;
    }

    @Test
    void aPartialRunSaysOfHowManyImagesItSpeaks() throws ProblemException {
        SmallRuns runs = SmallRuns.digits();
        RunState partial = runs.stoppedAfter(0, 5, SmallRuns.settings(o -> o));
        String said = Introduction.figures(List.of(partial), runs.experiment().test().labels());
        assertThat(said).contains("(first " + partial.images() + " of 12 images)").endsWith(BEGIN);
    }

    @Test
    void theEarlyStepIsThePowerOfTwoNearestToASixteenth() {
        int[][] expected = {
            {2, 0}, {3, 2}, {16, 2}, {32, 2}, {64, 4}, {100, 8}, {128, 8}, {256, 16}, {1000, 64}
        };
        for (int[] pair : expected) {
            assertThat(EarlyStep.of(pair[0]).orElse(0)).as("T = %s", pair[0]).isEqualTo(pair[1]);
        }
        assertThat(EarlyStep.of(1)).isEmpty();
    }

    @Test
    void earlyFiguresHaveTheirTimestep() throws ProblemException {
        RunSnapshot run = SmallRuns.digits().run(0, o -> o).snapshot().orElseThrow();
        String percent = String.valueOf(Math.round(1000 * run.accuracy(2)) / 10.0);
        assertThat(EarlyStep.accuracy(run)).isEqualTo(percent + " % at t = 2");
        assertThat(EarlyStep.difference(run)).endsWith(" at t = 2").matches("[+−]?[0-9.]+ at .*");
        assertThat(RunWords.at(24, 24)).isEqualTo("T = 24");
        assertThat(RunWords.at(2, 24)).isEqualTo("t = 2");
    }
}
