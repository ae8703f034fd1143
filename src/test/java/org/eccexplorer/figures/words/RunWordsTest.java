package org.eccexplorer.figures.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.eccexplorer.app.live.ClosedFormCurve;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.app.run.Preparation;
import org.eccexplorer.figures.SmallRuns;
import org.junit.jupiter.api.Test;

class RunWordsTest {
    private static RunState converting(Preparation.Step step) {
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
                step);
    }

    @Test
    void theLayerThatIsCalibratedIsSaid() {
        RunState calibrating = converting(new Preparation.Step.Calibrating(3, 9));
        assertThat(RunWords.whyEmpty(calibrating)).isEqualTo("mine: calibrating layer 3 of 9 …");
        assertThat(RunWords.progress(calibrating)).isEqualTo("layer 3 of 9");
        RunState converting = converting(new Preparation.Step.Converting());
        assertThat(RunWords.whyEmpty(converting)).isEqualTo("mine is being converted …");
        assertThat(RunWords.progress(converting)).isEqualTo("converting");
    }

    @Test
    void theImageThatLambdaIsMeasuredOnIsSaid() {
        RunState measuring = converting(new Preparation.Step.Measuring(12, 1_000));
        assertThat(RunWords.whyEmpty(measuring))
                .isEqualTo("mine: measuring λ on image 12 of 1000 …");
        assertThat(RunWords.progress(measuring)).isEqualTo("λ: image 12 of 1000");
    }
}
