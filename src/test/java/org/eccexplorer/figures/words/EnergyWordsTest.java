package org.eccexplorer.figures.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.cli.CommandLineProgram;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.figures.SmallRuns;
import org.eccexplorer.figures.run.EnergyRow;
import org.eccexplorer.figures.run.RunRow.Column;
import org.eccexplorer.figures.run.RunRows;
import org.eccexplorer.figures.run.TableSteps;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.measure.energy.Accounting;
import org.eccexplorer.measure.energy.EnergyModel;
import org.eccexplorer.measure.energy.EnergyParts;
import org.eccexplorer.measure.energy.InputMacs;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.spiking.InputCoding;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The energy of digits: 17,312 MACs, 3,872 of them for the 512 neurons of the first layer. */
class EnergyWordsTest {
    private static final Accounting ONCE = Accounting.STANDARD;
    private static final Accounting EACH = ONCE.with(InputMacs.EVERY_TIMESTEP);
    private static final int T = SmallRuns.TIMESTEPS;

    private static RunState ecc = SmallRuns.waiting(0);
    private static RunState poisson = ecc;

    @BeforeAll
    static void simulate() throws ProblemException {
        SmallRuns runs = SmallRuns.digits();
        ecc = runs.run(0, o -> o);
        poisson = runs.run(1, o -> o.with(ConversionOptions.INPUT, InputCoding.POISSON));
    }

    private static RunSnapshot measured(RunState run) {
        return run.snapshot().orElseThrow();
    }

    @Test
    void bothWaysToCountAgreeWithSumsByHand() {
        RunSnapshot run = measured(ecc);
        double cnn = 17_312 * 4.6;
        double spikes = run.cost().synOps() * 0.9;
        assertThat(run.energyRatio(ONCE))
                .isCloseTo((3872 * 4.6 + spikes + 512 * T * 0.9) / cnn, within(1e-9));
        assertThat(run.energyRatio(EACH)).isCloseTo((3872 * 4.6 * T + spikes) / cnn, within(1e-9));
        EnergyParts parts = run.energy(ONCE);
        assertThat(parts.neuronUpdates().count()).isEqualTo(512.0 * T);
        assertThat(parts.otherUpdates()).isEqualTo((256.0 + 10) * T);
        assertThat(run.energy(ONCE.with(EnergyModel.LOIHI)).neuronUpdates().count())
                .isEqualTo(778.0 * T);
    }

    @Test
    void spikesNeedNoInputMacs() {
        RunSnapshot run = measured(poisson);
        for (Accounting accounting : List.of(ONCE, EACH)) {
            EnergyParts parts = run.energy(accounting);
            assertThat(parts.inputMacs().count()).isZero();
            assertThat(parts.neuronUpdates().count()).isZero();
            assertThat(parts.synapticOperations().count()).isPositive();
            assertThat(EnergyWords.counted(accounting, run)).startsWith("no input MACs");
            assertThat(EnergyWords.line(parts)).doesNotContain("input");
        }
    }

    /** The table of the window has the number that the command line writes. */
    @Test
    void theCommandLineCountsTheSame() throws Exception {
        for (Accounting accounting : List.of(ONCE, EACH)) {
            JsonNode json = commandLine(accounting.inputMacs());
            assertThat(json.path("inputMacsCounted").asText())
                    .isEqualTo(accounting.inputMacs().key());
            double shown =
                    new RunRows()
                            .of(List.of(ecc), new TableSteps(T, List.of()), accounting)
                            .getFirst()
                            .value(Column.ENERGY);
            JsonNode energy = json.path("energy").get(0);
            assertThat(energy.path("ratio").doubleValue()).isEqualTo(shown);
            assertThat(
                            energy.path("inputMacs").path("microjoules").doubleValue()
                                    + energy.path("synapticOperations")
                                            .path("microjoules")
                                            .doubleValue()
                                    + energy.path("neuronUpdates")
                                            .path("microjoules")
                                            .doubleValue())
                    .isEqualTo(energy.path("snnMicrojoules").doubleValue());
            assertThat(json.path("energy").get(1).path("model").asText())
                    .contains("not like with like");
        }
    }

    private static JsonNode commandLine(InputMacs input) throws Exception {
        StringWriter out = new StringWriter();
        PrintWriter err = new PrintWriter(new StringWriter());
        int code =
                CommandLineProgram.execute(
                        new PrintWriter(out, true),
                        err,
                        "run",
                        "--sample=digits",
                        "--limit=" + SmallRuns.IMAGES,
                        "--timesteps=" + T,
                        "--threads=1",
                        "--input-macs=" + InputMacs.OPTION.written(input),
                        "--json");
        assertThat(code).isZero();
        return new ObjectMapper().readTree(out.toString());
    }

    @Test
    void aRowHasEachPartAtItsTimestep() {
        assertThat(EnergyRow.of(List.of(SmallRuns.waiting(5)), ONCE, 3)).isEmpty();
        EnergyRow row = EnergyRow.of(List.of(poisson, ecc), EACH, 999).getFirst();
        assertThat(row.t()).as("it ends before").isEqualTo(T);
        assertThat(row.parts()).isEqualTo(measured(ecc).energy(EACH));
        assertThat(row.ratio()).isEqualTo(measured(ecc).energyRatio(EACH));
        assertThat(EnergyRow.Column.RUN.text(row).lines())
                .containsExactly("run 0", "t = 24, n = 12");
        assertThat(EnergyRow.Column.INPUT_MACS.text(row).lines())
                .containsExactly("92\u202f928", "0.4275 µJ");
        assertThat(EnergyRow.Column.CNN.text(row).lines())
                .containsExactly("17\u202f312", "0.07964 µJ");
        EnergyRow early = EnergyRow.of(List.of(ecc), ONCE, 7).getFirst();
        assertThat(EnergyRow.Column.NEURON_UPDATES.text(early).lines())
                .containsExactly("3584", "0.003226 µJ");
        assertThat(early.explanation().lines())
                .contains(
                        "45 nm CMOS, float32; input MACs counted once",
                        "  input MACs: 3872, 0.01781 µJ",
                        "not counted: 1862 other neuron updates, memory traffic")
                .anyMatch(line -> line.endsWith("at t = 7 of T = 24, 12 images"));
    }

    @Test
    void aLineNamesEachPartWithItsCountAndEnergy() {
        EnergyParts parts =
                new EnergyParts(
                        new EnergyParts.Part(3872, 0.0178112),
                        new EnergyParts.Part(117_552_000, 105.8),
                        new EnergyParts.Part(0, 0),
                        196_608);
        assertThat(EnergyWords.line(parts))
                .isEqualTo("3872 input MACs (0.01781 µJ), 117.6 M synaptic operations (105.8 µJ)");
        assertThat(EnergyWords.notCounted(EnergyModel.STANDARD, parts))
                .isEqualTo("not counted: 196\u202f608 other neuron updates, memory traffic");
        assertThat(EnergyWords.ratio(6.2811)).isEqualTo("6.28×");
    }
}
