package org.eccexplorer.figures.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.eccexplorer.app.live.ClosedFormCurve;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.figures.SmallRuns;
import org.junit.jupiter.api.Test;

class RunWordsTest {
    private static RunState converting(int layer) {
        return new RunState(
                1,
                0,
                "mine",
                SmallRuns.settings(o -> o),
                RunState.Phase.CONVERTING,
                ClosedFormCurve.none(),
                Optional.empty(),
                Optional.empty(),
                0,
                "",
                new RunState.Calibrating(layer, 9));
    }

    @Test
    void theLayerThatIsCalibratedIsSaid() {
        assertThat(RunWords.whyEmpty(converting(3))).isEqualTo("mine: calibrating layer 3 of 9 …");
        assertThat(RunWords.progress(converting(3))).isEqualTo("layer 3 of 9");
        assertThat(RunWords.progress(converting(0))).isEqualTo("converting");
    }
}
