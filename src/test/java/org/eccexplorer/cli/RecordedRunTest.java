package org.eccexplorer.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eccexplorer.Resources;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.open.FilesToOpen;
import org.eccexplorer.app.open.ModelSource;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.app.session.RecordedRun;
import org.eccexplorer.app.session.RunCommandLine;
import org.eccexplorer.app.session.SavedSession;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.measure.energy.InputMacs;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.sim.ClosedForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run goes from the command line into the window, and back. */
class RecordedRunTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir private Path folder = Path.of("");

    @Test
    void aWayToCountEnergyIsCopiedToo() throws Exception {
        assertThat(
                        RunCommandLine.of(
                                Experiment.sample("digits", 3),
                                Settings.standard(),
                                InputMacs.EVERY_TIMESTEP))
                .endsWith(" --input-macs every-timestep");
    }

    private static Settings unusual() {
        return Settings.standard()
                .with(
                        ConversionOptions.ecc()
                                .with(ConversionOptions.CURRENT_NORMALISATION, false)
                                .with(ConversionOptions.THETA, 0.123456789)
                                .with(ConversionOptions.LAMBDA_PERCENTILE, 99.987654)
                                .with(ConversionOptions.LEAK, 1.25e-5)
                                .with(ConversionOptions.WEIGHT_BITS, 8L))
                .withTimesteps(12)
                .withSeed(-3)
                .withClosedForm(new ClosedForm.Variant(2, false));
    }

    private Path recorded(Experiment experiment, Settings settings) {
        List<String> arguments = new ArrayList<>(RunCommandLine.arguments(experiment, settings));
        arguments.addAll(List.of("--out", folder.resolve("out").toString()));
        assertThat(Ecc.run(arguments.toArray(String[]::new)).code()).isZero();
        return folder.resolve("out/run.json");
    }

    @Test
    void theCommandRepeatsARunAndItsResultOpensWithTheSameSettings() throws ProblemException {
        Experiment experiment = Experiment.sample("digits", 7);
        Path file = recorded(experiment, unusual());
        assertThat(FilesToOpen.of(List.of(file)).result()).contains(file);
        SavedSession.Opened opened = RecordedRun.read(file).session().open();
        assertThat(opened.warnings()).isEmpty();
        assertThat(opened.state().settings()).isEqualTo(unusual());
        assertThat(opened.state().runs()).isEmpty();
        assertThat(opened.state().experiment().model().model().sha256())
                .isEqualTo(experiment.model().model().sha256());
        assertThat(opened.state().experiment().test().count()).isEqualTo(7);
        assertThat(opened.state().experiment().classNames()).isEqualTo(experiment.classNames());
        assertThat(RunCommandLine.arguments(opened.state().experiment(), unusual()))
                .isEqualTo(RunCommandLine.arguments(experiment, unusual()));
    }

    @Test
    void energyIsCountedAsTheRunCountedIt() throws ProblemException {
        List<String> arguments = new ArrayList<>(List.of("run", "--sample", "digits", "--limit"));
        arguments.addAll(List.of("2", "--timesteps", "4", "--input-macs", "every-timestep"));
        arguments.addAll(List.of("--out", folder.resolve("out").toString()));
        assertThat(Ecc.run(arguments.toArray(String[]::new)).code()).isZero();
        assertThat(RecordedRun.read(folder.resolve("out/run.json")).inputMacs())
                .contains(InputMacs.EVERY_TIMESTEP);
        assertThat(RecordedRun.read(Resources.path("frozen/run-ecc/run.json")).inputMacs())
                .isEmpty();
    }

    @Test
    void whatIsAsUsualIsNotInTheCommand() throws ProblemException {
        assertThat(
                        RunCommandLine.of(
                                Experiment.sample("digits", 3),
                                Settings.standard(),
                                InputMacs.ONCE))
                .isEqualTo("./ecc run --sample digits --limit 3");
    }

    @Test
    void filesOfTheUsersAreNamedAndQuoted() throws ProblemException, IOException {
        Path model = Files.createDirectories(folder.resolve("it's mine")).resolve("m.keras");
        Files.copy(Ecc.sample("fashion-cnn.keras"), model);
        Experiment experiment =
                Experiment.open(
                        ModelSource.of(model),
                        Ecc.sample("test-images-idx3-ubyte.gz").toString(),
                        null,
                        2,
                        List.of());
        assertThat(RunCommandLine.of(experiment, Settings.standard(), InputMacs.ONCE))
                .startsWith("./ecc run --model '" + folder + "/it'\\''s mine/m.keras' --data ")
                .endsWith(" --limit 2")
                .doesNotContain("--calibration");
    }

    @Test
    void resultsOfTheFirstVersionOpen() throws ProblemException {
        SavedSession saved = RecordedRun.read(Resources.path("frozen/run-ecc/run.json")).session();
        assertThat(saved.content().runs()).isEmpty();
        assertThat(saved.content().limit()).isPositive();
    }

    @ParameterizedTest
    @CsvSource({
        "schema, 99, newer version",
        "images, 0, no image was run",
        "settings, {\"timesteps\": 0}, timesteps is 0",
        "settings, {\"timesteps\": 5; \"theta\": 7}, theta",
    })
    void whatIsNoRunIsRefused(String field, String value, String why)
            throws ProblemException, IOException {
        Path file = recorded(Experiment.sample("digits", 2), Settings.standard().withTimesteps(4));
        ObjectNode json = (ObjectNode) JSON.readTree(file.toFile());
        json.set(field, JSON.readTree(value.replace(';', ',')));
        JSON.writeValue(file.toFile(), json);
        assertThatThrownBy(() -> RecordedRun.read(file))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(why);
    }

    @ParameterizedTest
    @CsvSource({"data", "settings", "model"})
    void whatLacksAFieldIsRefused(String field) throws ProblemException, IOException {
        Path file = recorded(Experiment.sample("digits", 2), Settings.standard().withTimesteps(4));
        ObjectNode json = (ObjectNode) JSON.readTree(file.toFile());
        json.remove(field);
        JSON.writeValue(file.toFile(), json);
        assertThatThrownBy(() -> RecordedRun.read(file))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("\"" + field + "\"");
    }

    @Test
    void aWindowNeedsADisplay() {
        if (!WindowCommand.hasDisplay()) {
            Ecc open = Ecc.run("--sample", "digits");
            assertThat(open.code()).isEqualTo(4);
            assertThat(open.err()).contains("no display");
        }
        assertThat(Ecc.run("open", "--sample", "nothing").code()).isEqualTo(2);
        assertThat(Ecc.run("/nowhere/m.keras").code())
                .as("no command has such a name")
                .isEqualTo(3);
        assertThat(Ecc.run("nowhere").code()).isEqualTo(2);
        Ecc missing = Ecc.run("open", "/nowhere/m.keras", "/nowhere/x.npz");
        assertThat(missing.code()).isEqualTo(3);
        assertThat(missing.err().lines())
                .containsExactly(
                        "ecc: /nowhere/m.keras: It cannot be opened: there is no such file."
                                + " Check the path.",
                        "ecc: /nowhere/x.npz: It cannot be opened: there is no such file."
                                + " Check the path.");
        Ecc impossible = Ecc.run("open", "a\0b");
        assertThat(impossible.code()).isEqualTo(3);
        assertThat(impossible.err()).contains("no file can have this name");
    }
}
