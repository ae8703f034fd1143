package org.eccexplorer.figures.run;

import java.util.List;
import java.util.Optional;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.figures.words.EnergyWords;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.measure.energy.Accounting;
import org.eccexplorer.measure.energy.EnergyParts;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/**
 * What the energy of a run is made of, up to a timestep.
 *
 * @param t the one that is looked at, or the run's last
 * @param measured so far
 * @param accounting how energy is counted
 * @param parts per image
 */
public record EnergyRow(
        RunState run, int t, RunSnapshot measured, Accounting accounting, EnergyParts parts) {

    /** A figure of a row. */
    public enum Column {
        RUN,
        INPUT_MACS,
        SYNAPTIC_OPERATIONS,
        NEURON_UPDATES,
        SNN,
        CNN,
        RATIO;

        /** Above the column. */
        public String title() {
            return switch (this) {
                case RUN -> Texts.text("figures.energy.run");
                case INPUT_MACS -> Texts.text("figures.energy.inputMacs");
                case SYNAPTIC_OPERATIONS -> Texts.text("figures.energy.synapticOperations");
                case NEURON_UPDATES -> Texts.text("figures.energy.neuronUpdates");
                case SNN -> Texts.text("figures.energy.snn");
                case CNN -> Texts.text("figures.energy.cnnMacs");
                case RATIO -> Texts.text("figures.energy.ratio");
            };
        }

        /** The figure, with its unit; of operations their number and, below it, their energy. */
        public String text(EnergyRow row) {
            EnergyParts parts = row.parts();
            return switch (this) {
                case RUN ->
                        Texts.text(
                                "figures.energy.named",
                                row.run().name(),
                                Numbers.count(row.t()),
                                Numbers.count(row.measured().images()));
                case INPUT_MACS -> both(parts.inputMacs());
                case SYNAPTIC_OPERATIONS -> both(parts.synapticOperations());
                case NEURON_UPDATES -> both(parts.neuronUpdates());
                case SNN -> EnergyWords.microjoules(parts.microjoules());
                case CNN ->
                        both(
                                new EnergyParts.Part(
                                        row.measured().cost().macs(),
                                        row.measured().cnnMicrojoules(row.accounting())));
                case RATIO -> EnergyWords.ratio(row.ratio());
            };
        }

        private static String both(EnergyParts.Part part) {
            return Texts.text(
                    "figures.energy.both",
                    EnergyWords.operations(part.count()),
                    EnergyWords.microjoules(part.microjoules()));
        }
    }

    /** The rows of those runs that have images, the newest first. */
    public static List<EnergyRow> of(List<RunState> runs, Accounting accounting, int t) {
        return runs.reversed().stream()
                .flatMap(run -> run.snapshot().stream().map(of -> row(run, of, accounting, t)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<EnergyRow> row(
            RunState run, RunSnapshot measured, Accounting accounting, int t) {
        int at = Math.min(t, measured.timesteps());
        return measured.images() == 0
                ? Optional.empty()
                : Optional.of(
                        new EnergyRow(
                                run, at, measured, accounting, measured.energy(accounting, at)));
    }

    /** Energy of SNN over that of the CNN. */
    public double ratio() {
        return measured.energyRatio(accounting, parts);
    }

    /** All of it in lines, for a tooltip. */
    public String explanation() {
        StringBuilder text = new StringBuilder();
        text.append(
                Texts.text(
                        "figures.energy.explained",
                        EnergyWords.ratio(ratio()),
                        Numbers.count(t),
                        Numbers.count(measured.timesteps()),
                        Numbers.count(measured.images())));
        text.append('\n')
                .append(
                        Texts.text(
                                "figures.energy.counted",
                                accounting.model().name(),
                                EnergyWords.counted(accounting, measured)));
        for (EnergyWords.Named named : EnergyWords.parts(parts)) {
            text.append('\n')
                    .append(
                            Texts.text(
                                    "figures.energy.part",
                                    named.name(),
                                    EnergyWords.operations(named.part().count()),
                                    EnergyWords.microjoules(named.part().microjoules())));
        }
        text.append('\n')
                .append(
                        Texts.text(
                                "figures.energy.sums",
                                EnergyWords.microjoules(parts.microjoules()),
                                EnergyWords.microjoules(measured.cnnMicrojoules(accounting)),
                                EnergyWords.operations((double) measured.cost().macs())));
        return text.append('\n')
                .append(EnergyWords.notCounted(accounting.model(), parts))
                .append('\n')
                .append(accounting.model().source())
                .toString();
    }
}
