package org.eccexplorer.measure.energy;

import java.util.List;
import org.eccexplorer.text.Texts;

/**
 * What an operation costs.
 *
 * @param key its name in files
 * @param name for people; says where SNN and CNN are on different hardware
 * @param source where the figures come from
 * @param ratio what the ratio of energies is called
 * @param macPicojoules one multiply-accumulate of the CNN, and of the SNN's input current
 * @param synOpPicojoules one synaptic operation
 * @param updatePicojoules one update of a neuron that is counted
 * @param updates which updates are counted
 */
public record EnergyModel(
        String key,
        String name,
        String source,
        String ratio,
        double macPicojoules,
        double synOpPicojoules,
        double updatePicojoules,
        Updates updates) {

    /** The updates of neurons that a model counts. */
    public enum Updates {
        /** Those that add a held input current: what holding it costs in place of its MACs. */
        HELD_CURRENT,
        /** One per neuron and timestep, since each was measured as a whole. */
        EACH_NEURON
    }

    /**
     * Operations in 32-bit floating point, of SNN and CNN alike. A neuron that adds a held current
     * accumulates once.
     */
    public static final EnergyModel HOROWITZ_45NM =
            new EnergyModel(
                    "45nm",
                    Texts.text("measure.horowitz"),
                    Texts.text("measure.horowitzSource"),
                    Texts.text("measure.ratio"),
                    4.6,
                    0.9,
                    0.9,
                    Updates.HELD_CURRENT);

    /**
     * Intel's Loihi, set against a CNN on other hardware. An active neuron takes 81 pJ an update
     * (an inactive one 52 pJ); all are taken as active, since constant currents drive them.
     */
    public static final EnergyModel LOIHI =
            new EnergyModel(
                    "loihi",
                    Texts.text("measure.loihi"),
                    Texts.text("measure.loihiSource"),
                    Texts.text("measure.loihiRatio"),
                    4.6,
                    23.6,
                    81,
                    Updates.EACH_NEURON);

    /**
     * The same with the memory traffic of weights and states, as if nothing were reused: each
     * operand is a 32-bit word from 8 KB of SRAM, 5 pJ.
     */
    public static final EnergyModel MEMORY_45NM =
            new EnergyModel(
                    "45nm-memory",
                    Texts.text("measure.memory"),
                    Texts.text("measure.memorySource"),
                    Texts.text("measure.ratio"),
                    14.6,
                    15.9,
                    10.9,
                    Updates.EACH_NEURON);

    /** The one that is used where none is chosen. */
    public static final EnergyModel STANDARD = HOROWITZ_45NM;

    /** All of them, the standard one first. */
    public static final List<EnergyModel> ALL = List.of(STANDARD, LOIHI, MEMORY_45NM);

    /** Whether it counts the memory traffic of weights and states. */
    public boolean countsMemory() {
        return key.equals(MEMORY_45NM.key);
    }

    /** The model of that key, or the standard one. */
    public static EnergyModel named(String key) {
        return ALL.stream().filter(model -> model.key().equals(key)).findFirst().orElse(STANDARD);
    }

    /** How many of so many neurons have an update that is counted at each timestep. */
    long counted(long neurons, long holding) {
        return switch (updates) {
            case HELD_CURRENT -> holding;
            case EACH_NEURON -> neurons;
        };
    }
}
