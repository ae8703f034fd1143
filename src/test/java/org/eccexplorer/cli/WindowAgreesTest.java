package org.eccexplorer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.eccexplorer.app.live.ClosedFormCurve;
import org.eccexplorer.app.live.LiveRuns;
import org.eccexplorer.app.live.RunExport;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.app.open.Calibrations;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.measure.energy.InputMacs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the window writes of a run is what the command line writes of it. */
class WindowAgreesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int IMAGES = 230;

    @TempDir private Path folder = Path.of("");

    private static List<RunState> states(Experiment experiment, Settings settings)
            throws InterruptedException {
        BlockingQueue<RunState> published = new LinkedBlockingQueue<>();
        List<RunState> states = new ArrayList<>();
        try (LiveRuns live = new LiveRuns(experiment, 0, published::add, failure -> {})) {
            live.start(settings, 0);
            do {
                states.add(published.take());
            } while (states.getLast().isActive());
        }
        return states;
    }

    private JsonNode written(Experiment experiment, RunState run) throws Exception {
        Path results = RunExport.write(folder, experiment, run, "", InputMacs.ONCE);
        return JSON.readTree(results.resolve("run.json").toFile());
    }

    @Test
    void theClosedFormIsOfTheImagesOfTheSimulation() throws Exception {
        Experiment experiment = Experiment.sample("digits", IMAGES);
        Settings settings =
                Settings.standard()
                        .withTimesteps(8)
                        .with(ConversionOptions.RESIDUAL_ELIMINATION, false);
        List<RunState> states = states(experiment, settings);
        RunState preview =
                states.stream()
                        .filter(run -> !run.closedForm().accuracy().isEmpty())
                        .findFirst()
                        .orElseThrow();
        assertThat(preview.closedForm().images()).isEqualTo(ClosedFormCurve.PREVIEW);
        assertThat(preview.closedForm().accuracy()).containsOnlyKeys(8);
        RunState run = states.getLast();
        assertThat(run.phase()).isEqualTo(RunState.Phase.COMPLETE);
        assertThat(run.closedForm().images()).isEqualTo(IMAGES);
        assertThat(run.closedForm().accuracy()).containsOnlyKeys(1, 2, 4, 8);

        JsonNode window = written(experiment, run);
        Ecc ecc =
                Ecc.run(
                        "run",
                        "--sample",
                        "digits",
                        "--limit",
                        String.valueOf(IMAGES),
                        "--no-tre",
                        "--timesteps",
                        "8",
                        "--json");
        assertThat(ecc.code()).as(ecc.err()).isZero();
        JsonNode line = JSON.readTree(ecc.out());
        for (String t : List.of("4", "8")) {
            assertThat(window.path("closedFormAccuracy").path(t).doubleValue())
                    .as("T = " + t)
                    .isPositive()
                    .isEqualTo(line.path("closedFormAccuracy").path(t).doubleValue());
        }
        assertThat(window.path("accuracy")).isEqualTo(line.path("accuracy"));
    }

    @Test
    void aPreviewIsNotWritten() throws Exception {
        Experiment experiment = Experiment.sample("digits", IMAGES);
        RunState run =
                states(experiment, Settings.standard().withTimesteps(4)).stream()
                        .filter(state -> state.images() > 0 && state.images() < IMAGES)
                        .filter(state -> state.images() != state.closedForm().images())
                        .findFirst()
                        .orElseThrow();
        JsonNode partial = written(experiment, run.stopped());
        assertThat(partial.path("partial").booleanValue()).isTrue();
        assertThat(partial.path("closedFormAccuracy")).isEmpty();
    }

    @Test
    void aRunNamesTheImagesThatItsLambdaWasMeasuredOn() throws Exception {
        Experiment experiment = Experiment.sample("digits", 6);
        String others = experiment.dataSource() + "@0:3";
        Settings settings = Settings.standard().withTimesteps(4).withCalibration(others);
        Experiment calibrated = new Calibrations(experiment).on(others);
        assertThat(calibrated.calibration().count()).isEqualTo(3);
        RunState run = states(experiment, settings).getLast();
        JsonNode window = written(calibrated, run);
        assertThat(window.path("calibration").textValue()).isEqualTo(others);
        assertThat(window.path("calibratedOnTest").booleanValue()).isTrue();
        assertThat(written(experiment, run)).isEqualTo(window);
        RunState own = states(experiment, settings.withCalibration("")).getLast();
        assertThat(written(experiment, own).path("calibratedOnTest").booleanValue()).isFalse();
        assertThat(run.network().orElseThrow().layers().getFirst().lambda())
                .isNotEqualTo(own.network().orElseThrow().layers().getFirst().lambda());
        assertThat(experiment.isCalibratedOnTest(others)).isTrue();
        assertThat(experiment.isCalibratedOnTest("")).isFalse();
        assertThat(experiment.isCalibratedOnTest(experiment.dataSource() + "@6:9")).isFalse();
        assertThat(experiment.isCalibratedOnTest(experiment.dataSource())).isTrue();
    }
}
