package org.eccexplorer.sim.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SpikeRoomTest {
    private final SpikeRoom room = new SpikeRoom();

    @Test
    void handsOutTheSmallestArrayThatFits() {
        int[] large = new int[900];
        int[] small = new int[100];
        int[] middle = new int[500];
        room.give(large);
        room.give(small);
        room.give(middle);
        assertThat(room.take(200)).isSameAs(middle);
        assertThat(room.take(50)).isSameAs(small);
        assertThat(room.take(900)).isSameAs(large);
    }

    @Test
    void aNewArrayTakesThePlaceOfTheLargest() {
        int[] small = new int[5_000];
        int[] middle = new int[8_000];
        room.give(middle);
        room.give(small);
        assertThat(room.take(8_001)).hasSizeGreaterThanOrEqualTo(8_001);
        assertThat(room.take(1)).isSameAs(small);
        assertThat(room.take(1)).isNotSameAs(middle).isNotEmpty();
    }
}
