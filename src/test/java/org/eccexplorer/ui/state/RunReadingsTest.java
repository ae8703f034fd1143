package org.eccexplorer.ui.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.app.session.SessionState;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.measure.votes.Reading;
import org.eccexplorer.measure.votes.ReadingChoice;
import org.eccexplorer.problem.ProblemException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A run that is there is read in another way, not run again. */
class RunReadingsTest {
    private static final ReadingChoice FIVE = ReadingChoice.PLAIN.withFrom(5);
    private static final ReadingChoice AUTO = ReadingChoice.PLAIN.withFrom(ReadingChoice.AUTO);

    private ExplorerViewModel model;

    @BeforeEach
    void run() throws Exception {
        model = SampleModel.of(8, 16);
        model.runs().start();
        finish();
    }

    @AfterEach
    void close() {
        model.close();
    }

    private RunState focus() {
        return model.runs().focusProperty().get().orElseThrow();
    }

    private Reading reading() {
        return focus().snapshot().orElseThrow().reading();
    }

    private void finish() throws InterruptedException {
        for (int i = 0; i < 1000 && model.runs().isRunning(); i++) {
            TimeUnit.MILLISECONDS.sleep(20);
            model.pulse();
        }
        assertThat(model.runs().isRunning()).isFalse();
    }

    private void decided() throws InterruptedException {
        for (int i = 0; i < 1000 && reading().calibrated() == 0; i++) {
            TimeUnit.MILLISECONDS.sleep(20);
            model.pulse();
        }
        assertThat(reading().calibrated()).isPositive();
    }

    @Test
    void aSettingOfTheReadingRunsNothing() {
        RunSnapshot plain = focus().snapshot().orElseThrow();
        model.settings().set(model.settings().get().withReading(FIVE));
        assertThat(model.runs().isRunning()).isFalse();
        assertThat(model.runs().all()).hasSize(1);
        assertThat(reading()).isEqualTo(Reading.from(5));
        assertThat(focus().name()).isEqualTo("ECC (all three) · read from t₀ = 5");
        assertThat(focus().snapshot().orElseThrow().right())
                .isEqualTo(plain.read(Reading.from(5)).right());
        model.history().undo();
        assertThat(reading()).isEqualTo(Reading.PLAIN);
        assertThat(focus().snapshot().orElseThrow().answers()).isDeepEqualTo(plain.answers());
    }

    @Test
    void theNextRunIsReadAsTheSettingsSay() throws InterruptedException {
        model.settings().set(model.settings().get().withReading(FIVE));
        model.settings()
                .set(model.settings().get().with(ConversionOptions.RESIDUAL_ELIMINATION, false));
        finish();
        assertThat(model.runs().all()).hasSize(2);
        assertThat(reading()).isEqualTo(Reading.from(5));
        assertThat(focus().settings().reading()).isEqualTo(FIVE);
    }

    @Test
    void aRunOfOtherSettingsIsReadByItself() throws InterruptedException {
        RunState first = focus();
        model.settings()
                .set(model.settings().get().with(ConversionOptions.RESIDUAL_ELIMINATION, false));
        finish();
        model.runs().focus(first);
        model.runs().chooseReading(first, ReadingChoice.PLAIN, FIVE);
        assertThat(reading()).isEqualTo(Reading.from(5));
        assertThat(model.settings().get().reading()).isEqualTo(ReadingChoice.PLAIN);
        assertThat(model.runs().all().getFirst().snapshot().orElseThrow().reading())
                .isEqualTo(Reading.PLAIN);
        model.history().undo();
        assertThat(model.runs().all().getLast().snapshot().orElseThrow().reading())
                .isEqualTo(Reading.PLAIN);
    }

    @Test
    void whatIsLeftOpenIsDecidedInTheBackgroundOnce() throws InterruptedException {
        model.runs().chooseReading(focus(), ReadingChoice.PLAIN, AUTO);
        assertThat(reading()).as("as it was, until it is known").isEqualTo(Reading.PLAIN);
        decided();
        assertThat(focus().settings().reading()).isEqualTo(AUTO);
        assertThat(model.runs().readings().basis(focus())).isPresent();
        assertThat(model.runs().readings().waiting(focus())).isEmpty();
        Reading auto = reading();
        model.runs().chooseReading(focus(), AUTO, AUTO.withEpsilon(0.05));
        assertThat(reading().endsEarly()).as("at once, from what is known").isTrue();
        assertThat(reading().from()).isEqualTo(auto.from());
        assertThat(focus().snapshot().orElseThrow().meanTimesteps(16)).isLessThan(16);
    }

    @Test
    void aSessionIsReadAsItWas() throws InterruptedException, ProblemException {
        model.runs().chooseReading(focus(), ReadingChoice.PLAIN, AUTO);
        decided();
        Reading before = reading();
        SessionState state = model.state();
        try (ExplorerViewModel opened = new ExplorerViewModel(state)) {
            opened.pulse();
            RunState run = opened.runs().focusProperty().get().orElseThrow();
            assertThat(run.snapshot().orElseThrow().reading()).isEqualTo(before);
            assertThat(opened.runs().readings().waiting(run)).isEmpty();
            opened.runs().chooseReading(run, AUTO, FIVE);
            assertThat(opened.runs().measures().orElseThrow().reading()).isEqualTo(Reading.from(5));
        }
    }
}
