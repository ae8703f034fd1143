package org.eccexplorer.ui.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CrashesTest {
    @Test
    void anErrorThatComesAgainAndAgainIsShownNowAndThen() {
        AtomicLong now = new AtomicLong(-5);
        Crashes crashes = new Crashes(now::get);
        IllegalStateException error = new IllegalStateException("at every pulse");
        int shown = 0;
        for (int pulse = 0; pulse < 60 * 25; pulse++) {
            shown += crashes.isToBeShown(error) ? 1 : 0;
            now.addAndGet(1_000_000_000L / 60);
        }
        assertThat(shown).isEqualTo(3);
    }
}
