package org.eccexplorer.measure.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CorrelationTest {
    @Test
    void isPearsons() {
        Correlation correlation = new Correlation();
        Correlation more = new Correlation();
        double[][] points = {{1, 2}, {2, 1}, {3, 5}, {4, 4}, {5, 7}};
        for (int i = 0; i < points.length; i++) {
            (i < 2 ? correlation : more).add(points[i][0], points[i][1]);
        }
        correlation.add(more);
        correlation.add(new Correlation());
        assertThat(correlation.pearson()).isCloseTo(13 / Math.sqrt(228), within(1e-12));
        assertThat(new Correlation().pearson()).isNaN();
    }

    @Test
    void isUnknownWhereOneOfThemNeverVaries() {
        Correlation correlation = new Correlation();
        for (int image = 0; image < 10; image++) {
            Correlation own = new Correlation();
            for (int i = 0; i < 1000; i++) {
                own.add(0.1, 0.001 * i);
            }
            correlation.add(own);
        }
        assertThat(correlation.pearson()).isNaN();
    }

    /** Sums of squares would lose all of such differences. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void isRightWhereLayersHardlyVary(long seed) {
        assertThat(ofSteps(seed, 1000)).isCloseTo(1, within(1e-3));
    }

    /** Values differ by units in the last place, as means do: r is rough, but never senseless. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void staysInItsBoundsWhereRoundingIsAllThereIs(long seed) {
        assertThat(ofSteps(seed, 1)).isBetween(-1.0, 1.0);
    }

    /** r of pairs that rise together by 0 to 3 steps of this many units in the last place. */
    private static double ofSteps(long seed, int units) {
        Random random = new Random(seed);
        double x = 1000 * random.nextDouble();
        double y = 1000 * random.nextDouble();
        Correlation correlation = new Correlation();
        for (int image = 0; image < 20; image++) {
            Correlation own = new Correlation();
            for (int i = 0; i < 500; i++) {
                int steps = units * random.nextInt(4);
                own.add(x + steps * Math.ulp(x), y + steps * Math.ulp(y));
            }
            correlation.add(own);
        }
        return correlation.pearson();
    }
}
