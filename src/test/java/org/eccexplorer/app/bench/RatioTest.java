package org.eccexplorer.app.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Ratios round by round, and what of them is lost. */
class RatioTest {
    private static Ratio ratio(String name, double median) {
        return new Ratio(name, median, median, median);
    }

    @Test
    void isTheMedianOfRounds() {
        Ratio odd = Ratio.of("odd", List.of(2.0, 9.0, 4.0), List.of(1.0, 3.0, 4.0));
        assertThat(odd).isEqualTo(new Ratio("odd", 2, 1, 3));
        Ratio even = Ratio.of("even", List.of(4.0, 1.0, 2.0, 3.0), List.of(1.0, 1.0, 1.0, 1.0));
        assertThat(even).isEqualTo(new Ratio("even", 2.5, 1, 4));
    }

    @Test
    void whatLosesMoreThanIsAllowedIsRotten() {
        List<Ratio> kept = List.of(ratio("a", 2), ratio("b", 1), ratio("c", 8));
        List<Rot> rots = Rot.of(List.of(ratio("c", 6.79), ratio("a", 1.71), ratio("b", 3)), kept);
        assertThat(rots).extracting(Rot::name).containsExactly("a", "b", "c");
        assertThat(rots).filteredOn(Rot::isRotten).extracting(Rot::name).containsExactly("c");
        assertThat(rots.getFirst().change()).isCloseTo(-0.145, within(1e-12));
    }

    @Test
    void whatIsNoLongerMeasuredIsRotten() {
        List<Rot> rots = Rot.of(List.of(ratio("a", 2)), List.of(ratio("a", 2), ratio("b", 1)));
        assertThat(rots).filteredOn(Rot::isRotten).extracting(Rot::name).containsExactly("b");
    }

    @Test
    void newRatiosAreNotCompared() {
        assertThat(Rot.of(List.of(ratio("a", 2), ratio("b", 1)), List.of(ratio("a", 2))))
                .hasSize(1);
    }
}
