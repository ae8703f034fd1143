package org.eccexplorer.export;

import java.util.OptionalDouble;

/**
 * How long a run took, in seconds.
 *
 * @param closedForm empty if it was not evaluated
 * @param simulation empty if nothing was simulated
 */
public record RunTimes(double calibration, OptionalDouble closedForm, OptionalDouble simulation) {
    /** Of the evaluation that the results are of: the simulation, or the closed form alone. */
    public double evaluation() {
        return simulation.orElseGet(closedForm::orElseThrow);
    }
}
