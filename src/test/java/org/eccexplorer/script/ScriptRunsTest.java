package org.eccexplorer.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.eccexplorer.app.export.ScriptRun;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.run.Prepared;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.convert.AveragePooling;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.convert.Neurons;
import org.eccexplorer.convert.Readout;
import org.eccexplorer.convert.ThetaTiming;
import org.eccexplorer.measure.votes.Reading;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.spiking.InputCoding;
import org.eccexplorer.spiking.Reset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the scripts, where a Python with PyTorch is found: the one that the system property {@code
 * ecc.python} names, or python3. Of each kind of network every neuron must send as many spikes as
 * in our own simulation.
 */
class ScriptRunsTest {
    private static final String PYTHON = System.getProperty("ecc.python", "python3");
    private static final int IMAGES = 12;
    private static final int TIMESTEPS = 24;

    /** Runs several folders in one process, since PyTorch takes seconds to load. */
    private static final String ALL =
            "import os, runpy, sys\n"
                    + "folders, sys.argv = sys.argv[2:], ['run.py'] + sys.argv[1].split()\n"
                    + "for one in folders:\n"
                    + "    runpy.run_path(os.path.join(one, 'run.py'), run_name='__main__')\n";

    @TempDir private Path parent;

    private static final Map<String, UnaryOperator<ConversionOptions>> NETWORKS =
            new LinkedHashMap<>();

    static {
        NETWORKS.put("plain", o -> o);
        NETWORKS.put("spread", o -> o.with(ConversionOptions.THETA_TIMING, ThetaTiming.SPREAD));
        NETWORKS.put("signed", o -> o.with(ConversionOptions.NEURONS, Neurons.SIGNED));
        NETWORKS.put("multi", o -> o.with(ConversionOptions.NEURONS, Neurons.MULTI));
        NETWORKS.put("leak", o -> o.with(ConversionOptions.LEAK, 0.05));
        NETWORKS.put("zero", o -> o.with(ConversionOptions.RESET, Reset.ZERO));
        NETWORKS.put("poisson", o -> o.with(ConversionOptions.INPUT, InputCoding.POISSON));
        NETWORKS.put("bits", o -> o.with(ConversionOptions.WEIGHT_BITS, 5L));
        NETWORKS.put("counted", o -> o.with(ConversionOptions.OUTPUT, Readout.SPIKES));
        NETWORKS.put(
                "pooled", o -> o.with(ConversionOptions.AVERAGE_POOLING, AveragePooling.SPIKING));
        NETWORKS.put(
                "leakySigned",
                o ->
                        o.with(ConversionOptions.NEURONS, Neurons.SIGNED)
                                .with(ConversionOptions.LEAK, 0.02)
                                .with(ConversionOptions.OUTPUT, Readout.SPIKES));
    }

    @Test
    void pyTorchGivesTheSameSpikes() throws ProblemException, IOException, InterruptedException {
        requirePython();
        List<Path> folders = new ArrayList<>();
        List<Expected> expected = new ArrayList<>();
        for (Map.Entry<String, UnaryOperator<ConversionOptions>> entry : NETWORKS.entrySet()) {
            Path folder = Files.createDirectory(parent.resolve(entry.getKey()));
            expected.add(export(folder, entry.getValue(), folders.size() % 3));
            folders.add(folder);
        }
        List<JsonNode> lines = run("", folders);
        List<JsonNode> exact = run("--exact --images 1", folders);
        for (int i = 0; i < folders.size(); i++) {
            JsonNode line = lines.get(i);
            String name = String.valueOf(folders.get(i).getFileName());
            assertThat(line.get("accuracy").asDouble())
                    .as(name)
                    .isCloseTo(expected.get(i).accuracy(), within(1e-9));
            assertThat(line.get("differingAnswers").asInt()).as(name).isZero();
            assertThat(line.get("differingNeurons").asInt()).as(name).isZero();
            for (int l = 0; l < line.get("spikesPerImage").size(); l++) {
                assertThat(line.get("spikesPerImage").get(l).asDouble() * IMAGES)
                        .as(name)
                        .isCloseTo(expected.get(i).spikes()[l], within(1e-6));
            }
            assertThat(exact.get(i).get("differingNeurons").asInt()).as(name).isZero();
        }
    }

    /**
     * One that is read from a timestep other than 0 on where wanted.
     *
     * @return what the script has to give
     */
    private static Expected export(
            Path folder, UnaryOperator<ConversionOptions> change, int readFrom)
            throws ProblemException {
        Cancellation never = new Cancellation();
        Experiment experiment = Experiment.sample("digits", IMAGES);
        Settings settings =
                Settings.standard()
                        .withTimesteps(TIMESTEPS)
                        .withThreads(1)
                        .with(change.apply(ConversionOptions.ecc()));
        Prepared prepared =
                Prepared.of(experiment.model(), experiment.calibration(), settings, never);
        Expected expected =
                ScriptRun.expected(
                        prepared, experiment.test(), Reading.from(readFrom), done -> {}, never);
        ScriptFiles.write(
                folder, ScriptKind.PYTORCH, prepared.network(), experiment.test(), expected);
        return expected;
    }

    private static void requirePython() throws InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(PYTHON, "-c", "import torch")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            assumeTrue(process.waitFor() == 0, PYTHON + " has no PyTorch");
        } catch (IOException e) {
            assumeTrue(false, "no Python: " + e.getMessage());
        }
    }

    private static List<JsonNode> run(String arguments, List<Path> folders)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(PYTHON, "-c", ALL, arguments));
        folders.forEach(folder -> command.add(folder.toString()));
        Path errors = Files.createTempFile("script", ".txt");
        Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
        List<String> lines = process.inputReader().lines().toList();
        assertThat(process.waitFor()).as(Files.readString(errors)).isZero();
        List<JsonNode> trees = new ArrayList<>();
        for (String line : lines) {
            trees.add(new ObjectMapper().readTree(line));
        }
        Files.delete(errors);
        return trees;
    }
}
