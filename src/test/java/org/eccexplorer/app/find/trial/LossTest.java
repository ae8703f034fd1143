package org.eccexplorer.app.find.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is expected to be lost, from how leads scatter. */
class LossTest {
    private static Scatter of(double[] cnn, double[] snn) {
        Scatter scatter = Scatter.NONE;
        for (int i = 0; i < cnn.length; i++) {
            scatter = scatter.and(cnn[i], snn[i]);
        }
        return scatter;
    }

    @Test
    void theVarianceIsAboutTheBestLineInTheUnitOfTheCnn() {
        // About the line 1 + 2·x by 0.5, −0.5, −0.5, 0.5: of no slope and no mean.
        double[] cnn = {0, 1, 2, 3};
        double[] snn = {1.5, 2.5, 4.5, 7.5};
        assertThat(of(cnn, snn).variance()).isCloseTo(1.0 / 2 / 4, within(1e-12));
    }

    @Test
    void neitherTheUnitNorAShiftOfTheSnnChangesIt() {
        double[] cnn = new Random(1).doubles(50).toArray();
        double[] snn = new Random(2).doubles(50).toArray();
        double[] both = IntStream.range(0, 50).mapToDouble(i -> cnn[i] + snn[i]).toArray();
        double[] other = Arrays.stream(both).map(lead -> 7 * lead - 3).toArray();
        assertThat(of(cnn, other).variance()).isCloseTo(of(cnn, both).variance(), within(1e-12));
    }

    @Test
    void partsGiveWhatTheWholeGives() {
        Scatter some = of(new double[] {1, 2, 5}, new double[] {1, 3, 4});
        Scatter rest = of(new double[] {0, -1}, new double[] {1, -2});
        Scatter whole = of(new double[] {1, 2, 5, 0, -1}, new double[] {1, 3, 4, 1, -2});
        assertThat(some.and(rest)).isEqualTo(whole);
    }

    @Test
    void whereLeadsDoNotRiseWithTheCnnNothingIsKnown() {
        double[] cnn = {0, 1, 2, 3};
        assertThat(of(cnn, new double[4]).variance()).isInfinite();
        assertThat(of(cnn, new double[] {3, 2, 1, 0}).variance()).isInfinite();
        assertThat(of(new double[3], new double[3]).variance()).isInfinite();
    }

    @Test
    void fewImagesLeaveMoreDoubt() {
        double[] leads = new Random(1).doubles(102).toArray();
        // exp(2.394·√(2/100))
        assertThat(of(leads, leads).doubt()).isCloseTo(1.4029, within(1e-4));
        assertThat(of(Arrays.copyOf(leads, 12), Arrays.copyOf(leads, 12)).doubt())
                .isGreaterThan(2.5);
    }

    @Test
    void ofTrainingImagesFiveInAHundredAreTakenToBeWrong() {
        double[] leads = IntStream.rangeClosed(0, 100).mapToDouble(i -> 1 + i / 100.0).toArray();
        Unseen unseen = Unseen.from(leads);
        assertThat(unseen.error()).isEqualTo(0.05);
        assertThat(unseen.spread()).isCloseTo(1.95 / 2 / 1.64485, within(1e-5));
    }

    @Test
    void whereMoreAreWrongItIsThese() {
        double[] leads = IntStream.range(0, 100).mapToDouble(i -> i - 9.5).toArray();
        assertThat(Unseen.from(leads).error()).isEqualTo(0.1);
    }

    @Test
    void scatterLosesWhatItCarriesOverTheTie() {
        Unseen unseen = Unseen.of(0.05, 2);
        assertThat(unseen.loss(0)).isCloseTo(0, within(1e-9));
        // Φ(−1.64485/√2) = 0.12240
        assertThat(unseen.loss(4)).isCloseTo(7.240, within(1e-3));
        assertThat(unseen.loss(Double.POSITIVE_INFINITY)).isCloseTo(45, within(1e-9));
    }

    @Test
    void itIsWhatImagesOfThatKindLose() {
        Random random = new Random(3);
        double[] cnn = random.doubles(200_000).map(x -> random.nextGaussian() * 2 + 3.29).toArray();
        double[] snn = Arrays.stream(cnn).map(x -> x + random.nextGaussian()).toArray();
        double lost = 100.0 * (below(snn) - below(cnn)) / cnn.length;
        double expected = Unseen.from(cnn).loss(of(cnn, snn).variance());
        assertThat(expected).isCloseTo(lost, within(0.1));
    }

    private static long below(double[] leads) {
        return Arrays.stream(leads).filter(lead -> lead < 0).count();
    }

    @Test
    void whatIsSurelyLostOnTheImagesThemselvesIsExpectedElsewhere() {
        int[] right = new int[100];
        double[] leads = new Random(1).doubles(100, 1, 2).toArray();
        Truth truth = new Truth(right, right, leads, 2, Unseen.from(leads), true);
        Loss loss = truth.loss(of(leads, leads), 60, 100);
        assertThat(loss.expected()).isBetween(30.0, 40.0);
        assertThat(truth.loss(of(leads, leads), 100, 100).most()).isCloseTo(0, within(1e-6));
    }
}
