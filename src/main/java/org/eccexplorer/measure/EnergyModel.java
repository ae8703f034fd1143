package org.eccexplorer.measure;

import java.util.List;

/**
 * What an operation costs.
 *
 * @param source where the figures come from
 * @param macPicojoules one multiply-accumulate of the CNN, and of the input layer at each timestep
 * @param synOpPicojoules one synaptic operation
 */
public record EnergyModel(
        String name, String source, double macPicojoules, double synOpPicojoules) {

    /** 32-bit floating point in 45 nm CMOS. */
    public static final EnergyModel HOROWITZ_45NM =
            new EnergyModel(
                    "45 nm CMOS, float32",
                    "M. Horowitz, ISSCC 2014: 4.6 pJ per MAC, 0.9 pJ per accumulate",
                    4.6,
                    0.9);

    /** Intel's Loihi against the same CNN. */
    public static final EnergyModel LOIHI =
            new EnergyModel(
                    "Loihi",
                    "M. Davies et al., IEEE Micro 38, 2018: 23.6 pJ per synaptic operation",
                    4.6,
                    23.6);

    /** The one that is used where none is chosen. */
    public static final EnergyModel STANDARD = HOROWITZ_45NM;

    /** All of them, the standard one first. */
    public static final List<EnergyModel> ALL = List.of(STANDARD, LOIHI);
}
