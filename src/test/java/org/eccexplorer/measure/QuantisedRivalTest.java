package org.eccexplorer.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.run.Prepared;
import org.eccexplorer.app.run.RunJob;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.measure.energy.EnergyModel;
import org.eccexplorer.measure.energy.InputMacs;
import org.eccexplorer.spiking.Firing;
import org.junit.jupiter.api.Test;

/** What a quantised CNN takes, by hand, and the rate at which an SNN takes as much. */
class QuantisedRivalTest {
    private static final double CLOSE = 1e-9;

    @Test
    void aRateOfTTimestepsHasOneLevelMore() {
        assertThat(QuantisedRival.bits(2)).isEqualTo(1);
        assertThat(QuantisedRival.bits(4)).isEqualTo(2);
        assertThat(QuantisedRival.bits(5)).as("T = 4").isEqualTo(3);
        assertThat(QuantisedRival.bits(33)).as("T = 32").isEqualTo(6);
        assertThat(QuantisedRival.bits(256)).isEqualTo(8);
        assertThat(QuantisedRival.bits(257)).isEqualTo(9);
        assertThat(QuantisedRival.macPicojoules(8)).isCloseTo(0.3, within(CLOSE));
        assertThat(QuantisedRival.macPicojoules(4)).isCloseTo(0.15, within(CLOSE));
        assertThat(QuantisedRival.macPicojoules(32))
                .as("3.1 by Horowitz")
                .isCloseTo(3.3, within(0.2));
    }

    @Test
    void atBreakEvenBothTakeTheSame() throws Exception {
        Experiment digits = Experiment.sample("digits", 8);
        Prepared prepared =
                Prepared.of(
                        digits.model(),
                        digits.calibration(),
                        Settings.standard().withTimesteps(16).withThreads(1),
                        new Cancellation());
        RunSnapshot run = new RunJob(prepared, digits.test()).run(tally -> {}, new Cancellation());
        for (InputMacs input : InputMacs.values()) {
            QuantisedRival rival = QuantisedRival.of(run, input, Firing.PLAIN);
            assertThat(rival.bits()).isEqualTo(5);
            double macs = run.cost().macs();
            assertThat(rival.cnnMicrojoules())
                    .isCloseTo(macs * (0.2 * 25 / 64 + 0.1) * 1e-6, within(CLOSE));
            assertThat(rival.rate()).isCloseTo(run.synOps() / macs / 16, within(CLOSE));
            double more = (rival.breakEven() - rival.rate()) * macs * 16 * 0.1 * 1e-6;
            assertThat(rival.snnMicrojoules() + more)
                    .isCloseTo(
                            rival.breakEven() > 0
                                    ? rival.cnnMicrojoules()
                                    : rival.snnMicrojoules() + more,
                            within(CLOSE));
            assertThat(QuantisedRival.until(run, input, Firing.PLAIN).get(15)).isEqualTo(rival);
        }
        QuantisedRival once = QuantisedRival.of(run, InputMacs.ONCE, Firing.PLAIN);
        double held = run.cost().inputNeurons() * 16 * 0.1;
        double input = run.cost().inputMacsPerStep() * 0.3;
        assertThat(once.snnMicrojoules())
                .isCloseTo((run.synOps() * 0.1 + held + input) * 1e-6, within(CLOSE));
    }

    @Test
    void spikesOfSeveralSizesGiveRatesMoreLevels() throws Exception {
        assertThat(QuantisedRival.levels(8, Firing.PLAIN)).isEqualTo(9);
        assertThat(QuantisedRival.levels(8, Firing.SIGNED)).isEqualTo(9);
        assertThat(QuantisedRival.levels(8, Firing.multi(4))).isEqualTo(65);
        assertThat(QuantisedRival.levels(100_000, Firing.multi(8))).isEqualTo(12_800_001);
        Experiment digits = Experiment.sample("digits", 4);
        Prepared prepared =
                Prepared.of(
                        digits.model(),
                        digits.calibration(),
                        Settings.standard().withTimesteps(8).withThreads(1),
                        new Cancellation());
        RunSnapshot run = new RunJob(prepared, digits.test()).run(tally -> {}, new Cancellation());
        QuantisedRival plain = QuantisedRival.of(run, InputMacs.ONCE, Firing.PLAIN);
        QuantisedRival multi = QuantisedRival.of(run, InputMacs.ONCE, Firing.multi(4));
        assertThat(plain.bits()).isEqualTo(4);
        assertThat(multi.bits()).isEqualTo(7);
        double macs = run.cost().macs();
        assertThat(multi.cnnMicrojoules())
                .isCloseTo(macs * (0.2 * 49 / 64 + 0.1) * 1e-6, within(CLOSE));
        assertThat(multi.snnMicrojoules()).isEqualTo(plain.snnMicrojoules());
        assertThat(multi.rate()).isEqualTo(plain.rate());
        assertThat(multi.breakEven() - plain.breakEven())
                .as("0.2 pJ · (49 − 16)/64 more per MAC, over T additions of 0.1 pJ")
                .isCloseTo(0.2 * (49 - 16) / 64 / (8 * 0.1), within(CLOSE));
    }

    @Test
    void memoryIsAModelOfItsOwn() {
        EnergyModel memory = EnergyModel.MEMORY_45NM;
        assertThat(EnergyModel.ALL).contains(memory).startsWith(EnergyModel.STANDARD);
        assertThat(memory.macPicojoules()).isEqualTo(4.6 + 2 * 5);
        assertThat(memory.synOpPicojoules()).isEqualTo(0.9 + 3 * 5);
        assertThat(memory.updatePicojoules()).isEqualTo(0.9 + 2 * 5);
        assertThat(memory.countsMemory()).isTrue();
        assertThat(EnergyModel.STANDARD.countsMemory()).isFalse();
        assertThat(memory.source()).contains("14.6 pJ", "15.9 pJ", "10.9 pJ", "SRAM");
    }
}
