package org.eccexplorer.ui.offscreen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class HeadlessTest {
    @Test
    void anEmptyNameIsNoDisplay() {
        assertThat(Headless.namesDisplay(Map.of())).isFalse();
        assertThat(Headless.namesDisplay(Map.of("DISPLAY", ""))).isFalse();
        assertThat(Headless.namesDisplay(Map.of("DISPLAY", "", "WAYLAND_DISPLAY", ""))).isFalse();
        assertThat(Headless.namesDisplay(Map.of("DISPLAY", ":0"))).isTrue();
        assertThat(Headless.namesDisplay(Map.of("DISPLAY", "", "WAYLAND_DISPLAY", "wayland-0")))
                .isTrue();
    }
}
