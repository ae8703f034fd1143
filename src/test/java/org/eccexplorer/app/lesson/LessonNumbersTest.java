package org.eccexplorer.app.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.run.Prepared;
import org.eccexplorer.app.run.RunJob;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.lesson.Lesson;
import org.eccexplorer.lesson.NetworkSpec;
import org.eccexplorer.lesson.ShippedLessons;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.measure.energy.Accounting;
import org.junit.jupiter.api.Test;

/** The numbers of a lesson's network are those of a run with the same settings. */
class LessonNumbersTest {
    private static final NetworkSpec SMALL = new NetworkSpec("digits", 20, 16, 0, true, false);

    @Test
    void theyEqualARun() throws Exception {
        Lesson lesson = ShippedLessons.lesson(3);
        NetworkScene network = new NetworkScene(SMALL);
        LessonState state = new LessonState(lesson, Optional.of(network), Progress.NONE);
        state.turn(2);
        for (double theta : new double[] {0, 0.5, 0.3}) {
            state.set("theta", theta);
            Settings wanted = state.now().wanted().orElseThrow();
            RunState made = network.compute(wanted, new Cancellation());
            assertThat(network.compute(wanted, new Cancellation())).isSameAs(made);
            RunSnapshot run = run(theta);
            for (int t : new int[] {1, 4, 16}) {
                state.set("T", t);
                assertThat(state.now().of("accuracy")).isEqualTo(run.accuracy(t));
                assertThat(state.now().of("cnn")).isEqualTo(run.cnnAccuracy());
                assertThat(state.now().of("operations")).isEqualTo(run.synOpsUntil()[t - 1]);
                assertThat(state.now().of("energy"))
                        .isEqualTo(run.energyRatio(Accounting.STANDARD, t));
            }
        }
        assertThat(network.all()).hasSize(3);
    }

    /** "open" in place of a name: the model and images of the window, as many as there are. */
    @Test
    void aLessonCanRunWhatIsOpen() throws Exception {
        String text =
                ShippedLessons.text(3)
                        .replaceFirst(
                                "network: \\{.*\\}",
                                "network: {model: open, images: 30, steps: 16}");
        NetworkSpec spec = LessonFiles.read("mine.md", text).network().orElseThrow();
        assertThat(spec.isOpen()).isTrue();
        Experiment open = Experiment.sample("digits", 20);
        NetworkScene network = new NetworkScene(spec, Optional.of(open));
        assertThat(network.opened().model()).isSameAs(open.model());
        LessonState state =
                new LessonState(
                        LessonFiles.read("mine.md", text), Optional.of(network), Progress.NONE);
        state.turn(2);
        assertThat(state.now().of("images")).isEqualTo(20);
        state.set("theta", 0.5);
        network.compute(state.now().wanted().orElseThrow(), new Cancellation());
        state.set("T", 4);
        assertThat(state.now().of("accuracy")).isEqualTo(run(0.5).accuracy(4));
        assertThat(new NetworkScene(spec).opened().test().count()).isEqualTo(30);
    }

    private static RunSnapshot run(double theta) throws Exception {
        ConversionOptions options =
                theta == 0
                        ? ConversionOptions.ecc()
                                .with(ConversionOptions.RESIDUAL_ELIMINATION, false)
                        : ConversionOptions.ecc().with(ConversionOptions.THETA, theta);
        Experiment experiment = Experiment.sample("digits", 20);
        Settings settings = Settings.standard().with(options).withTimesteps(16);
        Prepared prepared =
                Prepared.of(
                        experiment.model(), experiment.calibration(), settings, new Cancellation());
        return new RunJob(prepared, experiment.test()).run(tally -> {}, new Cancellation());
    }
}
