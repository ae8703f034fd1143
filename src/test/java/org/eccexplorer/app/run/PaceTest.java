package org.eccexplorer.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PaceTest {
    @Test
    void ratesAboveOneAreSaidAsRates() {
        assertThat(Pace.text(700, 2)).isEqualTo("350 images/s");
        assertThat(Pace.text(34, 10)).isEqualTo("3.4 images/s");
        assertThat(Pace.text(997, 100)).isEqualTo("10 images/s");
        assertThat(Pace.text(5, 5)).isEqualTo("1.0 images/s");
    }

    @Test
    void ratesBelowOneAreSaidAsTimes() {
        assertThat(Pace.text(10, 14)).isEqualTo("1.4 s an image");
        assertThat(Pace.text(2, 180)).isEqualTo("90 s an image");
    }

    @Test
    void beforeTheFirstImageNothingIsKnown() {
        assertThat(Pace.text(0, 14)).isEqualTo("no image yet");
        assertThat(Pace.text(0, 0)).isEqualTo("no image yet");
    }

    @Test
    void theTimeLeftIsSaidOnceItCanBeTold() {
        assertThat(Pace.left(0, 1000, 3)).isEmpty();
        assertThat(Pace.left(5, 1000, 0)).isEmpty();
        assertThat(Pace.left(1000, 1000, 60)).isEmpty();
        assertThat(Pace.left(500, 1000, 8)).isEqualTo("8 s left");
        assertThat(Pace.left(999, 1000, 9)).isEqualTo("1 s left");
        assertThat(Pace.left(500, 1000, 720)).isEqualTo("12 min left");
        assertThat(Pace.left(1, 2, 7259)).isEqualTo("2 h 1 min left");
    }

    @Test
    void paceAndTimeLeftAreSaidTogether() {
        assertThat(Pace.whole(10, 140, 14)).isEqualTo("1.4 s an image · 3 min left");
        assertThat(Pace.whole(140, 140, 196)).isEqualTo("1.4 s an image");
        assertThat(Pace.whole(0, 140, 3)).isEqualTo("no image yet");
    }
}
