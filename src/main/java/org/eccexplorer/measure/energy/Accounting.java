package org.eccexplorer.measure.energy;

import java.util.Objects;

/**
 * How energy is counted; docs/adr/0018-what-energy-counts.md gives the reasons.
 *
 * @param model what an operation costs
 * @param inputMacs how often the MACs of a constant input current are counted
 */
public record Accounting(EnergyModel model, InputMacs inputMacs) {
    /** The one that is used where none is chosen. */
    public static final Accounting STANDARD =
            new Accounting(EnergyModel.STANDARD, InputMacs.OPTION.standard());

    public Accounting {
        model = Objects.requireNonNullElse(model, EnergyModel.STANDARD);
        inputMacs = Objects.requireNonNullElse(inputMacs, InputMacs.OPTION.standard());
    }

    /** The same by another model. */
    public Accounting with(EnergyModel other) {
        return new Accounting(other, inputMacs);
    }

    /** The same with another count of the input's MACs. */
    public Accounting with(InputMacs other) {
        return new Accounting(model, other);
    }
}
