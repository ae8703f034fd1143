package org.eccexplorer.ui.state;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlaybackTest {
    private final Playback playback = new Playback();

    @Test
    void itFollowsTheEndUntilMoved() {
        playback.follow(64);
        assertThat(playback.timestepProperty().get()).isEqualTo(64);
        playback.follow(256);
        assertThat(playback.timestepProperty().get()).isEqualTo(256);
        playback.goTo(10);
        playback.follow(128);
        assertThat(playback.timestepProperty().get()).isEqualTo(10);
        playback.follow(4);
        assertThat(playback.timestepProperty().get()).isEqualTo(4);
    }

    @Test
    void stepsStayInside() {
        playback.follow(3);
        playback.step(1);
        assertThat(playback.timestepProperty().get()).isEqualTo(3);
        playback.step(-7);
        assertThat(playback.timestepProperty().get()).isEqualTo(1);
    }

    @Test
    void playingMovesWithTheClockAndStopsAtTheEnd() {
        playback.follow(40);
        playback.speedProperty().set(8);
        playback.toggle();
        playback.pulse(1_000_000_000L);
        playback.pulse(2_000_000_000L);
        assertThat(playback.timestepProperty().get()).isEqualTo(9);
        playback.pulse(60_000_000_000L);
        assertThat(playback.timestepProperty().get()).isEqualTo(40);
        assertThat(playback.playingProperty().get()).isFalse();
    }
}
