package org.eccexplorer.figures.words;

import java.util.ArrayList;
import java.util.List;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.measure.energy.Accounting;
import org.eccexplorer.measure.energy.EnergyModel;
import org.eccexplorer.measure.energy.EnergyParts;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/** How energy is spoken of: what is counted, and what of it is how much. */
public final class EnergyWords {
    private static final double MILLION = 1e-6;

    /** From here on operations are written in millions. */
    private static final double MANY = 1e6;

    private EnergyWords() {}

    /** A part of the energy with its name. */
    public record Named(String name, EnergyParts.Part part) {}

    /** Which input MACs a run counts: "input MACs counted once", or that it has none. */
    public static String counted(Accounting accounting, RunSnapshot run) {
        return hasInputMacs(run)
                ? accounting.inputMacs().counted()
                : Texts.text("figures.energy.noInput");
    }

    /** Which updates of neurons are counted. */
    static String updates(Accounting accounting) {
        return switch (accounting.model().updates()) {
            case HELD_CURRENT -> Texts.text("figures.energy.heldUpdates");
            case EACH_NEURON -> Texts.text("figures.energy.eachUpdate");
        };
    }

    /** The same in two words, for a tile. */
    public static String briefly(Accounting accounting, RunSnapshot run) {
        if (!hasInputMacs(run)) {
            return Texts.text("figures.energy.noInputBriefly");
        }
        return switch (accounting.inputMacs()) {
            case ONCE -> Texts.text("figures.energy.onceBriefly");
            case EVERY_TIMESTEP -> Texts.text("figures.energy.everyTimestepBriefly");
        };
    }

    /** Poisson input arrives as spikes: its operations are synaptic ones. */
    private static boolean hasInputMacs(RunSnapshot run) {
        return run.cost().inputMacsPerStep() > 0;
    }

    /** The parts of an energy in the order in which they are drawn. */
    public static List<Named> parts(EnergyParts parts) {
        return List.of(
                new Named(Texts.text("figures.energy.inputMacs"), parts.inputMacs()),
                new Named(
                        Texts.text("figures.energy.synapticOperations"),
                        parts.synapticOperations()),
                new Named(Texts.text("figures.energy.neuronUpdates"), parts.neuronUpdates()));
    }

    /** The parts that there are as a list in a line, each with its count and energy. */
    public static String line(EnergyParts parts) {
        List<String> items = new ArrayList<>();
        for (Named named : parts(parts)) {
            if (named.part().count() > 0) {
                items.add(
                        Texts.text(
                                "figures.energy.item",
                                operations(named.part().count()),
                                named.name(),
                                microjoules(named.part().microjoules())));
            }
        }
        return String.join(", ", items);
    }

    /** Updates of neurons that are not counted, and memory traffic. */
    public static String notCounted(EnergyModel model, EnergyParts parts) {
        if (model.countsMemory()) {
            return Texts.text("figures.energy.memoryCounted");
        }
        return parts.otherUpdates() == 0
                ? Texts.text("figures.energy.allCounted")
                : Texts.text("figures.energy.notCounted", operations(parts.otherUpdates()));
    }

    /** Spikes and operations of a run, and of its CNN. */
    public static String perImage(RunSnapshot run) {
        return Texts.text(
                "figures.energy.perImage",
                Numbers.fixed(run.spikesPerImage(), 0),
                operations(run.synOps()),
                operations((double) run.cost().macs()),
                Numbers.fixed(run.cost().paperMops(), 3));
    }

    /** Operations per image: {@code 3872}, {@code 55.08 M}. */
    public static String operations(double count) {
        return Math.abs(count) < MANY
                ? Numbers.count(Math.round(count))
                : Texts.text("figures.row.millions", Numbers.compact(count * MILLION));
    }

    /** Energy per image, with its unit. */
    public static String microjoules(double energy) {
        return Texts.text("figures.energy.microjoules", Numbers.compact(energy));
    }

    /** A ratio of energies: {@code 6.32×}. */
    public static String ratio(double ratio) {
        return Texts.text("figures.row.times", Numbers.fixed(ratio, 2));
    }
}
